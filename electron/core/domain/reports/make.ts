/** A report from what was asked to what is shown or written (domain.md 4.20, decision 016): what its thread does. */
import type { ReportDocument, ReportFormat } from '../../../../shared/domain/reports.ts'
import type { Reads } from '../../db/remote-reads.ts'
import { readCrest } from '../settings/crest.ts'
import { previewOf, rowsOf } from './preview.ts'
import { readReport, type AskedReport } from './reading.ts'
import { renderReport } from './render.ts'

export interface ReportJob extends AskedReport {
  /** Null = to look at. */
  readonly file: { readonly format: ReportFormat; /** Whoever asked for it. */ readonly generatedBy: string } | null
}

/** How far it is; `part` of what is being read, 0 to 1, null = not known. */
export interface Making {
  readonly step: 'reading' | 'drawing'
  readonly part: number | null
}

export type Made = { readonly shown: { readonly document: ReportDocument; readonly leftOut: number } } | { readonly content: Uint8Array<ArrayBuffer>; /** Of all tables. */ readonly rows: number }

/** Refuses what the report refuses. */
export async function makeReport(job: ReportJob, database: Reads, tell: (making: Making) => void): Promise<Made> {
  const { document, unit, settings, generatedAt } = await readReport(job, database, (part) => tell({ step: 'reading', part }))
  if (job.file === null) return { shown: previewOf(document) }
  tell({ step: 'drawing', part: null })
  const { format, generatedBy } = job.file
  const crest = (await database.read(readCrest))?.bytes ?? null
  const facts = { unit, crest, pageSize: settings.formatting.pageSize, generatedAt, generatedBy, language: job.language }
  const rows = document.tables.reduce((sum, table) => sum + rowsOf(table), 0)
  return { content: await renderReport({ format, document, facts, now: job.now }), rows }
}
