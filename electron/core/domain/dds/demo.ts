/** The invented unit's duty at this moment: this week's DDS came first, took the duty and opened the building. */
import { and, eq } from 'drizzle-orm'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { instantOf, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { ddsAssignment, memberPresence } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import type { Actor } from '../audit/write.ts'
import { readDutyDay, type DutyDay } from '../duty/duty-day.ts'
import { lockPerson } from '../lockup/custody.ts'
import { activate } from './assignments.ts'

interface Day {
  readonly at: Date
  readonly unitTime: UnitTime
}

const twoMinutes = 120_000

export const demoDuty = {
  /** Who is to be among the first of today. */
  opener: async (tx: Tx, { at, unitTime }: Day): Promise<string | null> => (await readDutyDay(tx, at, unitTime)).thisWeek?.memberId ?? null,

  /** Once people have come in. Where the day is too young for anybody to be there, the building stays secured. */
  async take(tx: Tx, { at, unitTime }: Day): Promise<void> {
    const planned = await readDutyDay(tx, at, unitTime)
    if (planned.thisWeek === null) return
    const { memberId, displayName } = planned.thisWeek
    const [inside] = await tx.select({ since: memberPresence.at }).from(memberPresence).where(and(eq(memberPresence.memberId, memberId), eq(memberPresence.direction, 'in')))
    if (inside === undefined) return
    await fillWeek(tx, planned, memberId, unitTime)
    const duty = await readDutyDay(tx, at, unitTime)
    const taken = new Date(Math.min(inside.since.getTime() + twoMinutes, at.getTime()))
    const actor: Actor = { kind: 'member', id: memberId, name: displayName, stationId: 'front-door' }
    // On the first day of the week it comes from the one before.
    const how = duty.handover === 'none' ? ({ action: 'self_accepted', audit: 'dds_accept' } as const) : ({ action: 'transferred', audit: 'dds_transfer' } as const)
    await activate(tx, await lockPerson(tx, memberId), duty, how, { at: taken, actor, stationId: 'front-door', unitTime, note: 'Alarm off, opening rounds done' })
  },
}

/** The days of this week that are over were theirs too. */
async function fillWeek(tx: Tx, { today, week }: DutyDay, memberId: string, unitTime: UnitTime): Promise<void> {
  for (let date = week.monday; date < today; date = addDays(date, 1)) {
    const acceptedAt = instantOf(date, '07:35', unitTime)
    await tx.insert(ddsAssignment).values({ id: newId(), memberId, operationalDate: date, status: 'active', acceptedAt, createdAt: acceptedAt, updatedAt: acceptedAt })
  }
}
