import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../ui/time.ts'

/** How long a choice is still offered: seen at a glance, read when asked for, and never read aloud each second. */
export function TimeLeft({ ms }: { ms: number }) {
  const { t } = useTranslation('kiosk')
  const now = useNow(250)
  const [begun] = useState(now)
  const left = Math.min(ms, Math.max(0, begun + ms - now))
  return (
    <p className="flex items-center gap-3 text-base text-ink-muted" aria-live="off">
      <span aria-hidden className="h-2 min-w-24 flex-1 overflow-hidden rounded-full bg-chip">
        <span className="block h-full rounded-full bg-ink-muted" style={{ width: `${(left / ms) * 100}%` }} />
      </span>
      <span className="w-14 text-right whitespace-nowrap">{t('undo.seconds', { count: Math.ceil(left / 1000) })}</span>
    </p>
  )
}
