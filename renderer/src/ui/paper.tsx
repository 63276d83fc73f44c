import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useSession } from '../stores/session.ts'
import { useSystem } from '../stores/system.ts'
import { useNow, useTimes } from './time.ts'

/** What comes out of the printer in place of the screen: black on white, the unit above, who printed it when below. */
export function Paper({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('common')
  const { shortDate, time } = useTimes()
  const unit = useSystem((state) => state.status?.unit.name)
  const name = useSession((state) => state.state?.session?.displayName)
  const now = useNow(60_000)
  return createPortal(
    <div className="print-sheet" aria-hidden>
      <header>
        <strong>{unit ?? ''}</strong>
        <span>{title}</span>
      </header>
      {children}
      <footer>{t('paper.footer', { on: shortDate(now), at: time(now), name: name ?? t('paper.desk') })}</footer>
    </div>,
    document.body,
  )
}
