/** What is told of the work that Sentinel does by itself. */
import { and, desc, eq, gte, lt, lte } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { jobs } from '../../../../shared/contract/jobs.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { jobRun, lockupCycle, member, memberPresence, missedCheckout, visit } from '../../db/schema/index.ts'
import { readCounts } from '../alerts/queries.ts'
import { readStandingCycle } from '../lockup/custody.ts'
import { readOverstayed, readStillAttending } from '../events/closing.ts'
import { readStillVisiting } from '../visitors/closing.ts'
import { readEverybody } from '../lockup/inside.ts'
import { dailyReset, readResetOf, type ResetFacts } from './reset.ts'

type Run = typeof jobRun.$inferSelect
type Digest = OutputOf<typeof jobs.digest>

const toReset = ({ key, dueAt, endedAt, details }: Run): NonNullable<Digest['reset']> => {
  const { closedOut, notSecured, sessionsEnded } = details as ResetFacts
  return { date: key, dueAt: dueAt.toISOString(), doneAt: endedAt.toISOString(), closedOut, notSecured, sessionsEnded }
}

export async function readLastReset(tx: Tx): Promise<Digest['reset']> {
  const [row] = await tx.select().from(jobRun).where(and(eq(jobRun.job, dailyReset), eq(jobRun.outcome, 'done'))).orderBy(desc(jobRun.key)).limit(1)
  return row === undefined ? null : toReset(row)
}

/** The day that the oldest thing still open began on: for a desk that never closed a day. */
export async function readOpenSince(tx: Tx, unit: UnitTime): Promise<string | null> {
  const [person] = await tx.select({ at: memberPresence.at }).from(memberPresence).where(eq(memberPresence.direction, 'in')).orderBy(memberPresence.at).limit(1)
  const [visitor] = await readStillVisiting(tx)
  const [attendee] = await readStillAttending(tx)
  const cycle = await readStandingCycle(tx)
  const starts = [person?.at, visitor?.since, attendee?.since, cycle?.openedAt].flatMap((at) => at ?? [])
  return starts.length === 0 ? null : operationalDate(new Date(Math.min(...starts.map((at) => at.getTime()))), unit)
}

export async function readPreview(tx: Tx, now: Date, unit: UnitTime): Promise<OutputOf<typeof jobs.resetPreview>> {
  const people = await readEverybody(tx)
  const [cycle] = await tx.select({ holder: member.displayName }).from(lockupCycle).innerJoin(member, eq(member.id, lockupCycle.holderId))
  return {
    at: operationalDayWindow(operationalDate(now, unit), unit).end.toISOString(),
    people: people.map(({ kind, id, displayName, division, since }) => ({ kind, id, displayName, division, since: since.toISOString() })),
    holder: cycle?.holder ?? null,
  }
}

export async function readDigest(tx: Tx, date: string, unit: UnitTime): Promise<Digest> {
  const reset = await readResetOf(tx, date)
  const { start } = operationalDayWindow(date, unit)
  // Stamped with the rollover; a moment later where somebody’s clock had been set back.
  const until = new Date(start.getTime() + 60_000)
  const missed = await tx
    .select({ memberId: member.id, displayName: member.displayName, since: missedCheckout.originalCheckinAt, forcedCheckoutAt: missedCheckout.forcedCheckoutAt })
    .from(missedCheckout)
    .innerJoin(member, eq(member.id, missedCheckout.memberId))
    .where(and(eq(missedCheckout.resolvedBy, dailyReset), gte(missedCheckout.forcedCheckoutAt, start), lte(missedCheckout.forcedCheckoutAt, until)))
    .orderBy(missedCheckout.originalCheckinAt, member.id)
  const visitors = await tx.select({ visitId: visit.id, displayName: visit.displayName, since: visit.since }).from(visit).where(and(eq(visit.endedBy, dailyReset), gte(visit.until, start), lte(visit.until, until))).orderBy(visit.since, visit.seq)
  const attendees = await readOverstayed(tx, start, until)
  return { date, visitors: visitors.map((row) => ({ ...row, since: row.since.toISOString() })), attendees: attendees.map((row) => ({ ...row, since: row.since.toISOString() })), reset: reset === undefined ? null : toReset(reset), missed: missed.map((row) => ({ ...row, since: row.since.toISOString(), forcedCheckoutAt: row.forcedCheckoutAt.toISOString() })), openAlerts: await readCounts(tx) }
}

export async function readRuns(tx: Tx, { job, outcome, before, limit }: InputOf<typeof jobs.runs>): Promise<OutputOf<typeof jobs.runs>> {
  const rows = await tx
    .select()
    .from(jobRun)
    .where(and(job === null ? undefined : eq(jobRun.job, job), outcome === null ? undefined : eq(jobRun.outcome, outcome), before === null ? undefined : lt(jobRun.seq, before)))
    .orderBy(desc(jobRun.seq))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    runs: page.map(({ dueAt, startedAt, endedAt, job: name, details, ...row }) => ({ ...row, job: name as 'daily_reset', dueAt: dueAt.toISOString(), startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString(), details: details as Record<string, string> })),
    next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  }
}

/** Whether a job did what it was to do for this key. */
export async function hasRun(tx: Tx, job: string, key: string): Promise<boolean> {
  const [row] = await tx.select({ seq: jobRun.seq }).from(jobRun).where(and(eq(jobRun.job, job), eq(jobRun.key, key), eq(jobRun.outcome, 'done')))
  return row !== undefined
}
