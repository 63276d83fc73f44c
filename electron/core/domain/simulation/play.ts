/** Plays planned scans through the rules of a real one, many rows a statement (domain.md 4.24): the same rows, faster. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { movement } from '../../db/schema/index.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { writeAuditLines, type Actor, type AuditEntry } from '../audit/write.ts'
import { setPresence } from '../presence/close-out.ts'
import type { NewMovement } from '../presence/queries.ts'
import { decideScan, type LastMovement } from '../presence/rules.ts'
import { recordOfMove } from '../presence/scan-record.ts'
import { ensureStation } from '../stations/stations.ts'
import type { Act } from './plan.ts'
import type { SimulatedPerson } from './queries.ts'

export const simulatedReader = 'Simulated reader'
export const simulatedDevice: Actor = { kind: 'device', id: 'simulated', name: simulatedReader }
const flagReason = 'Simulated: worth a second look'

/** Who is simulated, and where each was last. `last` moves on as scans are played. */
export interface Players {
  readonly people: ReadonlyMap<string, SimulatedPerson>
  readonly last: Map<string, LastMovement>
}

/**
 * In the act of `tx`: each scan is decided as the door would have decided it at its instant. What the door would refuse
 * or take for a bounce moves nobody and is left out. @param today operational date of all of them
 * @returns how many movements were written
 */
export async function playScans(tx: Tx, acts: readonly Act[], { people, last }: Players, today: string): Promise<number> {
  const movements: (NewMovement & { flagged: boolean })[] = []
  const audits: AuditEntry[] = []
  for (const { id, scanId, memberId, at: now, stationId, flagged } of acts) {
    const person = people.get(memberId)
    if (person === undefined) continue
    const { name, badgeId, isUsable, status, admission, contractEnd } = person
    const decision = decideScan({ isUsable, holder: { status, admission, contractEnd, last: last.get(memberId) ?? null } }, now, today)
    if (decision.kind !== 'moved') continue
    const record = recordOfMove(decision, { id, scanId, now, memberId, name, badgeId, stationId, reader: simulatedReader, actor: simulatedDevice })
    last.set(memberId, { direction: decision.direction, at: decision.at, recordedAt: now })
    movements.push({ ...record.movement, flagReason: record.movement.flagReason ?? (flagged ? flagReason : null), flagged: flagged || record.movement.flagReason !== null })
    audits.push(record.audit)
  }
  if (movements.length > 0) await write(tx, movements, audits)
  return movements.length
}

async function write(tx: Tx, movements: readonly (NewMovement & { flagged: boolean })[], audits: readonly AuditEntry[]): Promise<void> {
  const firstAt = new Map(movements.toReversed().map((move) => [move.stationId, move.recordedAt]))
  for (const [door, first] of firstAt) await ensureStation(tx, door, first)
  await writeAuditLines(tx, audits)
  await insertMany(tx, movement, movements.map((row) => ({ ...row, method: 'badge' as const })))
  // In the order of time, so the last of a person is where they are.
  const latest = [...new Map(movements.map((row) => [row.memberId, row])).values()]
  await setPresence(tx, latest.map(({ id, memberId, direction, at, recordedAt, stationId }) => ({ memberId, direction, at, recordedAt, movementId: id, stationId })))
  await touchBadges(tx, latest)
  await bumpPresenceRevision(tx)
}

/** When each badge was last used, unless it was used later than that. */
const touchBadges = (tx: Tx, moves: readonly NewMovement[]) =>
  tx.execute(sql`
    update badge set last_used_at = greatest(badge.last_used_at, used.at)
    from json_to_recordset(${JSON.stringify(moves.map(({ badgeId, recordedAt }) => ({ id: badgeId, at: recordedAt })))}::json) as used(id uuid, at timestamptz)
    where badge.id = used.id`)
