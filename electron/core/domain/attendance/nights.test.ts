import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openAttendanceDesk, admin, refusalOf, wall, type AttendanceDesk } from './testing/attendance-desk.ts'

let desk: AttendanceDesk
beforeEach(async () => {
  desk = await openAttendanceDesk()
})
afterEach(() => desk.close())

/** Tuesdays of November 2026 that are over: the desk stands at the 26th. */
const november = { kind: 'custom', from: '2026-11-01', to: '2026-11-30' }
const nights = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'] as const

const figure = async (memberId: string, period: object = november) => {
  const { records } = await desk.unit({ period, memberId })
  return records[0]?.attendance
}
/** What each night was, by its date. */
const story = async (memberId: string, period: object = november) => Object.fromEntries((await desk.explain(memberId, period)).sessions.map(({ date, why }) => [date, why]))

describe('presence decides (domain.md 4.19 ▶)', () => {
  test('33: who came at 18:40 for 19:00 was there, and who has been there since 08:00 (⚠: both were absent upstream)', async () => {
    const roy = await desk.enlist('Roy')
    await desk.stay(roy, '2026-11-03 18:40', '2026-11-03 22:00')
    await desk.stay(roy, '2026-11-10 08:00', '2026-11-10 22:30')
    await desk.stay(roy, '2026-11-17 22:10', '2026-11-17 23:00')
    expect(await figure(roy)).toEqual({ status: 'calculated', attended: 2, possible: 4, percentage: 50, flag: 'warning' })
    expect((await desk.explain(roy, november)).sessions.map(({ why, minutes, present }) => [why, minutes, present.map(({ from, to }) => `${from.slice(11, 16)}–${to.slice(11, 16)}`).join()])).toEqual([['attended', 180, '01:00–04:00'], ['attended', 190, '01:00–04:10'], ['absent', 0, ''], ['absent', 0, '']])
  })

  test('several stays add up; less than the minimum is too short', async () => {
    await desk.setReports('schedule', { minimumPresenceMinutes: 30 })
    const roy = await desk.enlist('Roy')
    await desk.stay(roy, '2026-11-03 19:00', '2026-11-03 19:20')
    await desk.stay(roy, '2026-11-03 21:00', '2026-11-03 21:10')
    await desk.stay(roy, '2026-11-10 19:00', '2026-11-10 19:29')
    expect(await story(roy)).toEqual({ '2026-11-03': 'attended', '2026-11-10': 'too_short', '2026-11-17': 'absent', '2026-11-24': 'absent' })
    expect(await figure(roy)).toMatchObject({ attended: 1, possible: 4 })
  })

  test('a forgotten sign-out counts until the day turns over, and for no later night; a watch that did sign out counts through', async () => {
    const [forgot, watch] = [await desk.enlist('Forgot'), await desk.enlist('Watch')]
    await desk.stay(forgot, '2026-11-03 18:00', null)
    await desk.stay(forgot, '2026-11-24 18:00', null)
    await desk.stay(watch, '2026-11-09 18:00', '2026-11-11 09:00')
    expect(await story(forgot)).toEqual({ '2026-11-03': 'attended', '2026-11-10': 'absent', '2026-11-17': 'absent', '2026-11-24': 'attended' })
    expect(await story(watch)).toMatchObject({ '2026-11-10': 'attended', '2026-11-17': 'absent' })
  })

  test('what was taken out of the record does not count', async () => {
    const roy = await desk.enlist('Roy')
    await desk.record([{ memberId: roy, direction: 'in', at: wall('2026-11-03 19:00'), voided: true }, { memberId: roy, direction: 'out', at: wall('2026-11-03 21:00'), voided: true }])
    expect(await story(roy)).toMatchObject({ '2026-11-03': 'absent' })
  })

  test('a night counts once it is over: not before, and not while it is on', async () => {
    const roy = await desk.enlist('Roy')
    const period = { kind: 'custom', from: '2026-11-24', to: '2026-12-08' }
    expect(await story(roy, period)).toEqual({ '2026-11-24': 'absent', '2026-12-01': 'not_over', '2026-12-08': 'not_over' })
    expect(await figure(roy, period)).toEqual({ status: 'insufficient_data', attended: 0, possible: 1 })
    await desk.stay(roy, '2026-12-01 18:50', null)
    desk.clock.set(wall('2026-12-01 22:09'))
    expect(await story(roy, period)).toMatchObject({ '2026-12-01': 'not_over' })
    desk.clock.set(wall('2026-12-01 22:10'))
    expect(await story(roy, period)).toMatchObject({ '2026-12-01': 'attended' })
  })

  test('34: nights beside both changes of the clocks, by the wall: 19:00 is an hour later in winter', async () => {
    const roy = await desk.enlist('Roy')
    await desk.record([{ memberId: roy, direction: 'in', at: wall('2026-10-27 22:05', '-05:00') }, { memberId: roy, direction: 'out', at: wall('2026-10-27 22:30', '-05:00') }])
    await desk.record([{ memberId: roy, direction: 'in', at: wall('2026-11-03 22:05') }, { memberId: roy, direction: 'out', at: wall('2026-11-03 22:30') }])
    expect((await desk.explain(roy, { kind: 'custom', from: '2026-10-27', to: '2026-11-03' })).sessions).toMatchObject([
      { date: '2026-10-27', start: '2026-10-28T00:00:00.000Z', end: '2026-10-28T03:10:00.000Z', minutes: 5, why: 'attended' },
      { date: '2026-11-03', start: '2026-11-04T01:00:00.000Z', end: '2026-11-04T04:10:00.000Z', minutes: 5, why: 'attended' },
    ])
  })
})

