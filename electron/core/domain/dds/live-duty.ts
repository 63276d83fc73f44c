/** A seat of the Duty Watch filled right now, for the rest of somebody's stay (domain.md 4.14). */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { dds } from '../../../../shared/contract/dds.ts'
import type { Tx } from '../../db/database.ts'
import { dutyPosition, liveDuty, member, qualificationGrant, qualificationType } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { lockPersonInside } from '../lockup/custody.ts'
import { holds } from '../qualifications/queries.ts'

type LiveDuties = OutputOf<typeof dds.liveDuties>

const watchRole = 'DUTY_WATCH'
const standing = isNull(liveDuty.endedAt)

export async function readLiveDuties(tx: Tx): Promise<LiveDuties> {
  const seats = await tx.select({ id: dutyPosition.id, code: dutyPosition.code, name: dutyPosition.name, nameFr: dutyPosition.nameFr, maxSlots: dutyPosition.maxSlots }).from(dutyPosition).where(eq(dutyPosition.roleCode, watchRole)).orderBy(asc(dutyPosition.displayOrder), asc(dutyPosition.id))
  const duties = await tx
    .select({ duty: liveDuty, displayName: member.displayName, seatCode: dutyPosition.code })
    .from(liveDuty)
    .innerJoin(member, eq(member.id, liveDuty.memberId))
    .innerJoin(dutyPosition, eq(dutyPosition.id, liveDuty.positionId))
    .where(standing)
    .orderBy(asc(dutyPosition.displayOrder), asc(liveDuty.startedAt), asc(liveDuty.id))
  return { seats, duties: duties.map(({ duty, displayName, seatCode }) => ({ id: duty.id, person: { id: duty.memberId, displayName }, seatId: duty.positionId, seatCode, startedAt: duty.startedAt.toISOString(), startedBy: duty.startedBy, note: duty.notes })) }
}

async function readSeat(tx: Tx, seatId: string) {
  const [seat] = await tx
    .select({ id: dutyPosition.id, code: dutyPosition.code, maxSlots: dutyPosition.maxSlots, qualificationTypeId: dutyPosition.qualificationTypeId, qualification: qualificationType.code })
    .from(dutyPosition)
    .leftJoin(qualificationType, eq(qualificationType.id, dutyPosition.qualificationTypeId))
    .where(and(eq(dutyPosition.id, seatId), eq(dutyPosition.roleCode, watchRole)))
    .for('update', { of: dutyPosition })
  if (seat === undefined) throw refuse('seat_unknown')
  return seat
}

/** Refuses `member_unknown`, `not_inside`, `seat_unknown`, `seat_held`, `seat_full`, `seat_not_qualified`. */
export async function setLiveDuty(tx: Tx, { memberId, seatId, note }: InputOf<typeof dds.setLiveDuty>, actor: Actor, at: Date): Promise<void> {
  const person = await lockPersonInside(tx, memberId)
  const seat = await readSeat(tx, seatId)
  const { duties } = await readLiveDuties(tx)
  const before = duties.find((duty) => duty.person.id === memberId)
  if (before?.seatId === seatId) throw refuse('seat_held', { name: person.displayName })
  if (seat.qualificationTypeId !== null) {
    const held = await tx.$count(qualificationGrant, and(eq(qualificationGrant.memberId, memberId), eq(qualificationGrant.typeId, seat.qualificationTypeId), holds(at)))
    if (held === 0) throw refuse('seat_not_qualified', { name: person.displayName, qualification: seat.qualification ?? seat.code })
  }
  const sitting = duties.filter((duty) => duty.seatId === seatId)
  if (sitting.length >= seat.maxSlots) throw refuse('seat_full', { seat: seat.code, count: seat.maxSlots })
  if (before !== undefined) await tx.update(liveDuty).set({ endedAt: at, endReason: 'reassigned' }).where(eq(liveDuty.id, before.id))
  const id = newId()
  await tx.insert(liveDuty).values({ id, memberId, positionId: seatId, notes: note === '' ? null : note, startedAt: at, startedBy: actor.name })
  await writeAudit(tx, { at, actor, action: 'duty_watch_live_assignment_set', entityType: 'live_duty', entityId: id, details: { memberId, name: person.displayName, before: before === undefined ? null : { seat: before.seatCode }, after: { seat: seat.code }, note } })
}

/** Refuses `live_duty_unknown`. */
export async function clearLiveDuty(tx: Tx, { liveDutyId, note }: InputOf<typeof dds.clearLiveDuty>, actor: Actor, at: Date): Promise<void> {
  const duty = (await readLiveDuties(tx)).duties.find(({ id }) => id === liveDutyId)
  const ended = await tx.update(liveDuty).set({ endedAt: at, endReason: 'cleared' }).where(and(eq(liveDuty.id, liveDutyId), standing)).returning({ id: liveDuty.id })
  if (duty === undefined || ended.length === 0) throw refuse('live_duty_unknown')
  await writeAudit(tx, { at, actor, action: 'duty_watch_live_assignment_clear', entityType: 'live_duty', entityId: liveDutyId, details: { memberId: duty.person.id, name: duty.person.displayName, before: { seat: duty.seatCode }, note } })
}
