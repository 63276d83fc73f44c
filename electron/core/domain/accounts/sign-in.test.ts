import { asc, eq, isNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account, audit, badge, member, session, setting, signInGuard } from '../../db/schema/index.ts'
import { lockMs } from './guard-rules.ts'
import { idleLockMs, longestMs } from './desk-session.ts'
import { adminBadge, adminPin, createAccountsDesk, type AccountsDesk } from './testing/desk.ts'

let desk: AccountsDesk
beforeEach(async () => {
  desk = await createAccountsDesk()
})
afterEach(() => desk.close())

const refused = (code: string, details = {}) => expect.objectContaining({ code, ...(Object.keys(details).length > 0 && { details: expect.objectContaining(details) }) })
const trail = async (): Promise<string[]> => (await desk.database.read((tx) => tx.select({ action: audit.action }).from(audit).orderBy(asc(audit.seq)))).map(({ action }) => action)
const wrong = (serial = adminBadge) => desk.accounts.signIn({ serial, pin: '000000' }, desk.window)
const me = (): string => desk.caller().person?.memberId ?? ''
const right = () => desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window)

describe('the first administrator (issue 3: no default PIN, no built-in account)', () => {
  test('an empty desk has no account at all, and nobody can sign in', async () => {
    expect(await desk.database.read((tx) => tx.$count(account))).toBe(0)
    expect(await desk.accounts.state()).toMatchObject({ setUp: false, session: null })
    await expect(desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window)).rejects.toEqual(refused('not_set_up'))
  })

  test('names the unit, is signed in, and the PIN is kept only as a slow hash', async () => {
    expect(await desk.setUp()).toMatchObject({ displayName: 'PO1 Boss, A', level: 5, locked: false })
    expect(desk.caller()).toMatchObject({ level: 5, person: { name: 'PO1 Boss, A' } })
    const [row] = await desk.database.read((tx) => tx.select().from(account))
    expect(row?.pinHash).toMatch(/^scrypt\$15\$8\$3\$/)
    expect(await desk.database.read((tx) => tx.select().from(setting).where(eq(setting.key, 'unit.profile')))).toMatchObject([{ value: { name: 'HMCS Test' } }])
    expect(await trail()).toEqual(['desk_set_up', 'login'])
  })

  test('is made once, by whichever of two desks was first', async () => {
    const answers = await Promise.allSettled([desk.setUp(), desk.setUp()])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('already_set_up') })
    await expect(desk.setUp()).rejects.toEqual(refused('already_set_up'))
  })

  test.each([
    ['pin_weak', { pin: '123456' }],
    ['serial_invalid', { serial: '!' }],
  ])('%s is refused, and nothing is written', async (code, change) => {
    const input = { unit: { name: 'HMCS Test', zone: 'America/Winnipeg', rollover: '03:00' }, administrator: { serviceNumber: 'V100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' }, serial: adminBadge, pin: adminPin, ...change }
    await expect(desk.accounts.setUp(input, desk.window)).rejects.toEqual(refused(code))
    expect(await desk.database.read((tx) => tx.$count(account))).toBe(0)
  })
})

