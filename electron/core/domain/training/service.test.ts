import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { training as contract } from '../../../../shared/contract/training.ts'
import { bmqEnrolment, member, trainingYear } from '../../db/schema/index.ts'
import { admin, openCalendarDesk, refusalOf, type CalendarDesk } from '../calendar/testing/calendar-desk.ts'
import { createHub } from '../../kit/hub.ts'
import { silentLog } from '../../kit/log.ts'
import { createTrainingService, type TrainingService } from './service.ts'

let desk: CalendarDesk
let training: TrainingService
let told: string[]
beforeEach(async () => {
  desk = await openCalendarDesk()
  const hub = createHub<SentinelEvents>(silentLog)
  told = []
  hub.onAny((name) => told.push(name))
  training = createTrainingService({ database: desk.database, clock: desk.clock, hub })
})
afterEach(() => desk.close())

const unknown = '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'
const createYear = (fields: object = {}) => training.createYear(desk.asked(contract.createYear, { name: '2026–2027', startDate: '2026-09-01', endDate: '2027-05-31', ...fields }), admin).then(({ yearId }) => yearId)
const createCourse = (fields: object = {}) => training.createCourse(desk.asked(contract.createCourse, { name: 'BMQ 1', startDate: '2026-12-05', endDate: '2027-02-28', trainingDays: [7, 6], startTime: '08:00', endTime: '16:00', ...fields }), admin).then(({ courseId }) => courseId)

describe('training years (domain.md 4.18)', () => {
  test('one is the current one: making another so takes it from the first, in one act', async () => {
    const first = await createYear({ isCurrent: true })
    const second = await createYear({ name: '2027–2028', startDate: '2027-09-01', endDate: '2028-05-31', isCurrent: true })
    const current = async () => (await training.years()).years.map(({ id, isCurrent }) => [id, isCurrent])
    expect(await current()).toEqual([[second, true], [first, false]])
    await training.setCurrentYear({ yearId: first }, admin)
    expect(await current()).toEqual([[second, false], [first, true]])
    await training.setCurrentYear({ yearId: first }, admin)
    expect(await desk.trail('training_year_current')).toHaveLength(1)
    expect(told).toHaveLength(4)
  })

  test('the database itself keeps it to one', async () => {
    await createYear({ isCurrent: true })
    const second = await createYear({ name: 'B' })
    await expect(desk.database.transaction((tx) => tx.update(trainingYear).set({ isCurrent: true }).where(eq(trainingYear.id, second)))).rejects.toThrow(/update "training_year"/)
  })

  test('the current one cannot be deleted; another can, and the trail keeps what it said', async () => {
    const first = await createYear({ isCurrent: true })
    expect(await refusalOf(training.removeYear({ yearId: first }, admin))).toEqual(['training_year_current', { name: '2026–2027' }])
    const second = await createYear({ name: 'B', dayExceptions: [{ date: '2026-10-06', type: 'day_off', note: 'Storm' }] })
    await training.removeYear({ yearId: second }, admin)
    expect((await training.years()).years).toHaveLength(1)
    expect(await desk.trail('training_year_delete')).toMatchObject([{ details: { name: 'B', before: { dayExceptions: [{ date: '2026-10-06', note: 'Storm' }] } } }])
    expect(await refusalOf(training.removeYear({ yearId: second }, admin))).toEqual(['training_year_unknown', undefined])
    expect(await refusalOf(training.setCurrentYear({ yearId: unknown }, admin))).toEqual(['training_year_unknown', undefined])
  })

  test('its name is its own, its days make sense, and nobody overwrites what somebody else has just changed', async () => {
    const yearId = await createYear()
    expect(await refusalOf(createYear())).toEqual(['training_year_taken', { name: '2026–2027' }])
    expect(await refusalOf(createYear({ name: 'B', endDate: '2026-09-01' }))).toEqual(['training_dates_invalid', undefined])
    expect(await refusalOf(createYear({ name: 'B', holidayExclusions: [{ start: '2027-05-30', end: '2027-06-02', name: 'x' }] }))).toEqual(['training_day_outside', undefined])
    const basedOn = (await training.years()).years[0]?.updatedAt ?? ''
    const change = (fields: object) => training.updateYear(desk.asked(contract.updateYear, { yearId, basedOn, name: '2026–2027', startDate: '2026-09-08', endDate: '2027-05-31', ...fields }), admin)
    desk.clock.advance(1000)
    await change({ holidayExclusions: [{ start: '2026-12-20', end: '2027-01-04', name: 'Christmas' }, { start: '2026-10-12', end: '2026-10-12', name: 'Thanksgiving' }] })
    expect((await training.years()).years).toMatchObject([{ startDate: '2026-09-08', holidayExclusions: [{ name: 'Thanksgiving' }, { name: 'Christmas' }] }])
    expect(await refusalOf(change({ name: 'Other' }))).toEqual(['training_changed', { name: '2026–2027' }])
    expect(() => desk.asked(contract.createYear, { name: 'x'.repeat(51), startDate: '2026-09-01', endDate: '2027-05-31' })).toThrow(/length/)
  })

  test('the calendar tells each day, by the unit’s holidays, years and courses in use', async () => {
    await desk.setProvince('MB')
    await desk.calendar.addHoliday(desk.asked(desk.contract.addHoliday, { date: '2026-12-08', name: 'Ours', province: 'MB' }), admin)
    await desk.calendar.addHoliday(desk.asked(desk.contract.addHoliday, { date: '2026-12-15', name: 'Theirs', province: 'QC' }), admin)
    await createYear({ dayExceptions: [{ date: '2026-12-10', type: 'cancelled_admin' }] })
    await createCourse()
    await createCourse({ name: 'Old', isActive: false })
    const { days, years } = await training.calendar({ from: '2026-12-05', to: '2026-12-15' })
    expect(years).toMatchObject([{ name: '2026–2027', startDate: '2026-09-01', endDate: '2027-05-31' }])
    expect(days.filter(({ date }) => ['2026-12-05', '2026-12-08', '2026-12-10', '2026-12-15'].includes(date))).toMatchObject([
      { bmq: [{ name: 'BMQ 1', hours: { start: '08:00', end: '16:00' }, why: 'scheduled' }] },
      { isHoliday: true, holiday: { name: 'Ours' }, trainingNight: { why: 'statutory_holiday' } },
      { adminNight: { hours: null, why: 'cancelled' } },
      { isHoliday: false, trainingNight: { why: 'scheduled' } },
    ])
    expect(await refusalOf(training.calendar({ from: '2026-12-05', to: '2028-12-15' }))).toEqual(['period_invalid', { days: 400 }])
  })
})

