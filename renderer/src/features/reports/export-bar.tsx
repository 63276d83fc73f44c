import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { reportFormats, type ReportFormat } from '../../../../shared/domain/reports.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useReports } from '../../stores/reports.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useSizeWords } from '../../ui/use-size-words.ts'
import { cancelExport, exportReport, useReportRun } from './report-run.ts'
import { languageNow, useReportView } from './report-view.ts'

/** The report as a file or on paper, in the language of whoever will read it. */
export function ExportBar() {
  const { t } = useTranslation('reports')
  usePreferences()
  const language = useReportView(languageNow)
  const isShown = useReportView(({ shown }) => shown !== null)
  const isRunning = useReportRun(({ running }) => running !== null)
  return (
    <div role="group" aria-label={t('export.label')} className="ml-auto flex flex-wrap items-center gap-2">
      <Segments
        label={t('export.language')}
        value={language}
        onChange={(next) => useReportView.setState({ language: next })}
        options={[
          ['en', t('export.english')],
          ['fr', t('export.french')],
        ]}
      />
      {reportFormats.map((format) => (
        <Button key={format} isDisabled={isRunning} aria-label={`${t('export.label')} ${format.toUpperCase()}`} onPress={() => void exportReport(format)}>
          {format.toUpperCase()}
        </Button>
      ))}
      <Button shortcut="Ctrl+P" isDisabled={!isShown} onPress={() => window.print()}>
        <Printer aria-hidden size={15} />
        {t('export.print')}
      </Button>
    </div>
  )
}

/** How far the export is, and what came of it. */
export function ExportState() {
  const { running, outcome } = useReportRun()
  if (running !== null) return <Running runId={running.runId} format={running.format} isCancelling={running.isCancelling} />
  return outcome === null ? <div role="status" /> : <Outcome />
}

function Running({ runId, format, isCancelling }: { runId: string; format: ReportFormat; isCancelling: boolean }) {
  const { t } = useTranslation(['reports', 'common'])
  const progress = useReports((state) => (state.progress?.runId === runId ? state.progress : null))
  const step = t(`export.step.${progress?.step ?? 'reading'}`)
  const part = progress?.part ?? null
  const words = isCancelling ? t('export.cancelling') : part === null ? t('export.running', { format: format.toUpperCase(), step }) : t('export.runningPart', { format: format.toUpperCase(), step, percent: Math.round(part * 100) })
  return (
    <div className="flex items-center gap-3 border-b border-line px-4 py-2">
      <span className="w-52 flex-none">{words}</span>
      <ProgressBar label={t('export.progress')} words={words} share={part} />
      <Button size="sm" isDisabled={isCancelling} onPress={() => void cancelExport()}>
        {t('common:cancel')}
      </Button>
    </div>
  )
}

function Outcome() {
  const { t } = useTranslation('reports')
  const sizeWords = useSizeWords()
  const outcome = useReportRun((state) => state.outcome)
  if (outcome === null) return null
  if (outcome.status === 'refused') {
    const { message, howToFix } = refusalWords(outcome.problem)
    return (
      <p role="alert" className="border-b border-l-[5px] border-line border-l-refused bg-refused-soft px-3 py-2 text-refused">
        <b className="font-semibold">✕ {message}</b> {howToFix}
      </p>
    )
  }
  const words = outcome.status === 'cancelled' ? t('export.cancelled') : outcome.status === 'written' ? t('export.written', { path: outcome.path, size: sizeWords(outcome.bytes) }) : t('export.file', { fileName: outcome.fileName, size: sizeWords(outcome.bytes) })
  return (
    <p role="status" className={`border-b border-l-[5px] border-line px-3 py-2 wrap-break-word ${outcome.status === 'cancelled' ? 'border-l-ink-muted text-ink-muted' : 'border-l-in'}`}>
      {outcome.status === 'cancelled' ? '' : '✓ '}
      {words}
    </p>
  )
}
