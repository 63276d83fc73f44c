/** What the desk says of those on the list (screens.md P0-7.3). Each word is a row of its own; the last one counts. */
import { and, eq, inArray } from 'drizzle-orm'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { muster as contract } from '../../../../shared/contract/muster.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { musterEntry, musterMark, musterPoint, station } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import { ensureStation } from '../stations/stations.ts'
import type { Doing } from './acts.ts'
import { insertEntries, readPoints } from './queries.ts'

type Said<K extends 'mark' | 'addUnlisted' | 'setPoint'> = Omit<InputOf<(typeof contract)[K]>, 'musterId'>

const tapsOf = async (tx: Tx, musterId: string, entryIds: readonly string[], { state, note }: Pick<Said<'mark'>, 'state' | 'note'>, { at, actor, stationId }: Doing) => {
  const stationName = await ensureStation(tx, stationId, at)
  await insertMany(tx, musterMark, entryIds.map((entryId) => ({ musterId, entryId, state, way: 'tap' as const, at, actorName: actor.name, stationId, stationName, note })))
}

/** Refuses `muster_entry_unknown`. */
export async function markEntries(tx: Tx, musterId: string, { entryIds, ...said }: Said<'mark'>, doing: Doing): Promise<void> {
  const wanted = [...new Set(entryIds)]
  const known = await tx.select({ id: musterEntry.id }).from(musterEntry).where(and(eq(musterEntry.musterId, musterId), inArray(musterEntry.id, wanted)))
  if (known.length < wanted.length) throw refuse('muster_entry_unknown')
  await tapsOf(tx, musterId, wanted, said, doing)
}

/** @returns the entry; asked again with the same id, the same one */
export async function addUnlisted(tx: Tx, musterId: string, { requestId, lastName, firstName, organization, note, state }: Said<'addUnlisted'>, doing: Doing): Promise<string> {
  const [repeated] = await tx.select({ id: musterEntry.id }).from(musterEntry).where(and(eq(musterEntry.requestId, requestId), eq(musterEntry.musterId, musterId)))
  if (repeated !== undefined) return repeated.id
  const id = newId()
  const displayName = [lastName, firstName].filter(Boolean).join(', ')
  await insertEntries(tx, [{ id, musterId, list: 'unlisted', kind: 'unlisted', requestId, rank: '', lastName, firstName: firstName ?? '', displayName, organization: organization === '' ? null : organization }])
  await tapsOf(tx, musterId, [id], { state, note }, doing)
  await writeAudit(tx, { at: doing.at, actor: doing.actor, action: 'muster_add', entityType: 'muster', entityId: musterId, details: { name: displayName, organization, note } })
  return id
}

/** Refuses `station_unknown`. @returns all muster points, as they are now */
export async function setPoint(tx: Tx, musterId: string, { stationId, isPoint }: Said<'setPoint'>, { at, actor }: Doing): Promise<string[]> {
  const [found] = await tx.select({ name: station.name }).from(station).where(eq(station.id, stationId))
  if (found === undefined) throw refuse('station_unknown', { id: stationId })
  const changed = isPoint
    ? await tx.insert(musterPoint).values({ musterId, stationId }).onConflictDoNothing().returning({ stationId: musterPoint.stationId })
    : await tx.delete(musterPoint).where(and(eq(musterPoint.musterId, musterId), eq(musterPoint.stationId, stationId))).returning({ stationId: musterPoint.stationId })
  if (changed.length > 0) await writeAudit(tx, { at, actor, action: isPoint ? 'muster_point_set' : 'muster_point_clear', entityType: 'muster', entityId: musterId, details: { name: found.name } })
  return readPoints(tx, musterId)
}
