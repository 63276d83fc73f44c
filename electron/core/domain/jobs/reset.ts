/** Closing an operational day that is over (domain.md 4.16 ▶): one act, all of it or nothing, once. */
import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { ddsAssignment, jobRun, member, session } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { systemActor, writeAudit } from '../audit/write.ts'
import { readDutyDay } from '../duty/duty-day.ts'
import { lockDuty } from '../duty/lock-duty.ts'
import { lockInside, readStandingCycle, secureAtReset } from '../lockup/custody.ts'
import { closeForgotten, needSystemStation, readStillIn } from '../presence/close-out.ts'
import { closeAttendees, lockAttendeesInside, readStillAttending, type AttendeeInside } from '../events/closing.ts'
import { closeVisits, lockVisitsInside, readStillVisiting, type VisitInside } from '../visitors/closing.ts'
import { readReportSettings } from '../settings/report-settings.ts'

export const dailyReset = 'daily_reset'

export interface ResetFacts {
  readonly closedOut: number
  readonly notSecured: string | null
  readonly sessionsEnded: number
}

/** What windows must be told after the commit. */
export interface ResetDone extends ResetFacts {
  readonly revision: number | null
}

/** @returns undefined where the day was closed already. @param date the operational day that is over. @param now the wall clock */
export async function closeDay(tx: Tx, date: string, now: Date, unit: UnitTime): Promise<ResetDone | undefined> {
  const at = operationalDayWindow(date, unit).end
  await lockDuty(tx)
  const [done] = await tx.select({ seq: jobRun.seq }).from(jobRun).where(and(eq(jobRun.job, dailyReset), eq(jobRun.key, date), eq(jobRun.outcome, 'done')))
  if (done !== undefined) return undefined

  await lockInside(tx)
  await lockVisitsInside(tx)
  await lockAttendeesInside(tx)
  const notSecured = await secureForgotten(tx, date, at, unit)
  const people = await readStillIn(tx, at)
  const { settings } = await readReportSettings(tx)
  const { trackMissedCheckouts: tracks, missedCheckoutAlertThreshold: often } = settings.lockup
  const members = await closeForgotten(tx, { people: people.map((person) => ({ ...person, missed: tracks })), at, recordedAt: now, unitTime: unit })
  const visitors = await readStillVisiting(tx, at)
  const attendees = await readStillAttending(tx, at)
  if (visitors.length + attendees.length > 0) await closeOverstayed(tx, visitors, attendees, date, at, now)
  const closedOut = members + visitors.length + attendees.length
  if (members > 0 && tracks) await alertForgotten(tx, people.map(({ memberId }) => memberId), date, at, often)
  await expectDds(tx, at, unit)
  const ended = await tx.update(session).set({ endedAt: at, endReason: dailyReset }).where(and(isNull(session.endedAt), lt(session.startedAt, at))).returning({ id: session.id })

  const facts: ResetFacts = { closedOut, notSecured, sessionsEnded: ended.length }
  await tx.insert(jobRun).values({ job: dailyReset, key: date, dueAt: at, startedAt: now, endedAt: now, outcome: 'done', details: facts })
  if (closedOut > 0 || notSecured !== null) await writeAudit(tx, { at: now, actor: systemActor, action: 'daily_reset', entityType: 'operational_day', entityId: date, details: { ...facts } })
  return { ...facts, revision: closedOut === 0 ? null : await bumpPresenceRevision(tx) }
}

/** A building that was opened on that day, or before, and that nobody secured. @returns who held lockup */
async function secureForgotten(tx: Tx, date: string, at: Date, unitTime: UnitTime): Promise<string | null> {
  const standing = await readStandingCycle(tx)
  // Opened after the rollover: somebody's work of this morning.
  if (standing === undefined || standing.openedAt >= at) return null
  const cycle = await secureAtReset(tx, { at, actor: systemActor, stationId: systemStation, unitTime, note: null })
  const [holder] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, cycle?.holderId ?? ''))
  const name = holder?.name ?? ''
  await raiseAlert(tx, { type: 'building_not_secured', severity: 'critical', subject: date, at, memberId: cycle?.holderId ?? null, facts: { name, date } })
  return name
}

/** Visitors and attendees who are still inside leave with the day, and are named: their passes stay outstanding (4.8 ▶, 4.9 ▶). */
async function closeOverstayed(tx: Tx, visitors: readonly VisitInside[], attendees: readonly AttendeeInside[], date: string, at: Date, now: Date): Promise<void> {
  await needSystemStation(tx, now)
  const closing = { at, recordedAt: now, endedBy: 'daily_reset' as const, stationId: systemStation, actor: systemActor }
  await closeVisits(tx, visitors, closing)
  await closeAttendees(tx, attendees, closing)
  const guests = [...visitors, ...attendees]
  await raiseAlert(tx, { type: 'visitor_overstay', severity: 'warning', subject: date, at, facts: { count: guests.length, names: guests.map(({ displayName }) => displayName), date } })
}

/** One alert that names everybody, and one a person who forgets again and again. */
async function alertForgotten(tx: Tx, memberIds: readonly string[], date: string, at: Date, often: number): Promise<void> {
  const people = await tx.select({ id: member.id, name: member.displayName, count: member.missedCheckoutCount }).from(member).where(inArray(member.id, [...memberIds])).orderBy(asc(member.searchName), asc(member.id))
  await raiseAlert(tx, { type: 'missed_checkout', severity: 'warning', subject: date, at, facts: { count: people.length, names: people.map(({ name }) => name), date } })
  for (const { id, name, count } of people.filter((person) => person.count >= often)) await raiseAlert(tx, { type: 'missed_checkout_often', severity: 'warning', subject: id, at, memberId: id, facts: { name, count } })
}

/** The day that begins waits for whom the roster names, unless a hand-over waits (step 4). */
async function expectDds(tx: Tx, at: Date, unit: UnitTime): Promise<void> {
  const { today, assignment, handover, thisWeek } = await readDutyDay(tx, at, unit)
  if (assignment !== null || handover !== 'none' || thisWeek === null) return
  const id = newId()
  await tx.insert(ddsAssignment).values({ id, memberId: thisWeek.memberId, operationalDate: today, status: 'pending', assignedBy: systemActor.name, createdAt: at, updatedAt: at })
  await writeAudit(tx, { at, actor: systemActor, action: 'dds_assign', entityType: 'dds', entityId: id, details: { memberId: thisWeek.memberId, name: thisWeek.displayName, operationalDate: today, by: dailyReset } })
}

/** The last operational day that was closed. */
export async function readLastClosed(tx: Tx): Promise<string | null> {
  const [row] = await tx.select({ key: jobRun.key }).from(jobRun).where(and(eq(jobRun.job, dailyReset), eq(jobRun.outcome, 'done'))).orderBy(desc(jobRun.key)).limit(1)
  return row?.key ?? null
}

/** The run that opened `date`: it closed the day before. */
export async function readResetOf(tx: Tx, date: string) {
  const [row] = await tx.select().from(jobRun).where(and(eq(jobRun.job, dailyReset), eq(jobRun.key, addDays(date, -1)), eq(jobRun.outcome, 'done')))
  return row
}
