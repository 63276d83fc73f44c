/** Identity where features meet, through the whole core (domain.md 4.22 ▶; trust.md 4.3: scanning never locked; scenario 35). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract, type Api } from '../../../shared/contract/index.ts'
import type { Caller } from '../../../shared/domain/access.ts'
import type { Database } from '../db/database.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { signedInDesk } from './testing/test-callers.ts'

const serial = '04C0FFEE01'
const pin = '472905'
let database: Database
let clock: FakeClock
let core: Core
/** The desk's own window: whoever is signed in there, or nobody. */
const atDesk = (name: string, input: unknown) => core.dispatch(core.callerOf('desk'), name, input)
const start = (): Promise<Core> => createCore({ dataDir: '', database, host: 'test', version: '0', log: silentLog, clock, dev: true })

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T01:00:00.000Z')
  core = await start()
  await atDesk('accounts.setUp', { unit: { name: 'HMCS Test', zone: 'America/Winnipeg', rollover: '03:00' }, administrator: { serviceNumber: 'V100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' }, serial, pin })
  await atDesk('accounts.signOut', {})
})
afterEach(() => core.close())

const codeOf = (answer: { ok: boolean; error?: { code: string } }): string => (answer.ok ? 'ok' : (answer.error?.code ?? ''))
const signIn = async (typed: string) => codeOf(await atDesk('accounts.signIn', { serial, pin: typed }))

describe('wrong PINs lock signing in, never the door', () => {
  test('a badge and a station that are locked go on signing people in and out, scan after scan', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect(await signIn('000000')).toBe('sign_in_wrong')
      clock.advance(8_000)
    }
    expect(await signIn(pin)).toBe('sign_in_locked')
    const outcomes: unknown[] = []
    for (let times = 0; times < 20; times += 1) {
      clock.advance(3_000)
      const answer = await atDesk('presence.scan', { serial })
      outcomes.push(answer.ok && (answer.value as { outcome: string }).outcome)
    }
    expect(outcomes).toEqual(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'member_in' : 'member_out')))
    expect(await signIn(pin), 'and scanning clears no lock').toBe('sign_in_locked')
  })

  test('an attacker at the keyboard stops nobody at the reader, whatever is tried between two scans', async () => {
    for (let times = 0; times < 12; times += 1) {
      await atDesk('accounts.signIn', { serial: `AA0000${10 + times}`, pin: '000000' })
      await atDesk('accounts.choosePin', { serial, setupCode: 'AAAAA-AAAAA', pin: '839201' })
      await atDesk('accounts.unlock', { pin: '000000' })
      clock.advance(3_000)
      expect(await atDesk('presence.scan', { serial })).toMatchObject({ ok: true, value: { outcome: times % 2 === 0 ? 'member_in' : 'member_out' } })
    }
  })

  test('the desk locked or nobody signed in: badges count all the same, and rights are gone at the next call', async () => {
    expect(await signIn(pin)).toBe('ok')
    expect(codeOf(await atDesk('accounts.list', {}))).toBe('ok')
    await atDesk('accounts.lock', {})
    expect(codeOf(await atDesk('accounts.list', {}))).toBe('forbidden')
    clock.advance(5000)
    expect(await atDesk('presence.scan', { serial }), 'signing in was coming in').toMatchObject({ ok: true, value: { outcome: 'member_out' } })
    expect(codeOf(await atDesk('accounts.unlock', { pin }))).toBe('ok')
    expect(codeOf(await atDesk('accounts.list', {}))).toBe('ok')
  })

  test('started again, the lock is still there and nobody is signed in', async () => {
    for (let times = 0; times < 5; times += 1) {
      await signIn('000000')
      clock.advance(8_000)
    }
    // As after a killed process: the same database, a new core.
    core = await start()
    expect(core.callerOf('desk')).toMatchObject({ person: null, level: 0 })
    expect(await signIn(pin)).toBe('sign_in_locked')
    clock.advance(15 * 60_000)
    expect(await signIn(pin)).toBe('ok')
  })
})

