/** How every report writes dates, times and figures, and lays out people and tables (domain.md 4.20). */
import { localDateTime, operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Organization, ReportCell, ReportTable } from '../../../../shared/domain/reports.ts'
import type { Language } from '../../../../shared/i18n/index.ts'

type DateFormat = ReportSettings['formatting']['dateFormat']
type SortOrder = ReportSettings['formatting']['defaultSortOrder']

// Written out: what Intl makes of them differs from one version of its data to the next, and a report may not.
const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
} as const

/** A civil date as the unit writes it; the name of the month is in the language. */
export function dateIn(date: string, format: DateFormat, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (format === 'YYYY-MM-DD') return date
  return format === 'MM/DD/YYYY' ? `${month}/${day}/${year}` : `${day} ${months[language][Number(month) - 1] ?? month} ${year}`
}

/** `HH:MM` on the unit's clock. */
export const timeIn = (at: Date, { zone }: Pick<UnitTime, 'zone'>): string => localDateTime(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** Date and time on the unit's clock. */
export function dateTimeIn(at: Date, { zone }: Pick<UnitTime, 'zone'>, format: DateFormat, language: Language): string {
  const local = localDateTime(at, zone)
  return `${dateIn(local.toPlainDate().toString(), format, language)} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The time alone on the operational day itself; with its date before. */
export function sinceIn(now: Date, unit: UnitTime, format: DateFormat, language: Language): (at: Date) => string {
  // The day’s ends are reckoned once: for each of 500 rows they would hold the desk up.
  const { start, end } = operationalDayWindow(operationalDate(now, unit), unit)
  return (at) => (at >= start && at < end ? timeIn(at, unit) : dateTimeIn(at, unit, format, language))
}

/** A whole percentage, `83%` or `83 %` with a space that does not break. */
export const percentIn = (percent: number, language: Language): string => `${Math.round(percent)}${language === 'fr' ? '\u00a0' : ''}%`

/** How much the part is of the whole, in per cent; null of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100)

/** `2 h 05`, the same in both languages. @param minutes whole */
export const durationIn = (minutes: number): string => `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`

/** What an administrator named in both languages. */
export const nameIn = ({ name, nameFr }: { readonly name: string; readonly nameFr: string | null }, language: Language): string => (language === 'fr' ? (nameFr ?? name) : name)

/** The order of words of a language: accents are no letters of their own, numbers count as numbers. */
export const collatorIn = (language: Language): Intl.Collator => new Intl.Collator(`${language}-CA`, { numeric: true })

export interface Placed {
  readonly division: { readonly code: string; readonly name: string } | null
  /** Greater is senior. */
  readonly rankOrder: number
  readonly lastName: string
  readonly firstName: string
  /** Makes the order complete. */
  readonly id: string
}

/** Codes are no words: the same order in both languages. Whoever has no division comes last. */
const byCode = (a: string | null, b: string | null): number => Number(a === null) - Number(b === null) || Number((a ?? '') > (b ?? '')) - Number((a ?? '') < (b ?? ''))

/** People in the order of reports: rank is seniority, greatest first (⚠ 4.20: it was sorted as text). */
export function inOrder<P extends Placed>(people: readonly P[], order: SortOrder, language: Language): P[] {
  const collator = collatorIn(language)
  const byName = (a: P, b: P): number => collator.compare(a.lastName, b.lastName) || collator.compare(a.firstName, b.firstName) || (a.id < b.id ? -1 : Number(a.id > b.id))
  const byRank = (a: P, b: P): number => b.rankOrder - a.rankOrder || byName(a, b)
  const compare = { division_rank: (a: P, b: P) => byCode(a.division?.code ?? null, b.division?.code ?? null) || byRank(a, b), rank: byRank, alphabetical: byName }[order]
  return people.toSorted(compare)
}

export interface DivisionGroup<P> {
  /** Null for whoever has none. */
  readonly code: string | null
  readonly name: string
  readonly people: readonly P[]
}

/** By division, in the order of their codes, whoever has none last; the people of each stay in the order they came in. */
export function groupByDivision<P extends Pick<Placed, 'division'>>(people: readonly P[], none: string): DivisionGroup<P>[] {
  const groups = [...Map.groupBy(people, ({ division }) => division?.code ?? null)].map(([code, ofIt]) => ({ code, name: ofIt[0]?.division?.name ?? none, people: ofIt }))
  return groups.toSorted((a, b) => byCode(a.code, b.code))
}

export interface Column<Row> {
  readonly label: string
  readonly weight: number
  /** Numbers stand at the right; absent = at the left. */
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReportCell | string
}

interface RowGroup<Row> {
  readonly title: string | null
  readonly isOwnPage: boolean
  readonly rows: readonly Row[]
}

/** The groups of a table, as its people are to be laid out. */
export const organized = <P extends Pick<Placed, 'division'>>(people: readonly P[], organization: Organization, none: string): RowGroup<P>[] =>
  organization === 'full_unit' || organization === 'specific_member'
    ? [{ title: null, isOwnPage: false, rows: people }]
    : groupByDivision(people, none).map(({ name, people: rows }) => ({ title: name, isOwnPage: organization === 'separated_by_division', rows }))

type Heading = Pick<ReportTable, 'id' | 'title' | 'empty'>

/** A table of rows in groups. */
export function groupedTable<Row>(heading: Heading, columns: readonly Column<Row>[], groups: readonly RowGroup<Row>[]): ReportTable {
  const toCell = (cell: ReportCell | string): ReportCell => (typeof cell === 'string' ? { text: cell } : cell)
  return {
    ...heading,
    columns: columns.map(({ label, weight, align = 'start' }) => ({ label, align, weight })),
    groups: groups.map(({ title, isOwnPage, rows }) => ({ title, isOwnPage, rows: rows.map((row) => columns.map(({ cell }) => toCell(cell(row)))) })),
  }
}

/** A table with one group. */
export const plainTable = <Row>(heading: Heading, columns: readonly Column<Row>[], rows: readonly Row[]): ReportTable => groupedTable(heading, columns, [{ title: null, isOwnPage: false, rows }])
