import { levels, type Caller } from '../../../../shared/domain/access.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { audit } from '../../db/schema/index.ts'

/** Who acted, with the name they had then (domain.md 4.23 ▶). */
export interface Actor {
  readonly kind: 'member' | 'admin' | 'device' | 'system'
  readonly id: string
  readonly name: string
  /** The station it was done at; absent = by Sentinel itself. */
  readonly stationId?: string
}

export const systemActor: Actor = { kind: 'system', id: 'system', name: 'Sentinel' }

/** The person who is signed in, or else the window or device that called. */
export function actorOf({ kind, id, stationId, person, level }: Caller): Actor {
  if (person !== null) return { kind: level >= levels.admin ? 'admin' : 'member', id: person.memberId, name: person.name, stationId }
  return { kind: kind === 'system' ? 'system' : 'device', id, name: `${kind} ${stationId}`, stationId }
}

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
  await tx.insert(audit).values(rowOf(entry))
}

/** Adds many lines in the order given. */
export const writeAuditLines = (tx: Tx, entries: readonly AuditEntry[]): Promise<void> => insertMany(tx, audit, entries.map(rowOf))

const rowOf = ({ at, actor, action, entityType, entityId, details }: AuditEntry) => ({
  at,
  actorKind: actor.kind,
  actorId: actor.id,
  actorName: actor.name,
  action,
  entityType,
  entityId,
  stationId: actor.stationId ?? null,
  details: details ?? null,
})
