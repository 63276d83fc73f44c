/** Whether the kiosk window is open, and who may leave it (screens.md W-15). The windows themselves are the host's. */
import * as v from 'valibot'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { kiosk } from '../../../../shared/contract/kiosk.ts'
import type { PayloadOf } from '../../../../shared/contract/kit.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import type { AuditAction } from '../../../../shared/domain/audit-actions.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'
import { actorOf, writeAudit, type Actor, type AuditDetails } from '../audit/write.ts'
import { slowHash, matchesHash } from '../../kit/slow-hash.ts'
import { ownerOf, ownSettings, readOwnSetting, writeOwnSetting } from '../settings/own-setting.ts'
import type { KeeperBadge } from './keeper-badge.ts'
import { isWeakCode, lockAfter } from './rules.ts'

const KioskState = v.object({
  open: v.boolean(),
  /** Empty = opened without a code: a badge and its PIN are the way out, or the desk. */
  codeHash: v.string(),
  /** Whose door it is; null = the station of the desk. */
  stationId: v.optional(v.nullable(v.string()), null),
  /** Wrong codes in a row; kept, so that a restart does not give new tries. */
  failures: v.number(),
  lockedUntil: v.nullable(v.string()),
})
type KioskState = v.InferOutput<typeof KioskState>
const closed: KioskState = { open: false, codeHash: '', stationId: null, failures: 0, lockedUntil: null }

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  /** Code of this PC's own station: each has a kiosk window of its own. */
  readonly ownStation: string
  readonly keeper: KeeperBadge
  /** Proves somebody's PIN, counted and slowed down like every other (accounts). */
  readonly provePin: (memberId: string, pin: string, actor: Actor) => Promise<void>
}

/** What opens the way out: a level, a badge that was read there with its PIN, or the exit code. */
interface Given {
  readonly exitCode?: string | undefined
  readonly pin?: string | undefined
  readonly stationId?: string | undefined
}

