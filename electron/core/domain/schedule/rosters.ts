/** A roster as a whole: begun, copied, published, taken back, deleted (domain.md 4.13). Each in the act of its caller. */
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { mondayOf } from '../../../../shared/domain/operational-week.ts'
import { missingSeats, rostered } from '../../../../shared/domain/duty-roster.ts'
import type { Tx } from '../../db/database.ts'
import { member, scheduleAssignment, weeklySchedule } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type AuditDetails } from '../audit/write.ts'
import { lockRoster, readRole, type Act, type ScheduleRow } from './lock.ts'
import { readPlan, warningsAbout } from './plan.ts'
import { readAssignments, readOverrides, readRoles } from './queries.ts'

type C = typeof schedule

type Verb = 'create' | 'copy' | 'update' | 'publish' | 'revert' | 'delete'
const audit = (tx: Tx, { actor, at }: Act, verb: Verb, { id, roleCode, weekStart }: Pick<ScheduleRow, 'id' | 'roleCode' | 'weekStart'>, details: AuditDetails) =>
  writeAudit(tx, { at, actor, action: `schedule_${verb}`, entityType: 'schedule', entityId: id, details: { name: `${roleCode} ${weekStart}`, role: roleCode, weekStart, ...details } })

async function insertDraft(tx: Tx, roleCode: string, weekStart: string, notes: string | null, act: Act): Promise<ScheduleRow> {
  const { actor, at } = act
  const added = await tx
    .insert(weeklySchedule)
    .values({ id: newId(), roleCode, weekStart, notes, createdBy: actor.name, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: [weeklySchedule.roleCode, weeklySchedule.weekStart] })
    .returning()
  const [row] = added
  if (row === undefined) throw refuse('roster_exists', { role: roleCode, week: weekStart })
  await audit(tx, act, 'create', row, { after: { status: row.status, notes } })
  return row
}

const blankToNull = (text: string | null): string | null => (text === '' ? null : text)

/** The week is that of the date, whichever day it is. Refuses `duty_role_unknown`, `roster_exists`. */
export async function createRoster(tx: Tx, { role, date, notes }: InputOf<C['createRoster']>, act: Act): Promise<OutputOf<C['createRoster']>> {
  await readRole(tx, role)
  const row = await insertDraft(tx, role, mondayOf(date), blankToNull(notes), act)
  return { scheduleId: row.id, weekStart: row.weekStart }
}

/**
 * The people of the week before, anew to be confirmed; archived members and those whose seat is gone are left out and named.
 * Refuses `duty_role_unknown`, `roster_not_empty`, `roster_nothing_to_copy`.
 */
export async function copyRoster(tx: Tx, { role, date }: InputOf<C['copyRoster']>, act: Act): Promise<OutputOf<C['copyRoster']>> {
  const { kind } = await readRole(tx, role)
  const weekStart = mondayOf(date)
  const source = addDays(weekStart, -7)
  const [existing] = await tx.select().from(weeklySchedule).where(and(eq(weeklySchedule.roleCode, role), eq(weeklySchedule.weekStart, weekStart))).for('update')
  if (existing !== undefined && (existing.status !== 'draft' || (await tx.$count(scheduleAssignment, eq(scheduleAssignment.scheduleId, existing.id))) > 0)) throw refuse('roster_not_empty', { role, week: weekStart })
  const [before] = await tx.select().from(weeklySchedule).where(and(eq(weeklySchedule.roleCode, role), eq(weeklySchedule.weekStart, source)))
  const people = before === undefined ? [] : rostered((await readAssignments(tx, source, source)).filter(({ scheduleId }) => scheduleId === before.id))
  if (people.length === 0) throw refuse('roster_nothing_to_copy', { role, week: source })
  const seats = (await readRoles(tx)).find(({ code }) => code === role)?.positions ?? []
  const archived = new Set((await tx.select({ id: member.id }).from(member).where(and(inArray(member.id, people.map((entry) => entry.member.id)), eq(member.status, 'archived')))).map(({ id }) => id))
  const places = new Map(seats.map(({ id, maxSlots }) => [id, maxSlots]))
  const [copied, leftOut]: [typeof people, string[]] = [[], []]
  for (const entry of people) {
    const free = entry.positionId === null ? 1 : (places.get(entry.positionId) ?? 0)
    if (archived.has(entry.member.id) || free === 0 || (kind === 'team') !== (entry.positionId !== null)) leftOut.push(entry.member.displayName)
    else {
      if (entry.positionId !== null) places.set(entry.positionId, free - 1)
      copied.push(entry)
    }
  }
  const row = existing ?? (await insertDraft(tx, role, weekStart, null, act))
  if (copied.length > 0) await tx.insert(scheduleAssignment).values(copied.map(({ positionId, member: { id: memberId } }) => ({ id: newId(), scheduleId: row.id, positionId, memberId, createdAt: act.at, updatedAt: act.at })))
  await audit(tx, act, 'copy', row, { from: source, people: copied.map(({ positionId, member: person }) => ({ positionId, memberId: person.id, name: person.displayName })), leftOut })
  return { scheduleId: row.id, copied: copied.length, leftOut, warnings: await warningsAbout(tx, [weekStart], copied.map((entry) => entry.member.id), act.rules) }
}

