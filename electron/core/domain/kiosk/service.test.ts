import { like } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { levels, type Caller } from '../../../../shared/domain/access.ts'
import type { Database } from '../../db/database.ts'
import { audit, setting } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { createKeeperBadge } from './keeper-badge.ts'
import { asShared } from '../settings/testing/shared.ts'
import { createKioskService } from './service.ts'

const code = '472905'
const desk: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['display', 'device'], person: null, level: levels.admin, liveDds: false }
const kioskWindow: Caller = { ...desk, kind: 'kiosk', id: 'kiosk', level: 0 }

let database: Database
let clock: FakeClock
let events: unknown[]
let kiosk: ReturnType<typeof createKioskService>

const newService = (ownStation = 'desk', of = database) => {
  const hub = createHub<SentinelEvents>(silentLog)
  hub.onAny((name, payload) => events.push([name, payload]))
  const keeper = createKeeperBadge({ database, clock, hub, isLiveDds: () => false })
  return createKioskService({ database: of, clock, hub, ownStation, keeper, provePin: () => Promise.reject(new Error('nobody has a PIN here')) })
}
beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T00:30:00.000Z')
  events = []
  kiosk = newService()
})
afterEach(() => database.close())

const actions = async (): Promise<string[]> => (await database.read((tx) => tx.select({ action: audit.action }).from(audit).where(like(audit.action, 'kiosk%')).orderBy(audit.seq))).map(({ action }) => action)
const tryLeaving = (exitCode: string) => kiosk.leave(kioskWindow, { exitCode }).then(
  () => 'left',
  (error: { code: string }) => error.code,
)

describe('the way out of the kiosk (screens.md W-15)', () => {
  test('a weak code is refused, and the kiosk stays shut', async () => {
    await expect(kiosk.open(desk, { exitCode: '123456' })).rejects.toMatchObject({ code: 'exit_code_weak' })
    expect(await kiosk.state()).toEqual({ open: false, hasCode: false, stationId: null })
    expect(events).toEqual([])
  })

  test('the kiosk is that of one PC: another station of the same record opens and leaves its own (issue 8)', async () => {
    const [front, rear] = ['front-desk', 'rear-desk'].map((station) => newService(station, asShared(database)))
    if (front === undefined || rear === undefined) throw new Error('two are made')
    await front.open(desk, { exitCode: code })
    expect(await rear.state()).toEqual({ open: false, hasCode: false, stationId: null })
    await rear.open({ ...desk, stationId: 'rear-desk' }, {})
    await rear.leave({ ...desk, stationId: 'rear-desk' }, {})
    expect(await front.state()).toEqual({ open: true, hasCode: true, stationId: null })
  })

  test('the right code leaves it, and both acts are audited and told', async () => {
    await kiosk.open(desk, { exitCode: code })
    expect(await kiosk.state()).toEqual({ open: true, hasCode: true, stationId: null })
    expect(await tryLeaving(code)).toBe('left')
    expect(await kiosk.state()).toEqual({ open: false, hasCode: false, stationId: null })
    expect(events).toEqual([
      ['kiosk.changed', { open: true, hasCode: true, stationId: null }],
      ['kiosk.changed', { open: false, hasCode: false, stationId: null }],
    ])
    expect(await actions()).toEqual(['kiosk_open', 'kiosk_leave'])
    expect(await tryLeaving(code)).toBe('kiosk_not_open')
  })

  test('the code is nowhere in the database', async () => {
    await kiosk.open(desk, { exitCode: code })
    const stored = await database.read((tx) => tx.select().from(setting))
    expect(JSON.stringify(stored)).not.toContain(code)
    expect(JSON.stringify(stored)).toContain('scrypt$15$8$3$')
  })

  test('five wrong codes lock it for a minute, also after a restart; the right one is not tried meanwhile', async () => {
    await kiosk.open(desk, { exitCode: code })
    for (let index = 0; index < 5; index += 1) expect(await tryLeaving('999111')).toBe('exit_code_wrong')
    kiosk = newService()
    expect(await tryLeaving(code)).toBe('exit_code_locked')
    await expect(kiosk.leave(kioskWindow, { exitCode: code })).rejects.toMatchObject({ details: { seconds: 60 } })
    clock.advance(60_000)
    expect(await tryLeaving('999111')).toBe('exit_code_wrong')
    clock.advance(60_000)
    expect(await tryLeaving(code), 'the sixth locks for two minutes').toBe('exit_code_locked')
    clock.advance(60_000)
    expect(await tryLeaving(code)).toBe('left')
    expect((await actions()).filter((action) => action === 'kiosk_leave_failed')).toHaveLength(6)
  })

  test('wrong codes tried side by side are counted one by one', async () => {
    await kiosk.open(desk, { exitCode: code })
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryLeaving('999111')))
    expect(answers.filter((answer) => answer === 'exit_code_wrong')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'exit_code_locked')).toHaveLength(3)
  })

  test('the desk closes it without a code, locked or not', async () => {
    await kiosk.open(desk, { exitCode: code })
    for (let index = 0; index < 5; index += 1) await tryLeaving('999111')
    await kiosk.leave(desk, {})
    expect(await kiosk.state()).toEqual({ open: false, hasCode: false, stationId: null })
  })

  test('no code at all is a wrong code', async () => {
    await kiosk.open(desk, { exitCode: code })
    await expect(kiosk.leave(kioskWindow, {})).rejects.toMatchObject({ code: 'exit_code_wrong' })
  })

  test('opened without a code no code leaves it: the desk does, or a badge with its PIN', async () => {
    await kiosk.open(desk, {})
    expect(await kiosk.state()).toEqual({ open: true, hasCode: false, stationId: null })
    expect(await tryLeaving('')).toBe('exit_code_wrong')
    await expect(kiosk.leave(kioskWindow, { pin: '472905' })).rejects.toMatchObject({ code: 'badge_needed' })
    await kiosk.leave(desk, {})
    expect(await kiosk.state()).toEqual({ open: false, hasCode: false, stationId: null })
  })
})
