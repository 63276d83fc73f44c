/** A document and what stands around it, as the bytes of a file. Runs in a thread of its own: five hundred rows of paper take seconds. */
import type { ReportDocument, ReportFormat } from '../../../../shared/domain/reports.ts'
import { renderPdf } from '../documents/pdf.ts'
import { toCsv, toXlsx } from '../tables/table-file.ts'
import { generatedLine, reportPaper, type PaperFacts } from './paper.ts'
import { recordsOf, sheetsOf } from './sheets.ts'

export interface RenderJob {
  readonly format: ReportFormat
  readonly document: ReportDocument
  readonly facts: PaperFacts
  /** The time that the file says of itself. */
  readonly now: Date
}

/** The same job gives the same bytes (domain.md 4.20). */
export async function renderReport({ format, document, facts, now }: RenderJob): Promise<Uint8Array<ArrayBuffer>> {
  const { language } = facts
  const bytes =
    format === 'pdf'
      ? await renderPdf(reportPaper(document, facts), { now, title: `${document.title} – ${facts.unit.name}`, language })
      : format === 'csv'
        ? Buffer.from(toCsv(recordsOf(document, language)), 'utf8')
        : await toXlsx(sheetsOf(document, { language, generated: generatedLine(facts), unitName: facts.unit.name }))
  return Uint8Array.from(bytes)
}