describe('recruit courses (4.19)', () => {
  test('weekdays in order; it ends after it begins, and so does each session', async () => {
    const courseId = await createCourse()
    expect((await training.courses()).courses).toMatchObject([{ id: courseId, trainingDays: [6, 7], startTime: '08:00', endTime: '16:00', enrolments: 0, isActive: true }])
    expect(await refusalOf(createCourse({ endDate: '2026-12-05' }))).toEqual(['course_dates_invalid', undefined])
    expect(await refusalOf(createCourse({ endTime: '08:00' }))).toEqual(['course_dates_invalid', undefined])
    expect(() => desk.asked(contract.createCourse, { name: 'x', startDate: '2026-12-05', endDate: '2027-02-28', trainingDays: [], startTime: '08:00', endTime: '16:00' })).toThrow(/weekday/)
    const change = () => training.updateCourse(desk.asked(contract.updateCourse, { courseId, basedOn: '2026-01-01T00:00:00.000Z', name: 'x', startDate: '2026-12-05', endDate: '2027-02-28', trainingDays: [1], startTime: '08:00', endTime: '16:00' }), admin)
    expect(await refusalOf(change())).toEqual(['training_changed', { name: 'BMQ 1' }])
  })

  test('who is put on it, completes it or withdraws: once each, with the last day', async () => {
    const courseId = await createCourse()
    const [roy, ivanov] = [await desk.enlist('Roy'), await desk.enlist('Ivanov')]
    expect(await training.enrol({ courseId, memberIds: [roy, ivanov, roy], enrolledOn: null }, admin)).toEqual({ enrolled: 2 })
    expect(await refusalOf(training.enrol({ courseId, memberIds: [roy], enrolledOn: null }, admin))).toEqual(['enrolment_exists', { name: 'S1 Roy, T', course: 'BMQ 1' }])
    expect(await refusalOf(training.enrol({ courseId, memberIds: [unknown], enrolledOn: null }, admin))).toEqual(['member_unknown', undefined])
    expect(await refusalOf(training.enrol({ courseId, memberIds: [roy], enrolledOn: '2027-03-01' }, admin))).toEqual(['enrolment_dates_invalid', undefined])
    const { enrolments } = await training.enrolments({ courseId })
    expect(enrolments.map(({ member: { displayName }, status, enrolledOn, endedOn }) => [displayName, status, enrolledOn, endedOn])).toEqual([['S1 Ivanov, T', 'enrolled', '2026-11-23', null], ['S1 Roy, T', 'enrolled', '2026-11-23', null]])
    const enrolmentId = enrolments[1]?.id ?? ''
    const end = (status: 'completed' | 'withdrawn' | 'enrolled', endedOn: string | null) => training.updateEnrolment({ enrolmentId, status, enrolledOn: '2026-12-05', endedOn }, admin)
    expect(await refusalOf(end('completed', null))).toEqual(['enrolment_end_needed', undefined])
    expect(await refusalOf(end('withdrawn', '2026-12-04'))).toEqual(['enrolment_dates_invalid', undefined])
    await end('completed', '2027-02-28')
    expect((await training.memberEnrolments({ memberId: roy })).enrolments).toMatchObject([{ course: { name: 'BMQ 1' }, status: 'completed', endedOn: '2027-02-28' }])
    expect(await desk.trail('bmq_enrolment_update')).toMatchObject([{ details: { memberId: roy, course: 'BMQ 1', before: { status: 'enrolled' }, after: { status: 'completed' } } }])
    await training.removeEnrolment({ enrolmentId }, admin)
    expect(await refusalOf(training.removeEnrolment({ enrolmentId }, admin))).toEqual(['enrolment_unknown', undefined])
  })

  test('a course that has not begun goes with those who were to be on it, and says how many; a record stays', async () => {
    const roy = await desk.enlist('Roy')
    const plan = await createCourse()
    await training.enrol({ courseId: plan, memberIds: [roy], enrolledOn: null }, admin)
    expect(await training.removeCourse({ courseId: plan }, admin)).toEqual({ enrolmentsDeleted: 1 })
    expect(await desk.database.read((tx) => tx.select().from(bmqEnrolment))).toEqual([])
    const begun = await createCourse({ startDate: '2026-11-01' })
    await training.enrol({ courseId: begun, memberIds: [roy], enrolledOn: '2026-11-01' }, admin)
    expect(await refusalOf(training.removeCourse({ courseId: begun }, admin))).toEqual(['course_has_history', { name: 'BMQ 1', count: 1 }])
    const empty = await createCourse({ startDate: '2026-11-01' })
    expect(await training.removeCourse({ courseId: empty }, admin)).toEqual({ enrolmentsDeleted: 0 })
  })
})

