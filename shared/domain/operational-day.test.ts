import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDayFinder, defaultUnitTime as unit, inRolloverPeriod, instantOf, localTime, operationalDate, operationalDayWindow, orderInDay, timeUntilRollover, type UnitTime } from './operational-day.ts'

const hours = (date: string, time: UnitTime = unit): number => {
  const { start, end } = operationalDayWindow(date, time)
  return (end.getTime() - start.getTime()) / 3_600_000
}

test('02:59 belongs to the day before, 03:00 to the new day (domain.md 1.1, scenario 14)', () => {
  expect(operationalDate(new Date('2026-11-25T08:59:59.999Z'), unit)).toBe('2026-11-24')
  expect(operationalDate(new Date('2026-11-25T09:00:00Z'), unit)).toBe('2026-11-25')
})

test('the year turns at 03:00 too', () => {
  expect(operationalDate(new Date('2027-01-01T08:00:00Z'), unit)).toBe('2026-12-31')
  expect(operationalDate(new Date('2027-01-01T09:00:00Z'), unit)).toBe('2027-01-01')
})

test('a leap year has its day', () => {
  expect(operationalDate(new Date('2028-03-01T08:59:00Z'), unit)).toBe('2028-02-29')
  expect(operationalDayWindow('2028-02-29', unit)).toEqual({ start: new Date('2028-02-29T09:00:00Z'), end: new Date('2028-03-01T09:00:00Z') })
})

test('the spring day is 23 h long, the autumn day 25 h, any other 24 h (scenario 34)', () => {
  // The clocks change at 02:00, before the rollover: in the operational day that is ending.
  expect([hours('2026-03-06'), hours('2026-03-07'), hours('2026-03-08')]).toEqual([24, 23, 24])
  expect([hours('2026-10-30'), hours('2026-10-31'), hours('2026-11-01')]).toEqual([24, 25, 24])
  // Paris changes at 02:00 and 03:00 on its clock: the autumn hour that comes twice ends where the day turns over.
  const paris = { zone: 'Europe/Paris', rollover: '03:00' }
  expect([hours('2026-03-28', paris), hours('2026-03-29', paris)]).toEqual([23, 24])
  expect([hours('2026-10-24', paris), hours('2026-10-25', paris)]).toEqual([25, 24])
})

test.each(['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01', '2026-12-31', '2028-02-29'])('every instant of the window of %s belongs to it', (date) => {
  const { start, end } = operationalDayWindow(date, unit)
  for (let at = start.getTime(); at < end.getTime(); at += 15 * 60_000) expect(operationalDate(new Date(at), unit)).toBe(date)
  expect(operationalDate(new Date(start.getTime() - 1), unit) < date).toBe(true)
  expect(operationalDate(end, unit) > date).toBe(true)
})

test('the repeated hour of the autumn night counts to one day', () => {
  expect(operationalDate(new Date('2026-11-01T06:30:00Z'), unit)).toBe('2026-10-31')
  expect(operationalDate(new Date('2026-11-01T07:30:00Z'), unit)).toBe('2026-10-31')
})

test('a rollover that the clocks skip comes when they jump; one that comes twice, the first time', () => {
  const skipped = { ...unit, rollover: '02:30' }
  expect(operationalDayWindow('2026-03-08', skipped).start).toEqual(new Date('2026-03-08T08:00:00Z'))
  expect(operationalDate(new Date('2026-03-08T07:59:59.999Z'), skipped)).toBe('2026-03-07')
  expect(operationalDate(new Date('2026-03-08T08:00:00Z'), skipped)).toBe('2026-03-08')
  const twice = { ...unit, rollover: '01:30' }
  expect(operationalDayWindow('2026-11-01', twice).start).toEqual(new Date('2026-11-01T06:30:00Z'))
  // 01:00 again, an hour after 01:00: the new day has begun and does not end again.
  expect(operationalDate(new Date('2026-11-01T07:00:00Z'), twice)).toBe('2026-11-01')
})

test('clocks that go back across midnight do not bring yesterday back', () => {
  // Newfoundland, until 2011: 00:01 became 23:01 of the day before.
  const stJohns = { zone: 'America/St_Johns', rollover: '00:00' }
  expect(localTime(new Date('2010-11-07T03:00:00Z'), stJohns)).toBe('2010-11-06 23:30:00')
  expect(operationalDate(new Date('2010-11-07T03:00:00Z'), stJohns)).toBe('2010-11-07')
})

