import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { defaultReportSettings } from '../../../../shared/domain/report-settings.ts'
import { defaultTimings, type Timings } from '../../../../shared/domain/timings.ts'
import { defaultUnit } from '../../../../shared/domain/unit.ts'
import type { Database } from '../../db/database.ts'
import { audit, setting, statHoliday } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import { createSettingsService, type SettingsService } from './service.ts'
import { readUnitProfile } from './unit-profile.ts'

const actor: Actor = { kind: 'admin', id: 'a', name: 'PO1 Admin, A', stationId: 'desk' }
const start = '2026-11-24T00:30:00.000Z'

let database: Database
let settings: SettingsService
let events: string[]
/** The unit's rollover as the composition root would have it when each event is told. */
let heldWhenTold: string[]
const clock = createFakeClock(start)
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.transaction(async (tx) => {
    await tx.delete(setting)
    await tx.delete(statHoliday)
  })
  events = []
  heldWhenTold = []
  const hub = createHub<SentinelEvents>(silentLog)
  let held = '03:00'
  hub.onAny((name, payload) => {
    events.push(`${name} ${JSON.stringify(payload)}`)
    heldWhenTold.push(held)
  })
  settings = createSettingsService({ database, clock, hub, onUnitChanged: async () => void (held = (await database.read(readUnitProfile)).rollover) })
})

/** The line of the trail that an act adds, if it adds one. */
async function lineOf<T>(act: () => Promise<T>): Promise<{ result: T | unknown; lines: unknown[] }> {
  const read = () => database.read((tx) => tx.select({ action: audit.action, entityType: audit.entityType, entityId: audit.entityId, actorName: audit.actorName, details: audit.details }).from(audit).orderBy(asc(audit.seq)))
  const before = (await read()).length
  const result = await act().catch((error: unknown) => (error instanceof Refusal ? error.code : error))
  return { result, lines: (await read()).slice(before) }
}
const stored = (key: string) => database.read((tx) => tx.select({ value: setting.value, version: setting.version, category: setting.category }).from(setting).where(eq(setting.key, key)))
const withTimes = (operational: Partial<Timings['operational']>): Timings => ({ ...defaultTimings, operational: { ...defaultTimings.operational, ...operational } })

