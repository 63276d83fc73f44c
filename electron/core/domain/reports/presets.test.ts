/** Saved reports (screens.md P1-3). */
import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import type { Database } from '../../db/database.ts'
import { audit, reportPreset } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { reportDesk, specOf, type ReportDesk } from './testing/report-desk.ts'

const command = signedInDesk('command')
const dds = { ...signedInDesk('quartermaster'), liveDds: true }
let database: Database
let clock: FakeClock
let desk: ReportDesk
beforeAll(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-25T18:30:00.000Z')
  desk = reportDesk({ database, clock })
})
afterAll(() => database.close())

const save = (name: string, kind = 'roster', given: { presetId?: string; basedOn?: string } = {}) =>
  desk.service.savePreset({ presetId: null, basedOn: null, name, report: specOf({ kind }), format: 'pdf', language: 'fr', ...given }, command)
const names = async (caller = command) => (await desk.service.presets(caller)).presets.map(({ name }) => name)

test('kept, changed, forgotten: each once, in the trail, and told after it holds', async () => {
  let told = 0
  const stop = desk.hub.on('reports.presetsChanged', () => (told += 1))
  const { presetId } = await save('Mardi: rapport au cmdt')
  await expect(save('MARDI: RAPPORT AU CMDT')).rejects.toMatchObject({ code: 'preset_taken', details: { name: 'Mardi: rapport au cmdt' } })
  const [first] = (await desk.service.presets(command)).presets
  expect(first).toEqual({ id: presetId, name: 'Mardi: rapport au cmdt', report: specOf({ kind: 'roster' }), format: 'pdf', language: 'fr', createdBy: 'PO1 Test, T', updatedAt: '2026-11-25T18:30:00.000Z' })

  clock.advance(1000)
  await save('Mardi', 'roster', { presetId, basedOn: first?.updatedAt ?? '' })
  await expect(save('Mercredi', 'roster', { presetId, basedOn: first?.updatedAt ?? '' })).rejects.toMatchObject({ code: 'preset_changed', details: { name: 'Mardi' } })
  expect(await names()).toEqual(['Mardi'])
  await desk.service.removePreset(presetId, command)
  await expect(desk.service.removePreset(presetId, command)).rejects.toMatchObject({ code: 'preset_unknown' })
  expect(await names()).toEqual([])
  stop()
  expect(told).toBe(3)
  expect((await database.read((tx) => tx.select().from(audit).orderBy(asc(audit.seq)))).map(({ action, entityId }) => [action, entityId])).toEqual(['report_preset_create', 'report_preset_update', 'report_preset_delete'].map((action) => [action, presetId]))
})

test('the DDS sees those that the DDS may run, and one that no longer reads is left out without taking the others along', async () => {
  await save('Roster')
  await save('Parade state', 'presence')
  const at = clock.now()
  await database.transaction((tx) => tx.insert(reportPreset).values({ id: newId(), name: 'Of an older Sentinel', report: { kind: 'horoscope' }, format: 'pdf', language: 'en', createdBy: 'x', createdAt: at, updatedAt: at }))
  expect(await names()).toEqual(['Parade state', 'Roster'])
  expect(await names(dds)).toEqual(['Parade state'])
})
