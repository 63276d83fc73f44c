import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../../db/testing/test-database.ts'
import type { Database } from '../../../db/database.ts'
import { createFakeClock } from '../../../kit/clock.ts'
import { documentText } from '../testing/document-text.ts'
import { idOf, inventDay, longName, noon } from '../testing/invented-day.ts'
import { reportDesk, type ReportDesk } from '../testing/report-desk.ts'

let database: Database
let desk: ReportDesk
beforeAll(async () => {
  database = await createTestDatabase()
  await inventDay(database)
  desk = reportDesk({ database, clock: createFakeClock(noon.toISOString()) })
})
afterAll(() => database.close())

type Asked = Parameters<ReportDesk['preview']>[0]
const days = { from: '2026-11-23', to: '2026-11-25' }
const ask = async (report: Asked, language: 'en' | 'fr' = 'en') => (await desk.preview(report, language)).document
const tableOf = async (report: Asked, id: string) => (await ask(report)).tables.find((table) => table.id === id)
const rowsOf = async (report: Asked, id: string) => (await tableOf(report, id))?.groups.flatMap(({ rows }) => rows.map((row) => row.map(({ text }) => text))) ?? []
const refusalOf = (report: Asked) => ask(report).then(() => undefined, (error: { code: string }) => error.code)

const all: Asked[] = [{ kind: 'presence' }, { kind: 'daily_checkin' }, { kind: 'visitors', ...days }, { kind: 'missed_checkouts', ...days }, { kind: 'badges' }]
test.each(all.flatMap((report) => (['en', 'fr'] as const).map((language) => [report.kind, language, report] as const)))('%s, whole (%s)', async (kind, language, report) => {
  await expect(documentText(await ask(report, language))).toMatchFileSnapshot(`../golden/${kind}.${language}.txt`)
})

test('a parade state as its people are to be laid out (4.20)', async () => {
  const groups = async (organization: string) => (await tableOf({ kind: 'presence', organization }, 'absent'))?.groups.map(({ title, isOwnPage, rows }) => [title, isOwnPage, rows.length])
  expect(await groups('full_unit')).toEqual([[null, false, 4]])
  expect(await groups('grouped_by_division')).toEqual([['Command', false, 1], ['Operations', false, 2], ['Without a division', false, 1]])
  expect(await groups('separated_by_division')).toEqual([['Command', true, 1], ['Operations', true, 2], ['Without a division', true, 1]])
})

test('of one division no guests are listed, as they belong to none', async () => {
  const { tables, facts } = await ask({ kind: 'presence', organization: 'specific_division', divisionCode: '-' })
  expect(tables.map(({ id }) => id)).toEqual(['inside', 'strength', 'absent'])
  expect(facts.slice(1, 4)).toEqual([{ label: 'Division', value: 'Without a division' }, { label: 'On the roll', value: '1' }, { label: 'Present', value: '0 (0%)' }])
})

test('of one member, whoever that is', async () => {
  const memberId = await idOf(database, longName)
  expect((await rowsOf({ kind: 'presence', organization: 'specific_member', memberId }, 'absent')).map((row) => row[2])).toEqual([`${longName}, Maximilian-Alexander`])
  expect(await refusalOf({ kind: 'presence', organization: 'specific_member' })).toBe('member_unknown')
  expect(await refusalOf({ kind: 'presence', organization: 'specific_member', memberId: '00000000-0000-4000-8000-000000000000' })).toBe('member_unknown')
})

test('the daily check-in of staff, of the reserve, and of a division (4.20)', async () => {
  const tables = async (report: object) => (await ask({ kind: 'daily_checkin', ...report })).tables.map(({ id, groups }) => [id, groups.reduce((sum, { rows }) => sum + rows.length, 0)])
  expect(await tables({ memberType: 'ft_staff' })).toEqual([['present_full_time', 1], ['absent_full_time', 1], ['divisions', 1]])
  expect(await tables({ memberType: 'reserve' })).toEqual([['present_reserve', 2], ['divisions', 3]])
  expect(await tables({ divisionCode: 'CMD' })).toEqual([['present_full_time', 1], ['absent_full_time', 1], ['present_reserve', 0], ['divisions', 1]])
})

test('a visit belongs to the operational day on which it began: 02:59 is of the day before (1.1)', async () => {
  const names = async (from: string, to: string) => (await rowsOf({ kind: 'visitors', from, to }, 'visits')).map(([name]) => name)
  expect(await names('2026-11-23', '2026-11-23')).toEqual(['Before'])
  expect(await names('2026-11-24', '2026-11-24')).toEqual(['After', 'Name no longer kept', 'After'])
})

test('visitors of a type and of an organization, whatever its accents (4.8)', async () => {
  const names = async (narrowed: object) => (await rowsOf({ kind: 'visitors', ...days, ...narrowed }, 'visits')).map(([name]) => name)
  expect(await names({ visitType: 'contractor' })).toEqual(['+Évrard'])
  expect(await names({ organization: 'elevateurs' })).toEqual(['+Évrard'])
  // A name that sounds like it is not of it.
  expect(await names({ organization: 'after' })).toEqual([])
})

test('periods that end before they begin, or that nobody could read, are refused', async () => {
  for (const kind of ['visitors', 'missed_checkouts']) {
    expect(await refusalOf({ kind, from: '2026-11-25', to: '2026-11-24' })).toBe('period_invalid')
    expect(await refusalOf({ kind, from: '2010-01-01', to: '2026-11-24' })).toBe('period_invalid')
  }
})

test('forgotten sign-outs by the day on which the person came, and of one division', async () => {
  const dates = async (narrowed: object) => (await rowsOf({ kind: 'missed_checkouts', ...days, ...narrowed }, 'missed')).map(([date]) => date)
  expect(await dates({ from: '2026-11-24', to: '2026-11-24' })).toEqual(['24 Nov 2026', '24 Nov 2026'])
  expect(await dates({ divisionCode: 'CMD' })).toEqual([])
})

test('whoever forgets often is marked as the settings say (3.5)', async () => {
  const { tables, notes } = await desk.build({ kind: 'missed_checkouts', ...days }, { lockup: { trackMissedCheckouts: false, missedCheckoutWarningThreshold: 4, missedCheckoutAlertThreshold: 9 } })
  expect(tables[1]?.groups[0]?.rows.map((row) => row.at(-1))).toEqual([{ text: 'Marked', tone: 'warning' }, { text: '' }])
  expect(notes.at(-1)).toBe('Missed check-outs are not counted at present: the settings say so.')
})

test('only badges that should have come back (4.5)', async () => {
  expect((await rowsOf({ kind: 'badges', outstandingOnly: true }, 'badges')).map(([serial, , , , , , from]) => [serial, from])).toEqual([['…0C0E', 'S1 Gone']])
})

test('no whole serial of a badge is in any of them, and service numbers only where the settings show them (3.5)', async () => {
  for (const report of all) {
    const text = JSON.stringify(await desk.build(report, { formatting: { showServiceNumber: false } }))
    expect(text).not.toMatch(/0A0B0C0D|0A0B0C0E|0059C217|04A1B2C3D4/)
    expect(text).not.toMatch(/V1000000|Service number/)
  }
})
