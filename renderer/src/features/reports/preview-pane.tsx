import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ReportKind } from '../../../../shared/domain/reports.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failed } from '../../ui/failed.tsx'
import { useTimes } from '../../ui/time.ts'
import { useDataVersion } from './data-version.ts'
import { PrintPreview } from './print-preview.tsx'
import { specOf } from './report-draft.ts'
import { ReportPaper } from './report-paper.tsx'
import { draftNow, keyOf, languageNow, showPreview, useReportView, type Shown } from './report-view.ts'

/** The report as paper on the screen; until then what to do, that it is being read, or why it did not come. */
export function PreviewPane({ kind }: { kind: ReportKind }) {
  const { t } = useTranslation('reports')
  const { shown, isReading, problem } = useReportView()
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-ground">
      <p role="status" className="sr-only">
        {isReading ? t('preview.reading') : shown === null ? '' : t('preview.ready', { title: shown.document.title })}
      </p>
      {shown !== null ? <Sheet shown={shown} kind={kind} isReading={isReading} /> : isReading ? <Skeleton /> : problem !== null ? <Failed problem={problem} retry={() => void showPreview()} /> : <EmptyState title={t('preview.noneTitle')} text={t('preview.noneText')} />}
    </div>
  )
}

function Sheet({ shown, kind, isReading }: { shown: Shown; kind: ReportKind; isReading: boolean }) {
  const { t } = useTranslation('reports')
  const { document: report, language, leftOut, generatedAt } = shown
  return (
    <>
      <AsOf shown={shown} kind={kind} isReading={isReading} />
      <div role="region" aria-label={t('preview.label')} tabIndex={0} className="min-h-0 flex-1 overflow-auto px-4 pb-4 -outline-offset-2!">
        <div aria-busy={isReading} className={`mx-auto rounded-sm border border-line bg-panel px-6 py-6 text-[13px] shadow-md ${report.isLandscape ? 'max-w-[1180px]' : 'max-w-[900px]'} ${isReading ? 'opacity-60' : ''}`}>
          <ReportPaper key={generatedAt} document={report} language={language} leftOut={leftOut} />
        </div>
      </div>
      <PrintPreview shown={shown} />
    </>
  )
}

/** Of when it is, and whether it still holds. */
function AsOf({ shown: { generatedAt, version, asked }, kind, isReading }: { shown: Shown; kind: ReportKind; isReading: boolean }) {
  const { t } = useTranslation('reports')
  const { moment } = useTimes()
  const current = useDataVersion(kind)
  const { draft, language } = useReportView()
  const form = specOf(kind, draftNow({ draft }))
  const isOther = !form.ok || keyOf(form.spec, languageNow({ language })) !== asked
  const isStale = current !== version
  if (!isOther && !isStale) return <p className="flex min-h-[43px] items-center px-4 text-xs text-ink-muted">{t('preview.generated', { at: moment(generatedAt) })}</p>
  return (
    <div role="status" className="flex min-h-[43px] items-center gap-3 px-4 text-attention">
      <TriangleAlert aria-hidden size={16} className="flex-none" />
      <span>{isOther ? t('preview.other') : t('preview.stale', { at: moment(generatedAt) })}</span>
      <Button size="sm" isPending={isReading} onPress={() => void showPreview()}>
        {t('preview.again')}
      </Button>
    </div>
  )
}

/** The paper before its words have come. */
function Skeleton() {
  const { t } = useTranslation('reports')
  return (
    <div className="min-h-0 flex-1 overflow-hidden px-4 pt-[43px]">
      <div className="mx-auto grid max-w-[900px] gap-4 rounded-sm border border-line bg-panel px-8 py-7">
        <p className="text-ink-muted">{t('preview.reading')}</p>
        {['w-64', 'w-full', 'w-full', 'w-5/6', 'w-full', 'w-2/3'].map((width, index) => (
          <span key={index} aria-hidden className={`h-4 animate-pulse rounded bg-chip motion-reduce:animate-none ${width}`} />
        ))}
      </div>
    </div>
  )
}