describe('which nights are possible', () => {
  test('32: a cancelled night, a day off, a holiday and a stand-down are not in the denominator', async () => {
    await desk.year({ holidayExclusions: [{ start: '2026-10-26', end: '2026-10-28', name: 'Exercise' }], dayExceptions: [{ date: '2026-11-10', type: 'cancelled_training', note: null }, { date: '2026-11-17', type: 'day_off', note: null }, { date: '2026-11-24', type: 'cancelled_admin', note: null }] })
    await desk.holiday('2026-10-20', 'A holiday')
    const roy = await desk.enlist('Roy')
    const period = { kind: 'custom', from: '2026-10-20', to: '2026-11-24' }
    expect(await story(roy, period)).toEqual({ '2026-10-20': 'statutory_holiday', '2026-10-27': 'holiday_exclusion', '2026-11-03': 'absent', '2026-11-10': 'cancelled', '2026-11-17': 'day_off', '2026-11-24': 'absent' })
    expect(await figure(roy, period)).toEqual({ status: 'insufficient_data', attended: 0, possible: 2 })
    expect((await desk.unit({ period })).nights).toBe(2)
  })

  test('31: who joins within the period is asked from then on, and is new while the grace lasts', async () => {
    const roy = await desk.enlist('Roy', { joinedOn: '2026-11-05' })
    for (const date of nights.slice(1)) await desk.stay(roy, `${date} 19:00`, `${date} 22:00`)
    expect(await figure(roy)).toEqual({ status: 'new', until: '2026-12-03' })
    expect(await desk.explain(roy, november)).toMatchObject({ attendance: { status: 'new' }, sessions: [{ why: 'before_joining', possible: false }, { why: 'attended' }, { why: 'attended' }, { why: 'attended' }] })
    desk.clock.set(wall('2026-12-03 12:00'))
    expect(await figure(roy)).toEqual({ status: 'calculated', attended: 3, possible: 3, percentage: 100, flag: 'none' })
  })

  test('who was here before anybody kept it is not new (▶), however lately the roll was imported', async () => {
    expect(await figure(await desk.enlist('Roy', { joinedOn: null }))).toEqual({ status: 'calculated', attended: 0, possible: 4, percentage: 0, flag: 'critical' })
  })

  test('what is excused is not asked, and who came all the same came', async () => {
    const roy = await desk.enlist('Roy')
    await desk.training.excuse(desk.asked(desk.trainingCalls.excuse, { memberId: roy, fromDate: '2026-11-10', toDate: '2026-11-17', kind: 'ed_t' }), admin)
    await desk.stay(roy, '2026-11-17 19:00', '2026-11-17 22:00')
    expect(await story(roy)).toEqual({ '2026-11-03': 'absent', '2026-11-10': 'excused', '2026-11-17': 'attended', '2026-11-24': 'absent' })
    expect(await figure(roy)).toMatchObject({ attended: 1, possible: 3, percentage: 33.3 })
  })
})

