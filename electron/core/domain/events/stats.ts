/** How an event is attended: in numbers, by role, by organization, by day (domain.md 4.9). */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { attendeeStates } from '../../../../shared/domain/access-events.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { attendee, attendeeMovement, memberPresence, movement } from '../../db/schema/index.ts'
import { isInside } from './queries.ts'

type Stats = OutputOf<typeof events.stats>

const whole = (condition?: ReturnType<typeof sql>) => (condition === undefined ? sql<number>`count(*)` : sql<number>`count(*) filter (where ${condition})`).mapWith(Number)
/** A member who takes part has come when the door took them since they were put on the list. */
const hasCome = sql`(${attendee.direction} is not null or (${attendee.memberId} is not null and ${memberPresence.at} >= ${attendee.createdAt}))`

/** Counts 0 and not nothing where nobody takes part (⚠: upstream failed there). */
export async function readStats(tx: Tx, eventId: string, unit: UnitTime): Promise<Stats> {
  const of = eq(attendee.eventId, eventId)
  const counts = { total: whole(), came: whole(hasCome), inside: whole(isInside) }
  const [all] = await tx.select(counts).from(attendee).leftJoin(memberPresence, eq(memberPresence.memberId, attendee.memberId)).where(of)
  const by = (column: typeof attendee.role | typeof attendee.organization) => tx.select({ name: sql<string>`${column}`, ...counts }).from(attendee).leftJoin(memberPresence, eq(memberPresence.memberId, attendee.memberId)).where(of).groupBy(column).orderBy(desc(counts.total), asc(column))
  const statuses = await tx.select({ status: attendee.status, total: whole() }).from(attendee).where(of).groupBy(attendee.status)
  const came = await tx.select({ attendeeId: attendee.id, at: attendeeMovement.at }).from(attendeeMovement).innerJoin(attendee, eq(attendee.id, attendeeMovement.attendeeId)).where(and(of, eq(attendeeMovement.direction, 'in'), eq(attendeeMovement.voided, false)))
  const members = await tx.select({ attendeeId: attendee.id, at: movement.at }).from(attendee).innerJoin(movement, eq(movement.memberId, attendee.memberId)).where(and(of, eq(movement.direction, 'in'), eq(movement.voided, false), sql`${movement.at} >= ${attendee.createdAt}`))
  const days = Map.groupBy([...came, ...members], ({ at }) => operationalDate(at, unit))
  return {
    total: all?.total ?? 0,
    came: all?.came ?? 0,
    inside: all?.inside ?? 0,
    byStatus: attendeeStates.map((status) => ({ status, total: statuses.find((row) => row.status === status)?.total ?? 0 })),
    byRole: await by(attendee.role),
    byOrganization: await by(attendee.organization),
    days: [...days].map(([date, arrivals]) => ({ date, came: new Set(arrivals.map(({ attendeeId }) => attendeeId)).size })).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}