describe('a time of day on an operational date', () => {
  const at = (date: string, time: string, zone = unit.zone): string => instantOf(date, time, { ...unit, zone }).toISOString()

  test('one before the rollover belongs to the next calendar morning', () => {
    expect(at('2026-11-24', '19:00')).toBe('2026-11-25T01:00:00.000Z')
    expect(at('2026-11-24', '01:30')).toBe('2026-11-25T07:30:00.000Z')
    expect(at('2026-11-24', '02:59')).toBe('2026-11-25T08:59:00.000Z')
    expect(at('2026-11-24', '03:00')).toBe('2026-11-24T09:00:00.000Z')
    expect(at('2026-12-31', '01:00')).toBe('2027-01-01T07:00:00.000Z')
    expect(at('2028-02-28', '01:00')).toBe('2028-02-29T07:00:00.000Z')
  })

  test('a time that the clocks skip is reached when they jump', () => {
    expect(at('2026-03-07', '01:59')).toBe('2026-03-08T07:59:00.000Z')
    expect([at('2026-03-07', '02:00'), at('2026-03-07', '02:30'), at('2026-03-07', '02:59')]).toEqual(Array(3).fill('2026-03-08T08:00:00.000Z'))
    expect(at('2026-03-08', '03:00')).toBe('2026-03-08T08:00:00.000Z')
    expect(at('2026-03-28', '02:30', 'Europe/Paris')).toBe('2026-03-29T01:00:00.000Z')
  })

  test('a time that comes twice is the first one', () => {
    expect(at('2026-10-31', '01:30')).toBe('2026-11-01T06:30:00.000Z')
    expect(at('2026-10-31', '02:00')).toBe('2026-11-01T08:00:00.000Z')
    expect(at('2026-10-24', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z')
  })

  test('times sort as they come in the day', () => {
    expect(['01:30', '23:00', '03:00', '00:00', '02:59', '19:00'].toSorted((a, b) => orderInDay(a, unit).localeCompare(orderInDay(b, unit)))).toEqual(['03:00', '19:00', '23:00', '00:00', '01:30', '02:59'])
  })
})

test('the rollover period lasts from midnight to the rollover', () => {
  const isIn = (at: string): boolean => inRolloverPeriod(new Date(at), unit)
  expect([isIn('2026-11-25T05:59:59Z'), isIn('2026-11-25T06:00:00Z'), isIn('2026-11-25T08:59:59Z'), isIn('2026-11-25T09:00:00Z')]).toEqual([false, true, true, false])
  expect(inRolloverPeriod(new Date('2026-11-25T06:00:00Z'), { ...unit, rollover: '00:00' })).toBe(false)
})

test('what is left until the rollover counts the hour that is skipped or repeated', () => {
  const minutes = (at: string): number => timeUntilRollover(new Date(at), unit) / 60_000
  expect(minutes('2026-11-25T08:59:00Z')).toBe(1)
  expect(minutes('2026-11-25T09:00:00Z')).toBe(24 * 60)
  expect(minutes('2026-03-08T07:00:00Z')).toBe(60)
  expect(minutes('2026-11-01T06:00:00Z')).toBe(180)
})

test('local time is written as the clock on the wall shows it', () => {
  expect(localTime(new Date('2026-11-24T00:33:07.500Z'), unit)).toBe('2026-11-23 18:33:07')
})

describe('in any zone, with any rollover', () => {
  // Half an hour of daylight saving, clocks that change at midnight, quarters of an hour, a country that skipped a whole day.
  const zones = ['America/Winnipeg', 'America/St_Johns', 'America/Sao_Paulo', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Pacific/Apia', 'Europe/Paris', 'UTC']
  const digits = (number: number): string => String(number).padStart(2, '0')
  const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${digits(hour)}:${digits(minute)}`)
  const anyUnit = fc.record({ zone: fc.constantFrom(...zones), rollover: fc.oneof(fc.constantFrom('00:00', '01:30', '02:30', '03:00'), anyTime) })
  const anyInstant = fc.date({ min: new Date('2005-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  /** Within two hours of the clocks changing in one of the zones. */
  const nearAChange = fc
    .tuple(fc.constantFrom('2026-03-08T08:00:00Z', '2026-11-01T07:00:00Z', '2010-11-07T02:31:00Z', '2011-12-30T10:00:00Z', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2018-11-04T03:00:00Z', '2019-02-17T02:00:00Z', '2026-10-03T15:30:00Z', '2026-04-04T15:00:00Z'), fc.integer({ min: -7_200_000, max: 7_200_000 }))
    .map(([change, ms]) => new Date(new Date(change).getTime() + ms))
  const instant = fc.oneof(anyInstant, nearAChange)
  const runs = { numRuns: 2000 }

  test('every instant lies in the window of its operational date, and in no neighbour’s', () => {
    fc.assert(
      fc.property(instant, anyUnit, (at, time) => {
        const date = operationalDate(at, time)
        const { start, end } = operationalDayWindow(date, time)
        expect(start <= at && at < end).toBe(true)
        expect(timeUntilRollover(at, time)).toBe(end.getTime() - at.getTime())
        // Windows tile: the next one begins where this one ends, the last one ended where this one begins.
        const day = (ms: number): string => new Date(new Date(`${date}T00:00:00Z`).getTime() + ms).toISOString().slice(0, 10)
        expect(operationalDayWindow(day(86_400_000), time).start).toEqual(end)
        expect(operationalDayWindow(day(-86_400_000), time).end).toEqual(start)
        expect(operationalDate(start, time)).toBe(date)
        expect(operationalDate(new Date(end.getTime() - 1), time)).toBe(date)
      }),
      runs,
    )
  })

  test('a time of day never leaves its operational date, and a later one never comes earlier', () => {
    fc.assert(
      fc.property(instant, anyUnit, anyTime, anyTime, (at, time, first, second) => {
        const date = operationalDate(at, time)
        const { start, end } = operationalDayWindow(date, time)
        const [one, two] = [instantOf(date, first, time), instantOf(date, second, time)]
        expect(start <= one && one <= end).toBe(true)
        const sign = Math.sign(orderInDay(first, time).localeCompare(orderInDay(second, time)))
        expect([0, sign]).toContain(Math.sign(one.getTime() - two.getTime()))
      }),
      runs,
    )
  })
})

test('many instants, in order or not, have the days that each alone has (both nights of daylight saving among them)', () => {
  const instant = fc.date({ min: new Date('2026-03-05T00:00:00Z'), max: new Date('2026-11-05T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 20 }), fc.boolean(), (instants, isSorted) => {
      const asked = isSorted ? instants.toSorted((a, b) => a.getTime() - b.getTime()) : instants
      const dayOf = createDayFinder(unit)
      expect(asked.map(dayOf)).toEqual(asked.map((at) => operationalDate(at, unit)))
    }),
  )
})