describe('badge and PIN (domain.md 4.22 ▶)', () => {
  beforeEach(async () => {
    await desk.setUp()
    await desk.accounts.signOut(desk.caller())
  })

  test('the right pair signs in, however the serial is written; the other person is signed out', async () => {
    expect(await desk.accounts.signIn({ serial: ' aa-00-00-00-01 ', pin: adminPin }, desk.window)).toMatchObject({ level: 5 })
    await right()
    const rows = await desk.database.read((tx) => tx.select().from(session).orderBy(asc(session.startedAt)))
    expect(rows.map(({ endReason }) => endReason).sort()).toEqual([null, 'replaced', 'signed_out'].sort())
  })

  test('five wrong PINs wait 1, 2, 4, 8 seconds, then lock for 15 minutes, to the second', async () => {
    for (const seconds of [1, 2, 4, 8]) {
      await expect(wrong()).rejects.toEqual(refused('sign_in_wrong'))
      await expect(right()).rejects.toEqual(refused('sign_in_wait', { seconds }))
      desk.clock.advance(seconds * 1000)
    }
    await expect(wrong()).rejects.toEqual(refused('sign_in_wrong'))
    await expect(right()).rejects.toEqual(refused('sign_in_locked', { minutes: 15 }))
    desk.clock.advance(lockMs - 1000)
    await expect(right()).rejects.toEqual(refused('sign_in_locked', { minutes: 1 }))
    desk.clock.advance(1000)
    expect(await right()).toMatchObject({ level: 5 })
  })

  test('restarting does not clear it: a wait goes on, and a lock ends when it would have', async () => {
    await expect(wrong()).rejects.toEqual(refused('sign_in_wrong'))
    const again = desk.open()
    await again.start()
    const rightAgain = () => again.signIn({ serial: adminBadge, pin: adminPin }, desk.window)
    await expect(rightAgain()).rejects.toEqual(refused('sign_in_wait'))
    for (const seconds of [1, 2, 4, 8]) {
      desk.clock.advance(seconds * 1000)
      await expect(wrong()).rejects.toEqual(refused('sign_in_wrong'))
    }
    await expect(rightAgain()).rejects.toEqual(refused('sign_in_locked', { minutes: 15 }))
    desk.clock.advance(lockMs - 1)
    await expect(rightAgain()).rejects.toEqual(refused('sign_in_locked', { minutes: 1 }))
    desk.clock.advance(1)
    expect(await rightAgain()).toMatchObject({ level: 5 })
    again.stop()
  })

  test('twenty tries at one instant count one by one: one is wrong, nineteen must wait', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => wrong()))
    const codes = answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'let in'))
    expect(codes.filter((code) => code === 'sign_in_wrong')).toHaveLength(1)
    expect(codes.filter((code) => code === 'sign_in_wait')).toHaveLength(19)
    expect((await trail()).filter((action) => action === 'login_failed')).toHaveLength(1)
  })

  test('a badge that does not exist is answered, counted and locked like one that does', async () => {
    const tell = async (serial: string) => {
      const codes: string[] = []
      for (let index = 0; index < 6; index += 1) {
        codes.push(await wrong(serial).catch((error: { code: string }) => error.code) as string)
        desk.clock.advance(8000)
      }
      desk.clock.advance(lockMs)
      await desk.database.transaction((tx) => tx.delete(signInGuard))
      return codes
    }
    expect(await tell('BB99999999')).toEqual(await tell(adminBadge))
  })

  test('a right PIN clears its own badge and the station, never the tries at another badge', async () => {
    const victim = await desk.enlist('Victim', 'BB00000002')
    await desk.database.transaction((tx) => tx.insert(account).values({ memberId: victim, level: 2, createdAt: desk.clock.now(), updatedAt: desk.clock.now() }))
    for (let times = 0; times < 4; times += 1) {
      await expect(wrong('BB00000002')).rejects.toEqual(refused('sign_in_wrong'))
      desk.clock.advance(8000)
      await right()
    }
    await expect(wrong('BB00000002')).rejects.toEqual(refused('sign_in_wrong'))
    await expect(wrong('BB00000002')).rejects.toEqual(refused('sign_in_locked', { minutes: 15 }))
  })

  test('a lock of the station holds for every badge there; neither stands in the way of anything but signing in', async () => {
    for (const serial of ['B1000001', 'B1000002', 'B1000003', 'B1000004', 'B1000005']) {
      await expect(wrong(serial)).rejects.toEqual(refused('sign_in_wrong'))
      desk.clock.advance(8000)
    }
    await expect(right()).rejects.toEqual(refused('sign_in_locked'))
    const elsewhere = { ...desk.window, stationId: 'wardroom' }
    expect(await desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, elsewhere)).toMatchObject({ level: 5 })
  })

  test.each([
    ['a lost badge', () => desk.database.transaction((tx) => tx.update(badge).set({ status: 'lost' }).where(eq(badge.serial, adminBadge)))],
    ['a disabled account', () => desk.database.transaction((tx) => tx.update(account).set({ disabledAt: desk.clock.now() }))],
    ['a suspended member', () => desk.database.transaction((tx) => tx.update(member).set({ status: 'suspended' }))],
    ['an archived member', () => desk.database.transaction((tx) => tx.update(member).set({ status: 'archived' }))],
    ['an account without a PIN', () => desk.database.transaction((tx) => tx.update(account).set({ pinHash: null }))],
  ])('%s signs nobody in, and is answered like a wrong PIN', async (_what, happen) => {
    await happen()
    await expect(right()).rejects.toEqual(refused('sign_in_wrong'))
    expect((await desk.accounts.state()).session).toBeNull()
  })
})

