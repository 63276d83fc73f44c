/** One export at a time: begun, followed, cancelled, and what came of it. */
import { create } from 'zustand'
import type { Refused } from '../../../../shared/contract/kit.ts'
import type { ReportFormat } from '../../../../shared/domain/reports.ts'
import { api } from '../../api.ts'
import { downloadBytes } from './download.ts'
import { askedNow, languageNow, useReportView } from './report-view.ts'

type Outcome = { readonly status: 'written'; readonly path: string; readonly bytes: number } | { readonly status: 'file'; readonly fileName: string; readonly bytes: number } | { readonly status: 'cancelled' } | { readonly status: 'refused'; readonly problem: Refused }

interface Run {
  readonly running: { readonly runId: string; readonly format: ReportFormat; readonly isCancelling: boolean } | null
  readonly outcome: Outcome | null
}
export const useReportRun = create<Run>(() => ({ running: null, outcome: null }))

/** What the form asks for, as a file. */
export async function exportReport(format: ReportFormat): Promise<void> {
  if (useReportRun.getState().running !== null) return
  const report = askedNow()
  if (report === null) return
  const runId = crypto.randomUUID()
  useReportRun.setState({ running: { runId, format, isCancelling: false }, outcome: null })
  const result = await api().reports.export({ runId, report, format, language: languageNow(useReportView.getState()) })
  const outcome: Outcome = result.ok ? result.value : { status: 'refused', problem: result.error }
  if (result.ok && result.value.status === 'file') downloadBytes(result.value.fileName, result.value.mediaType, result.value.content)
  useReportRun.setState({ running: null, outcome })
}

/** The answer to the export itself says that it has ended. */
export async function cancelExport(): Promise<void> {
  const { running } = useReportRun.getState()
  if (running === null || running.isCancelling) return
  useReportRun.setState({ running: { ...running, isCancelling: true } })
  await api().reports.cancel({ runId: running.runId })
}

/** What was said holds for the report of which it was said. */
export const forgetOutcome = (): void => useReportRun.setState({ outcome: null })
