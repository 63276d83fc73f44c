/** A muster on paper (screens.md P0-7): the sheet that is called from while it is open, and afterwards its report. Pure; the same muster gives the same paper. */
import { isAccounted, type MusterKind } from '../../../../shared/domain/muster.ts'
import { colon as colons } from '../../../../shared/domain/audit-words.ts'
import { localTime } from '../../../../shared/domain/operational-day.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { PdfContent, PdfDefinition } from '../documents/pdf.ts'
import { inOrder, rollKeys } from './order.ts'
import type { MusterReport } from './report.ts'
import type { Entry } from './roll.ts'
import { paperWords } from './words.ts'

export interface PaperFacts {
  readonly kind: MusterKind
  readonly startedAt: Date
  readonly startedBy: string
  /** Null = it is open: the sheet that is called from. */
  readonly ended: { readonly at: Date; readonly by: string; readonly reason: string | null; readonly remarks: string | null } | null
  readonly report: MusterReport
}

/** What a thread is given to make one. */
export interface PaperJob {
  readonly facts: PaperFacts
  readonly language: Language
}

type Words = (typeof paperWords)[Language]
interface Saying {
  readonly colon: string
  readonly words: Words
  readonly time: (instant: string | Date) => string
}

const widths = [12, '*', 50, 62, 130, 100]
// Made anew each time: the library writes into what it is given.
const frame = { type: 'rect', x: 0, y: 0, w: 10, h: 10, lineWidth: 0.8 } as const
const box = (): PdfContent => ({ canvas: [{ ...frame }] })
const ticked = (): PdfContent => ({ canvas: [{ ...frame }, { type: 'polyline', lineWidth: 1.4, points: [{ x: 2, y: 5 }, { x: 4.5, y: 8 }, { x: 8.5, y: 1.5 }] }] })

const layout = { hLineWidth: () => 0.5, vLineWidth: () => 0, hLineColor: () => '#777777', paddingTop: () => 2, paddingBottom: () => 2, paddingLeft: () => 3, paddingRight: () => 3 }

/** Without a name: a guest whose visit is disposed of. */
const nameOf = ({ rank, lastName, firstName }: Entry, { disposed }: Words): string => lastName === '' ? disposed : `${[rank, lastName].filter(Boolean).join(' ')}${firstName === '' ? '' : `, ${firstName}`}`

const partOf = ({ list, kind, division }: Entry, { parts }: Words): string =>
  list === 'due' ? parts.due : kind === 'visitor' ? parts.visitors : kind === 'attendee' ? parts.attendees : kind === 'unlisted' ? parts.unlisted : division === null ? parts.noDivision : `${division.code} – ${division.name}`

function contactOf({ organization, phone, host, pass, due }: Entry, { words, colon }: Saying): string {
  const hosted = host === null ? null : `${words.host}${colon}${[host.displayName, host.phone].filter(Boolean).join(' ')}`
  return [organization, phone, hosted, pass === null ? null : `${words.pass} ${pass}`, due === null ? null : words.due[due]].filter(Boolean).join(' · ')
}

const stateOf = ({ list, state, marked, change, badgeWarning, note }: Entry, { words, time }: Saying): string =>
  [list === 'late' ? words.late : null, words.states[state], marked === null ? null : `${time(marked.at).slice(11)} ${words.ways[marked.way]}`, change === null ? null : `${change.direction === 'out' ? words.wentOut : words.cameIn} ${time(change.at).slice(11, 16)}`, badgeWarning === null ? null : words.warnings[badgeWarning], note].filter(Boolean).join(' · ')

function rollTable(entries: readonly Entry[], saying: Saying): PdfContent {
  const { words, time } = saying
  const { columns } = words
  const head = ['', columns.name, columns.since, columns.door, columns.contact, columns.state].map((text) => ({ text, bold: true, fillColor: '#e6e6e6' }))
  const parts = Map.groupBy(inOrder(entries, rollKeys), (entry) => partOf(entry, words))
  const rows = [...parts].flatMap(([part, of]) => [
    [{ text: `${part} (${of.length})`, colSpan: 6, bold: true, fillColor: '#d0d0d0' }, '', '', '', '', ''],
    ...of.map((entry) => [isAccounted(entry.state) ? ticked() : box(), { text: nameOf(entry, words), bold: true }, entry.since === null ? '' : time(entry.since).slice(5, 16), entry.stationName ?? '', contactOf(entry, saying), stateOf(entry, saying)]),
  ])
  return { table: { headerRows: 1, dontBreakRows: true, widths, body: [head, ...rows] }, layout, fontSize: 8 }
}