describe('the unit', () => {
  test('by division and rank, senior first; full-time staff as asked or as set; civilians, inactive and archived people are not asked', async () => {
    await desk.enlist('Able', { divisionCode: 'OPS' })
    await desk.enlist('Chief', { divisionCode: 'OPS', rankCode: 'PO1' })
    await desk.enlist('Deck', { divisionCode: 'DECK' })
    await desk.enlist('Full', { divisionCode: 'OPS', type: 'class_b' })
    for (const columns of [{ source: 'civilian_manual' as const }, { status: 'inactive' }, { status: 'archived' }]) await desk.enlist('Not', columns)
    const names = async (input: object = {}) => (await desk.unit({ period: november, ...input })).records.map(({ member }) => member.displayName.split(' ')[1])
    expect(await names()).toEqual(['Deck,', 'Chief,', 'Able,', 'Full,'])
    expect(await names({ includeFTStaff: false, divisionCode: 'OPS' })).toEqual(['Chief,', 'Able,'])
    await desk.setReports('memberHandling', { includeFTStaff: false })
    expect(await names()).toHaveLength(3)
    await desk.setReports('formatting', { defaultSortOrder: 'alphabetical' })
    expect(await names({ includeFTStaff: true })).toEqual(['Able,', 'Chief,', 'Deck,', 'Full,'])
  })

  test('the trend is since the same length before; nobody who was new then has one (⚠), and it can be switched off', async () => {
    const [better, recent] = [await desk.enlist('Better'), await desk.enlist('Recent', { joinedOn: '2026-10-10' })]
    for (const id of [better, recent]) for (const date of nights) await desk.stay(id, `${date} 19:00`, `${date} 22:00`)
    const trends = async () => Object.fromEntries((await desk.unit({ period: november })).records.map(({ member, trend }) => [member.id, trend]))
    expect(await trends()).toEqual({ [better]: { direction: 'up', delta: 100 }, [recent]: null })
    await desk.setReports('memberHandling', { showTrendIndicators: false })
    expect(await trends()).toEqual({ [better]: null, [recent]: null })
  })

  test('everybody’s figure is what their own explanation says', async () => {
    const people = await Promise.all(['One', 'Two', 'Three'].map((name) => desk.enlist(name)))
    for (const [index, id] of people.entries()) for (const date of nights.slice(index)) await desk.stay(id, `${date} 18:30`, `${date} 20:00`)
    const { records } = await desk.unit({ period: november })
    for (const { member, attendance } of records) expect((await desk.explain(member.id, november)).attendance).toEqual(attendance)
  })

  test('periods: the current training year, whole months before, or days that were given; none without both, backwards or too long', async () => {
    const span = async (period: object) => {
      const { from, to } = await desk.unit({ period })
      return [from, to]
    }
    expect([await span({ kind: 'current_year' }), await span({ kind: 'previous_year' })]).toEqual([['2026-09-01', '2027-05-31'], ['2025-09-01', '2026-05-31']])
    await desk.year({ startDate: '2026-09-08', endDate: '2027-06-10' })
    expect([await span({ kind: 'current_year' }), await span({ kind: 'previous_year' })]).toEqual([['2026-09-08', '2027-06-10'], ['2025-09-01', '2026-05-31']])
    await desk.year({ name: '2025–2026', startDate: '2025-09-09', endDate: '2026-06-02', isCurrent: false })
    expect(await span({ kind: 'previous_year' })).toEqual(['2025-09-09', '2026-06-02'])
    expect([await span({ kind: 'last_month' }), await span({ kind: 'last_quarter' })]).toEqual([['2026-10-01', '2026-10-31'], ['2026-07-01', '2026-09-30']])
    for (const period of [{ kind: 'custom' }, { kind: 'custom', from: '2026-11-02', to: '2026-11-01' }, { kind: 'custom', from: '2020-01-01', to: '2026-11-01' }]) expect(await refusalOf(desk.unit({ period }))).toEqual(['period_invalid', { days: 732 }])
  })
})

