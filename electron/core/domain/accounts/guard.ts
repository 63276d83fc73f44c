/** Every try of a secret goes through here: counted, slowed down and locked, for the badge and for the station (domain.md 4.22 ▶). */
import { createHash } from 'node:crypto'
import { inArray, lt, sql } from 'drizzle-orm'
import type { Database, Tx } from '../../db/database.ts'
import { signInGuard } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'
import { afterFailure, hindranceOf } from './guard-rules.ts'

const dayMs = 24 * 60 * 60_000

/** The serial is a credential, so that only its hash is kept; a badge that does not exist is guarded like any other. */
export const guardKeys = (serial: string, stationId: string): readonly string[] => [`badge:${createHash('sha256').update(serial).digest('hex').slice(0, 32)}`, `station:${stationId}`]

const readGuards = (tx: Tx, keys: readonly string[]) => tx.select().from(signInGuard).where(inArray(signInGuard.key, [...keys]))
type GuardRow = Awaited<ReturnType<typeof readGuards>>[number]

function refusalOf(rows: readonly GuardRow[], now: Date): Refusal | undefined {
  const [worst] = rows.flatMap((row) => hindranceOf(row, now) ?? []).sort((a, b) => b.ms - a.ms)
  if (worst === undefined) return undefined
  return worst.kind === 'wait' ? refuse('sign_in_wait', { seconds: Math.ceil(worst.ms / 1000) }) : refuse('sign_in_locked', { minutes: Math.ceil(worst.ms / 60_000) })
}

interface Attempt<P, R> {
  readonly keys: readonly string[]
  /** The slow part, outside any act, so that no scan waits for a hash. Undefined = wrong. */
  readonly prove: () => Promise<P | undefined>
  /** In the act, on rows read anew. Undefined = what was proved is not true any more. */
  readonly accept: (tx: Tx, proof: P, at: Date) => Promise<R | undefined>
  /** The trail of a wrong try, in the act that counts it. */
  readonly onWrong: (tx: Tx, at: Date) => Promise<void>
  readonly wrong: Refusal
}

/** Refuses `sign_in_wait`, `sign_in_locked`, or the attempt's own `wrong`, which is counted and committed first. */
export async function guarded<P, R>({ database, clock }: { database: Database; clock: Clock }, { keys, prove, accept, onWrong, wrong }: Attempt<P, R>): Promise<R> {
  const early = refusalOf(await database.read((tx) => readGuards(tx, keys)), clock.now())
  if (early !== undefined) throw early
  const proof = await prove()
  const outcome = await database.transaction(async (tx): Promise<{ refusal: Refusal } | { result: R }> => {
    // Tries that were hashed side by side are counted one by one.
    for (const key of [...keys].sort()) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
    const at = clock.now()
    const rows = await readGuards(tx, keys)
    const late = refusalOf(rows, at)
    if (late !== undefined) return { refusal: late }
    const result = proof === undefined ? undefined : await accept(tx, proof, at)
    if (result !== undefined) {
      await tx.delete(signInGuard).where(inArray(signInGuard.key, [...keys]))
      return { result }
    }
    await tx.delete(signInGuard).where(lt(signInGuard.lastFailedAt, new Date(at.getTime() - dayMs)))
    for (const key of keys) {
      const state = afterFailure(rows.find((row) => row.key === key), at)
      await tx.insert(signInGuard).values({ key, ...state }).onConflictDoUpdate({ target: signInGuard.key, set: state })
    }
    await onWrong(tx, at)
    return { refusal: wrong }
  })
  if ('refusal' in outcome) throw outcome.refusal
  return outcome.result
}
