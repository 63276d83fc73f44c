import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './civil-date.ts'
import { defaultUnitTime } from './operational-day.ts'
import { weekdayOf } from './operational-week.ts'
import { defaultReportSettings } from './report-settings.ts'
import { defaultTimings } from './timings.ts'
import { exceptionTypes, yearProblem, type TrainingYear } from './training.ts'
import { partsOf, resolveDay, resolveDays, sessionOf, type DayRules } from './training-day.ts'

const year: TrainingYear = {
  startDate: '2026-09-01',
  endDate: '2027-05-31',
  holidayExclusions: [{ start: '2026-12-15', end: '2027-01-04', name: 'Christmas stand-down' }],
  dayExceptions: [
    { date: '2026-10-06', type: 'cancelled_training', note: 'Storm' },
    { date: '2026-10-08', type: 'cancelled_admin', note: null },
    { date: '2026-10-14', type: 'day_off', note: null },
    { date: '2026-10-20', type: 'day_off', note: null },
  ],
}
const course = { id: 'c', name: 'BMQ 1', startDate: '2026-10-01', endDate: '2027-02-01', trainingDays: [2, 6], startTime: '08:00', endTime: '16:00' }
const rules: DayRules = { workingHours: { ...defaultTimings.workingHours, regularWeekdays: [1, 3, 5], summerWeekdayStart: '09:00' }, schedule: defaultReportSettings.schedule, holidays: [{ date: '2026-11-11', name: 'Remembrance Day', nameFr: 'Jour du Souvenir' }, { date: '2026-12-29', name: 'A Tuesday', nameFr: null }], years: [year], courses: [course] }
const hours = { start: '19:00', end: '22:10' }

describe('what a day is, and why (domain.md 4.18)', () => {
  test('training night on Tuesday, administration night on Thursday, work on Monday, Wednesday and Friday', () => {
    expect(resolveDay('2026-11-24', rules)).toEqual({
      date: '2026-11-24', isHoliday: false, holiday: null, exceptions: [], isSummerHours: false,
      work: { hours: null, why: 'other_weekday' }, trainingNight: { hours, why: 'scheduled' }, adminNight: { hours: null, why: 'other_weekday' },
      bmq: [{ courseId: 'c', name: 'BMQ 1', hours: { start: '08:00', end: '16:00' }, why: 'scheduled' }],
    })
    expect(resolveDay('2026-11-26', rules).adminNight).toEqual({ hours, why: 'scheduled' })
    expect(resolveDay('2026-11-25', rules).work).toEqual({ hours: { start: '08:00', end: '16:00' }, why: 'scheduled' })
  })

  test('summer hours are another day’s hours', () => {
    expect(resolveDay('2027-06-30', { ...rules, years: [] })).toMatchObject({ isSummerHours: true, work: { hours: { start: '09:00', end: '15:00' } } })
    expect(resolveDay('2027-05-31', rules).isSummerHours).toBe(false)
  })

  test('▶ an exception removes what it names: a cancelled night, or all of the day off', () => {
    expect(resolveDay('2026-10-06', rules)).toMatchObject({ exceptions: [{ type: 'cancelled_training', note: 'Storm' }], trainingNight: { hours: null, why: 'cancelled' } })
    expect(resolveDay('2026-10-08', rules).adminNight).toEqual({ hours: null, why: 'cancelled' })
    expect(resolveDay('2026-10-20', rules).trainingNight).toEqual({ hours: null, why: 'day_off' })
    expect(resolveDay('2026-10-14', rules).work).toEqual({ hours: null, why: 'day_off' })
  })

  test('▶ a statutory holiday counts, and comes before the training year’s own where both are', () => {
    expect(resolveDay('2026-11-11', rules)).toMatchObject({ isHoliday: true, holiday: { kind: 'statutory', name: 'Remembrance Day', nameFr: 'Jour du Souvenir' }, work: { hours: null, why: 'statutory_holiday' } })
    expect(resolveDay('2026-12-29', rules)).toMatchObject({ holiday: { kind: 'statutory' }, trainingNight: { why: 'statutory_holiday' } })
    expect(resolveDay('2026-12-22', rules)).toMatchObject({ isHoliday: true, holiday: { kind: 'exclusion', name: 'Christmas stand-down' }, trainingNight: { hours: null, why: 'holiday_exclusion' } })
  })

  test('a course is looked at apart: no stand-down and no cancelled night stops it, what closes the unit does', () => {
    const bmq = (date: string) => resolveDay(date, rules).bmq.map(({ why }) => why)
    expect([bmq('2026-12-22'), bmq('2026-10-06'), bmq('2026-10-20'), bmq('2026-12-29'), bmq('2026-11-25'), bmq('2026-09-29')]).toEqual([['scheduled'], ['scheduled'], ['day_off'], ['statutory_holiday'], ['other_weekday'], []])
  })

  test('over the New Year a stand-down goes on, both its ends included; before and after it there is training', () => {
    const nights = resolveDays('2026-12-08', '2027-01-12', { ...rules, holidays: [] }).filter(({ date }) => weekdayOf(date) === 2)
    expect(nights.map(({ date, trainingNight }) => `${date} ${trainingNight.why}`)).toEqual(['2026-12-08 scheduled', '2026-12-15 holiday_exclusion', '2026-12-22 holiday_exclusion', '2026-12-29 holiday_exclusion', '2027-01-05 scheduled', '2027-01-12 scheduled'])
  })

  test('nights are those of a training year, where years are kept at all', () => {
    expect(resolveDay('2027-06-01', rules).trainingNight).toEqual({ hours: null, why: 'outside_training_year' })
    expect(resolveDay('2027-06-01', { ...rules, years: [] }).trainingNight).toEqual({ hours, why: 'scheduled' })
  })

  test('for any day and any exceptions: hours exactly where it takes place, and nothing on a day off', () => {
    const exception = fc.record({ date: fc.nat(272).map((days) => addDays('2026-09-01', days)), type: fc.constantFrom(...exceptionTypes), note: fc.constant(null) })
    fc.assert(
      fc.property(fc.array(exception, { maxLength: 30 }), fc.nat(500), (dayExceptions, days) => {
        const date = addDays('2026-07-01', days)
        const day = resolveDay(date, { ...rules, years: [{ ...year, dayExceptions }] })
        const occasions = [day.work, day.trainingNight, day.adminNight, ...day.bmq]
        for (const occasion of occasions) expect(occasion.hours !== null).toBe(occasion.why === 'scheduled')
        const types = dayExceptions.flatMap((one) => (one.date === date ? [one.type] : []))
        expect(types.includes('day_off') && occasions.some((occasion) => occasion.hours !== null)).toBe(false)
        expect(types.includes('cancelled_training') && day.trainingNight.hours !== null).toBe(false)
        expect(types.includes('cancelled_admin') && day.adminNight.hours !== null).toBe(false)
        expect(day.isHoliday).toBe(day.holiday !== null)
      }),
    )
  })
})

