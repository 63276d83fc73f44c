/** The day report as a file that any spreadsheet opens as it is meant (domain.md 4.20 ▶). Pure. */
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { ReportRow } from './queries.ts'
import { words } from './words.ts'

export interface DayLists {
  readonly movements: readonly ReportRow[]
  readonly inside: readonly ReportRow[]
}

/** One table, every row of the same width: header, movements, then who is inside. Times are the unit's own. */
export function dayTable({ movements, inside }: DayLists, unit: UnitTime, language: Language): string[][] {
  const { headers, direction, method, flagReason, ...list } = words[language]
  const line = (name: string) => (row: ReportRow) => [
    name,
    row.serviceNumber,
    row.rank,
    row.lastName,
    row.firstName,
    row.division ?? '',
    direction[row.direction],
    localTime(row.at, unit),
    row.station,
    row.reader ?? '',
    method[row.method],
    row.flagReason === null ? '' : (flagReason[row.flagReason] ?? row.flagReason),
  ]
  return [[...headers], ...movements.map(line(list.movement)), ...inside.map(line(list.inside))]
}
