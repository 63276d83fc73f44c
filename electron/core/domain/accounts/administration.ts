/** Who may sign in, and with what rights (domain.md 4.22; screens.md 1.12 “account levels”). */
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { accounts } from '../../../../shared/contract/accounts.ts'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { Database, Tx } from '../../db/database.ts'
import { setupCode } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { slowHash } from '../../kit/slow-hash.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { actorOf, writeAudit } from '../audit/write.ts'
import { countAccounts, endCodes, endSessions, lockAccount, readAccounts, updateAccount } from './queries.ts'
import { codeLifeMs, newSetupCode, normalCode } from './setup-code.ts'

type Locked = NonNullable<Awaited<ReturnType<typeof lockAccount>>>

/** The account, locked. Nobody reaches above their own level, nor changes their own rights: a mistake there has no way back. */
async function lockOther(tx: Tx, memberId: string, caller: Caller, at: Date, { archivedToo = false } = {}): Promise<Locked> {
  const found = await lockAccount(tx, memberId, at)
  if (found === undefined) throw refuse('member_unknown')
  if (found.status === 'archived' && !archivedToo) throw refuse('member_archived', { name: found.displayName })
  if (caller.person?.memberId === memberId) throw refuse('account_own')
  if (found.level > caller.level) throw refuse('account_above_you', { name: found.displayName })
  return found
}

export function createAdministration({ database, clock }: { database: Database; clock: Clock }) {
  return {
    list: (input: InputOf<typeof accounts.list>): Promise<OutputOf<typeof accounts.list>> =>
      database.read(async (tx) => ({
        total: await countAccounts(tx, input.search),
        accounts: (await readAccounts(tx, input, clock.now())).map(({ pinHash, badgeId, codeIssued, disabledAt, lastSignInAt, ...row }) => ({
          ...row,
          hasBadge: badgeId !== null,
          pin: pinHash !== null ? ('set' as const) : codeIssued ? ('code_issued' as const) : ('none' as const),
          disabledAt: disabledAt?.toISOString() ?? null,
          lastSignInAt: lastSignInAt?.toISOString() ?? null,
        })),
      })),

    /** All or nothing. Refuses `member_unknown`, `member_archived`, `level_above_yours`, `account_above_you`, `account_own`, `last_administrator`. */
    async setLevel({ memberIds, level }: InputOf<typeof accounts.setLevel>, caller: Caller): Promise<{ changed: number }> {
      if (level > caller.level) throw refuse('level_above_yours')
      return database.transaction((tx) =>
        keepingAnAdministrator(tx, async () => {
          const at = clock.now()
          let changed = 0
          // In one order, so that two acts on the same people wait for each other instead of locking crosswise.
          for (const memberId of [...new Set(memberIds)].sort()) {
            const found = await lockOther(tx, memberId, caller, at)
            if (found.level === level) continue
            await updateAccount(tx, memberId, { level }, at)
            await writeAudit(tx, { at, actor: actorOf(caller), action: 'role_changed', entityType: 'account', entityId: memberId, details: { name: found.displayName, before: { level: found.level }, after: { level } } })
            changed += 1
          }
          return { changed }
        }),
      )
    },

    /** The code crosses once, to the one who asked. Refuses `account_without_badge` and what `setLevel` refuses. */
    async issueSetupCode({ member: memberId }: InputOf<typeof accounts.issueSetupCode>, caller: Caller): Promise<OutputOf<typeof accounts.issueSetupCode>> {
      const code = newSetupCode()
      const codeHash = await slowHash(normalCode(code))
      return database.transaction((tx) =>
        keepingAnAdministrator(tx, async () => {
          const at = clock.now()
          const found = await lockOther(tx, memberId, caller, at)
          if (found.badgeId === null) throw refuse('account_without_badge', { name: found.displayName })
          await endCodes(tx, memberId, at)
          await updateAccount(tx, memberId, { pinHash: null }, at)
          await endSessions(tx, { memberId }, at, 'pin_reset')
          const expiresAt = new Date(at.getTime() + codeLifeMs)
          await tx.insert(setupCode).values({ id: newId(), memberId, codeHash, createdAt: at, createdBy: actorOf(caller).name, expiresAt })
          await writeAudit(tx, { at, actor: actorOf(caller), action: 'password_reset', entityType: 'account', entityId: memberId, details: { name: found.displayName } })
          return { code, displayName: found.displayName, expiresAt: expiresAt.toISOString() }
        }),
      )
    },

    /** Refuses `member_unknown`, `account_above_you`, `account_own`, `last_administrator`. */
    async setDisabled({ member: memberId, disabled }: InputOf<typeof accounts.setDisabled>, caller: Caller): Promise<void> {
      await database.transaction((tx) =>
        keepingAnAdministrator(tx, async () => {
          const at = clock.now()
          const found = await lockOther(tx, memberId, caller, at, { archivedToo: true })
          if ((found.disabledAt !== null) === disabled) return
          await updateAccount(tx, memberId, disabled ? { disabledAt: at, disabledBy: actorOf(caller).name } : { disabledAt: null, disabledBy: null }, at)
          if (disabled) await endSessions(tx, { memberId }, at, 'disabled')
          await writeAudit(tx, { at, actor: actorOf(caller), action: disabled ? 'user_disabled' : 'user_enabled', entityType: 'account', entityId: memberId, details: { name: found.displayName } })
        }),
      )
    },

    /** Refuses `member_unknown`, `account_above_you`. @returns how many sessions ended */
    async endSession({ member: memberId }: InputOf<typeof accounts.endSession>, caller: Caller): Promise<{ ended: number }> {
      return database.transaction(async (tx) => {
        const at = clock.now()
        const found = await lockAccount(tx, memberId, at)
        if (found === undefined) throw refuse('member_unknown')
        if (found.level > caller.level) throw refuse('account_above_you', { name: found.displayName })
        const ended = await endSessions(tx, { memberId }, at, 'ended_by_administrator')
        if (ended.length > 0) await writeAudit(tx, { at, actor: actorOf(caller), action: 'session_ended', entityType: 'account', entityId: memberId, details: { name: found.displayName } })
        return { ended: ended.length }
      })
    },
  }
}
