/** What leaving the building brings with it, whichever way somebody leaves (domain.md 4.2, 4.14). */
import { and, eq, inArray, isNull, lt, notExists, sql } from 'drizzle-orm'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { liveDuty, memberPresence } from '../../db/schema/index.ts'
import { readAuthorised } from '../duty/authority.ts'
import { readDutyDay } from '../duty/duty-day.ts'
import type { ScanOutcome } from './outcome.ts'

type Reason = NonNullable<typeof liveDuty.$inferSelect['endReason']>

/** A seat that somebody fills for the time being ends with their stay. @returns how many ended */
export async function endLiveDuties(tx: Tx, memberIds: readonly string[], at: Date, reason: Reason): Promise<number> {
  const ended = await tx
    .update(liveDuty)
    .set({ endedAt: at, endReason: reason })
    // A reset that is late leaves alone what began after its rollover.
    .where(and(inArray(liveDuty.memberId, [...memberIds]), isNull(liveDuty.endedAt), reason === 'daily_reset' ? lt(liveDuty.startedAt, at) : undefined))
    .returning({ id: liveDuty.id })
  return ended.length
}

/** The same for whoever is not inside, after the record was changed by hand: it may have been many. @returns how many ended */
export async function endDutiesOfAbsent(tx: Tx, at: Date): Promise<number> {
  const inside = tx.select({ one: sql`1` }).from(memberPresence).where(and(eq(memberPresence.memberId, liveDuty.memberId), eq(memberPresence.direction, 'in')))
  const ended = await tx.update(liveDuty).set({ endedAt: at, endReason: 'member_checkout' }).where(and(isNull(liveDuty.endedAt), notExists(inside))).returning({ id: liveDuty.id })
  return ended.length
}

/**
 * Whoever holds lockup stays until they have handed it over or secured the building (4.15).
 * @returns what they may do instead; undefined = they may go
 */
export async function readHold(tx: Tx, memberId: string, scanId: string, now: Date, unit: UnitTime): Promise<ScanOutcome['options'] | undefined> {
  const { rows } = (await tx.execute(sql`
    select (select holder_id from lockup_cycle where status <> 'secured') as "holderId",
      exists (select 1 from refused_scan where scan_id = ${scanId} and outcome = 'lockup_held') as "wasHeld"`)) as unknown as { rows: { holderId: string | null; wasHeld: boolean }[] }
  const [found] = rows
  // A scan that was held back, asked again after a lost answer, must not let its holder out once lockup went to another.
  if (found?.holderId !== memberId && found?.wasHeld !== true) return undefined
  const inside = await readAuthorised(tx, { now, duty: await readDutyDay(tx, now, unit), memberIds: null })
  return ['lock_up', ...(inside.some((person) => person.memberId !== memberId) ? (['hand_over'] as const) : [])]
}
