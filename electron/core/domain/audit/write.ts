import type { Caller } from '../../../../shared/domain/access.ts'
import type { Tx } from '../../db/database.ts'
import { audit } from '../../db/schema/index.ts'

/** Who acted, with the name they had then (domain.md 4.23 ▶). */
export interface Actor {
  readonly kind: 'member' | 'admin' | 'device' | 'system'
  readonly id: string
  readonly name: string
}

export const systemActor: Actor = { kind: 'system', id: 'system', name: 'Sentinel' }

/** Until people sign in (issue 3) the actor is the window or device that called. */
export const actorOf = (caller: Caller): Actor => ({ kind: caller.kind === 'system' ? 'system' : 'device', id: caller.id, name: `${caller.kind} ${caller.stationId}` })

export interface AuditEntry {
  readonly at: Date
  readonly actor: Actor
  /** Such as `checkin_scan`, `badge_assign`, `import_execute`. */
  readonly action: string
  readonly entityType: string
  readonly entityId: string | null
  readonly details?: Record<string, unknown>
}

/** Adds one line to the trail, in the transaction of the change it tells of. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insert(audit).values({
    at: entry.at,
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    action: entry.action,
    entityType: entry.entityType,
    entityId: entry.entityId,
    details: entry.details ?? null,
  })
}
