/** A report as paper for a Commanding Officer (domain.md 4.20; screens.md 1.13, 5.5). Pure: the same document and facts are the same paper. */
import type { ReportChart, ReportDocument } from '../../../../shared/domain/reports.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Unit } from '../../../../shared/domain/unit.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { PdfColumn, PdfContent, PdfDefinition } from '../documents/pdf.ts'
import { chartSvg } from '../../../../shared/domain/charts/chart-svg.ts'
import { ink, tableContent } from './paper-table.ts'
import { paperWords } from './words/paper.ts'

/** What stands on a report besides what it reports. */
export interface PaperFacts {
  readonly unit: Pick<Unit, 'name' | 'address' | 'phone' | 'letterhead' | 'classification'>
  /** PNG or JPEG; null = the unit has none here. */
  readonly crest: Uint8Array | null
  readonly pageSize: ReportSettings['formatting']['pageSize']
  /** On the unit’s clock, as people read it. */
  readonly generatedAt: string
  /** Whoever asked for it. */
  readonly generatedBy: string
  readonly language: Language
}

/** Points, upright. */
const sheets = { letter: { name: 'LETTER', width: 612, height: 792 }, a4: { name: 'A4', width: 595.28, height: 841.89 } } as const
const margin = { side: 40, top: 46, bottom: 54 }
const crestSize = 54

export const generatedLine = ({ language, generatedAt, generatedBy }: Pick<PaperFacts, 'language' | 'generatedAt' | 'generatedBy'>): string => paperWords[language].generated.replace('{at}', generatedAt).replace('{by}', generatedBy)

export function reportPaper(document: ReportDocument, facts: PaperFacts): PdfDefinition {
  const sheet = sheets[facts.pageSize]
  const say = paperWords[facts.language]
  const width = (document.isLandscape ? sheet.height : sheet.width) - 2 * margin.side
  const marking: PdfContent = facts.unit.classification === null ? '' : { text: facts.unit.classification, bold: true, fontSize: 9, alignment: 'center', color: ink.text }
  return {
    pageSize: sheet.name,
    pageOrientation: document.isLandscape ? 'landscape' : 'portrait',
    pageMargins: [margin.side, margin.top, margin.side, margin.bottom],
    header: () => ({ stack: [marking], margin: [margin.side, 20, margin.side, 0] }),
    footer: (page, pages) => ({
      margin: [margin.side, 8, margin.side, 0],
      stack: [
        rule(width, 0.5),
        { margin: [0, 4, 0, 3], fontSize: 7.5, color: ink.muted, columns: [{ width: '*', text: document.title }, { width: 'auto', text: generatedLine(facts) }, { width: '*', alignment: 'right', text: say.page.replace('{page}', String(page)).replace('{pages}', String(pages)) }] },
        marking,
      ],
    }),
    content: [
      letterhead(facts, width),
      { text: document.title, fontSize: 18, bold: true, color: ink.text, margin: [0, 12, 0, 6] },
      factsGrid(document.facts),
      ...chartsContent(document.charts, width, facts.language),
      ...document.tables.flatMap((table) => tableContent(table, width)),
      ...(document.notes.length === 0 ? [] : [{ unbreakable: true, margin: [0, 14, 0, 0] as [number, number, number, number], fontSize: 8, color: ink.muted, stack: [{ text: say.notes, bold: true, margin: [0, 0, 0, 2] as [number, number, number, number] }, { ul: [...document.notes] }] }]),
    ],
  }
}

const rule = (width: number, lineWidth: number): PdfContent => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth, lineColor: ink.line }] })

/** Whose paper it is: on the first page only, as the others are for the rows. */
function letterhead({ unit, crest }: PaperFacts, width: number): PdfContent {
  const reach = [unit.address?.split('\n').join(', '), unit.phone].filter(Boolean).join(' · ')
  const named: PdfColumn = {
    width: '*',
    stack: [
      { text: unit.name, fontSize: 15, bold: true, color: ink.text },
      ...(unit.letterhead === null ? [] : [{ text: unit.letterhead, fontSize: 10, color: ink.text, margin: [0, 1, 0, 0] as [number, number, number, number] }]),
      ...(reach === '' ? [] : [{ text: reach, fontSize: 8.5, color: ink.muted, margin: [0, 2, 0, 0] as [number, number, number, number] }]),
    ],
  }
  const picture: PdfColumn[] = crest === null ? [] : [{ width: crestSize, image: imageUrl(crest), fit: [crestSize, crestSize] }]
  return { stack: [{ columns: [...picture, named], columnGap: 12, margin: [0, 0, 0, 8] }, rule(width, 1.2)] }
}

/** The first byte tells the two apart: a JPEG begins with FF. */
const imageUrl = (bytes: Uint8Array): string => `data:image/${bytes[0] === 0xff ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`

/** Label above value, four beside each other. */
function factsGrid(facts: ReportDocument['facts']): PdfContent {
  const across = 4
  const lines = Array.from({ length: Math.ceil(facts.length / across) }, (_, line) => facts.slice(line * across, (line + 1) * across))
  const cell = ({ label, value }: ReportDocument['facts'][number]): PdfColumn => ({ width: `${100 / across}%`, stack: [{ text: label, fontSize: 8, color: ink.muted }, { text: value, fontSize: 10.5, bold: true, color: ink.text }] })
  return { margin: [0, 0, 0, 4], stack: lines.map((line): PdfContent => ({ columns: line.map(cell), columnGap: 10, margin: [0, 0, 0, 5] })) }
}

const chartHeight = 170
const gap = 16

/** Plots two beside each other, as on the screen; what they show stands in the tables too. */
function chartsContent(charts: readonly ReportChart[], width: number, language: Language): PdfContent[] {
  const shown = charts.filter(({ series }) => series.some(({ points }) => points.length > 0))
  if (shown.length === 0) return []
  const each = shown.length === 1 ? width : (width - gap) / 2
  const plots = shown.map((chart): PdfColumn => ({ width: each, stack: [{ text: chart.title, bold: true, fontSize: 9, color: ink.text, margin: [0, 0, 0, 4] }, { svg: chartSvg(chart, { width: each, height: chartHeight, locale: `${language}-CA`, empty: '' }), width: each }] }))
  return Array.from({ length: Math.ceil(plots.length / 2) }, (_, row) => ({ columns: plots.slice(row * 2, row * 2 + 2), columnGap: gap, unbreakable: true, margin: [0, 12, 0, 0] as [number, number, number, number] }))
}