describe('excused absences (4.19 ▶)', () => {
  test('said, changed and taken back, with the trail in the member’s own', async () => {
    const [roy, other] = [await desk.enlist('Roy'), await desk.enlist('Other')]
    const excuse = (memberId: string, fields: object = {}) => training.excuse(desk.asked(contract.excuse, { memberId, fromDate: '2026-12-01', toDate: '2026-12-10', kind: 'leave', ...fields }), admin)
    const { absenceId } = await excuse(roy, { note: 'Wedding' })
    await excuse(other, { fromDate: '2026-11-01', toDate: '2026-11-02' })
    expect(await refusalOf(excuse(roy, { toDate: '2026-11-30' }))).toEqual(['absence_dates_invalid', undefined])
    expect(await refusalOf(excuse(unknown))).toEqual(['member_unknown', undefined])
    const list = async (input: object = {}) => (await training.absences(desk.asked(contract.absences, input))).absences.map(({ member: { displayName }, fromDate, kind, note, createdBy }) => [displayName, fromDate, kind, note, createdBy])
    expect(await list()).toEqual([['S1 Roy, T', '2026-12-01', 'leave', 'Wedding', 'PO1 Boss, A'], ['S1 Other, T', '2026-11-01', 'leave', null, 'PO1 Boss, A']])
    expect([await list({ memberId: other }), await list({ from: '2026-12-10' }), await list({ to: '2026-11-01' }), await list({ from: '2026-11-03', to: '2026-11-30' })].map((rows) => rows.length)).toEqual([1, 1, 1, 0])
    await training.updateAbsence(desk.asked(contract.updateAbsence, { absenceId, fromDate: '2026-12-02', toDate: '2026-12-03', kind: 'medical' }), admin)
    await training.removeAbsence({ absenceId }, admin)
    expect(await refusalOf(training.removeAbsence({ absenceId }, admin))).toEqual(['absence_unknown', undefined])
    expect(await desk.trail('excused_absence_update')).toMatchObject([{ details: { memberId: roy, before: { kind: 'leave', note: 'Wedding' }, after: { kind: 'medical', note: null } } }])
  })

  test('nobody who left the roll is excused', async () => {
    const roy = await desk.enlist('Roy')
    await desk.database.transaction((tx) => tx.update(member).set({ status: 'archived' }).where(eq(member.id, roy)))
    expect(await refusalOf(training.excuse(desk.asked(contract.excuse, { memberId: roy, fromDate: '2026-12-01', toDate: '2026-12-10', kind: 'other' }), admin))).toEqual(['member_archived', { name: 'S1 Roy, T' }])
  })
})
