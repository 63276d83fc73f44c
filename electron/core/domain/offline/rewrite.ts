/** What stands in the record, made to follow from late scans: never silently (domain.md 4.4 ▶ 9). */
import { inArray } from 'drizzle-orm'
import { systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { movement, movementCorrection } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { systemActor, writeAuditLines, type AuditEntry } from '../audit/write.ts'
import { forgetMissedCheckouts } from '../history/missed.ts'
import { needSystemStation, signOutMany } from '../presence/close-out.ts'
import type { Row } from './chain-rows.ts'
import type { Derived } from './derive.ts'
import type { EnterDoing } from './enter.ts'

/** Why, on the correction of every row that is changed: what people write there has no language of its own. */
export const lateReason = 'A scan kept while the server was away · Un passage gardé en l’absence du serveur'

export async function rewriteChain(tx: Tx, person: { id: string; name: string }, { turned, needless, closings }: Derived<Row>, { now, unit, tracksMissed }: EnterDoing): Promise<void> {
  const gone = [...turned, ...needless]
  if (gone.length > 0) await tx.update(movement).set({ voided: true }).where(inArray(movement.id, gone.map(({ id }) => id)))
  const next = new Map(turned.map((row) => [row.id, { id: newId(), direction: row.direction === 'in' ? ('out' as const) : ('in' as const) }]))
  for (const { id, memberId, badgeId, at, stationId, reader, method } of turned) {
    const replacement = next.get(id)
    if (replacement !== undefined) await tx.insert(movement).values({ ...replacement, memberId, badgeId, at, stationId, reader, method, recordedAt: now, flagged: true, flagReason: 'turned_by_late' })
  }
  const audits: AuditEntry[] = []
  for (const row of gone) {
    const replacement = next.get(row.id)
    const kind = replacement === undefined ? ('delete' as const) : ('edit' as const)
    await tx.insert(movementCorrection).values({ id: newId(), at: now, kind, actorKind: systemActor.kind, actorId: systemActor.id, actorName: systemActor.name, reason: lateReason, originalId: row.id, replacementId: replacement?.id ?? null })
    const told = { at: row.at.toISOString(), stationId: row.stationId }
    audits.push({
      at: now,
      actor: systemActor,
      action: kind === 'edit' ? 'checkin_update' : 'checkin_delete',
      entityType: 'movement',
      entityId: row.id,
      details: { memberId: person.id, name: person.name, reason: lateReason, before: { direction: row.direction, ...told }, after: replacement === undefined ? null : { direction: replacement.direction, ...told }, replacementId: replacement?.id ?? null },
    })
  }
  await writeAuditLines(tx, audits)
  if (needless.length > 0) await forgetMissedCheckouts(tx, person, needless.map(({ id }) => id), { actor: systemActor, now })
  if (closings.length > 0) await needSystemStation(tx, now)
  for (const { at, since } of closings) await signOutMany(tx, { people: [{ memberId: person.id, since, missed: tracksMissed }], at, recordedAt: now, unitTime: unit, stationId: systemStation, closer: 'daily_reset', actor: systemActor })
}
