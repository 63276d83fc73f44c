import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areas } from '../../../../../shared/contract/permissions.ts'
import { useDefinitions } from '../../../stores/definitions.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { LevelTable } from './level-table.tsx'

/** Who may do what: drawn from the very table that the core enforces at every call (screens.md W-12, W-13). */
export function LevelsSection() {
  const { t, i18n } = useTranslation('admin')
  const definitions = useDefinitions((state) => state.definitions)
  const isDevelopment = useSystem((state) => state.status?.dev === true)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  // What an installed Sentinel never answers is no right.
  const shown = areas.filter(({ area }) => area !== 'dev' || isDevelopment)
  const keys = shown.flatMap(({ capabilities }) => capabilities.map(({ key }) => key))
  const isAllOpen = keys.every((key) => open.has(key))
  const toggle = (key: string): void => {
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  const holders = definitions?.qualificationTypes.filter(({ canReceiveLockup }) => canReceiveLockup).map(({ code }) => code) ?? []
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-3 py-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-[15px] font-semibold">{t('section.levels')}</h2>
          <p className="text-xs text-ink-muted">{t('levels.about')}</p>
        </div>
        <Button onPress={() => setOpen(isAllOpen ? new Set() : new Set(keys))}>{t(isAllOpen ? 'levels.closeAll' : 'levels.openAll')}</Button>
      </div>
      <LevelTable areas={shown} open={open} onToggle={toggle} />
      <p className="border-t border-line px-3 py-2 text-xs text-ink-muted">
        {t('levels.note')} {holders.length === 0 ? t('levels.noLockup') : t('levels.lockup', { codes: new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(holders) })}
      </p>
    </div>
  )
}
