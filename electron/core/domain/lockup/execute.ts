/** Securing the building: one act, all of it or nothing (domain.md 4.15 ▶ Execute, screens.md W-23). */
import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { lockupExecution } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { signOutMany } from '../presence/close-out.ts'
import { closeAttendees, lockAttendeesInside } from '../events/closing.ts'
import { closeVisits, lockVisitsInside } from '../visitors/closing.ts'
import { changeCycle, lockInside, needStandingCycle, secured, type Cycle, type Person } from './custody.ts'
import { readEverybody, versionOf, type InsidePerson } from './inside.ts'
import { logResponsibility, type Doing } from './responsibility-log.ts'

/** One who was signed out, as they were called then. */
export interface Gone {
  readonly kind: InsidePerson['kind']
  readonly id: string
  readonly name: string
  readonly division: string | null
  readonly since: string
  readonly missed: boolean
}

interface Securing {
  readonly requestId: string
  /** Of the list that the performer confirmed. */
  readonly version: string
  readonly performer: Person
}

/** What an earlier request with this id did. */
export async function findExecution(tx: Tx, requestId: string): Promise<string | undefined> {
  const [row] = await tx.select({ id: lockupExecution.id }).from(lockupExecution).where(eq(lockupExecution.requestId, requestId))
  return row?.id
}

/**
 * Performer out first, then everybody else, then secured, with all that hangs on it. People are locked before the cycle.
 * Refuses `building_secured`, `lockup_not_started`, `lockup_list_changed`. @param mayPerform refuses unless they may
 * @returns the id of the execution
 */
export async function secureBuilding(tx: Tx, { requestId, version, performer }: Securing, mayPerform: (cycle: Cycle) => Promise<void>, doing: Doing): Promise<string> {
  const { at, actor, stationId, unitTime, note } = doing
  await lockInside(tx)
  await lockVisitsInside(tx)
  await lockAttendeesInside(tx)
  const cycle = await needStandingCycle(tx)
  await mayPerform(cycle)
  if (cycle.status !== 'locking_up') throw refuse('lockup_not_started')
  const everybody = await readEverybody(tx)
  if (versionOf(cycle, everybody) !== version) throw refuse('lockup_list_changed')

  const isPerformer = ({ id }: InsidePerson): boolean => id === performer.memberId
  const leaving = [...everybody.filter(isPerformer), ...everybody.filter((person) => !isPerformer(person))]
  const members = leaving.filter(({ kind }) => kind === 'member').map((person) => ({ memberId: person.id, since: person.since, missed: !isPerformer(person) }))
  await signOutMany(tx, { people: members, at, recordedAt: at, unitTime, stationId, closer: 'lockup_sequence', actor })

  const closing = { at, recordedAt: at, endedBy: 'lockup_sequence' as const, stationId, actor }
  await closeVisits(tx, leaving.filter(({ kind }) => kind === 'visitor'), closing)
  await closeAttendees(tx, leaving.filter(({ kind }) => kind === 'attendee'), closing)

  const gone: Gone[] = leaving.map((person) => ({ kind: person.kind, id: person.id, name: person.displayName, division: person.division?.code ?? null, since: person.since.toISOString(), missed: !isPerformer(person) }))
  const id = newId()
  await tx.insert(lockupExecution).values({ id, cycleId: cycle.id, requestId, executedBy: performer.memberId, executedAt: at, stationId, people: gone, total: gone.length, notes: note })
  await changeCycle(tx, cycle.id, { ...secured, securedAt: at, securedBy: performer.memberId }, at)
  await logResponsibility(tx, { responsibility: 'lockup', action: 'building_lockup', member: performer, audit: { action: 'lockup_execute', entityId: cycle.id, details: { executionId: id, total: gone.length, people: gone.map(({ kind, id: personId, name }) => ({ kind, id: personId, name })) } } }, doing)
  return id
}
