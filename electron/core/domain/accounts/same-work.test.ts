/** Timing tells nobody whether a badge exists (domain.md 4.22 ▶, trust.md 4.3): the slow work is counted, not timed. */
import * as crypto from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { account, badge, member, signInGuard } from '../../db/schema/index.ts'
import { adminBadge, adminPin, createAccountsDesk, type AccountsDesk } from './testing/desk.ts'

vi.mock('node:crypto', async (original) => {
  const actual = await original<typeof crypto>()
  return { ...actual, scrypt: vi.fn<typeof crypto.scrypt>(actual.scrypt) }
})
const scrypt = vi.mocked(crypto.scrypt)

let desk: AccountsDesk
let admin: string
beforeEach(async () => {
  desk = await createAccountsDesk()
  admin = (await desk.setUp()).memberId
  await desk.accounts.signOut(desk.caller())
})
afterEach(() => desk.close())

/** What was derived while `act` ran: the length and the parameters of each hash. */
async function workOf(act: () => Promise<unknown>): Promise<unknown[]> {
  await desk.database.transaction((tx) => tx.delete(signInGuard))
  scrypt.mockClear()
  await act().catch(() => {})
  return scrypt.mock.calls.map(([, , length, options]) => [length, options])
}
const once = [[32, { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 }]]
const wrongPin = (serial: string) => () => desk.accounts.signIn({ serial, pin: '000000' }, desk.window)
const wrongCode = (serial: string) => () => desk.accounts.choosePin({ serial, setupCode: 'AAAAA-AAAAA', pin: '839201' }, desk.window)

test('a wrong PIN costs one and the same hash, whoever’s badge it is or nobody’s', async () => {
  await desk.enlist('Pinless', 'BB00000002')
  const disabled = await desk.enlist('Disabled', 'BB00000003')
  await desk.database.transaction((tx) => tx.insert(account).values({ memberId: disabled, level: 2, disabledAt: desk.clock.now(), createdAt: desk.clock.now(), updatedAt: desk.clock.now() }))
  const archived = await desk.enlist('Archived', 'BB00000004')
  await desk.database.transaction((tx) => tx.update(member).set({ status: 'archived' }).where(eq(member.id, archived)))
  await desk.enlist('Lost', 'BB00000005')
  await desk.database.transaction((tx) => tx.update(badge).set({ status: 'lost' }).where(eq(badge.serial, 'BB00000005')))
  for (const serial of [adminBadge, 'BB99999999', 'BB00000002', 'BB00000003', 'BB00000004', 'BB00000005', 'not a serial']) expect(await workOf(wrongPin(serial)), serial).toEqual(once)
})

test('so does a wrong set-up code, whether one was issued or not', async () => {
  const helper = await desk.enlist('Helper', 'BB00000002')
  await desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window)
  await desk.accounts.issueSetupCode({ member: helper }, desk.caller())
  for (const serial of ['BB00000002', adminBadge, 'BB99999999']) expect(await workOf(wrongCode(serial)), serial).toEqual(once)
})

test('a weak PIN is told only to whoever has the code: before that it costs the same and says the same', async () => {
  const helper = await desk.enlist('Helper', 'BB00000002')
  await desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window)
  await desk.accounts.issueSetupCode({ member: helper }, desk.caller())
  const weak = (serial: string) => desk.accounts.choosePin({ serial, setupCode: 'AAAAA-AAAAA', pin: '123456' }, desk.window)
  for (const serial of ['BB00000002', 'BB99999999']) {
    expect(await workOf(() => weak(serial)), serial).toEqual(once)
    await desk.database.transaction((tx) => tx.delete(signInGuard))
    await expect(weak(serial)).rejects.toMatchObject({ code: 'setup_code_wrong' })
  }
})

test('while a badge must wait nothing is hashed at all: tries cost the desk nothing', async () => {
  await wrongPin(adminBadge)().catch(() => {})
  scrypt.mockClear()
  await expect(desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window)).rejects.toMatchObject({ code: 'sign_in_wait' })
  await wrongPin('BB99999999')().catch(() => {})
  await expect(wrongPin('BB99999999')()).rejects.toMatchObject({ code: 'sign_in_wait' })
  expect(scrypt).not.toHaveBeenCalled()
  expect(admin).not.toBe('')
})
