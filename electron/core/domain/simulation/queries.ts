/** What a simulation reads: who there is, where they are, and which days are taken. */
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { badge, badgeStatus, division, member, memberStatus, memberType, station } from '../../db/schema/index.ts'
import type { LastMovement } from '../presence/rules.ts'
import { categoryOf, type Category } from './people.ts'

export interface SimulatedPerson {
  readonly memberId: string
  readonly name: string
  readonly category: Category
  readonly badgeId: string
  readonly isUsable: boolean
  readonly status: string
  readonly admission: 'admit' | 'note' | 'refuse'
  readonly contractEnd: string | null
}

/** Whom the door lets in without a word and who holds a badge that works, by service number. */
export async function readPeople(tx: Tx): Promise<SimulatedPerson[]> {
  const rows = await tx
    .select({
      memberId: member.id,
      name: member.displayName,
      badgeId: badge.id,
      isUsable: badgeStatus.isUsable,
      status: member.status,
      admission: memberStatus.admission,
      contractEnd: member.contractEnd,
      divisionCode: division.code,
      isFullTime: memberType.isFullTime,
      notes: member.notes,
      classDetails: member.classDetails,
    })
    .from(member)
    .innerJoin(badge, eq(badge.memberId, member.id))
    .innerJoin(badgeStatus, eq(badgeStatus.code, badge.status))
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .innerJoin(memberType, eq(memberType.code, member.memberType))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(and(eq(badgeStatus.isUsable, true), eq(memberStatus.admission, 'admit'), isNotNull(badge.memberId)))
    .orderBy(asc(member.serviceNumber))
  return rows.map(({ divisionCode, isFullTime, notes, classDetails, ...person }) => ({ ...person, category: categoryOf({ divisionCode, isFullTime, notes, classDetails }) }))
}

/** Doors in use, in their order; without any the first scan makes a front door. */
export async function readDoors(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ id: station.id }).from(station).where(and(eq(station.isActive, true), sql`${station.id} <> ${systemStation}`)).orderBy(asc(station.displayOrder), asc(station.id))
  return rows.length === 0 ? ['front-door'] : rows.map(({ id }) => id)
}

interface LastRow extends Record<string, unknown> {
  readonly member_id: string
  readonly direction: 'in' | 'out'
  readonly at: string
  readonly recorded_at: string
}

/** Everybody's latest movement before `before`, straight from the record: what follows it must not be looked at. */
export async function readLastBefore(tx: Tx, before: Date): Promise<Map<string, LastMovement>> {
  const { rows } = (await tx.execute<LastRow>(sql`
    select m.id as member_id, v.direction, v.at, v.recorded_at from member m
    cross join lateral (select direction, at, recorded_at from movement where member_id = m.id and not voided and at < ${before.toISOString()} order by at desc, seq desc limit 1) v`)) as unknown as { rows: LastRow[] }
  return new Map(rows.map((row) => [row.member_id, { direction: row.direction, at: new Date(row.at), recordedAt: new Date(row.recorded_at) }]))
}

/** How many movements each of these operational days holds. */
export async function countByDay(tx: Tx, dates: readonly string[], unitTime: UnitTime): Promise<Map<string, number>> {
  const windows = dates.map((date) => ({ date, ...operationalDayWindow(date, unitTime) }))
  const { rows } = (await tx.execute<{ date: string; movements: number }>(sql`
    select d.date, (select count(*)::int from movement where at >= d.start and at < d."end") as movements
    from json_to_recordset(${JSON.stringify(windows)}::json) as d(date text, start timestamptz, "end" timestamptz)`)) as unknown as { rows: { date: string; movements: number }[] }
  return new Map(rows.map(({ date, movements }) => [date, movements]))
}