const heading = (text: string): PdfContent => ({ text, bold: true, fontSize: 12, margin: [0, 12, 0, 4] })
const lineOf = ({ colon }: Saying) => (label: string, text: string): PdfContent => ({ text: [{ text: `${label}${colon}`, bold: true }, text], margin: [0, 1, 0, 1] })

function reportParts({ report }: PaperFacts, saying: Saying): PdfContent[] {
  const { words, time } = saying
  const { entries, marks } = report
  const missing = inOrder(entries.filter(({ list, state }) => list !== 'due' && !isAccounted(state)), rollKeys)
  const changes = inOrder(entries.flatMap((entry) => (entry.change === null ? [] : [{ name: entry.displayName || words.disposed, ...entry.change }])), ({ at, name }) => [at, name])
  const said = marks.map(({ at, name, state, way, by, stationName, note, badgeWarning }) => [time(at), name || words.disposed, words.states[state] || words.missing, [words.ways[way], by, stationName, badgeWarning === null ? null : words.warnings[badgeWarning], note].filter(Boolean).join(' · ')])
  return [
    heading(words.missing),
    missing.length === 0 ? { text: words.nobodyMissing } : { ul: missing.map((entry) => [nameOf(entry, words), partOf(entry, words), contactOf(entry, saying)].filter(Boolean).join(' · ')) },
    ...(changes.length === 0 ? [] : [heading(words.changes), { ul: changes.map(({ name, direction, at, stationName }) => `${time(at)} · ${name} · ${direction === 'out' ? words.wentOut : words.cameIn} · ${stationName}`) }]),
    ...(said.length === 0 ? [] : [heading(words.marks), { table: { dontBreakRows: true, widths: [92, 130, 80, '*'], body: said }, layout, fontSize: 8 }]),
  ]
}

export function musterPaper(facts: PaperFacts, language: Language): { definition: PdfDefinition; title: string } {
  const { kind, startedAt, startedBy, ended, report } = facts
  const words = paperWords[language]
  const saying: Saying = { words, colon: colons[language], time: (instant) => localTime(new Date(instant), report.unit) }
  const { time } = saying
  const line = lineOf(saying)
  const title = ended === null ? words.title[kind] : `${words.title[kind]} – ${words.report}`
  const { accounted, total } = report.counts
  const content: PdfContent[] = [
    { text: title, bold: true, fontSize: 18, alignment: 'center', ...(kind === 'drill' && { decoration: 'underline' as const }) },
    { text: report.unitName, fontSize: 12, alignment: 'center', margin: [0, 2, 0, 8] },
    line(words.begun, `${time(startedAt)}, ${words.by} ${startedBy}`),
    ended === null ? line(words.listOf, time(report.at)) : line(words.ended, `${time(ended.at)}, ${words.by} ${ended.by}`),
    { text: words.counts(accounted, total), bold: true, fontSize: 12, margin: [0, 4, 0, 4] },
    ...(ended === null || report.allSafeAt === null ? [] : [line(words.allSafe, time(report.allSafeAt))]),
    ...(ended?.reason ? [line(words.reason, ended.reason)] : []),
    ...(ended?.remarks ? [line(words.remarks, ended.remarks)] : []),
    ...(report.points.length === 0 ? [] : [line(words.points, report.points.join(', '))]),
    rollTable(report.entries, saying),
    ...(ended === null ? [] : reportParts(facts, saying)),
  ]
  const definition: PdfDefinition = {
    pageSize: report.pageSize === 'a4' ? 'A4' : 'LETTER',
    pageMargins: [36, 40, 36, 40],
    content,
    header: () => ({ text: `${words.title[kind]} · ${report.unitName}`, alignment: 'center', fontSize: 8, margin: [36, 16, 36, 0], bold: kind === 'drill' }),
    footer: (page, pages) => ({ columns: [{ text: `${words.title[kind]} · ${time(startedAt)}` }, { text: words.page(page, pages), alignment: 'right' }], fontSize: 8, margin: [36, 12, 36, 0] }),
  }
  return { definition, title: `${title} ${time(startedAt)}` }
}
