/** The day report as a file that any spreadsheet opens as it is meant (domain.md 4.20 ▶). Pure. */
import { localTime, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import type { AttendeeRow } from './attendee-rows.ts'
import type { ReportRow } from './queries.ts'
import type { VisitorRow } from './visitor-rows.ts'
import { words } from './words.ts'

export interface DayLists {
  readonly movements: readonly ReportRow[]
  readonly inside: readonly ReportRow[]
  readonly visitorMoves: readonly VisitorRow[]
  readonly visitorsInside: readonly VisitorRow[]
  readonly attendeeMoves: readonly AttendeeRow[]
  readonly attendeesInside: readonly AttendeeRow[]
}

/** One table, every row of the same width: header, movements, who is inside, and the same of visitors and attendees. Times are the unit's own. */
export function dayTable({ movements, inside, visitorMoves, visitorsInside, attendeeMoves, attendeesInside }: DayLists, unit: UnitTime, language: Language): string[][] {
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
  // A visitor has no number; the organization stands where members have their division.
  const visitorLine = (name: string) => (row: VisitorRow) => [name, '', row.rank, row.lastName, row.firstName, row.organization, direction[row.direction], localTime(row.at, unit), row.station, '', list.visitorMethod[row.method], '']
  // Lists of events have names in one piece.
  const attendeeLine = (name: string) => (row: AttendeeRow) => [name, '', row.rank, row.name, '', row.organization, direction[row.direction], localTime(row.at, unit), row.station, row.reader, list.attendeeMethod[row.method], '']
  return [[...headers], ...movements.map(line(list.movement)), ...inside.map(line(list.inside)), ...visitorMoves.map(visitorLine(list.visitor)), ...visitorsInside.map(visitorLine(list.visitorInside)), ...attendeeMoves.map(attendeeLine(list.attendee)), ...attendeesInside.map(attendeeLine(list.attendeeInside))]
}
