import { useTranslation } from 'react-i18next'
import { openSection, sections, useHistoryView, type Section } from './history-store.ts'
import { MissedSection } from './missed-section.tsx'
import { MovementsSection } from './movements-section.tsx'
import { StaleSection } from './stale-section.tsx'

const sectionOf: Record<Section, () => React.ReactNode> = { movements: MovementsSection, missed: MissedSection, stale: StaleSection }

/** The record of who came and went: looked up, corrected, and what was forgotten in it. */
export function HistoryRoom() {
  const { t } = useTranslation('history')
  const open = useHistoryView((state) => state.section)
  const Current = sectionOf[open]
  return (
    <section aria-labelledby="history-title" className="panel h-full">
      <div className="flex h-[51px] flex-none items-stretch gap-6 border-b border-line px-3">
        <h1 id="history-title" className="self-center text-[15px] font-semibold">
          {t('title')}
        </h1>
        <nav aria-label={t('sections')} className="flex gap-1">
          {sections.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === open ? 'page' : undefined}
              onClick={() => openSection(name)}
              className={`cursor-pointer border-b-2 px-2.5 -outline-offset-2! ${name === open ? 'border-out font-semibold text-out' : 'border-transparent text-ink-muted hover:text-ink'}`}
            >
              {t(`section.${name}`)}
            </button>
          ))}
        </nav>
      </div>
      <div className="min-h-0 flex-1">
        <Current />
      </div>
    </section>
  )
}
