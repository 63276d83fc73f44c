import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './civil-date.ts'
import { dutyWatchOccurrence, lookAheadDays, nextDutyWatch, nextDutyWatches, occursOn, ordinals, ordinalsOf, type DutyWatchRule, type Recurrence } from './duty-watch-rules.ts'
import { defaultUnitTime as unit } from './operational-day.ts'
import { weekdayOf } from './operational-week.ts'
import { defaultTimings } from './timings.ts'

const rule = (recurrence: Recurrence, values: Partial<DutyWatchRule> = {}): DutyWatchRule => ({ id: 'r', name: 'Night', effectiveStartDate: '2026-01-05', startTime: '19:00', endTime: '19:00', recurrence, ...values })
const weekly = (weekday: number, intervalWeeks = 1, values: Partial<DutyWatchRule> = {}) => rule({ kind: 'weekly', weekday, intervalWeeks }, values)
const monthly = (weekday: number, ordinal: (typeof ordinals)[number], values: Partial<DutyWatchRule> = {}) => rule({ kind: 'monthly', weekday, ordinal }, values)
const dates = (from: string, rules: readonly DutyWatchRule[], count: number): string[] => nextDutyWatches(from, rules, unit, count).map(({ date }) => date)

describe('weekly', () => {
  test('the default rules fall on Tuesdays and Thursdays (domain.md 1.2)', () => {
    expect(dates('2026-11-23', defaultTimings.operational.dutyWatchRules, 4)).toEqual(['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03'])
  })

  test('every second week counts from the week of the start date, not from the date', () => {
    // A Thursday start: its week’s Tuesday is past, its week still counts.
    const everySecondTuesday = weekly(2, 2, { effectiveStartDate: '2026-11-05' })
    expect(dates('2026-11-01', [everySecondTuesday], 3)).toEqual(['2026-11-17', '2026-12-01', '2026-12-15'])
  })

  test('a Sunday start belongs to the week that began six days before', () => {
    expect(dates('2026-11-01', [weekly(1, 2, { effectiveStartDate: '2026-11-08' })], 2)).toEqual(['2026-11-16', '2026-11-30'])
  })

  test('the count goes on across ISO week 53 and the year’s end', () => {
    expect(dates('2026-12-15', [weekly(2, 2, { effectiveStartDate: '2026-12-15' })], 3)).toEqual(['2026-12-15', '2026-12-29', '2027-01-12'])
  })

  test('every 52nd week', () => {
    expect(dates('2026-01-05', [weekly(1, 52)], 2)).toEqual(['2026-01-05', '2027-01-04'])
  })
})

describe('monthly', () => {
  test('a date that is both fourth and last is both (1.2 ▶)', () => {
    expect(ordinalsOf('2026-02-26')).toEqual(['fourth', 'last'])
    expect(ordinalsOf('2026-04-23')).toEqual(['fourth'])
    expect(ordinalsOf('2026-04-30')).toEqual(['last'])
    expect([1, 8, 15, 22, 29].map((day) => ordinalsOf(`2026-01-${String(day).padStart(2, '0')}`))).toEqual([['first'], ['second'], ['third'], ['fourth'], ['last']])
  })

  test('⚠ a “fourth” rule does not skip months of four', () => {
    expect(dates('2026-02-01', [monthly(4, 'fourth')], 3)).toEqual(['2026-02-26', '2026-03-26', '2026-04-23'])
    expect(dates('2026-02-01', [monthly(4, 'last')], 3)).toEqual(['2026-02-26', '2026-03-26', '2026-04-30'])
  })

  test('the last of a leap February is its 29th day', () => {
    expect(dates('2028-02-01', [monthly(2, 'last')], 1)).toEqual(['2028-02-29'])
  })

  test('the start date cuts off what came before it', () => {
    expect(dates('2026-11-01', [monthly(2, 'first', { effectiveStartDate: '2026-11-04' })], 1)).toEqual(['2026-12-01'])
  })

  test('each ordinal has exactly one date a month, for every weekday of ten years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2024, max: 2034 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }), fc.constantFrom(...ordinals), (year, month, weekday, ordinal) => {
        const first = `${year}-${String(month).padStart(2, '0')}-01`
        const days = Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((date) => date.slice(0, 7) === first.slice(0, 7))
        expect(days.filter((date) => occursOn(date, monthly(weekday, ordinal, { effectiveStartDate: '2020-01-01' })))).toHaveLength(1)
        expect(days.filter((date) => weekdayOf(date) === weekday).flatMap(ordinalsOf)).toEqual(expect.arrayContaining([...ordinals]))
      }),
    )
  })
})

