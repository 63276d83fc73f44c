import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '../../db/database.ts'
import { account, audit, badge, badgeStatus, member, setupCode } from '../../db/schema/index.ts'
import { codeLifeMs } from './setup-code.ts'
import { adminBadge, adminPin, createAccountsDesk, type AccountsDesk } from './testing/desk.ts'

let desk: AccountsDesk
let helper: string
beforeEach(async () => {
  desk = await createAccountsDesk()
  await desk.setUp()
  helper = await desk.enlist('Helper', 'BB00000002')
})
afterEach(() => desk.close())

const refused = (code: string) => expect.objectContaining({ code })
const me = (): string => desk.caller().person?.memberId ?? ''
const issue = () => desk.accounts.issueSetupCode({ member: helper }, desk.caller())
/** The desk locked itself meanwhile: by somebody who is signed in elsewhere. */
const issueAgain = () => desk.accounts.issueSetupCode({ member: helper }, { ...desk.window, person: { memberId: '00000000-0000-4000-8000-00000000000a', name: 'Admin' }, level: 5 })
const choose = (code: string, pin = '839201') => desk.accounts.choosePin({ serial: 'BB00000002', setupCode: code, pin }, desk.window)

describe('set-up codes (domain.md 4.22 ▶: PIN set-up only with an administrator’s one-time code)', () => {
  test('the member chooses their own PIN with it, once, and is signed in at their level', async () => {
    const { code, displayName } = await issue()
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    expect(displayName).toBe('S1 Helper, T')
    expect(await choose(code.toLowerCase().replace('-', ' '))).toMatchObject({ memberId: helper, level: 1 })
    await expect(choose(code)).rejects.toEqual(refused('setup_code_wrong'))
    expect(JSON.stringify(await desk.database.read((tx) => tx.select().from(setupCode)))).not.toContain(code.replace('-', ''))
  })
  test('ends after a day, by a newer one, and by too many wrong ones', async () => {
    const first = await issue()
    const second = await issue()
    await expect(choose(first.code)).rejects.toEqual(refused('setup_code_wrong'))
    await expect(choose(second.code)).rejects.toEqual(refused('sign_in_wait'))
    desk.clock.advance(codeLifeMs)
    await expect(choose(second.code)).rejects.toEqual(refused('setup_code_wrong'))
  })
  test('holds to the second before its end, and not at it', async () => {
    const { code, expiresAt } = await issue()
    expect(expiresAt).toBe(new Date(desk.clock.now().getTime() + codeLifeMs).toISOString())
    desk.clock.advance(codeLifeMs)
    await expect(choose(code)).rejects.toEqual(refused('setup_code_wrong'))
    const second = await issueAgain()
    desk.clock.advance(codeLifeMs - 1)
    expect(await choose(second.code)).toMatchObject({ memberId: helper })
  })
  test('is for one badge only: with another badge, or for two desks at one instant, it works once at most', async () => {
    await desk.enlist('Another', 'BB00000003')
    const { code } = await issue()
    await expect(desk.accounts.choosePin({ serial: 'BB00000003', setupCode: code, pin: '839201' }, desk.window)).rejects.toEqual(refused('setup_code_wrong'))
    desk.clock.advance(1000)
    const answers = await Promise.allSettled([choose(code), choose(code, '571938')])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('setup_code_wrong') })
  })
  test('a weak PIN leaves the code as it is', async () => {
    const { code } = await issue()
    await expect(choose(code, '123456')).rejects.toEqual(refused('pin_weak'))
    expect(await choose(code)).toMatchObject({ memberId: helper })
  })
  test('issuing one ends the old PIN and the session at once; the administrator never learns the PIN', async () => {
    await choose((await issue()).code)
    expect(desk.caller().person?.memberId).toBe(helper)
    const other = { ...desk.window, person: { memberId: '00000000-0000-4000-8000-00000000000a', name: 'Admin' }, level: 5 }
    await desk.accounts.issueSetupCode({ member: helper }, other)
    expect(desk.caller()).toMatchObject({ person: null, level: 0 })
    await expect(desk.accounts.signIn({ serial: 'BB00000002', pin: '839201' }, desk.window)).rejects.toEqual(refused('sign_in_wrong'))
  })
  test('somebody without a badge has nothing to sign in with', async () => {
    helper = await desk.enlist('Badgeless', null)
    await expect(issue()).rejects.toEqual(refused('account_without_badge'))
  })
})

