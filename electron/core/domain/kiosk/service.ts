/** Whether the kiosk window is open, and who may leave it (screens.md W-15). The windows themselves are the host's. */
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { Database, Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type AuditDetails } from '../audit/write.ts'
import { slowHash, matchesHash } from '../../kit/slow-hash.ts'
import { isWeakCode, lockAfter } from './rules.ts'

const key = 'kiosk.exit'

const KioskState = v.object({
  open: v.boolean(),
  codeHash: v.string(),
  /** Wrong codes in a row; kept, so that a restart does not give new tries. */
  failures: v.number(),
  lockedUntil: v.nullable(v.string()),
})
type KioskState = v.InferOutput<typeof KioskState>
const closed: KioskState = { open: false, codeHash: '', failures: 0, lockedUntil: null }

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
}

async function read(tx: Tx): Promise<KioskState> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).for('update')
  const parsed = v.safeParse(KioskState, row?.value)
  return parsed.success ? parsed.output : closed
}

const write = (tx: Tx, value: KioskState, updatedAt: Date) =>
  tx
    .insert(setting)
    .values({ key, value, category: 'security', updatedAt })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })

export function createKioskService({ database, clock, hub }: Dependencies) {
  const audit = (tx: Tx, caller: Caller, action: AuditAction, at: Date, details: AuditDetails = {}) => writeAudit(tx, { at, actor: actorOf(caller), action, entityType: 'kiosk', entityId: caller.stationId, details })

  return {
    async state(): Promise<{ open: boolean }> {
      const { open } = await database.transaction(read)
      return { open }
    },

    /** Refuses `exit_code_weak`. Opening an open kiosk gives it the new code. */
    async open(caller: Caller, { exitCode }: { exitCode: string }): Promise<void> {
      if (isWeakCode(exitCode)) throw refuse('exit_code_weak')
      // Hashed before the act: a slow hash must not hold up a scan.
      const codeHash = await slowHash(exitCode)
      await database.transaction(async (tx) => {
        const at = clock.now()
        await read(tx)
        await write(tx, { open: true, codeHash, failures: 0, lockedUntil: null }, at)
        await audit(tx, caller, 'kiosk_open', at)
      })
      hub.emit('kiosk.changed', { open: true })
    },

    /**
     * With the exit code, or without one for a caller of level lockup and above. A wrong code is counted and audited:
     * that act commits, and is refused afterwards. Refuses `kiosk_not_open`, `exit_code_wrong`, `exit_code_locked`.
     */
    async leave(caller: Caller, { exitCode }: { exitCode?: string | undefined }): Promise<void> {
      const privileged = caller.level >= levels.lockup
      const before = await database.transaction(read)
      if (!before.open) throw refuse('kiosk_not_open')
      const locked = lockedFor(before, clock.now())
      if (!privileged && locked !== undefined) throw locked
      const right = privileged || (await matchesHash(exitCode ?? '', before.codeHash))

      const refusal = await database.transaction(async (tx): Promise<Refusal | undefined> => {
        const at = clock.now()
        const state = await read(tx)
        if (!state.open) return refuse('kiosk_not_open')
        // Tries that were hashed side by side are counted one by one.
        const now = privileged ? undefined : lockedFor(state, at)
        if (now !== undefined) return now
        if (!privileged && (!right || state.codeHash !== before.codeHash)) {
          const failures = state.failures + 1
          const wait = lockAfter(failures)
          await write(tx, { ...state, failures, lockedUntil: wait === 0 ? null : new Date(at.getTime() + wait).toISOString() }, at)
          await audit(tx, caller, 'kiosk_leave_failed', at, { failures })
          return refuse('exit_code_wrong')
        }
        await write(tx, closed, at)
        await audit(tx, caller, 'kiosk_leave', at, { by: privileged ? 'level' : 'code' })
        return undefined
      })
      if (refusal !== undefined) throw refusal
      hub.emit('kiosk.changed', { open: false })
    },
  }
}

function lockedFor({ lockedUntil }: KioskState, now: Date): Refusal | undefined {
  if (lockedUntil === null) return undefined
  const wait = new Date(lockedUntil).getTime() - now.getTime()
  return wait > 0 ? refuse('exit_code_locked', { seconds: Math.ceil(wait / 1000) }) : undefined
}
