/** The composition as a host meets it: development switches, the settable clock, closing. */
import { afterEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract } from '../../../shared/contract/index.ts'
import { defaultTimings } from '../../../shared/domain/timings.ts'
import { createTestDatabase } from '../db/testing/test-database.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { signedInDesk } from './testing/test-callers.ts'

let core: Core
afterEach(() => core.close())

async function start(options: { dev?: boolean; demo?: boolean } = {}) {
  core = await createCore({ dataDir: '', database: await createTestDatabase(), host: 'test', version: '1.2.3', log: silentLog, clock: createFakeClock('2026-11-24T00:30:00.000Z'), ...options })
  return createClient(contract, createInProcessTransport(contract, core, signedInDesk('admin')))
}

describe('--dev and --demo (design.md 3)', () => {
  test('the clock is set, runs the operational day over 03:00, and every window is told', async () => {
    const api = await start({ dev: true })
    let told = 0
    api.system.on.changed(() => (told += 1))
    expect(await api.dev.setClock({ now: '2026-11-25T08:59:00.000Z' })).toMatchObject({ ok: true, value: { now: '2026-11-25T08:59:00.000Z' } })
    expect(await api.system.status({})).toMatchObject({ value: { operationalDate: '2026-11-24', dev: true } })
    await api.dev.setClock({ now: '2026-11-25T09:00:00.000Z' })
    expect(await api.system.status({})).toMatchObject({ value: { operationalDate: '2026-11-25' } })
    await api.dev.setClock({ now: null })
    expect(await api.system.status({})).toMatchObject({ value: { now: '2026-11-24T00:30:00.000Z' } })
    expect(told).toBe(3)
  })

  test('a demo desk has people inside, and its simulated reader moves them', async () => {
    const api = await start({ dev: true, demo: true })
    const before = await api.presence.now({})
    expect(before.ok && before.value.people.length).toBeGreaterThan(20)
    const badges = await api.dev.badges({})
    const [first] = badges.ok ? badges.value.badges : []
    const heard: string[] = []
    api.presence.on.scanned(({ outcome }) => heard.push(outcome))
    const scan = await api.dev.scan({ serial: first?.serial ?? '' })
    expect(scan).toMatchObject({ ok: true, value: { outcome: expect.stringMatching(/^member_(in|out)$/) } })
    expect(heard).toEqual([scan.ok ? scan.value.outcome : ''])
    expect(await api.readers.list({})).toMatchObject({ value: { readers: [{ kind: 'simulated', state: 'ready' }] } })
  })

  test('an ordinary desk has neither, whatever level asks', async () => {
    const api = await start()
    expect(await api.readers.list({})).toMatchObject({ value: { readers: [] } })
    expect(await api.dev.scan({ serial: 'DEADBEEF' })).toMatchObject({ ok: false, error: { code: 'dev_only' } })
  })
})

test('another rollover holds at once: the core counts to another day before any window is told (domain.md 1.2)', async () => {
  const api = await start()
  const days: Promise<unknown>[] = []
  api.settings.on.changed(() => days.push(api.system.status({})))
  expect(await api.system.status({})).toMatchObject({ value: { operationalDate: '2026-11-23', unit: { rollover: '03:00' } } })
  const { operational, ...rest } = defaultTimings
  expect(await api.settings.updateTimings({ basedOn: 0, timings: { ...rest, operational: { ...operational, dayRolloverTime: '19:00' } } })).toMatchObject({ ok: true, value: { version: 1 } })
  expect(await Promise.all(days)).toMatchObject([{ value: { operationalDate: '2026-11-22', unit: { rollover: '19:00' } } }])
})

describe('signing in (domain.md 4.22)', () => {
  test('a window begins with nobody’s rights; the desk gets the person’s, the kiosk never', async () => {
    const api = await start({ dev: true, demo: true })
    expect(core.callerOf('desk')).toMatchObject({ level: 0, person: null, scopes: ['display', 'device', 'desk'] })
    expect(await api.dev.signInAs({ level: 2 })).toMatchObject({ ok: true, value: { level: 2 } })
    expect(core.callerOf('desk')).toMatchObject({ level: 2, person: { name: expect.any(String) } })
    expect(core.callerOf('kiosk')).toMatchObject({ level: 0, person: null })
    await api.accounts.lock({})
    expect(core.callerOf('desk')).toMatchObject({ level: 0, person: null })
  })

  test('an ordinary desk lets nobody in without a PIN', async () => {
    const api = await start({ demo: true })
    expect(await api.dev.signInAs({ level: 5 })).toMatchObject({ ok: false, error: { code: 'dev_only' } })
  })
})

describe('closing', () => {
  test('names its phases in order, can be asked for twice, and refuses what comes after', async () => {
    const api = await start()
    const phases: string[] = []
    const closing = core.close((phase) => phases.push(phase))
    await Promise.all([closing, core.close()])
    expect(phases).toEqual(['gateway', 'readers', 'drain', 'database'])
    expect(await api.presence.now({})).toMatchObject({ ok: false, error: { code: 'closing' } })
    expect(await api.system.status({})).toMatchObject({ ok: true, value: { database: { state: 'closed' } } })
  })
})
