import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInDesk } from '../../../app/testing/test-callers.ts'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import type { Database } from '../../../db/database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { reportDesk, specOf, type ReportDesk } from '../testing/report-desk.ts'
import { documentText } from '../testing/document-text.ts'
import { enlist, inventedRoll } from '../testing/invented-roll.ts'

let database: Database
let desk: ReportDesk
beforeAll(async () => {
  database = await createTestDatabase()
  const clock = createFakeClock('2026-11-25T18:30:00.000Z')
  await enlist(database, inventedRoll, clock.now())
  desk = reportDesk({ database, clock })
})
afterAll(() => database.close())

const ask = async (report: Omit<Parameters<ReportDesk['preview']>[0], 'kind'> = {}, language: 'en' | 'fr' = 'en') => (await desk.preview({ kind: 'roster', ...report }, language)).document
const namesOf = async (sort: string) => (await ask({ sort })).tables[0]?.groups.flatMap(({ rows }) => rows.map((row) => row[2]?.text))

test.each(['en', 'fr'] as const)('the roster, whole (%s)', async (language) => {
  await expect(documentText(await ask({}, language))).toMatchFileSnapshot(`../golden/roster.${language}.txt`)
})

test('rank is seniority, not letters, and accents are no letters of their own (⚠ rank sorted as text)', async () => {
  expect(await namesOf('rank')).toEqual(['L’Heureux-Œuvray', 'Ångström', 'Singh', 'Étienne', 'Wolfeschlegelsteinhausenbergerdorff-Montgomery'])
  expect(await namesOf('alphabetical')).toEqual(['Ångström', 'Étienne', 'L’Heureux-Œuvray', 'Singh', 'Wolfeschlegelsteinhausenbergerdorff-Montgomery'])
})

test('of one division, and of those who have none', async () => {
  expect((await ask({ divisionCode: 'OPS' })).tables.map(({ groups }) => groups.map(({ title, rows }) => [title, rows.length]))).toEqual([[['Operations', 3]], [[null, 1]]])
  expect((await ask({ divisionCode: '-' })).facts.slice(0, 2)).toEqual([{ label: 'Division', value: 'Without a division' }, { label: 'Members', value: '1' }])
})

test('no whole serial of a badge is in it: it would open the door', async () => {
  expect(JSON.stringify(await ask())).not.toMatch(/0059C217|04A1B2C3D4/)
})

test('service numbers only where the settings show them (3.5)', async () => {
  const hidden = await desk.build({ kind: 'roster' }, { formatting: { showServiceNumber: false } })
  expect(JSON.stringify(hidden)).not.toMatch(/V1000000|Service number/)
})

test('refused to whoever is DDS but not of Command, although the call lets the DDS in (4.22)', async () => {
  const dds = { ...signedInDesk('quartermaster'), liveDds: true }
  await expect(desk.service.preview({ report: specOf({ kind: 'roster' }), language: 'en' }, dds)).rejects.toEqual(expect.objectContaining({ code: 'forbidden' }))
  await expect(desk.service.preview({ report: specOf({ kind: 'roster' }), language: 'en' }, dds)).rejects.toBeInstanceOf(Refusal)
})