describe('levels', () => {
  const setLevel = (memberIds: string[], level: number, caller = desk.caller()) => desk.accounts.setLevel({ memberIds, level }, caller)

  test('are given to many at once, all or nothing, and audited with before and after', async () => {
    const another = await desk.enlist('Another', null)
    await expect(setLevel([helper, another, me()], 2)).rejects.toEqual(refused('account_own'))
    expect((await desk.accounts.list({ search: '', limit: 100, page: 1 })).accounts).toHaveLength(1)
    expect(await setLevel([helper, another], 2)).toEqual({ changed: 2 })
    expect(await setLevel([helper, another], 2)).toEqual({ changed: 0 })
    const lines = await desk.database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'role_changed')).orderBy(asc(audit.seq)))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ actorKind: 'admin', actorName: 'PO1 Boss, A', stationId: 'desk', details: { before: { level: 1 }, after: { level: 2 } } })
  })
  test('nobody gives more than they have, nor touches one who has more, nor themselves', async () => {
    await expect(setLevel([helper], 6)).rejects.toEqual(refused('level_above_yours'))
    await desk.database.transaction((tx) => tx.insert(account).values({ memberId: helper, level: 6, createdAt: desk.clock.now(), updatedAt: desk.clock.now() }))
    await expect(setLevel([helper], 2)).rejects.toEqual(refused('account_above_you'))
    await expect(desk.accounts.setDisabled({ member: helper, disabled: true }, desk.caller())).rejects.toEqual(refused('account_above_you'))
    await expect(setLevel([me()], 2)).rejects.toEqual(refused('account_own'))
    await expect(desk.accounts.setDisabled({ member: me(), disabled: true }, desk.caller())).rejects.toEqual(refused('account_own'))
  })
  test('bite at once in an open session (trust.md V8.3.2)', async () => {
    await choose((await issue()).code)
    expect(desk.caller().level).toBe(1)
    const other = { ...desk.window, person: { memberId: '00000000-0000-4000-8000-00000000000a', name: 'Admin' }, level: 5 }
    await setLevel([helper], 3, other)
    expect(desk.caller()).toMatchObject({ level: 3, person: { memberId: helper } })
    await desk.accounts.setDisabled({ member: helper, disabled: true }, other)
    expect(desk.caller()).toMatchObject({ level: 0, person: null })
  })
})

describe('the last administrator (scenario 35)', () => {
  const other = () => ({ ...desk.window, person: { memberId: helper, name: 'S1 Helper, T' }, level: 5 })

  test('cannot be lowered, disabled or given a new code by anybody', async () => {
    const admin = me()
    await expect(desk.accounts.setLevel({ memberIds: [admin], level: 4 }, other())).rejects.toEqual(refused('last_administrator'))
    await expect(desk.accounts.setDisabled({ member: admin, disabled: true }, other())).rejects.toEqual(refused('last_administrator'))
    await expect(desk.accounts.issueSetupCode({ member: admin }, other())).rejects.toEqual(refused('last_administrator'))
    expect(await desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window)).toMatchObject({ level: 5 })
  })
  test('two administrators who lower each other at one instant: one stays', async () => {
    const admin = me()
    await desk.accounts.setLevel({ memberIds: [helper], level: 5 }, desk.caller())
    await choose((await issue()).code)
    const answers = await Promise.allSettled([
      desk.accounts.setLevel({ memberIds: [admin], level: 1 }, other()),
      desk.accounts.setLevel({ memberIds: [helper], level: 1 }, { ...desk.window, person: { memberId: admin, name: 'Boss' }, level: 5 }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('last_administrator') })
  })
  test('one without a badge that opens the door does not count as another', async () => {
    const admin = me()
    await desk.accounts.setLevel({ memberIds: [helper], level: 5 }, desk.caller())
    await choose((await issue()).code)
    await desk.database.transaction((tx) => tx.update(badge).set({ status: 'lost' }).where(eq(badge.memberId, helper)))
    await expect(desk.accounts.setLevel({ memberIds: [admin], level: 1 }, other())).rejects.toEqual(refused('last_administrator'))
  })
})

test('an archived member’s session ends when the roll changes', async () => {
  await choose((await issue()).code)
  await desk.database.transaction((tx) => tx.update(member).set({ status: 'archived' }).where(eq(member.id, helper)))
  desk.hub.emit('members.changed', {})
  await expect.poll(() => desk.caller().person).toBeNull()
})

test.each([
  ['definitions.changed', (tx: Tx) => tx.update(badgeStatus).set({ isUsable: false }).where(eq(badgeStatus.code, 'active'))],
  ['members.changed', (tx: Tx) => tx.update(badge).set({ status: 'lost' }).where(eq(badge.memberId, helper))],
  ['members.changed', (tx: Tx) => tx.update(badge).set({ memberId: null }).where(eq(badge.memberId, helper))],
] as const)('a session ends at once when its badge opens nothing any more: %s (trust.md V7.4.2, V8.3.2)', async (event, happen) => {
  await choose((await issue()).code)
  expect(desk.caller().person?.memberId).toBe(helper)
  await desk.database.transaction(happen)
  desk.hub.emit(event, {})
  await expect.poll(() => desk.caller().person).toBeNull()
})

describe('a badge held to the reader to sign in', () => {
  const scan = (serial: string, isFree = false, stationId = 'desk') => desk.database.transaction((tx) => desk.accounts.takeBadge(tx, { serial, stationId, isFree }))

  test('is taken once, when the desk waits, at its own station, from someone who can sign in', async () => {
    expect(await scan(adminBadge)).toBeUndefined()
    await desk.accounts.awaitBadge()
    expect(await scan('BB00000002'), 'a member without a PIN comes and goes as always').toBeUndefined()
    expect(await scan('CC00000003', true)).toBeUndefined()
    expect(await scan(adminBadge, false, 'front-door')).toBeUndefined()
    const heard: unknown[] = []
    desk.hub.on('accounts.badgeRead', (event) => heard.push(event))
    const taken = await scan(adminBadge)
    taken?.afterCommit()
    expect(heard).toEqual([{ serialTail: '0001' }])
    expect(await scan(adminBadge), 'the next one counts again').toBeUndefined()
    expect(await desk.accounts.signIn({ pin: adminPin }, desk.window)).toMatchObject({ level: 5 })
    await expect(desk.accounts.signIn({ pin: adminPin }, desk.window)).rejects.toEqual(refused('badge_not_read'))
  })
  test('is not waited for longer than half a minute', async () => {
    await desk.accounts.awaitBadge()
    desk.clock.advance(30_000)
    expect(await scan(adminBadge)).toBeUndefined()
  })
})
