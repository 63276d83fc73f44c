/** Who is expected tonight and never came in (trust.md: nobody else offers that list): beside the missing, never counted among them. */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { attendeeName } from '../../../../shared/domain/access-events.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { dueReasons } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent, attendee, division, member, memberPresence, rank } from '../../db/schema/index.ts'
import { readDutyDay } from '../duty/duty-day.ts'
import { toDivision } from '../presence/outcome.ts'
import { readNightWatch } from '../schedule/tonight.ts'
import { readPhones, type MusterPerson } from './inside.ts'

export interface DuePerson extends MusterPerson {
  readonly due: (typeof dueReasons)[number]
}

const notInside = { organization: null, hostName: null, hostPhone: null, pass: null, since: null, stationName: null }

/** Each once, by the gravest reason. */
export async function readDue(tx: Tx, now: Date, unit: UnitTime): Promise<DuePerson[]> {
  const today = operationalDate(now, unit)
  const { start } = operationalDayWindow(today, unit)
  const duty = await readDutyDay(tx, now, unit)
  const watch = await readNightWatch(tx, today, { unitTime: () => unit })
  const attending = await tx
    .select({ attendee, memberId: attendee.memberId })
    .from(attendee)
    .innerJoin(accessEvent, eq(accessEvent.id, attendee.eventId))
    .where(
      and(
        eq(accessEvent.status, 'active'),
        inArray(attendee.status, ['pending', 'active']),
        sql`${today}::date between coalesce(${attendee.accessStart}, ${accessEvent.startDate}) and coalesce(${attendee.accessEnd}, ${accessEvent.endDate})`,
        or(isNull(attendee.movedAt), sql`${attendee.movedAt} < ${start.toISOString()}::timestamptz and ${attendee.direction} = 'out'`),
      ),
    )
    .orderBy(attendee.searchName, attendee.id)

  const reasons = new Map<string, DuePerson['due']>()
  for (const id of attending.flatMap(({ memberId }) => memberId ?? [])) reasons.set(id, 'event')
  for (const { member: person } of watch.team) reasons.set(person.id, 'duty_watch')
  for (const person of [duty.thisWeek, duty.live]) if (person !== null) reasons.set(person.memberId, 'dds')
  return [...(await readMembersDue(tx, reasons, start)), ...attending.flatMap(({ attendee: row }) => (row.memberId === null ? [toDue(row)] : []))]
}

const toDue = (row: typeof attendee.$inferSelect): DuePerson => ({ ...notInside, kind: 'attendee', personId: row.id, rank: row.rank ?? '', lastName: row.name, firstName: '', displayName: attendeeName(row), division: null, organization: row.organization, phone: null, presenceRef: row.movedAt?.toISOString() ?? null, due: 'event' })

/** Of these, who has not been in since the day began. */
async function readMembersDue(tx: Tx, reasons: ReadonlyMap<string, DuePerson['due']>, start: Date): Promise<DuePerson[]> {
  const ids = [...reasons.keys()]
  if (ids.length === 0) return []
  const phones = await readPhones(tx, ids)
  const rows = await tx
    .select({ id: member.id, rank: rank.code, lastName: member.lastName, firstName: member.firstName, displayName: member.displayName, divisionCode: division.code, divisionName: division.name, direction: memberPresence.direction, at: memberPresence.at, movementId: memberPresence.movementId })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(inArray(member.id, ids))
    .orderBy(member.lastName, member.firstName, member.id)
  return rows
    .filter(({ direction, at }) => direction !== 'in' && (at === null || at < start))
    .map((row): DuePerson => ({ ...notInside, kind: 'member', personId: row.id, rank: row.rank, lastName: row.lastName, firstName: row.firstName, displayName: row.displayName, division: toDivision(row), phone: phones.get(row.id) ?? null, presenceRef: row.movementId, due: reasons.get(row.id) ?? 'event' }))
}