describe('badges and accounts (domain.md 4.5)', () => {
  const developer = (name: string, input: unknown) => core.dispatch(signedInDesk('developer'), name, input)
  let memberId: string
  beforeEach(async () => {
    const added = await developer('members.create', { serviceNumber: 'V200002', rank: 'S1', firstName: 'Élodie', lastName: 'Roy', division: 'OPS' })
    memberId = added.ok ? (added.value as { id: string }).id : ''
  })

  test('a serial is one badge however it is written, when it is given and when it is scanned (▶ normalise)', async () => {
    expect(codeOf(await developer('badges.enrol', { memberId, serial: ' 04:c0-ff.ee 09 ' }))).toBe('ok')
    for (const [index, typed] of ['04C0FFEE09', '04 c0 ff ee 09\r\n', '04:C0:FF:EE:09'].entries()) {
      clock.advance(3_000)
      expect(await atDesk('presence.scan', { serial: typed }), typed).toMatchObject({ ok: true, value: { outcome: index % 2 === 0 ? 'member_in' : 'member_out', person: { lastName: 'Roy' } } })
    }
    expect(await developer('badges.enrol', { memberId, serial: '04c0ffee09' })).toMatchObject({ ok: false, error: { code: 'member_has_badge' } })
    expect(await developer('badges.bySerial', { serial: '04-c0-ff-ee-09' })).toMatchObject({ ok: true, value: { holder: { id: memberId }, lastMovement: { direction: 'in', at: '2026-11-24T01:00:09.000Z', stationId: 'desk' } } })
  })

  test('a badge brings no PIN and no account: with it nobody signs in until an administrator’s code is used (⚠ well-known default PIN)', async () => {
    await developer('badges.enrol', { memberId, serial: '04C0FFEE09' })
    expect(await developer('accounts.list', {})).toMatchObject({ ok: true, value: { total: 1 } })
    for (const pinTried of ['0000', '1234', '000000', '123456', '200002', '04C0FFEE09']) {
      expect(codeOf(await atDesk('accounts.signIn', { serial: '04C0FFEE09', pin: pinTried })), pinTried).toMatch(/^sign_in_(wrong|wait|locked)$/)
      expect(codeOf(await atDesk('accounts.choosePin', { serial: '04C0FFEE09', setupCode: pinTried, pin: '839201' })), pinTried).not.toBe('ok')
      clock.advance(20 * 60_000)
    }
    expect(core.callerOf('desk')).toMatchObject({ person: null, level: 0 })
    const issued = await developer('accounts.issueSetupCode', { member: memberId })
    expect(codeOf(await atDesk('accounts.choosePin', { serial: '04C0FFEE09', setupCode: issued.ok ? (issued.value as { code: string }).code : '', pin: '839201' }))).toBe('ok')
  })
})

describe('the last administrator stays, whatever is tried (scenario 35)', () => {
  let api: Api
  let memberId: string
  let badgeId: string
  beforeEach(async () => {
    // Somebody of a higher level, who has no account here: only the rule itself can stop them.
    const developer: Caller = signedInDesk('developer')
    api = createClient(contract, createInProcessTransport(contract, core, developer))
    const found = await api.members.byServiceNumber({ serviceNumber: 'V100001' })
    memberId = found.ok ? found.value.id : ''
    const badge = await api.badges.bySerial({ serial })
    badgeId = badge.ok ? badge.value.id : ''
  })

  test.each([
    ['lowered', () => api.accounts.setLevel({ memberIds: [memberId], level: 4 })],
    ['disabled', () => api.accounts.setDisabled({ member: memberId, disabled: true })],
    ['left without a PIN', () => api.accounts.issueSetupCode({ member: memberId })],
    ['archived', () => api.members.archive({ memberId })],
    ['suspended with others', () => api.members.bulkUpdate({ ids: [memberId], status: 'suspended' })],
    ['left with a lost badge', () => api.badges.setStatus({ badgeId, status: 'lost' })],
    ['left with a decommissioned badge', () => api.badges.setStatus({ badgeId, status: 'decommissioned' })],
    ['left without a badge', () => api.badges.takeBack({ badgeId, returned: true })],
  ])('is not %s', async (_what, act) => {
    expect(await act()).toMatchObject({ ok: false, error: { code: 'last_administrator', howToFix: expect.any(String) } })
    expect(await signIn(pin)).toBe('ok')
  })

  test('is not suspended by a change of their record', async () => {
    const profile = await api.members.get({ memberId })
    expect(await api.members.update({ memberId, basedOn: profile.ok ? profile.value.updatedAt : '', changes: { status: 'suspended' } })).toMatchObject({ ok: false, error: { code: 'last_administrator' } })
  })

  test('keeps coming in through a replaced badge, and with it signs in', async () => {
    expect(await api.badges.replace({ memberId, serial: '04C0FFEE02', old: 'lost' })).toMatchObject({ ok: true })
    expect(await signIn(pin)).toBe('sign_in_wrong')
    clock.advance(1_000)
    expect(codeOf(await atDesk('accounts.signIn', { serial: '04C0FFEE02', pin }))).toBe('ok')
  })
})