describe('a session as instants', () => {
  const length = (date: string, start: string, end: string): number => {
    const session = sessionOf(date, { start, end }, defaultUnitTime)
    return (session.end.getTime() - session.start.getTime()) / 60_000
  }

  test('34: the clocks change within: an hour less in spring, one more in autumn, and nothing of it in the hour that is skipped', () => {
    expect([length('2027-03-14', '01:00', '05:00'), length('2026-11-01', '01:00', '05:00'), length('2026-11-08', '01:00', '05:00'), length('2027-03-14', '02:10', '02:50')]).toEqual([180, 300, 240, 0])
  })

  test('it is cut where the operational day turns over, and the parts make the whole', () => {
    const session = sessionOf('2026-11-24', { start: '01:00', end: '04:00' }, defaultUnitTime)
    expect(partsOf(session, defaultUnitTime).map(({ start, end, dayStart }) => [start, end, dayStart].map((at) => at.toISOString()))).toEqual([
      ['2026-11-24T07:00:00.000Z', '2026-11-24T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
      ['2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.000Z', '2026-11-24T09:00:00.000Z'],
    ])
    expect(partsOf(sessionOf('2026-11-24', hours, defaultUnitTime), defaultUnitTime)).toHaveLength(1)
  })
})

test('what is wrong with a training year (2.5)', () => {
  const changed = (change: Partial<TrainingYear>) => yearProblem({ ...year, ...change })
  expect(changed({})).toBeNull()
  expect(changed({ endDate: '2026-09-01' })).toBe('training_dates_invalid')
  expect(changed({ holidayExclusions: [{ start: '2026-12-20', end: '2026-12-19', name: 'x' }] })).toBe('training_dates_invalid')
  expect(changed({ holidayExclusions: [{ start: '2027-05-20', end: '2027-06-01', name: 'x' }] })).toBe('training_day_outside')
  expect(changed({ dayExceptions: [{ date: '2026-08-31', type: 'day_off', note: null }] })).toBe('training_day_outside')
  expect(changed({ dayExceptions: [...year.dayExceptions, { date: '2026-10-06', type: 'cancelled_training', note: 'again' }] })).toBe('training_exception_twice')
})
