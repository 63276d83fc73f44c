/** Every change of hands, with the names of then (domain.md 2.4): the line that people read, beside the audit trail that proves it. */
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { responsibilityLog } from '../../db/schema/index.ts'
import { writeAudit, type Actor, type AuditDetails } from '../audit/write.ts'

/** What every act on a responsibility is done with. */
export interface Doing {
  readonly at: Date
  readonly actor: Actor
  readonly stationId: string
  readonly unitTime: UnitTime
  readonly note: string | null
}

interface Named {
  readonly memberId: string
  readonly displayName: string
}

type Row = typeof responsibilityLog.$inferInsert

interface Entry {
  readonly responsibility: Row['responsibility']
  readonly action: Row['action']
  readonly member: Named | null
  readonly from?: Named | null
  /** The line of the audit trail that goes with it. */
  readonly audit: { readonly action: AuditAction; readonly entityId: string; readonly details?: AuditDetails }
}

/** Writes both, in the act of the change. */
export async function logResponsibility(tx: Tx, { responsibility, action, member, from = null, audit }: Entry, { at, actor, unitTime, note }: Doing): Promise<void> {
  await tx.insert(responsibilityLog).values({
    at,
    operationalDate: operationalDate(at, unitTime),
    responsibility,
    action,
    memberId: member?.memberId ?? null,
    memberName: member?.displayName ?? null,
    fromMemberId: from?.memberId ?? null,
    fromMemberName: from?.displayName ?? null,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    notes: note,
  })
  const details = { memberId: member?.memberId ?? null, name: member?.displayName ?? null, ...(from !== null && { fromMemberId: from.memberId, from: from.displayName }), note, ...audit.details }
  await writeAudit(tx, { at, actor, action: audit.action, entityType: responsibility, entityId: audit.entityId, details })
}
