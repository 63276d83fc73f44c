/** Beginning and ending a muster, in one transaction each (screens.md P0-7). */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { MusterKind } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import { movement, muster, musterEntry, musterMark, station, visit } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { ensureStation } from '../stations/stations.ts'
import { readDue, type DuePerson } from './due.ts'
import { readMusterPeople, type MusterPerson } from './inside.ts'
import { insertEntries, lockOpenMuster, readMusterOfRequest, readOpenMuster, rowOfPerson, type MusterRow } from './queries.ts'
import { readReport, type MusterReport } from './report.ts'

export interface Doing {
  readonly at: Date
  readonly actor: Actor
  readonly stationId: string
  readonly unit: UnitProfile
}

export interface Frozen {
  readonly row: MusterRow
  readonly already: boolean
  /** Null where it was open before. */
  readonly people: readonly MusterPerson[] | null
  readonly due: readonly DuePerson[]
  /** The drill that gave way. */
  readonly ended: MusterRow | null
}

const gaveWay = 'An emergency began. · Une urgence a commencé.'

const asItIs = (row: MusterRow): Frozen => ({ row, already: true, people: null, due: [], ended: null })

/** Freezes who is inside. Refuses `muster_open` for a drill while an emergency is on. */
export async function freeze(tx: Tx, { requestId, kind, fileStem }: { requestId: string; kind: MusterKind; fileStem: string }, doing: Doing, log: Log): Promise<Frozen> {
  const repeated = await readMusterOfRequest(tx, requestId)
  if (repeated !== undefined) return { ...asItIs(repeated), already: false }
  const open = await lockOpenMuster(tx)
  if (open?.kind === 'live' && kind === 'drill') throw refuse('muster_open')
  if (open !== undefined && open.kind === kind) return asItIs(open)
  const ended = open === undefined ? null : await endMuster(tx, open, { reason: gaveWay, remarks: null }, doing)

  const { at, actor, stationId, unit } = doing
  await ensureStation(tx, stationId, at)
  const [row] = await tx.insert(muster).values({ id: newId(), requestId, kind, startedAt: at, startedBy: actor.name, stationId, fileStem }).onConflictDoNothing().returning()
  if (row === undefined) {
    // The database lets one in: another desk was first.
    const first = await readOpenMuster(tx)
    if (first === undefined) throw new Error('a muster is open and is not')
    return asItIs(first)
  }
  const people = await readMusterPeople(tx)
  // Whatever is wrong with a roster, the list of who is inside stands.
  const due = await tx.transaction((inner) => readDue(inner, at, unit)).catch((error: unknown) => {
    log.error('muster.due_not_read', errorFields(error))
    return []
  })
  await insertEntries(tx, [...people.map((person) => rowOfPerson(row.id, 'inside', person)), ...due.map((person) => rowOfPerson(row.id, 'due', person))])
  await writeAudit(tx, { at, actor, action: 'muster_start', entityType: 'muster', entityId: row.id, details: { kind, inside: people.length, due: due.length } })
  return { row, already: false, people, due, ended }
}

/** Closes it with its report. @returns the row as it is now */
export async function endMuster(tx: Tx, row: MusterRow, { reason, remarks }: { reason: string | null; remarks: string | null }, { at, actor, unit }: Doing): Promise<MusterRow> {
  // The clock may have been set back: the order of beginning and end holds.
  const endedAt = at < row.startedAt ? row.startedAt : at
  const report: MusterReport = await readReport(tx, row, unit, endedAt)
  const [closed] = await tx.update(muster).set({ endedAt, endedBy: actor.name, reason, remarks, report }).where(eq(muster.id, row.id)).returning()
  if (closed === undefined) throw new Error('the muster is gone')
  const { missing, accounted } = report.counts
  await writeAudit(tx, { at, actor, action: 'muster_close', entityType: 'muster', entityId: row.id, details: { kind: row.kind, accounted, unaccounted: missing, reason, remarks } })
  return closed
}

/** Members of these entries who came in by signing in at a desk, with badge and PIN: as good as a badge at a door. */
const readSignedIn = (tx: Tx, movementIds: readonly string[]) =>
  tx
    .select({ movementId: movement.id, stationId: movement.stationId, stationName: station.name })
    .from(movement)
    .innerJoin(station, eq(station.id, movement.stationId))
    .where(and(inArray(movement.id, [...movementIds]), eq(movement.method, 'login')))

/** Whoever came in without a badge since the list was frozen is on it as late; who signed in at a desk, and a visitor whom a person signed out, is accounted for. */
export async function reconcile(tx: Tx, musterId: string, at: Date): Promise<void> {
  const known = await tx.select({ kind: musterEntry.kind, personId: musterEntry.personId }).from(musterEntry).where(eq(musterEntry.musterId, musterId))
  const listed = new Set(known.map(({ kind, personId }) => `${kind} ${personId}`))
  const late = (await readMusterPeople(tx)).filter(({ kind, personId }) => !listed.has(`${kind} ${personId}`))
  const entered = late.map((person) => ({ ref: person.kind === 'member' ? person.presenceRef : null, row: rowOfPerson(musterId, 'late', { ...person, presenceRef: null }) }))
  await insertEntries(tx, entered.map(({ row }) => row))
  const refs = entered.flatMap(({ ref }) => ref ?? [])
  const signedIn = new Map(refs.length === 0 ? [] : (await readSignedIn(tx, refs)).map(({ movementId, ...where }) => [movementId, where]))
  const there = entered.flatMap(({ ref, row }) => {
    const where = signedIn.get(ref ?? '')
    return where === undefined ? [] : [{ musterId, entryId: row.id, state: 'safe' as const, way: 'scan' as const, at, actorName: row.displayName, ...where, direction: 'in' as const }]
  })
  if (there.length > 0) await tx.insert(musterMark).values(there)
  const gone = await tx
    .select({ entryId: musterEntry.id, by: visit.endedByName, stationId: visit.endedAtStation, stationName: sql<string | null>`(select name from station where id = ${visit.endedAtStation})` })
    .from(musterEntry)
    .innerJoin(visit, eq(visit.id, musterEntry.personId))
    .where(and(eq(musterEntry.musterId, musterId), eq(musterEntry.kind, 'visitor'), inArray(visit.endedBy, ['desk', 'kiosk']), sql`not exists (select 1 from muster_mark where entry_id = ${musterEntry.id})`))
  if (gone.length > 0) await tx.insert(musterMark).values(gone.map(({ entryId, by, stationId, stationName }) => ({ musterId, entryId, state: 'safe' as const, way: 'left' as const, at, actorName: by ?? '', stationId, stationName, direction: 'out' as const })))
}