describe('timings (domain.md 1.2)', () => {
  test('are the defaults until somebody saves them, and then say so', async () => {
    expect(await settings.timings()).toEqual({ timings: defaultTimings, source: 'default', version: 0, damaged: [] })
    const timings = withTimes({ lockupWarningTime: '21:30' })
    expect(await settings.updateTimings({ basedOn: 0, timings }, actor)).toEqual({ version: 1 })
    expect(await settings.timings()).toEqual({ timings, source: 'stored', version: 1, damaged: [] })
    expect(await stored('operational.timings.v2')).toEqual([{ value: timings, version: 1, category: 'app_config' }])
  })

  test('a save is audited with what it changed, and told after the core works by it', async () => {
    const monthly = { ...defaultTimings.operational.dutyWatchRules[0], id: 'monthly', recurrence: { kind: 'monthly', weekday: 4, ordinal: 'last' } } as Timings['operational']['dutyWatchRules'][number]
    const { lines } = await lineOf(() => settings.updateTimings({ basedOn: 0, timings: withTimes({ dayRolloverTime: '04:00', dutyWatchRules: [monthly] }) }, actor))
    expect(lines).toEqual([
      {
        action: 'operational_timings_update',
        entityType: 'setting',
        entityId: 'operational.timings.v2',
        actorName: 'PO1 Admin, A',
        details: {
          before: { 'operational.dayRolloverTime': '03:00', 'operational.dutyWatchRules': defaultTimings.operational.dutyWatchRules },
          after: { 'operational.dayRolloverTime': '04:00', 'operational.dutyWatchRules': [monthly] },
        },
      },
    ])
    expect(events).toEqual(['settings.changed {"keys":["operational.timings.v2"]}', 'system.changed {}'])
    expect(heldWhenTold).toEqual(['04:00', '04:00'])
  })

  test('a save that changes nothing writes nothing and tells nobody', async () => {
    await settings.updateTimings({ basedOn: 0, timings: withTimes({ lockupWarningTime: '21:30' }) }, actor)
    events = []
    const { result, lines } = await lineOf(() => settings.updateTimings({ basedOn: 1, timings: withTimes({ lockupWarningTime: '21:30' }) }, actor))
    expect([result, lines, events]).toEqual([{ version: 1 }, [], []])
  })

  test('of two who edit what both saw, the second is refused and changes nothing', async () => {
    const mine = settings.updateTimings({ basedOn: 0, timings: withTimes({ lockupWarningTime: '21:00' }) }, actor)
    const { result, lines } = await lineOf(() => settings.updateTimings({ basedOn: 0, timings: withTimes({ lockupWarningTime: '20:00' }) }, actor))
    expect(await mine).toEqual({ version: 1 })
    expect(result).toBe('setting_changed')
    // The one line is the first one's, which was under way.
    expect(lines.length).toBeLessThanOrEqual(1)
    expect((await settings.timings()).timings.operational.lockupWarningTime).toBe('21:00')

    const both = await Promise.allSettled(['20:00', '20:30'].map((lockupWarningTime) => settings.updateTimings({ basedOn: 1, timings: withTimes({ lockupWarningTime }) }, actor)))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await settings.timings()).toMatchObject({ version: 2 })
  })

  test('a version from the future is refused too', async () => {
    await expect(settings.updateTimings({ basedOn: 7, timings: withTimes({ lockupWarningTime: '21:00' }) }, actor)).rejects.toThrow(new Refusal('setting_changed'))
  })

  test('saving what a damaged document gave way to repairs it', async () => {
    await database.transaction((tx) => tx.insert(setting).values({ key: 'operational.timings.v2', value: { ...defaultTimings, workingHours: 'gone' }, category: 'app_config', updatedAt: clock.now() }))
    const { timings, version, damaged } = await settings.timings()
    expect({ timings, damaged: damaged.length }).toEqual({ timings: defaultTimings, damaged: 7 })
    const { lines } = await lineOf(() => settings.updateTimings({ basedOn: version, timings }, actor))
    expect(lines).toMatchObject([{ action: 'operational_timings_update', details: { repaired: damaged } }])
    expect(await settings.timings()).toMatchObject({ damaged: [], version: 2 })
  })

  test('a later version of an older kind: the first save makes it ours', async () => {
    await database.transaction((tx) => tx.insert(setting).values({ key: 'operational.timings.v1', value: { operational: { dutyWatchAlertTime: '18:30', dutyWatchDays: [3] } }, category: 'app_config', updatedAt: clock.now() }))
    const { timings, source, version } = await settings.timings()
    expect({ source, version }).toEqual({ source: 'backfilled', version: 0 })
    await settings.updateTimings({ basedOn: version, timings: { ...timings, operational: { ...timings.operational, dayRolloverTime: '04:00' } } }, actor)
    expect(await settings.timings()).toMatchObject({ source: 'stored', version: 1, timings: { operational: { dayRolloverTime: '04:00', dutyWatchRules: [{ id: 'wednesday' }] } } })
  })
})

describe('the state of the clock (1.1)', () => {
  test('says everything of now, by the timings and the zone that are saved', async () => {
    expect(await settings.timeStatus()).toMatchObject({ at: start, operationalDate: '2026-11-23', week: { monday: '2026-11-23' }, firstOperationalDay: '2026-11-23', dutyWatch: null, nextDutyWatch: { date: '2026-11-24', start: '2026-11-25T01:00:00.000Z', end: null }, workingHours: { start: '2026-11-23T14:00:00.000Z' } })
    await settings.updateUnit({ basedOn: 0, unit: { ...defaultUnit, zone: 'Europe/Paris' } }, actor)
    await settings.updateTimings({ basedOn: 0, timings: withTimes({ dayRolloverTime: '01:00' }) }, actor)
    expect(await settings.timeStatus()).toMatchObject({ operationalDate: '2026-11-24', day: { start: '2026-11-24T00:00:00.000Z' }, inRolloverPeriod: false })
  })

  test('the first operational day shifts past holidays: federal ones and the province’s own, switched-off ones not (4.18 ▶)', async () => {
    const holiday = (date: string, province: string | null, isActive = true) => ({ id: newId(), date, name: 'Day', province, isActive, createdAt: clock.now(), updatedAt: clock.now() })
    await database.transaction((tx) => tx.insert(statHoliday).values([holiday('2026-11-23', null), holiday('2026-11-24', 'MB'), holiday('2026-11-25', 'QC'), holiday('2026-11-30', null)]))
    expect(await settings.timeStatus()).toMatchObject({ firstOperationalDay: '2026-11-24' })
    await settings.updateUnit({ basedOn: 0, unit: { ...defaultUnit, province: 'MB' } }, actor)
    expect(await settings.timeStatus()).toMatchObject({ firstOperationalDay: '2026-11-25' })
    await database.transaction((tx) => tx.update(statHoliday).set({ isActive: false }).where(eq(statHoliday.date, '2026-11-23')))
    expect(await settings.timeStatus()).toMatchObject({ firstOperationalDay: '2026-11-23' })
  })
})

