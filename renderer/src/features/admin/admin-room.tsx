import { useTranslation } from 'react-i18next'
import { leave } from '../../stores/unsaved.ts'
import { sectionNames, useAdminSection } from './section-store.ts'
import { sections } from './sections.ts'

/** What only an administrator sees and changes, section by section. */
export function AdminRoom() {
  const { t } = useTranslation('admin')
  const open = useAdminSection((state) => state.section)
  const { Section, className } = sections[open]
  return (
    <section aria-labelledby="admin-title" className="panel h-full">
      <div className="flex min-h-[51px] flex-none items-stretch gap-6 border-b border-line px-3">
        <h1 id="admin-title" className="self-center text-[15px] font-semibold">
          {t('title')}
        </h1>
        <nav aria-label={t('sections')} className="flex flex-wrap gap-x-0.5">
          {sectionNames.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === open ? 'page' : undefined}
              onClick={() => (name === open ? undefined : leave(() => useAdminSection.setState({ section: name })))}
              className={`min-h-9 cursor-pointer border-b-2 px-2 leading-4 whitespace-nowrap -outline-offset-2! ${name === open ? 'border-out font-semibold text-out' : 'border-transparent text-ink-muted hover:text-ink'}`}
            >
              {t(`section.${name}`)}
            </button>
          ))}
        </nav>
      </div>
      <div className={`min-h-0 flex-1 ${className}`}>
        <Section />
      </div>
    </section>
  )
}
