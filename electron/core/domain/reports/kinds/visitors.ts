/** Who visited in a period (domain.md 4.8, 4.20: visitor-summary). */
import { badgeName } from '../../../../../shared/domain/badge-serial.ts'
import { datesBetween } from '../../../../../shared/domain/civil-date.ts'
import { foldText, searchTerms } from '../../../../../shared/domain/fold-text.ts'
import { fullName } from '../../../../../shared/domain/names.ts'
import { createDayFinder } from '../../../../../shared/domain/operational-day.ts'
import { weekOf } from '../../../../../shared/domain/operational-week.ts'
import { refuse } from '../../../kit/refusal.ts'
import { countHistory, readHistory, type VisitRow } from '../../visitors/queries.ts'
import { readVisitTypes } from '../../definitions/read.ts'
import { collatorIn, dateIn, dateTimeIn, durationIn, nameIn, plainTable, type Column } from '../layout.ts'
import { windowOf } from '../period.ts'
import { mostRows, type ReportBuilder, type ReportContext, type SpecOf } from '../report.ts'
import { words } from '../words/visitors.ts'

const page = 100
/** Of organizations, each in a row of its own. */
const mostOrganizations = 50

const minutesOf = ({ visit: { since, until } }: VisitRow): number => Math.round(((until ?? since).getTime() - since.getTime()) / 60_000)
const isForgotten = ({ visit: { endedBy } }: VisitRow): boolean => endedBy === 'lockup_sequence' || endedBy === 'daily_reset'

/** The visits that fit, the earliest first, read in pages. Refuses `period_invalid`, `report_too_long`. */
async function readAll({ from, to, visitType, organization }: SpecOf<'visitors'>, { database, unit, progress }: ReportContext): Promise<VisitRow[]> {
  const { start, end } = windowOf({ from, to }, unit)
  const terms = searchTerms(organization ?? '')
  const wanted = { from, to, search: terms.join(' '), types: visitType === null ? [] : [visitType], overstayed: false, cursor: null }
  const total = await database.read((tx) => countHistory(tx, wanted, start, end))
  // A search looks at names too: of what it finds, only some are of that organization.
  if (terms.length === 0 && total > mostRows) throw refuse('report_too_long', { rows: total, most: mostRows })
  const rows: VisitRow[] = []
  let cursor: { at: string; id: string } | null = null
  for (let seen = 0; ; ) {
    const batch: VisitRow[] = await database.read((tx) => readHistory(tx, { ...wanted, cursor, limit: page }, start, end))
    const own = batch.slice(0, page)
    seen += own.length
    rows.push(...own.filter(({ visit }) => terms.every((term) => foldText(visit.organization ?? '').includes(term))))
    if (rows.length > mostRows) throw refuse('report_too_long', { rows: rows.length, most: mostRows })
    progress(total === 0 ? 1 : Math.min(1, seen / total))
    const last = own.at(-1)
    if (batch.length <= page || last === undefined) return rows.toReversed()
    cursor = { at: last.visit.since.toISOString(), id: last.visit.id }
  }
}

interface Figures {
  readonly name: string
  readonly visits: number
  readonly unique: number
  /** Minutes; null where nobody left. */
  readonly average: number | null
}

function figuresOf(name: string, rows: readonly VisitRow[]): Figures {
  const stays = rows.filter((row) => row.visit.until !== null && !isForgotten(row)).map(minutesOf)
  const names = new Set(rows.flatMap(({ visit: { searchName } }) => (searchName === '' ? [] : [searchName])))
  return { name, visits: rows.length, unique: names.size, average: stays.length === 0 ? null : Math.round(stays.reduce((sum, minutes) => sum + minutes, 0) / stays.length) }
}