describe('recruit courses', () => {
  const open = async () => {
    const courseId = await desk.course()
    const roy = await desk.enlist('Roy')
    await desk.training.enrol({ courseId, memberIds: [roy], enrolledOn: '2026-10-31' }, admin)
    const [enrolment] = (await desk.training.enrolments({ courseId })).enrolments
    return { courseId, roy, enrolmentId: enrolment?.id ?? '' }
  }

  test('sessions from the enrolment to the last day or today, less those that did not take place (⚠)', async () => {
    await desk.year({ dayExceptions: [{ date: '2026-11-14', type: 'day_off', note: null }, { date: '2026-11-15', type: 'cancelled_training', note: null }] })
    await desk.holiday('2026-11-08', 'A holiday')
    const { courseId, roy, enrolmentId } = await open()
    for (const date of ['2026-10-25', '2026-10-31', '2026-11-01', '2026-11-15', '2026-11-22']) await desk.stay(roy, `${date} 07:30`, `${date} 12:00`)
    const of = async () => (await desk.attendance.bmq({ courseId, divisionCode: null })).records[0]
    expect(await of()).toMatchObject({ attendance: { status: 'calculated', attended: 4, possible: 6, percentage: 66.7, flag: 'warning' }, enrolment: { status: 'enrolled', enrolledOn: '2026-10-31', endedOn: null } })
    const why = Object.fromEntries((await desk.attendance.explainBmq({ enrolmentId })).sessions.map((session) => [session.date, session.why]))
    expect(why).toMatchObject({ '2026-10-25': 'before_joining', '2026-11-07': 'absent', '2026-11-08': 'statutory_holiday', '2026-11-14': 'day_off', '2026-11-15': 'attended', '2026-11-28': 'not_over' })
    await desk.training.updateEnrolment({ enrolmentId, status: 'withdrawn', enrolledOn: '2026-10-31', endedOn: '2026-11-15' }, admin)
    expect(await of()).toMatchObject({ attendance: { attended: 3, possible: 4, percentage: 75, flag: 'none' } })
    await desk.setReports('thresholds', { bmqSeparateThresholds: true })
    expect(await of()).toMatchObject({ attendance: { percentage: 75, flag: 'warning' } })
  })

  test('before the first session there is nothing to say; whoever is on a course is marked in the unit’s list', async () => {
    const courseId = await desk.course({ startDate: '2026-11-28' })
    const roy = await desk.enlist('Roy')
    await desk.training.enrol({ courseId, memberIds: [roy], enrolledOn: null }, admin)
    expect((await desk.attendance.bmq({ courseId, divisionCode: null })).records).toMatchObject([{ attendance: { status: 'insufficient_data', attended: 0, possible: 0 } }])
    expect((await desk.unit({ period: november })).records).toMatchObject([{ bmq: { courseId, name: 'BMQ 1', enrolledOn: '2026-11-26' } }])
    await desk.setReports('memberHandling', { showBMQBadge: false })
    expect((await desk.unit({ period: november })).records).toMatchObject([{ bmq: null }])
  })
})
