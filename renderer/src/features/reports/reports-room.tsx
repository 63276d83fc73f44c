import { useTranslation } from 'react-i18next'
import { DayReport } from './day-report.tsx'

/** What can be taken away on a stick. */
export function ReportsRoom() {
  const { t } = useTranslation('reports')
  return (
    <section aria-labelledby="reports-title" className="panel h-full overflow-y-auto">
      <div className="flex h-[51px] flex-none items-center border-b border-line px-3">
        <h1 id="reports-title" className="text-[15px] font-semibold">
          {t('title')}
        </h1>
      </div>
      <DayReport />
    </section>
  )
}
