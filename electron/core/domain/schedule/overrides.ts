/** What differs on one night of the Duty Watch (domain.md 4.13). Each in the act of its caller. */
import { and, eq, ne } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { dutyWatchRole, type OverrideKind } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { nightOverride, scheduleAssignment } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import { holdMember, lockRoster, readName, readSeat, type Act, type ScheduleRow } from './lock.ts'
import { warningsAbout, weekEndOf } from './plan.ts'
import { readWatchNights } from './watch-nights.ts'

type C = typeof schedule

/**
 * Refuses `roster_unknown`, `override_only_watch`, `override_no_watch` for a night of another week or without a watch,
 * `duty_position_unknown`, `member_unknown`, `override_base_missing` when the one to be replaced is not on that seat,
 * `override_exists`, `override_member_taken` and `override_same_member`.
 */
export async function addOverride(tx: Tx, input: InputOf<C['addOverride']>, act: Act): Promise<OutputOf<C['addOverride']>> {
  const { actor, at, rules } = act
  const { scheduleId, nightDate, positionId, kind } = input
  const roster = await lockRoster(tx, scheduleId)
  if (roster.roleCode !== dutyWatchRole) throw refuse('override_only_watch')
  const nights = await readWatchNights(tx, roster.weekStart, weekEndOf(roster.weekStart), rules)
  if (!nights.some(({ date }) => date === nightDate)) throw refuse('override_no_watch', { date: nightDate })
  const seat = await readSeat(tx, roster.roleCode, positionId)
  const memberId = input.kind === 'remove' ? null : input.memberId
  const baseMemberId = input.kind === 'add' ? null : input.baseMemberId
  if (memberId !== null && memberId === baseMemberId) throw refuse('override_same_member')
  const member = memberId === null ? null : { id: memberId, name: await holdMember(tx, memberId) }
  const base = baseMemberId === null ? null : { id: baseMemberId, name: await holdMember(tx, baseMemberId) }
  if (base !== null) {
    const rostered = await tx.$count(scheduleAssignment, and(eq(scheduleAssignment.scheduleId, scheduleId), eq(scheduleAssignment.positionId, positionId), eq(scheduleAssignment.memberId, base.id), ne(scheduleAssignment.status, 'released')))
    if (rostered === 0) throw refuse('override_base_missing', { name: base.name, seat: seat.code })
  }
  const ofNight = await tx.select().from(nightOverride).where(and(eq(nightOverride.scheduleId, scheduleId), eq(nightOverride.nightDate, nightDate)))
  if (base !== null && ofNight.some((other) => other.positionId === positionId && other.baseMemberId === base.id)) throw refuse('override_exists', { name: base.name, date: nightDate })
  if (member !== null && ofNight.some((other) => other.memberId === member.id)) throw refuse('override_member_taken', { name: member.name, date: nightDate })
  const id = newId()
  await tx.insert(nightOverride).values({ id, scheduleId, nightDate, positionId, kind, memberId, baseMemberId, createdBy: actor.name, createdAt: at })
  await audit(tx, act, 'create', roster, { nightDate, seat: seat.code, kind, member, base })
  return { overrideId: id, warnings: await warningsAbout(tx, [roster.weekStart], [memberId, baseMemberId].filter((one) => one !== null), rules) }
}

/** Refuses `override_unknown`. */
export async function removeOverride(tx: Tx, overrideId: string, act: Act): Promise<void> {
  const find = () => tx.select().from(nightOverride).where(eq(nightOverride.id, overrideId))
  const [found] = await find()
  if (found === undefined) throw refuse('override_unknown')
  const roster = await lockRoster(tx, found.scheduleId)
  const [row] = await find()
  if (row === undefined) throw refuse('override_unknown')
  const seat = await readSeat(tx, roster.roleCode, row.positionId)
  const person = async (id: string | null) => (id === null ? null : { id, name: await readName(tx, id) })
  await tx.delete(nightOverride).where(eq(nightOverride.id, overrideId))
  await audit(tx, act, 'delete', roster, { nightDate: row.nightDate, seat: seat.code, kind: row.kind, member: await person(row.memberId), base: await person(row.baseMemberId) })
}

interface Person {
  readonly id: string
  readonly name: string
}
interface Change {
  readonly nightDate: string
  readonly seat: string
  readonly kind: OverrideKind
  readonly member: Person | null
  readonly base: Person | null
}

/** A line for each of the two whom it concerns. */
async function audit(tx: Tx, { actor, at }: Act, verb: 'create' | 'delete', { id, weekStart }: ScheduleRow, { member, base, ...change }: Change): Promise<void> {
  const words = { ...change, member: member?.name ?? null, base: base?.name ?? null }
  const details = { weekStart, nightDate: change.nightDate, seat: change.seat, ...(verb === 'create' ? { after: words } : { before: words }) }
  for (const person of [member, base]) if (person !== null) await writeAudit(tx, { at, actor, action: `duty_watch_override_${verb}`, entityType: 'schedule', entityId: id, details: { name: person.name, memberId: person.id, ...details } })
}
