/** What duty means elsewhere: who may correct the record (domain.md 4.2 ▶), and who may not leave the roll (4.6.1 ▶). Through the core, as a window meets it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../../shared/contract/client.ts'
import { contract } from '../../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import { createCore, type Core } from '../../app/core.ts'
import { createInProcessTransport } from '../../app/in-process-transport.ts'
import { account } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { createDutyDesk, type Somebody } from './testing/duty-desk.ts'

let core: Core
let day: Somebody
let other: Somebody
let boss: Caller
beforeEach(async () => {
  const database = await createTestDatabase()
  const clock = createFakeClock('2026-11-24T13:30:00.000Z')
  const desk = await createDutyDesk({ database, clock })
  // The only one of level 2: signed in by that, below.
  day = await desk.enlist('Day', { rankCode: 'PO2', qualifications: ['DDS'] })
  other = await desk.enlist('Other', { rankCode: 'PO1', qualifications: ['DDS'] })
  await desk.roster('2026-11-23', day)
  await database.transaction((tx) => tx.insert(account).values([day].map(({ id }) => ({ memberId: id, level: levels.quartermaster, createdAt: clock.now(), updatedAt: clock.now() }))))
  core = await createCore({ dataDir: '', database, host: 'test', version: '0', log: silentLog, clock, dev: true })
  boss = { kind: 'desk', id: 'boss', stationId: 'desk', scopes: ['display', 'device'], person: { memberId: other.id, name: other.name }, level: levels.developer, liveDds: false }
  for (const { serial } of [day, other]) await as(boss).dev.scan({ serial: serial ?? '' })
})
afterEach(() => core.close())

const as = (caller: Caller) => createClient(contract, createInProcessTransport(contract, core, caller))
/** The desk as it is at this moment, whoever is signed in. */
const desk = () => as(core.callerOf('desk'))
const correct = () => desk().history.remove({ movementId: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', reason: 'x' })

describe('the record may be corrected', () => {
  test('by whoever has accepted the duty, whatever their level, at once; no longer when another has it', async () => {
    await as(boss).dev.signInAs({ level: levels.quartermaster })
    expect(core.callerOf('desk')).toMatchObject({ person: { memberId: day.id }, liveDds: false })
    expect(await correct()).toMatchObject({ error: { code: 'forbidden' } })

    let told = 0
    desk().accounts.on.sessionChanged(() => (told += 1))
    expect(await desk().dds.accept({})).toMatchObject({ ok: true, value: { live: { id: day.id } } })
    expect(core.callerOf('desk')).toMatchObject({ liveDds: true })
    expect(told, 'every window asks again what it may').toBeGreaterThan(0)
    expect(await correct()).toMatchObject({ error: { code: 'movement_unknown' } })
    expect(await desk().accounts.state({})).toMatchObject({ value: { session: { liveDds: true } } })

    expect(await as(boss).dds.set({ memberId: other.id })).toMatchObject({ ok: true })
    expect(core.callerOf('desk')).toMatchObject({ liveDds: false })
    expect(await correct()).toMatchObject({ error: { code: 'forbidden' } })
  })

  test('at the kiosk nobody has that right, whoever’s badge was read', async () => {
    await as(boss).dds.set({ memberId: day.id })
    expect(core.callerOf('kiosk')).toMatchObject({ person: null, liveDds: false })
  })
})

describe('whom duty needs does not leave the roll', () => {
  test('the holder of lockup first, then the DDS: each refusal says what to do', async () => {
    await as(boss).dds.set({ memberId: day.id })
    const archive = () => as(boss).members.archive({ memberId: day.id })
    expect(await archive()).toMatchObject({ ok: false, error: { code: 'lockup_held', details: { name: 'PO2 Day, T' } } })
    await as(boss).lockup.handOver({ toMemberId: other.id, override: { reason: 'leaving' } })
    expect(await archive()).toMatchObject({ ok: false, error: { code: 'member_is_dds', howToFix: expect.stringContaining('Transfer') } })
    await as(boss).dds.set({ memberId: other.id })
    expect(await archive()).toMatchObject({ ok: false, error: { code: 'member_present' } })
    expect(await as(boss).members.bulkUpdate({ ids: [other.id], status: 'suspended' })).toMatchObject({ ok: false, error: { code: 'lockup_held' } })
  })

  test('a badge that is taken back moves nobody: the holder stays inside, and responsible', async () => {
    await as(boss).dds.set({ memberId: day.id })
    const { value: found } = (await as(boss).badges.bySerial({ serial: day.serial ?? '' })) as { value: { id: string } }
    expect(await as(boss).badges.takeBack({ badgeId: found.id, returned: true })).toMatchObject({ ok: true })
    expect(await as(boss).lockup.status({})).toMatchObject({ value: { holder: { id: day.id }, inside: { members: 2 } } })
  })
})
