import { useTranslation } from 'react-i18next'
import { DefinitionsSection } from './definitions/definitions-section.tsx'

export function AdminRoom() {
  const { t } = useTranslation('admin')
  return (
    <section aria-labelledby="admin-title" className="panel h-full">
      <div className="flex h-[51px] flex-none items-center border-b border-line px-3">
        <h1 id="admin-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
      </div>
      <div className="min-h-0 flex-1">
        <DefinitionsSection />
      </div>
    </section>
  )
}
