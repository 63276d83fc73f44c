import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bmqCounting, figure, graceEnd, isNew, judge, monthsBefore, nightCounting, spanBefore, trendOf, usualYear, type Attendance, type SessionReason } from './attendance.ts'
import { addDays, daysBetween } from './civil-date.ts'
import { defaultReportSettings } from './report-settings.ts'

const counting = nightCounting(defaultReportSettings)
const of = (attended: number, missed: number): Attendance => figure([...Array.from({ length: attended }, () => 'attended' as const), ...Array.from({ length: missed }, () => 'absent' as const)], counting)

describe('the figure (domain.md 4.19)', () => {
  test('one decimal, flagged below the warning and below the critical threshold', () => {
    expect([of(3, 1), of(2, 1), of(1, 2), of(1, 7), of(2, 2), of(4, 0)].map((one) => (one.status === 'calculated' ? [one.percentage, one.flag] : one))).toEqual([[75, 'none'], [66.7, 'warning'], [33.3, 'critical'], [12.5, 'critical'], [50, 'warning'], [100, 'none']])
  })

  test('4: with fewer possible nights than needed it is “x of y”', () => {
    expect([of(1, 1), of(0, 0), of(3, 0)].map(({ status }) => status)).toEqual(['insufficient_data', 'insufficient_data', 'calculated'])
    expect(of(1, 1)).toEqual({ status: 'insufficient_data', attended: 1, possible: 2 })
  })

  test('flags can be switched off', () => {
    expect(figure(['absent', 'absent', 'absent'], { ...counting, showFlags: false })).toMatchObject({ percentage: 0, flag: 'none' })
  })

  test('a course has its own thresholds when it is said so, and needs one session only', () => {
    const separate = bmqCounting({ ...defaultReportSettings, thresholds: { ...defaultReportSettings.thresholds, bmqSeparateThresholds: true } })
    const reasons: SessionReason[] = ['attended', 'attended', 'attended', 'absent']
    expect([figure(reasons, bmqCounting(defaultReportSettings)), figure(reasons, separate)]).toMatchObject([{ percentage: 75, flag: 'none' }, { percentage: 75, flag: 'warning' }])
    expect([figure([], separate), figure(['absent'], separate)]).toEqual([{ status: 'insufficient_data', attended: 0, possible: 0 }, { status: 'calculated', attended: 0, possible: 1, percentage: 0, flag: 'critical' }])
  })
})

describe('one night of one person', () => {
  const person = { joinedOn: '2026-09-10', leftOn: '2026-12-01', excused: [{ from: '2026-10-01', to: '2026-10-06' }] }
  const at = (date: string, seconds: number) => judge(date, seconds, person, { minimumMinutes: 10 })

  test('counts from joining to leaving, with the least that counts, and without what is excused', () => {
    expect([at('2026-09-09', 9999), at('2026-09-10', 600), at('2026-09-10', 599), at('2026-09-10', 0), at('2026-10-06', 0), at('2026-10-07', 0), at('2026-12-02', 9999)]).toEqual(['before_joining', 'attended', 'too_short', 'absent', 'excused', 'absent', 'after_leaving'])
  })

  test('who came although excused came', () => {
    expect(at('2026-10-01', 600)).toBe('attended')
  })

  test('▶ an excuse lowers nobody’s percentage, whatever it is for', () => {
    const night = fc.record({ day: fc.nat(200), seconds: fc.constantFrom(0, 30, 600, 9000) })
    fc.assert(
      fc.property(fc.uniqueArray(night, { selector: ({ day }) => day, maxLength: 40 }), fc.nat(200), fc.nat(60), (nights, start, days) => {
        const from = addDays('2026-09-01', start)
        const reckon = (excused: { from: string; to: string }[]) => figure(nights.map(({ day, seconds }) => judge(addDays('2026-09-01', day), seconds, { joinedOn: null, leftOn: null, excused }, counting)), counting)
        const without = reckon([])
        const excused = reckon([{ from, to: addDays(from, days) }])
        const percent = (one: Attendance): number | null => (one.status === 'calculated' ? one.percentage : null)
        expect(percent(excused) ?? 100).toBeGreaterThanOrEqual(percent(without) ?? 0)
        expect(excused).toMatchObject({ attended: without.status === 'new' ? -1 : without.attended })
      }),
    )
  })
})

test('31: new until the weeks of grace are over, to the day; never when it is not known since when somebody is here', () => {
  expect(graceEnd('2026-11-01', 4)).toBe('2026-11-29')
  expect([isNew('2026-11-01', 4, '2026-11-28'), isNew('2026-11-01', 4, '2026-11-29'), isNew(null, 52, '2026-11-01'), isNew('2026-11-01', 0, '2026-11-01')]).toEqual([true, false, false, false])
})

describe('the trend', () => {
  const percent = (percentage: number): Attendance => ({ status: 'calculated', attended: 1, possible: 1, percentage, flag: 'none' })

  test('more than two points are a change, two are none, whatever floating point makes of them', () => {
    expect([trendOf(percent(77.1), percent(75)), trendOf(percent(76.2), percent(74.2)), trendOf(percent(72), percent(74)), trendOf(percent(71.9), percent(74)), trendOf(percent(74.6), percent(75))]).toEqual([{ direction: 'up', delta: 2 }, { direction: 'stable', delta: 2 }, { direction: 'stable', delta: -2 }, { direction: 'down', delta: -2 }, { direction: 'stable', delta: 0 }])
  })

  test('none unless both are percentages', () => {
    const few: Attendance = { status: 'insufficient_data', attended: 1, possible: 2 }
    expect([trendOf(percent(50), few), trendOf(few, percent(50)), trendOf({ status: 'new', until: '2026-12-01' }, percent(50))]).toEqual([null, null, null])
  })
})

describe('periods', () => {
  test('whole months before this one, over the New Year too', () => {
    expect([monthsBefore('2026-11-26', 'last_month'), monthsBefore('2027-01-31', 'last_month'), monthsBefore('2026-11-26', 'last_quarter'), monthsBefore('2027-01-01', 'last_quarter')]).toEqual([
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-12-01', to: '2026-12-31' },
      { from: '2026-07-01', to: '2026-09-30' },
      { from: '2026-10-01', to: '2026-12-31' },
    ])
  })

  test('September to May, the one that began last', () => {
    expect([usualYear('2026-08-31'), usualYear('2026-09-01')]).toEqual([{ from: '2025-09-01', to: '2026-05-31' }, { from: '2026-09-01', to: '2027-05-31' }])
  })

  test('the span before is as long, and ends the day before', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(700), (start, length) => {
        const span = { from: addDays('2024-01-01', start), to: addDays('2024-01-01', start + length) }
        const before = spanBefore(span)
        expect([addDays(before.to, 1), daysBetween(before.from, before.to)]).toEqual([span.from, length])
      }),
    )
  })
})