describe('the desk’s session (trust.md V7; screens.md W-14)', () => {
  beforeEach(() => desk.setUp())

  test('locks when nobody touches it, and only the PIN opens it', async () => {
    desk.clock.advance(idleLockMs - 1000)
    desk.accounts.touch()
    desk.clock.advance(idleLockMs - 1000)
    expect(desk.caller().level).toBe(5)
    desk.clock.advance(1000)
    expect(desk.caller()).toMatchObject({ level: 0, person: null })
    expect((await desk.accounts.state()).session).toMatchObject({ locked: true, displayName: 'PO1 Boss, A' })
    desk.accounts.touch()
    expect(desk.caller().level).toBe(0)
    await expect(desk.accounts.unlock({ pin: '000000' }, desk.window)).rejects.toEqual(refused('sign_in_wrong'))
    desk.clock.advance(1000)
    await desk.accounts.unlock({ pin: adminPin }, desk.window)
    expect(desk.caller().level).toBe(5)
  })

  test('ends after twelve hours, however busy', async () => {
    for (let passed = 0; passed < longestMs; passed += idleLockMs / 2) {
      desk.accounts.touch()
      desk.clock.advance(idleLockMs / 2)
    }
    expect((await desk.accounts.state()).session).toBeNull()
    expect(desk.caller().level).toBe(0)
  })

  test('setting the clock back neither opens nor prolongs it', () => {
    desk.clock.set(new Date('2020-01-01T00:00:00Z'))
    desk.clock.advance(idleLockMs)
    expect(desk.caller().level).toBe(0)
  })

  test('another person signs in over a locked desk: the first one’s rights never come back (fast user switch, W-14)', async () => {
    const first = me()
    const second = await desk.enlist('Second', 'BB00000002')
    const { code } = await desk.accounts.issueSetupCode({ member: second }, desk.caller())
    desk.accounts.lock()
    expect(await desk.accounts.choosePin({ serial: 'BB00000002', setupCode: code, pin: '839201' }, desk.window)).toMatchObject({ memberId: second, locked: false })
    expect(desk.caller()).toMatchObject({ level: 1, person: { memberId: second } })
    await expect(desk.accounts.unlock({ pin: adminPin }, desk.window)).rejects.toEqual(refused('sign_in_wrong'))
    const rows = await desk.database.read((tx) => tx.select({ memberId: session.memberId, endReason: session.endReason }).from(session))
    expect(rows.find(({ memberId }) => memberId === first)).toMatchObject({ endReason: 'replaced' })
    desk.clock.advance(1000)
    expect(await desk.accounts.signIn({ serial: adminBadge, pin: adminPin }, desk.window), 'and back again in one step').toMatchObject({ level: 5 })
    expect(await desk.database.read((tx) => tx.$count(session, isNull(session.endedAt)))).toBe(1)
  })

  test('is over after a restart, and its row says so', async () => {
    const again = desk.open()
    await again.start()
    expect((await again.state()).session).toBeNull()
    expect(await desk.database.read((tx) => tx.select({ endReason: session.endReason }).from(session))).toEqual([{ endReason: 'restarted' }])
    again.stop()
  })
})

describe('changing a PIN', () => {
  beforeEach(() => desk.setUp())

  test('needs the old one; a wrong old one counts as a wrong PIN', async () => {
    await expect(desk.accounts.changePin({ oldPin: '111222', pin: '839201' }, desk.caller())).rejects.toEqual(refused('sign_in_wrong'))
    await expect(desk.accounts.changePin({ oldPin: adminPin, pin: '839201' }, desk.caller())).rejects.toEqual(refused('sign_in_wait'))
    desk.clock.advance(1000)
    await desk.accounts.changePin({ oldPin: adminPin, pin: '839201' }, desk.caller())
    await desk.accounts.signOut(desk.caller())
    await expect(right()).rejects.toEqual(refused('sign_in_wrong'))
  })
  test.each([
    ['pin_weak', '121212'],
    ['pin_same', adminPin],
  ])('%s', async (code, pin) => {
    await expect(desk.accounts.changePin({ oldPin: adminPin, pin }, desk.caller())).rejects.toEqual(refused(code))
  })
})
