import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { AuditEntity } from '../../../../shared/domain/audit-entities.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { correlationId } from '../../kit/correlation.ts'
import { audit } from '../../db/schema/index.ts'
import { redact } from './redact.ts'

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
export function actorOf({ kind, id, name, stationId, person, level }: Caller): Actor {
  if (person !== null) return { kind: level >= levels.admin ? 'admin' : 'member', id: person.memberId, name: person.name, stationId }
  return { kind: kind === 'system' ? 'system' : 'device', id, name: name ?? `${kind} ${stationId}`, stationId }
}

/**
 * What a reader of the trail needs besides who, when and where. Anything else may stand here too, by the names that
 * `shared/domain/audit-fields.ts` has words for; secrets are left out by their keys.
 */
export interface AuditDetails extends Readonly<Record<string, unknown>> {
  /** Whom or what it was about, as it was called then: people and things change names, and go. */
  readonly name?: string | null | undefined
  /** The member whom it concerns, where the line is about something else: it stands in their trail too. */
  readonly memberId?: string | null | undefined
  readonly reason?: string | null | undefined
  /** What changed, as it was and as it is: the same fields on both sides, in words rather than ids. */
  readonly before?: object | null | undefined
  readonly after?: object | null | undefined
}

export interface AuditEntry {
  readonly at: Date
  readonly actor: Actor
  readonly action: AuditAction
  readonly entityType: AuditEntity
  readonly entityId: string | null
  readonly details?: AuditDetails
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
  details: details === undefined ? null : redact(details),
  search: searchTextOf(actor, details),
  correlationId: correlationId() ?? null,
})

const searched = ['name', 'label', 'serialTail', 'serviceNumber', 'reason', 'note', 'message', 'fileName'] as const

/** What a free search of the trail looks at: who did it, to whom or what, and why. */
function searchTextOf(actor: Actor, details: AuditDetails = {}): string {
  const words = searched.flatMap((key) => (typeof details[key] === 'string' ? [details[key]] : []))
  return foldText([actor.name, ...words].join(' '))
}
