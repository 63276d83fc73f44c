import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useReports } from '../../stores/reports.ts'
import { useSession } from '../../stores/session.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { usePrintKey } from '../../ui/use-print-key.ts'
import { DayReport } from './day-report.tsx'
import { ExportState } from './export-bar.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { ReportForm } from './report-form.tsx'
import { ReportList } from './report-list.tsx'
import { chooseEntry, dayFile, groups, mayRead, useReportView } from './report-view.ts'

/** What Command uses the system for: choose, look, take away (screens.md 1.13, P1-3). */
export function ReportsRoom() {
  const { t } = useTranslation('reports')
  const changes = useReports((state) => state.presetChanges)
  const session = useSession((state) => state.state?.session)
  const chosen = useReportView((state) => state.chosen)
  const isShown = useReportView(({ shown }) => shown !== null)
  const { value, problem } = useFetched(() => api().reports.presets({}), `${session?.memberId} ${session?.liveDds}`, [changes])
  const presets = value?.presets ?? []
  const isReadable = mayRead(chosen)
  usePrintKey(isShown && chosen !== dayFile)
  useEffect(() => {
    // Somebody else sits here now, who may read less.
    if (isReadable) return
    const first = groups.flatMap(([, names]) => names).find(mayRead)
    if (first !== undefined) chooseEntry(first)
  }, [isReadable])
  return (
    <section aria-labelledby="reports-title" className="panel h-full">
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(200px,240px)_minmax(0,1fr)]">
        <div className="flex min-h-0 flex-col border-r border-line">
          <h1 id="reports-title" className="flex-none px-4 pt-3.5 pb-1.5 text-[15px] font-semibold">
            {t('title')}
          </h1>
          {problem === null ? null : <p className="px-4 text-xs text-refused">{t('presetsMissing')}</p>}
          <ReportList presets={presets} />
          <p className="flex-none border-t border-line px-4 py-1.5 text-xs text-ink-muted">{t('keys')}</p>
        </div>
        <div className="flex min-h-0 min-w-0 flex-col">
          {chosen === dayFile ? (
            <DayReport />
          ) : (
            <>
              <ReportForm key={chosen} kind={chosen} presets={presets} />
              <ExportState />
              <PreviewPane kind={chosen} />
            </>
          )}
        </div>
      </div>
    </section>
  )
}
