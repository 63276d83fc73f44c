/** One operational day as a file: older than the other reports, and read by programs that know it (domain.md 4.3 ▶, 4.20). */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { isCivilDate } from '../../../../shared/domain/civil-date.ts'
import { operationalDate, operationalDayWindow } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { toCsv } from '../tables/table-file.ts'
import { readAttendeeMoves, readAttendeesAt } from './attendee-rows.ts'
import { dayTable } from './day-csv.ts'
import { readDayMovements, readInsideAt, readInsideNow } from './queries.ts'
import { readVisitorMoves, readVisitorsAt } from './visitor-rows.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/**
 * The operational day `date` (today when absent) as CSV: its movements, and who is inside now or was at its end.
 * Refuses `date_in_future`, and `invalid_input` for a day that the calendar does not have. Audited in the same act.
 */
export async function dayReport({ database, clock, log }: Dependencies, { date: wanted, language }: InputOf<typeof reports.day>, actor: Actor): Promise<OutputOf<typeof reports.day>> {
  if (wanted !== undefined && !isCivilDate(wanted)) throw refuse('invalid_input', { field: 'date', problem: 'there is no such day' })
  const report = await database.transaction(async (tx) => {
    const unit = await readUnitProfile(tx)
    const at = clock.now()
    const today = operationalDate(at, unit)
    const date = wanted ?? today
    if (date > today) throw refuse('date_in_future', { date })

    const { start, end } = operationalDayWindow(date, unit)
    const movements = await readDayMovements(tx, start, end)
    const inside = date === today ? await readInsideNow(tx) : await readInsideAt(tx, end)
    const visitorMoves = await readVisitorMoves(tx, start, end)
    const visitorsInside = await readVisitorsAt(tx, date === today ? null : end)
    const attendeeMoves = await readAttendeeMoves(tx, start, end)
    const attendeesInside = await readAttendeesAt(tx, date === today ? null : end)
    const counts = { movements: movements.length + visitorMoves.length + attendeeMoves.length, inside: inside.length + visitorsInside.length + attendeesInside.length }
    await writeAudit(tx, { at, actor, action: 'report_export', entityType: 'report', entityId: `day/${date}`, details: { language, ...counts } })
    return { date, counts, content: toCsv(dayTable({ movements, inside, visitorMoves, visitorsInside, attendeeMoves, attendeesInside }, unit, language)) }
  })
  log.info('report.day', { date: report.date, ...report.counts })
  return { fileName: `sentinel-day-${report.date}.csv`, mediaType: 'text/csv; charset=utf-8', content: report.content, operationalDate: report.date, ...report.counts }
}
