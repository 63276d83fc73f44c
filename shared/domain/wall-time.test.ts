import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallInstants, wallTime } from './wall-time.ts'

const zone = 'America/Winnipeg'
const at = (date: string, time: string): string[] => wallInstants(date, time, zone).map((instant) => instant.toISOString())

test('a time on the wall is one instant on every other day', () => {
  expect(at('2026-11-24', '18:36')).toEqual(['2026-11-25T00:36:00.000Z'])
  expect(at('2026-07-01', '18:36:41')).toEqual(['2026-07-01T23:36:41.000Z'])
})

test('in spring the clock skips an hour, in autumn it shows one twice (domain.md 8 scenario 34)', () => {
  expect(at('2026-03-08', '02:30')).toEqual([])
  expect(at('2026-11-01', '01:30')).toEqual(['2026-11-01T06:30:00.000Z', '2026-11-01T07:30:00.000Z'])
  expect(at('2026-11-01', '00:59')).toHaveLength(1)
  expect(at('2026-11-01', '02:00')).toHaveLength(1)
})

test('every instant is among those of what the wall shows at it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (instant) => {
      const second = new Date(Math.floor(instant.getTime() / 1000) * 1000)
      const { date, time } = wallTime(second, zone)
      expect(wallInstants(date, time, zone)).toContainEqual(second)
    }),
  )
})
