/** Tables on paper: headings again on every page, each row whole, tones as a sign, bold and a colour. Pure. */
import type { ReportCell, ReportColumn, ReportGroup, ReportTable } from '../../../../shared/domain/reports.ts'
import type { PdfCell, PdfContent } from '../documents/pdf.ts'

/** Each at least 4.5 : 1 on white, and apart from each other in grey by their signs. */
export const ink = { text: '#10202f', muted: '#44535f', line: '#9aa7b2', hair: '#d5dce3', head: '#e8edf2', group: '#f4f6f8' } as const

const tones = {
  good: { sign: '√', color: '#1b5e36', bold: true },
  warning: { sign: '!', color: '#8a4b00', bold: true },
  critical: { sign: '!!', color: '#a3121b', bold: true },
  muted: { sign: '', color: ink.muted, bold: false },
} as const

const padding = 4
const fontSize = 8

function cellOf({ text, tone }: ReportCell, { align }: ReportColumn): PdfCell {
  const alignment = align === 'end' ? 'right' : 'left'
  if (tone === undefined) return { text, alignment }
  const { sign, color, bold } = tones[tone]
  return { text: sign === '' || text === '' ? text : `${sign} ${text}`, color, bold, alignment }
}

/** Columns stand below each other in all groups: widths are worked out once, in points. */
const widthsOf = (columns: readonly ReportColumn[], width: number): number[] => {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  return columns.map(({ weight }) => (width * weight) / whole - 2 * padding)
}

const layout = {
  hLineWidth: (line: number, { table: { headerRows } }: { table: { headerRows?: number | undefined } }): number => (line === 0 ? 0 : line <= (headerRows ?? 1) ? 0.8 : 0.4),
  vLineWidth: (): number => 0,
  hLineColor: (line: number, { table: { headerRows } }: { table: { headerRows?: number | undefined } }): string => (line <= (headerRows ?? 1) ? ink.line : ink.hair),
  paddingLeft: (): number => padding,
  paddingRight: (): number => padding,
  paddingTop: (): number => 2.5,
  paddingBottom: (): number => 2.5,
}

function groupContent({ title, isOwnPage, rows }: ReportGroup, columns: readonly ReportColumn[], widths: number[], { isFirst }: { isFirst: boolean }): PdfContent {
  const heading = columns.map(({ label, align }): PdfCell => ({ text: label, bold: true, color: ink.text, fillColor: ink.head, alignment: align === 'end' ? 'right' : 'left' }))
  // Goes with the heading to the next page, so that nobody asks whose rows these are.
  const named: PdfCell[][] = title === null ? [] : [[{ text: `${title} (${rows.length})`, bold: true, fontSize: 9, color: ink.text, fillColor: ink.group, colSpan: columns.length }, ...columns.slice(1).map((): PdfCell => '')]]
  return {
    ...(isOwnPage && !isFirst && { pageBreak: 'before' as const }),
    margin: [0, isFirst || isOwnPage ? 0 : 8, 0, 0],
    fontSize,
    color: ink.text,
    layout,
    table: { headerRows: 1 + named.length, keepWithHeaderRows: 1, dontBreakRows: true, widths: [...widths], body: [heading, ...named, ...rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? { text: '' }, column)))] },
  }
}

/** @param width of the paper between its margins, in points */
export function tableContent({ title, columns, groups, empty }: ReportTable, width: number): PdfContent[] {
  const heading: PdfContent = { text: title, fontSize: 11.5, bold: true, color: ink.text, margin: [0, 12, 0, 4], headlineLevel: 1 }
  const filled = groups.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return [heading, { text: empty, fontSize: 9, color: ink.muted, italics: true }]
  const widths = widthsOf(columns, width)
  return [heading, ...filled.map((group, index) => groupContent(group, columns, widths, { isFirst: index === 0 }))]
}
