/** What windows are told of lockup (domain.md 4.15). */
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { lockup } from '../../../../shared/contract/lockup.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { attendee, lockupCycle, lockupExecution, member, memberPresence, station, visit } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { isAttending } from '../events/queries.ts'
import { isInside } from '../visitors/queries.ts'
import type { Cycle } from './custody.ts'
import type { Gone } from './execute.ts'

type Status = OutputOf<typeof lockup.status>
type Execution = OutputOf<typeof lockup.execution>
type PersonName = NonNullable<Status['holder']>

/** A lock-up that takes longer was forgotten, or the person was called away (4.15 ▶); in ms. */
export const stuckAfterMs = 15 * 60_000

export const isStuck = ({ lockingSince }: Pick<Cycle, 'lockingSince'>, now: Date): boolean => lockingSince !== null && now.getTime() - lockingSince.getTime() > stuckAfterMs

/** The lock-up that has taken too long at `now`, for whoever raises an alert; undefined = none. */
export async function readStuckLockup(tx: Tx, now: Date): Promise<{ cycleId: string; since: Date; byName: string } | undefined> {
  const [row] = await tx.select({ cycle: lockupCycle, byName: member.displayName }).from(lockupCycle).innerJoin(member, eq(member.id, lockupCycle.lockingBy)).where(eq(lockupCycle.status, 'locking_up'))
  return row === undefined || row.cycle.lockingSince === null || !isStuck(row.cycle, now) ? undefined : { cycleId: row.cycle.id, since: row.cycle.lockingSince, byName: row.byName }
}

/** The names of these members: four columns of a cycle are people. */
async function readNames(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => PersonName | null> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const rows = wanted.length === 0 ? [] : await tx.select({ id: member.id, displayName: member.displayName }).from(member).where(inArray(member.id, wanted))
  return (id) => rows.find((row) => row.id === id) ?? null
}

const nobody: PersonName = { id: '00000000-0000-4000-8000-000000000000', displayName: '' }

export const toLocking = (cycle: Cycle, nameOf: (id: string | null) => PersonName | null, now: Date): Status['locking'] =>
  cycle.lockingSince === null ? null : { since: cycle.lockingSince.toISOString(), by: nameOf(cycle.lockingBy) ?? nobody, isStuck: isStuck(cycle, now) }

export async function readStatus(tx: Tx, now: Date, unit: UnitTime): Promise<Status> {
  const today = operationalDate(now, unit)
  const standing = sql`${lockupCycle.status} <> 'secured'`
  const select = () => tx.select({ cycle: lockupCycle, executionId: lockupExecution.id }).from(lockupCycle).leftJoin(lockupExecution, eq(lockupExecution.cycleId, lockupCycle.id))
  const todays = await select().where(or(eq(lockupCycle.operationalDate, today), standing)).orderBy(asc(lockupCycle.seq))
  const [lastSecured] = await select().where(eq(lockupCycle.status, 'secured')).orderBy(desc(lockupCycle.seq)).limit(1)
  const open = todays.find(({ cycle }) => cycle.status !== 'secured')?.cycle
  const latest = open ?? lastSecured?.cycle
  const nameOf = await readNames(tx, [...todays.map(({ cycle }) => cycle), ...(lastSecured === undefined ? [] : [lastSecured.cycle])].flatMap(({ openedBy, holderId, lockingBy, securedBy }) => [openedBy, holderId, lockingBy, securedBy]))
  const members = await tx.$count(memberPresence, eq(memberPresence.direction, 'in'))
  const visitors = await tx.$count(visit, isInside)
  const attendees = await tx.$count(attendee, isAttending)
  const since = open === undefined ? lastSecured?.cycle.securedAt : (open.lockingSince ?? open.openedAt)
  return {
    status: open?.status ?? 'secured',
    operationalDate: today,
    version: latest === undefined ? 0 : latest.version,
    since: since?.toISOString() ?? null,
    holder: open === undefined ? null : nameOf(open.holderId),
    holderSince: open?.acquiredAt?.toISOString() ?? null,
    opened: open === undefined ? null : { at: open.openedAt.toISOString(), by: nameOf(open.openedBy) ?? nobody, note: open.openNote },
    locking: open === undefined ? null : toLocking(open, nameOf, now),
    secured: lastSecured?.cycle.securedAt == null ? null : { at: lastSecured.cycle.securedAt.toISOString(), by: nameOf(lastSecured.cycle.securedBy), executionId: lastSecured.executionId },
    cycles: todays.map(({ cycle, executionId }) => ({ id: cycle.id, operationalDate: cycle.operationalDate, openedAt: cycle.openedAt.toISOString(), openedBy: nameOf(cycle.openedBy) ?? nobody, securedAt: cycle.securedAt?.toISOString() ?? null, securedBy: nameOf(cycle.securedBy), executionId })),
    inside: { members, visitors, attendees },
  }
}

/** Refuses `lockup_execution_unknown`. */
export async function readExecution(tx: Tx, executionId: string): Promise<Execution> {
  const [row] = await tx
    .select({ execution: lockupExecution, cycle: lockupCycle, stationName: station.name })
    .from(lockupExecution)
    .innerJoin(lockupCycle, eq(lockupCycle.id, lockupExecution.cycleId))
    .innerJoin(station, eq(station.id, lockupExecution.stationId))
    .where(and(eq(lockupExecution.id, executionId)))
  if (row === undefined) throw refuse('lockup_execution_unknown')
  const { execution, cycle, stationName } = row
  const nameOf = await readNames(tx, [cycle.openedBy, execution.executedBy])
  const people = execution.people as Gone[]
  return {
    id: execution.id,
    cycleId: cycle.id,
    operationalDate: cycle.operationalDate,
    openedAt: cycle.openedAt.toISOString(),
    openedBy: nameOf(cycle.openedBy) ?? nobody,
    executedAt: execution.executedAt.toISOString(),
    executedBy: nameOf(execution.executedBy) ?? nobody,
    stationName,
    people,
    total: execution.total,
    missed: people.filter(({ missed }) => missed).length,
    notes: execution.notes,
  }
}