describe('the unit', () => {
  const unit = { ...defaultUnit, name: 'NCSM Exemple', zone: 'America/Toronto', province: 'QC' as const, address: '1, rue du Port\nQuébec' }

  test('is saved as a whole, audited, and told', async () => {
    const { result, lines } = await lineOf(() => settings.updateUnit({ basedOn: 0, unit }, actor))
    expect(result).toEqual({ version: 1 })
    expect(await settings.unit()).toEqual({ unit, version: 1, damaged: [] })
    expect(lines).toMatchObject([{ action: 'setting_update', entityId: 'unit.profile', details: { before: { zone: 'America/Winnipeg', address: null }, after: { zone: 'America/Toronto', address: '1, rue du Port\nQuébec' } } }])
    expect(events).toEqual(['settings.changed {"keys":["unit.profile"]}', 'system.changed {}'])
  })

  test('a zone that there is not is refused, and nothing is written', async () => {
    const { result, lines } = await lineOf(() => settings.updateUnit({ basedOn: 0, unit: { ...unit, zone: 'Mars/Olympus' } }, actor))
    expect([result, lines, events, await stored('unit.profile')]).toEqual(['zone_unknown', [], [], []])
  })

  test('two at once: the second is refused', async () => {
    await settings.updateUnit({ basedOn: 0, unit }, actor)
    expect((await lineOf(() => settings.updateUnit({ basedOn: 0, unit: { ...unit, name: 'HMCS Late' } }, actor))).result).toBe('setting_changed')
    expect((await settings.unit()).unit.name).toBe('NCSM Exemple')
  })
})

describe('what reports go by (3.5)', () => {
  const thresholds = { ...defaultReportSettings.thresholds, warningThreshold: 80 }
  const lockup = { ...defaultReportSettings.lockup, missedCheckoutAlertThreshold: 10 }

  test('are the defaults until saved, each under its key', async () => {
    expect(await settings.reports()).toEqual({ settings: defaultReportSettings, versions: { schedule: 0, thresholds: 0, memberHandling: 0, formatting: 0, lockup: 0 }, damaged: [] })
    const { lines } = await lineOf(() => settings.updateReports({ changes: [{ group: 'thresholds', basedOn: 0, value: thresholds }, { group: 'lockup', basedOn: 0, value: lockup }] }, actor))
    expect(lines).toMatchObject([
      { action: 'setting_update', entityId: 'report_settings.thresholds', details: { before: { warningThreshold: 75 }, after: { warningThreshold: 80 } } },
      { action: 'setting_update', entityId: 'lockup_settings', details: { before: { missedCheckoutAlertThreshold: 5 }, after: { missedCheckoutAlertThreshold: 10 } } },
    ])
    expect(await settings.reports()).toMatchObject({ settings: { thresholds, lockup }, versions: { thresholds: 1, lockup: 1, schedule: 0 } })
    expect(events).toEqual(['settings.changed {"keys":["report_settings.thresholds","lockup_settings"]}'])
  })

  test('are saved all or none: a stale one takes the others back', async () => {
    await settings.updateReports({ changes: [{ group: 'lockup', basedOn: 0, value: lockup }] }, actor)
    const { result, lines } = await lineOf(() => settings.updateReports({ changes: [{ group: 'thresholds', basedOn: 0, value: thresholds }, { group: 'lockup', basedOn: 0, value: defaultReportSettings.lockup }] }, actor))
    expect([result, lines]).toEqual(['setting_changed', []])
    expect(await settings.reports()).toMatchObject({ settings: { thresholds: defaultReportSettings.thresholds, lockup }, versions: { thresholds: 0, lockup: 1 } })
  })

  test('one group twice in one save is refused: the second did not see the first', async () => {
    expect((await lineOf(() => settings.updateReports({ changes: [{ group: 'thresholds', basedOn: 0, value: thresholds }, { group: 'thresholds', basedOn: 0, value: defaultReportSettings.thresholds }] }, actor))).result).toBe('setting_changed')
    expect(await stored('report_settings.thresholds')).toEqual([])
  })

  test('a damaged field has its default, and saving repairs it', async () => {
    await database.transaction((tx) => tx.insert(setting).values({ key: 'report_settings.thresholds', value: { ...thresholds, criticalThreshold: 500 }, category: 'reports', updatedAt: clock.now() }))
    const { settings: read, versions, damaged } = await settings.reports()
    expect({ thresholds: read.thresholds, damaged }).toEqual({ thresholds, damaged: ['thresholds.criticalThreshold'] })
    await settings.updateReports({ changes: [{ group: 'thresholds', basedOn: versions.thresholds, value: read.thresholds }] }, actor)
    expect(await settings.reports()).toMatchObject({ damaged: [], versions: { thresholds: 2 } })
  })
})
