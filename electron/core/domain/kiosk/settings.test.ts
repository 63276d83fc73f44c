import { afterEach, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultKioskSettings } from '../../../../shared/domain/kiosk-settings.ts'
import type { Database } from '../../db/database.ts'
import { audit, setting } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { systemActor } from '../audit/write.ts'
import { ensureStation } from '../stations/stations.ts'
import { createKioskSettings, type KioskSettingsService } from './settings.ts'

let database: Database
let kiosk: KioskSettingsService
let told: unknown[]
const clock = createFakeClock('2026-11-24T00:30:00.000Z')

beforeEach(async () => {
  database = await createTestDatabase()
  const hub = createHub<SentinelEvents>(silentLog)
  told = []
  hub.onAny((_name, payload) => told.push(payload))
  kiosk = createKioskSettings({ database, clock, hub })
  await database.transaction((tx) => ensureStation(tx, 'front-door', clock.now()))
})
afterEach(() => database.close())

const quiet = { isOn: true, from: '22:00', to: '06:00', percent: 10 }

test('each station has its own; until somebody saves, defaults hold (issue 5.4)', async () => {
  const wanted = { ...defaultKioskSettings, pace: 'fast' as const, quiet }
  expect(await kiosk.settings({ stationId: 'front-door' })).toEqual({ settings: defaultKioskSettings, version: 0 })
  expect(await kiosk.updateSettings({ stationId: 'front-door', basedOn: 0, settings: wanted }, systemActor)).toEqual({ version: 1 })
  expect(await kiosk.settings({ stationId: 'front-door' })).toEqual({ settings: wanted, version: 1 })
  expect(await kiosk.settings({ stationId: 'rear-door' })).toEqual({ settings: defaultKioskSettings, version: 0 })
  expect(told).toEqual([{ keys: ['kiosk.settings.front-door'] }])
  const [line] = await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'kiosk_settings_update')))
  expect(line).toMatchObject({ entityId: 'front-door', details: { after: { pace: 'fast', 'quiet.isOn': true, 'quiet.percent': 10 } } })
})

test('who saves over what another has saved is refused; the same again tells nobody', async () => {
  const save = (basedOn: number, pace: 'fast' | 'normal') => kiosk.updateSettings({ stationId: 'front-door', basedOn, settings: { ...defaultKioskSettings, pace } }, systemActor)
  await save(0, 'fast')
  await expect(save(0, 'normal')).rejects.toMatchObject({ code: 'setting_changed' })
  expect(await save(1, 'fast')).toEqual({ version: 1 })
  expect(told).toHaveLength(1)
  await expect(kiosk.updateSettings({ stationId: 'nowhere', basedOn: 0, settings: defaultKioskSettings }, systemActor)).rejects.toMatchObject({ code: 'station_unknown' })
})

test('what is damaged is replaced by its default alone: the kiosk goes on', async () => {
  await database.transaction((tx) => tx.insert(setting).values({ key: 'kiosk.settings.front-door', category: 'operations', value: { pace: 'fast', rushScans: 'many', volumes: { in: 5 } }, updatedAt: clock.now() }))
  expect((await kiosk.settings({ stationId: 'front-door' })).settings).toEqual({ ...defaultKioskSettings, pace: 'fast' })
})
