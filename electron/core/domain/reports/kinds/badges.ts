/** Every badge of the unit, with whom it is and from whom it is outstanding (domain.md 4.5; screens.md 1.10). */
import { serialTail } from '../../../../../shared/domain/badge-serial.ts'
import { refuse } from '../../../kit/refusal.ts'
import { countBadges, readBadges, type BadgeListRow } from '../../badges/inventory-queries.ts'
import { readBadgeStatuses } from '../../definitions/read.ts'
import { dateTimeIn, nameIn, plainTable, type Column } from '../layout.ts'
import { mostRows, type ReportBuilder } from '../report.ts'
import { words } from '../words/badges.ts'

const page = 500
const kinds = ['member', 'visitor', 'event'] as const

interface Totals {
  readonly name: string
  readonly rows: readonly BadgeListRow[]
}

/** Refuses `report_too_long`. */
export const badges: ReportBuilder<'badges'> = async ({ outstandingOnly }, { database, unit, settings: { formatting }, language, progress }) => {
  const say = words[language]
  const wanted = { search: '', statuses: [], kinds: [], assigned: null, outstanding: outstandingOnly, includeRetired: true, limit: page }
  const total = await database.read((tx) => countBadges(tx, { ...wanted, page: 1 }))
  if (total > mostRows) throw refuse('report_too_long', { rows: total, most: mostRows })
  const statuses = await database.read(readBadgeStatuses)
  const rows: BadgeListRow[] = []
  for (let number = 1; ; number += 1) {
    const batch = await database.read((tx) => readBadges(tx, { ...wanted, page: number }))
    rows.push(...batch)
    progress(total === 0 ? 1 : Math.min(1, rows.length / total))
    if (batch.length < page) break
  }

  const tones = new Map(statuses.map(({ code, isUsable }) => [code, isUsable ? undefined : code === 'lost' ? ('critical' as const) : ('muted' as const)]))
  const names = new Map(statuses.map((status) => [status.code, nameIn(status, language)]))
  const at = (moment: Date | null): string => (moment === null ? '' : dateTimeIn(moment, unit, formatting.dateFormat, language))
  const columns: Column<BadgeListRow>[] = [
    { label: say.columns.serial, weight: 0.8, cell: ({ serial }) => `…${serialTail(serial)}` },
    { label: say.columns.label, weight: 1.1, cell: ({ label }) => label ?? '' },
    { label: say.columns.kind, weight: 0.9, cell: ({ kind }) => say.kind[kind] },
    { label: say.columns.status, weight: 1, cell: ({ status }) => ({ text: names.get(status) ?? status, tone: tones.get(status) }) },
    { label: say.columns.holder, weight: 2, cell: ({ holderName, isLent, lentName }) => holderName ?? (isLent ? `${lentName ?? ''} (${say.lent})` : '') },
    { label: say.columns.lastUsed, weight: 1.5, cell: ({ lastUsedAt }) => (lastUsedAt === null ? { text: say.never, tone: 'muted' } : at(lastUsedAt)) },
    { label: say.columns.outstandingFrom, weight: 2, cell: ({ isOut, outstandingName }) => (isOut ? { text: outstandingName ?? '', tone: 'warning' } : '') },
    { label: say.columns.outstandingSince, weight: 1.5, cell: ({ isOut, outstandingSince }) => (isOut ? at(outstandingSince) : '') },
  ]
  const figure = (label: string, counts: (row: BadgeListRow) => boolean): Column<Totals> => ({ label, weight: 1, align: 'end', cell: (group) => String(group.rows.filter(counts).length) })
  const used = kinds.map((kind) => ({ name: say.kind[kind], rows: rows.filter((row) => row.kind === kind) })).filter((group) => group.rows.length > 0)
  const isHeld = ({ holderName, isLent }: BadgeListRow): boolean => holderName !== null || isLent
  const isOut = (row: BadgeListRow): boolean => row.isOut

  return {
    kind: 'badges',
    title: say.title,
    facts: [
      { label: say.shown, value: outstandingOnly ? say.outstandingOnly : say.everything },
      { label: say.badges, value: String(rows.length) },
      { label: say.held, value: String(rows.filter(isHeld).length) },
      { label: say.outstanding, value: String(rows.filter(isOut).length) },
    ],
    charts: [],
    tables: [
      plainTable({ id: 'badges', title: say.badges, empty: say.empty }, columns, rows),
      plainTable<Totals>(
        { id: 'totals', title: say.totals, empty: say.empty },
        [{ label: say.columns.kind, weight: 1.5, cell: ({ name }) => name }, ...statuses.map(({ code }) => figure(names.get(code) ?? code, (row) => row.status === code)), figure(say.held, isHeld), figure(say.outstanding, isOut), figure(say.total, () => true)],
        used.length > 1 ? [...used, { name: say.total, rows }] : used,
      ),
    ],
    notes: say.notes,
    isLandscape: true,
  }
}