/** Refuses `period_invalid`, `report_too_long`. */
export const visitors: ReportBuilder<'visitors'> = async (spec, context) => {
  const { database, unit, settings: { formatting }, language } = context
  const { from, to, visitType, organization } = spec
  const say = words[language]
  const rows = await readAll(spec, context)
  const types = new Map((await database.read(readVisitTypes)).map((type) => [type.code, nameIn(type, language)]))
  const typeOf = (code: string): string => types.get(code) ?? code
  const date = (civil: string): string => dateIn(civil, formatting.dateFormat, language)
  const at = (moment: Date): string => dateTimeIn(moment, unit, formatting.dateFormat, language)

  const columns: Column<VisitRow>[] = [
    { label: say.columns.name, weight: 2, cell: ({ visit }) => (visit.disposedAt === null ? fullName(visit) : { text: say.disposed, tone: 'muted' }) },
    { label: say.columns.organization, weight: 1.5, cell: ({ visit }) => visit.organization ?? '' },
    { label: say.columns.type, weight: 1, cell: ({ visit }) => typeOf(visit.visitType) },
    { label: say.columns.purpose, weight: 1.4, cell: ({ visit }) => visit.details ?? say.purpose[visit.purpose] },
    { label: say.columns.host, weight: 1.3, cell: ({ hostName }) => hostName ?? '' },
    { label: say.columns.event, weight: 1, cell: ({ eventName }) => eventName ?? '' },
    { label: say.columns.pass, weight: 0.7, cell: ({ passLabel, passSerial }) => (passSerial === null ? '' : badgeName({ label: passLabel, serial: passSerial })) },
    { label: say.columns.in, weight: 1.4, cell: ({ visit }) => at(visit.since) },
    { label: say.columns.out, weight: 1.4, cell: (row) => (row.visit.until === null ? { text: say.inside, tone: 'warning' } : isForgotten(row) ? { text: `${at(row.visit.until)} (${say.forgotten})`, tone: 'warning' } : at(row.visit.until)) },
    { label: say.columns.stay, weight: 0.8, align: 'end', cell: (row) => (row.visit.until === null ? '' : durationIn(minutesOf(row))) },
  ]

  const collator = collatorIn(language)
  const grouped = (keyOf: (row: VisitRow) => string): Figures[] => [...Map.groupBy(rows, keyOf)].map(([name, own]) => figuresOf(name, own)).toSorted((a, b) => b.visits - a.visits || collator.compare(a.name, b.name))
  const organizationOf = ({ visit: { organization: name } }: VisitRow): string => name ?? say.noOrganization
  const organizations = grouped(organizationOf)
  const shown = organizations.slice(0, mostOrganizations)
  const shownNames = new Set(shown.map(({ name }) => name))
  const others = rows.filter((row) => !shownNames.has(organizationOf(row)))
  const figures = (label: string): Column<Figures>[] => [
    { label, weight: 2.5, cell: ({ name }) => name },
    { label: say.visits, weight: 1, align: 'end', cell: ({ visits }) => String(visits) },
    { label: say.unique, weight: 1, align: 'end', cell: ({ unique }) => String(unique) },
    { label: say.average, weight: 1, align: 'end', cell: ({ average }) => (average === null ? '' : durationIn(average)) },
  ]

  const all = figuresOf('', rows)
  const days = datesBetween(from, to)
  const step = days.length <= 31 ? 'day' : days.length <= 26 * 7 ? 'week' : 'month'
  const bucketOf = (day: string): string => ({ day, week: weekOf(day).monday, month: day.slice(0, 7) })[step]
  const counts = new Map(days.map((day) => [bucketOf(day), 0]))
  const dayOf = createDayFinder(unit)
  for (const { visit } of rows) {
    const bucket = bucketOf(dayOf(visit.since))
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
  }

  return {
    kind: 'visitors',
    title: say.title,
    facts: [
      { label: say.period, value: `${date(from)} ${say.to} ${date(to)}` },
      { label: say.type, value: visitType === null ? say.allTypes : typeOf(visitType) },
      ...(organization === null || organization === '' ? [] : [{ label: say.organization, value: organization }]),
      { label: say.visits, value: String(all.visits) },
      { label: say.unique, value: String(all.unique) },
      ...(all.average === null ? [] : [{ label: say.average, value: durationIn(all.average) }]),
    ],
    charts: [{ id: 'visits', title: say.chart[step], shape: 'bars', unit: '', max: null, series: [{ name: say.visits, points: [...counts].map(([bucket, value]) => ({ label: step === 'month' ? bucket : date(bucket), value })) }] }],
    tables: [
      plainTable({ id: 'visits', title: say.records, empty: say.empty }, columns, rows),
      plainTable({ id: 'types', title: say.byType, empty: say.empty }, figures(say.type), grouped(({ visit }) => typeOf(visit.visitType))),
      plainTable({ id: 'organizations', title: say.byOrganization, empty: say.empty }, figures(say.organization), others.length === 0 ? shown : [...shown, figuresOf(say.rest, others)]),
    ],
    notes: say.notes,
    isLandscape: true,
  }
}