describe('a night', () => {
  const tuesday = '2026-11-24'
  const night = (...rules: DutyWatchRule[]) => dutyWatchOccurrence(tuesday, rules, unit)

  test('is none where no rule falls on the date', () => {
    expect(night()).toBeNull()
    expect(night(weekly(3))).toBeNull()
  })

  test('an end like the start means until it ends', () => {
    expect(night(weekly(2))).toEqual({ date: tuesday, start: new Date('2026-11-25T01:00:00Z'), end: null, ruleNames: ['Night'] })
  })

  test('may end after midnight: that is the next morning', () => {
    expect(night(weekly(2, 1, { endTime: '01:30' }))?.end).toEqual(new Date('2026-11-25T07:30:00Z'))
  })

  test('ends at the rollover where its end would come before its start', () => {
    expect(night(weekly(2, 1, { endTime: '05:00' }))?.end).toEqual(new Date('2026-11-25T09:00:00Z'))
  })

  test('of two rules lasts from the earliest start to the latest end', () => {
    const merged = night(weekly(2, 1, { name: 'Watch', startTime: '19:00', endTime: '23:00' }), monthly(2, 'fourth', { name: 'Mess dinner', startTime: '17:30', endTime: '01:00' }))
    expect(merged).toEqual({ date: tuesday, start: new Date('2026-11-24T23:30:00Z'), end: new Date('2026-11-25T07:00:00Z'), ruleNames: ['Watch', 'Mess dinner'] })
  })

  test('stays open where one of its rules is', () => {
    expect(night(weekly(2, 1, { endTime: '23:00' }), weekly(2, 1, { startTime: '20:00', endTime: '20:00' }))).toMatchObject({ start: new Date('2026-11-25T01:00:00Z'), end: null })
  })

  test('does not start a second time in the autumn night, nor vanish in the spring one', () => {
    const saturday = weekly(6, 1, { startTime: '23:00', endTime: '02:30' })
    const lasts = (date: string): number => {
      const { start, end } = dutyWatchOccurrence(date, [saturday], unit) ?? {}
      return (Number(end) - Number(start)) / 3_600_000
    }
    expect([lasts('2026-03-07'), lasts('2026-03-14'), lasts('2026-10-31')]).toEqual([3, 3.5, 4.5])
  })
})

describe('the next night', () => {
  test('may be this one', () => {
    expect(nextDutyWatch('2026-11-24', [weekly(2)], unit)?.date).toBe('2026-11-24')
  })

  test('is looked for 730 days ahead and no further', () => {
    const far = addDays('2026-11-23', lookAheadDays)
    const starting = (effectiveStartDate: string) => [weekly(weekdayOf(effectiveStartDate), 1, { effectiveStartDate })]
    expect(nextDutyWatch('2026-11-23', starting(far), unit)?.date).toBe(far)
    expect(nextDutyWatch('2026-11-23', starting(addDays(far, 1)), unit)).toBeNull()
  })

  test('comes within two years of its start, whatever the rule', () => {
    const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
      fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }), intervalWeeks: fc.integer({ min: 1, max: 52 }) }),
      fc.record({ kind: fc.constant('monthly' as const), weekday: fc.integer({ min: 1, max: 7 }), ordinal: fc.constantFrom(...ordinals) }),
    )
    fc.assert(
      fc.property(recurrence, fc.integer({ min: 0, max: 5000 }), (how, days) => {
        const from = addDays('2024-01-01', days)
        const found = nextDutyWatch(from, [rule(how, { effectiveStartDate: from })], unit)
        expect(found !== null && found.date >= from && weekdayOf(found.date) === how.weekday).toBe(true)
      }),
    )
  })
})