/** Refuses `roster_unknown`. */
export async function updateRoster(tx: Tx, { scheduleId, notes: typed }: InputOf<C['updateRoster']>, act: Act): Promise<void> {
  const row = await lockRoster(tx, scheduleId)
  const notes = blankToNull(typed)
  if (notes === row.notes) return
  await tx.update(weeklySchedule).set({ notes, updatedAt: act.at }).where(eq(weeklySchedule.id, scheduleId))
  await audit(tx, act, 'update', row, { before: { notes: row.notes }, after: { notes } })
}

/** Refuses `roster_unknown`, `roster_not_draft`, and `roster_incomplete` with the empty seats unless they are accepted. */
export async function publishRoster(tx: Tx, { scheduleId, acceptMissing }: InputOf<C['publish']>, act: Act): Promise<OutputOf<C['publish']>> {
  const { actor, at, rules } = act
  const row = await lockRoster(tx, scheduleId)
  if (row.status !== 'draft') throw refuse('roster_not_draft', { week: row.weekStart })
  const plan = await readPlan(tx, row.weekStart, row.weekStart, rules)
  const roster = plan.weeks[0]?.rosters.find(({ schedule: own }) => own?.id === scheduleId)
  const missing = roster === undefined ? [] : missingSeats(roster.role.positions, rostered(roster.assignments))
  if (missing.length > 0 && !acceptMissing) {
    const codeOf = (positionId: string | null): string => roster?.role.positions.find(({ id }) => id === positionId)?.code ?? row.roleCode
    throw refuse('roster_incomplete', { count: missing.reduce((sum, { count }) => sum + count, 0), seats: missing.map(({ positionId, count }) => (count > 1 ? `${codeOf(positionId)} ×${count}` : codeOf(positionId))).join(', ') })
  }
  await tx.update(weeklySchedule).set({ status: 'published', publishedAt: at, publishedBy: actor.name, updatedAt: at }).where(eq(weeklySchedule.id, scheduleId))
  const people = rostered(roster?.assignments ?? [])
  await audit(tx, act, 'publish', row, { before: { status: 'draft' }, after: { status: 'published' }, people: people.map(({ positionId, member: person }) => ({ positionId, memberId: person.id, name: person.displayName })), missing })
  return { warnings: roster?.warnings ?? [] }
}

/** Refuses `roster_unknown`, `roster_not_published`. */
export async function revertRoster(tx: Tx, scheduleId: string, act: Act): Promise<void> {
  const row = await lockRoster(tx, scheduleId)
  if (row.status !== 'published') throw refuse('roster_not_published', { week: row.weekStart })
  await tx.update(weeklySchedule).set({ status: 'draft', publishedAt: null, publishedBy: null, updatedAt: act.at }).where(eq(weeklySchedule.id, scheduleId))
  await audit(tx, act, 'revert', row, { before: { status: 'published', publishedAt: row.publishedAt?.toISOString() ?? null, publishedBy: row.publishedBy }, after: { status: 'draft' } })
}

/** The trail keeps what was on it. Refuses `roster_unknown`, `roster_not_draft`. */
export async function removeRoster(tx: Tx, scheduleId: string, act: Act): Promise<void> {
  const row = await lockRoster(tx, scheduleId)
  if (row.status !== 'draft') throw refuse('roster_not_draft', { week: row.weekStart })
  const people = (await readAssignments(tx, row.weekStart, row.weekStart)).filter((entry) => entry.scheduleId === scheduleId)
  const nights = (await readOverrides(tx, row.weekStart, addDays(row.weekStart, 6))).filter((entry) => entry.scheduleId === scheduleId)
  await tx.delete(weeklySchedule).where(eq(weeklySchedule.id, scheduleId))
  await audit(tx, act, 'delete', row, { before: { status: row.status, notes: row.notes }, people: people.map(({ positionId, member: person, status }) => ({ positionId, memberId: person.id, name: person.displayName, status })), nights: nights.map(({ kind, nightDate, positionId, member: person, base }) => ({ kind, nightDate, positionId, memberId: person?.id ?? null, baseMemberId: base?.id ?? null })) })
}

/** How many people stand on a seat in the fullest week from this Monday on. */
export async function fullestWeek(tx: Tx, positionId: string, fromWeek: string): Promise<number> {
  const rows = await tx
    .select({ scheduleId: scheduleAssignment.scheduleId, weekStart: weeklySchedule.weekStart })
    .from(scheduleAssignment)
    .innerJoin(weeklySchedule, eq(weeklySchedule.id, scheduleAssignment.scheduleId))
    .where(and(eq(scheduleAssignment.positionId, positionId), ne(scheduleAssignment.status, 'released')))
  const counts = Map.groupBy(rows.filter(({ weekStart }) => weekStart >= fromWeek), ({ scheduleId }) => scheduleId)
  return Math.max(0, ...[...counts.values()].map(({ length }) => length))
}
