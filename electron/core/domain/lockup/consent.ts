/** Nobody gets or gives a responsibility without having agreed to it (screens.md W-7). */
import { eq } from 'drizzle-orm'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { Tx } from '../../db/database.ts'
import { member } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { actorOf, type Actor } from '../audit/write.ts'
import { mayOverride, type Proofs } from '../proofs/service.ts'

export interface Consent {
  readonly proofs: Proofs
  readonly caller: Caller
  /** Where the badges were held up. */
  readonly stationId: string
  readonly override?: { readonly reason: string } | undefined
}

async function readName(tx: Tx, memberId: string): Promise<string> {
  const [row] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId))
  if (row === undefined) throw refuse('member_unknown')
  return row.name
}

/** Each of these people by badge or session; or an override by somebody who may. Refuses `badge_proof_needed`, `forbidden`. */
export async function agree(tx: Tx, { proofs, caller, stationId, override }: Consent, memberIds: readonly string[]): Promise<'both_badges' | 'override'> {
  const [missing] = proofs.unproven(caller, stationId, memberIds)
  if (missing === undefined) return 'both_badges'
  if (override === undefined) throw refuse('badge_proof_needed', { name: await readName(tx, missing), memberId: missing })
  if (!mayOverride(caller)) throw refuse('forbidden')
  return 'override'
}

/** For the trail: who is signed in, or else whose badge was read. Refuses `badge_needed`. */
export async function doerAs(tx: Tx, { proofs, caller, stationId }: Consent): Promise<Actor> {
  if (caller.person !== null || caller.level > 0) return { ...actorOf(caller), stationId }
  const { memberId } = proofs.doer(caller, stationId)
  return { kind: 'member', id: memberId, name: await readName(tx, memberId), stationId }
}

