import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAttendanceDesk, type AttendanceDesk } from '../../attendance/testing/attendance-desk.ts'
import { documentText } from '../testing/document-text.ts'
import { reportDesk, type ReportDesk } from '../testing/report-desk.ts'

let desk: AttendanceDesk
let reports: ReportDesk
let steady: string
// Thursday 26 November 2026; training nights are Tuesdays.
beforeAll(async () => {
  desk = await openAttendanceDesk()
  reports = reportDesk(desk)
  await desk.year({ holidayExclusions: [{ start: '2026-10-12', end: '2026-10-18', name: 'Thanksgiving' }], dayExceptions: [{ date: '2026-10-27', type: 'cancelled_training', note: 'Heating' }] })
  await desk.setReports('memberHandling', { minimumTrainingNights: 3 })
  steady = await desk.enlist('L’Heureux-Œuvray', { serviceNumber: 'V10000001', rankCode: 'PO2', divisionCode: 'OPS' })
  const falling = await desk.enlist('Ångström', { serviceNumber: 'V10000002', rankCode: 'S1', divisionCode: 'OPS' })
  const never = await desk.enlist('Étienne', { serviceNumber: 'V10000003', divisionCode: 'DECK' })
  const recruit = await desk.enlist('Wolfeschlegelsteinhausenbergerdorff-Montgomery', { serviceNumber: 'V10000004', rankCode: 'S3', divisionCode: 'DECK', joinedOn: '2026-11-10' })
  await desk.enlist('Full', { serviceNumber: 'V10000005', type: 'class_b', divisionCode: 'CMD', rankCode: 'LCdr' })
  for (const date of ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24']) await desk.stay(steady, `${date} 18:40`, `${date} 22:15`)
  await desk.stay(falling, '2026-11-03 19:10', '2026-11-03 22:00')
  await desk.stay(falling, '2026-11-10 22:09', null)
  await desk.training.excuse(desk.asked(desk.trainingCalls.excuse, { memberId: never, fromDate: '2026-11-17', toDate: '2026-11-17', kind: 'leave' }), { kind: 'admin', id: steady, name: 'PO1 Boss, A', stationId: 'desk' })
  const courseId = await desk.course()
  await desk.training.enrol(desk.asked(desk.trainingCalls.enrol, { courseId, memberIds: [recruit] }), { kind: 'admin', id: steady, name: 'PO1 Boss, A', stationId: 'desk' })
})
afterAll(() => desk.close())

const november = { kind: 'custom', from: '2026-11-01', to: '2026-11-30' }
const ask = async (report: object = {}, language: 'en' | 'fr' = 'en') => (await reports.preview({ kind: 'training_nights', period: november, ...report }, language)).document

test.each(['en', 'fr'] as const)('attendance, whole (%s)', async (language) => {
  await expect(documentText(await ask({}, language))).toMatchFileSnapshot(`../golden/training_nights.${language}.txt`)
})

test.each(['en', 'fr'] as const)('one member, with every night and why it counted (%s; scenarios 32, 33)', async (language) => {
  const document = await ask({ organization: 'specific_member', memberId: steady, period: { kind: 'custom', from: '2026-10-01', to: '2026-11-30' } }, language)
  await expect(documentText(document)).toMatchFileSnapshot(`../golden/training_nights-member.${language}.txt`)
})

test('each layout: the whole unit in one list, in groups, a page a division, one division alone', async () => {
  const groups = async (organization: string, more: object = {}) => (await ask({ organization, ...more })).tables[0]?.groups.map(({ title, isOwnPage, rows }) => [title, isOwnPage, rows.length])
  expect(await groups('full_unit')).toEqual([[null, false, 5]])
  expect(await groups('grouped_by_division')).toEqual([['Command', false, 1], ['Deck', false, 2], ['Operations', false, 2]])
  expect(await groups('separated_by_division')).toEqual([['Command', true, 1], ['Deck', true, 2], ['Operations', true, 2]])
  expect(await groups('specific_division', { divisionCode: 'DECK' })).toEqual([['Deck', false, 2]])
})

test('the settings decide what is shown (3.5)', async () => {
  const document = await reports.build({ kind: 'training_nights', period: november, showBMQBadge: false, includeFTStaff: false }, { formatting: { showServiceNumber: false }, thresholds: { showThresholdFlags: false }, memberHandling: { showTrendIndicators: false } })
  expect(document.tables[0]?.columns.map(({ label }) => label)).toEqual(['Name', 'Division', 'Nights', '%', 'Mark'])
  expect(JSON.stringify(document)).not.toMatch(/BMQ|LCdr Full|V1000000/)
})