export function createKioskService({ database, clock, hub, ownStation, keeper, provePin }: Dependencies) {
  const pc = ownerOf(database, ownStation)
  async function read(tx: Tx): Promise<KioskState> {
    const parsed = v.safeParse(KioskState, await readOwnSetting(tx, ownSettings.kiosk, pc))
    return parsed.success ? parsed.output : closed
  }
  const write = (tx: Tx, value: KioskState, at: Date) => writeOwnSetting(tx, ownSettings.kiosk, pc, { value, category: 'security', at })
  const audit = (tx: Tx, actor: Actor, stationId: string, action: AuditAction, at: Date, details: AuditDetails = {}) => writeAudit(tx, { at, actor, action, entityType: 'kiosk', entityId: stationId, details })

  /** Who has proven with badge and PIN that they may; undefined where no PIN was given. Refuses `badge_needed`, and like signing in. */
  async function proveKeeper(caller: Caller, stationId: string, pin: string | undefined): Promise<Actor | undefined> {
    if (pin === undefined) return undefined
    const memberId = keeper.memberAt(stationId)
    await provePin(memberId, pin, actorOf({ ...caller, person: null, stationId }))
    const person = await keeper.still(memberId)
    if (person === undefined) throw refuse('badge_needed')
    return { kind: 'member', id: person.memberId, name: person.displayName, stationId }
  }

  /** A wrong code is counted and audited: that act commits, and is refused afterwards. @param act what the one who may wants, in the same act */
  async function pass(caller: Caller, given: Given, act: (tx: Tx, state: KioskState, at: Date, by: { actor: Actor; how: 'level' | 'badge' | 'code' }) => Promise<void>): Promise<void> {
    const stationId = given.stationId ?? caller.stationId
    const person = await proveKeeper(caller, stationId, given.pin)
    const needsCode = person === undefined && caller.level < levels.lockup
    const before = await database.transaction(read)
    if (needsCode && !before.open) throw refuse('kiosk_not_open')
    const locked = lockedFor(before, clock.now())
    if (needsCode && locked !== undefined) throw locked
    const right = !needsCode || (before.codeHash !== '' && (await matchesHash(given.exitCode ?? '', before.codeHash)))

    const refusal = await database.transaction(async (tx): Promise<Refusal | undefined> => {
      const at = clock.now()
      const state = await read(tx)
      if (needsCode && !state.open) return refuse('kiosk_not_open')
      // Tries that were hashed side by side are counted one by one.
      const now = needsCode ? lockedFor(state, at) : undefined
      if (now !== undefined) return now
      if (!right || (needsCode && state.codeHash !== before.codeHash)) {
        const failures = state.failures + 1
        const wait = lockAfter(failures)
        await write(tx, { ...state, failures, lockedUntil: wait === 0 ? null : new Date(at.getTime() + wait).toISOString() }, at)
        await audit(tx, actorOf(caller), stationId, 'kiosk_leave_failed', at, { failures })
        return refuse('exit_code_wrong')
      }
      await act(tx, state, at, { actor: person ?? actorOf(caller), how: person !== undefined ? 'badge' : needsCode ? 'code' : 'level' })
      return undefined
    })
    if (refusal !== undefined) throw refusal
    keeper.forget(stationId)
  }

  return {
    async state(): Promise<PayloadOf<typeof kiosk.changed>> {
      const { open, codeHash, stationId } = await database.transaction(read)
      return { open, hasCode: open && codeHash !== '', stationId }
    },

    /** Refuses `exit_code_weak`. Opening an open kiosk gives it the new code, or none. */
    async open(caller: Caller, { exitCode, stationId = null }: { exitCode?: string | undefined; stationId?: string | null | undefined }): Promise<void> {
      if (exitCode !== undefined && isWeakCode(exitCode)) throw refuse('exit_code_weak')
      // Hashed before the act: a slow hash must not hold up a scan.
      const codeHash = exitCode === undefined ? '' : await slowHash(exitCode)
      await database.transaction(async (tx) => {
        const at = clock.now()
        await read(tx)
        await write(tx, { open: true, codeHash, stationId, failures: 0, lockedUntil: null }, at)
        await audit(tx, actorOf(caller), stationId ?? caller.stationId, 'kiosk_open', at)
      })
      hub.emit('kiosk.changed', { open: true, hasCode: codeHash !== '', stationId })
    },

    awaitKeeper: (caller: Caller, { stationId }: { stationId?: string | undefined }): { expiresAt: string } => ({ expiresAt: keeper.awaitBadge(stationId ?? caller.stationId).toISOString() }),
    cancelKeeper: (caller: Caller, { stationId }: { stationId?: string | undefined }): void => keeper.forget(stationId ?? caller.stationId),

    /**
     * With badge and PIN of one who may, with the exit code, or without either for a caller of level lockup and above. Refuses
     * `kiosk_not_open`, `exit_code_wrong`, `exit_code_locked`, `badge_needed`, `sign_in_wrong`, `sign_in_wait`, `sign_in_locked`.
     */
    async leave(caller: Caller, given: Given): Promise<void> {
      await pass(caller, given, async (tx, state, at, { actor, how }) => {
        if (!state.open) throw refuse('kiosk_not_open')
        await write(tx, closed, at)
        await audit(tx, actor, given.stationId ?? caller.stationId, 'kiosk_leave', at, { by: how })
      })
      hub.emit('kiosk.changed', { open: false, hasCode: false, stationId: null })
    },

    /** The same proof, for looking at the readers without leaving. Refuses what `leave` refuses. */
    mayTest: (caller: Caller, given: Given): Promise<void> =>
      pass(caller, given, async (tx, state, at, { actor, how }) => {
        if (state.failures > 0) await write(tx, { ...state, failures: 0, lockedUntil: null }, at)
        await audit(tx, actor, given.stationId ?? caller.stationId, 'kiosk_reader_test', at, { by: how })
      }),
  }
}

function lockedFor({ lockedUntil }: KioskState, now: Date): Refusal | undefined {
  if (lockedUntil === null) return undefined
  const wait = new Date(lockedUntil).getTime() - now.getTime()
  return wait > 0 ? refuse('exit_code_locked', { seconds: Math.ceil(wait / 1000) }) : undefined
}
