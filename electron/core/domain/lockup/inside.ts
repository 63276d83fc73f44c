/** Everybody whom a lockup signs out, and the version of that list (domain.md 4.15 ▶). */
import { createHash } from 'node:crypto'
import type * as v from 'valibot'
import type { LockupList } from '../../../../shared/contract/lockup.ts'
import type { Tx } from '../../db/database.ts'
import { readStillAttending } from '../events/closing.ts'
import { readStillVisiting } from '../visitors/closing.ts'
import { toDivision } from '../presence/outcome.ts'
import { readInside } from '../presence/queries.ts'
import type { Cycle } from './custody.ts'

type OnList = v.InferOutput<typeof LockupList>['people'][number]

export interface InsidePerson extends Omit<OnList, 'since' | 'isHolder'> {
  readonly since: Date
  /** What they came in by: whoever leaves and comes back is on another list. */
  readonly visitId: string
}

const readMembers = async (tx: Tx): Promise<InsidePerson[]> =>
  (await readInside(tx)).map((row) => ({ kind: 'member', id: row.id, displayName: row.displayName, division: toDivision(row), since: row.since, stationName: row.stationName, visitId: row.movementId }))

const readVisitors = async (tx: Tx): Promise<InsidePerson[]> => (await readStillVisiting(tx)).map((row) => ({ ...row, kind: 'visitor', division: null, visitId: row.id }))

const readAttendees = async (tx: Tx): Promise<InsidePerson[]> => (await readStillAttending(tx)).map(({ movementId, ...row }) => ({ ...row, kind: 'attendee', division: null, visitId: movementId }))

/** One a kind of people: another kind joins by a line here and one in `execute.ts`. */
const sources: readonly ((tx: Tx) => Promise<InsidePerson[]>)[] = [readMembers, readVisitors, readAttendees]

export async function readEverybody(tx: Tx): Promise<InsidePerson[]> {
  const people: InsidePerson[] = []
  for (const read of sources) people.push(...(await read(tx)))
  return people
}

/** Changes with every state of the cycle and with everybody who comes or goes, and with nothing else. */
export function versionOf({ id, version }: Pick<Cycle, 'id' | 'version'>, people: readonly Pick<InsidePerson, 'kind' | 'visitId'>[]): string {
  const visits = people.map(({ kind, visitId }) => `${kind} ${visitId}`).toSorted()
  return `${version}-${createHash('sha256').update([id, ...visits].join('\n')).digest('hex').slice(0, 20)}`
}

export const toList = (cycle: Cycle, people: readonly InsidePerson[]): Pick<v.InferOutput<typeof LockupList>, 'version' | 'people'> => ({
  version: versionOf(cycle, people),
  people: people.map(({ visitId: _visit, since, ...person }) => ({ ...person, since: since.toISOString(), isHolder: person.id === cycle.holderId })),
})
