import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupKinds } from '../../../shared/domain/backups.ts'
import { readName, stamp, surplusBackups } from './backup-names.ts'

const second = (at: number): Date => new Date(Math.floor(at / 1000) * 1000)
const name = fc.tuple(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) }), fc.constantFrom(...backupKinds)).map(([at, kind]) => `${stamp(second(at))}-${kind}`)
/** Anything that may lie in the folder: backups of days and of minutes, and what people put there. */
const names = fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: fc.string() }), { maxLength: 300 })
const keptOf = (all: readonly string[]): string[] => {
  const surplus = new Set(surplusBackups(all))
  return all.filter((entry) => !surplus.has(entry))
}
const every = (from: number, step: number, count: number, kind: string): string[] => Array.from({ length: count }, (_, index) => `${stamp(new Date(from + index * step))}-${kind}`)
const hour = 3_600_000
/** Thinned out together, or each apart. */
const groups = [['hourly', 'daily', 'secured'], ['asked'], ['safety'], ['migration'], ['unclean'], ['replaced']]

describe('which backups are let go', () => {
  test('never the newest of a kind, so never all', () => {
    fc.assert(
      fc.property(names, (all) => {
        const newest = groups.flatMap((kinds) => all.filter((entry) => kinds.includes(readName(entry)?.kind ?? '')).toSorted().slice(-1))
        expect(keptOf(all)).toEqual(expect.arrayContaining(newest))
      }),
    )
  })

  test('nothing more when it is asked again, in whatever order the disk lists them', () => {
    fc.assert(
      fc.property(names, (all) => {
        const kept = keptOf(all)
        expect(surplusBackups(kept.toReversed())).toEqual([])
        expect(surplusBackups(all.toReversed())).toEqual(surplusBackups(all))
      }),
    )
  })

  test('never what is not ours', () => {
    fc.assert(fc.property(names, (all) => void expect(surplusBackups(all).every((entry) => readName(entry) !== undefined)).toBe(true)))
  })

  test('a bound holds however many there are: a disk does not fill', () => {
    fc.assert(fc.property(names, (all) => void expect(keptOf(all).filter((entry) => readName(entry) !== undefined).length).toBeLessThanOrEqual(8 + 24 + 14 + 8 + 12 + 5 + 3 + 3 + 5 + 3)))
  })

  test('one every hour for two years leaves a day of hours, fourteen days, eight weeks and a year of months', () => {
    const all = every(Date.UTC(2025, 0, 1, 0, 30), hour, 24 * 730, 'hourly')
    const kept = keptOf(all)
    const days = new Set(kept.map((entry) => entry.slice(0, 8)))
    expect(kept.slice(-24)).toEqual(all.slice(-24))
    expect(days.size).toBe(14 + 8 + 12)
    expect(kept.at(0)?.slice(0, 6)).toBe('202511')
  })

  test('one every quarter of an hour for a week leaves two hours of quarters, a day of hours and the days', () => {
    const all = every(Date.UTC(2025, 0, 1), hour / 4, 4 * 24 * 7, 'hourly')
    let folder: string[] = []
    for (const made of all) folder = keptOf([...folder, made])
    expect(folder.slice(-8)).toEqual(all.slice(-8))
    expect(folder.length).toBe(8 + 22 + 6)
    expect(new Set(folder.map((entry) => entry.slice(0, 8))).size).toBe(7)
  })

  test('made hour by hour and pruned each time, as a desk does, it comes to the same depth', () => {
    let folder: string[] = []
    for (const made of every(Date.UTC(2025, 0, 1, 0, 30), 6 * hour, 4 * 500, 'hourly')) folder = keptOf([...folder, made])
    const months = new Set(folder.map((entry) => entry.slice(0, 6)))
    expect(months.size).toBeGreaterThanOrEqual(12)
    expect(folder.length).toBeLessThanOrEqual(24 + 14 + 8 + 12)
  })

  test('what a rush of one kind leaves alone is every other kind', () => {
    fc.assert(
      fc.property(names, (all) => {
        const before = keptOf(all).filter((entry) => readName(entry)?.kind === 'migration')
        const rush = every(Date.UTC(2027, 0, 2), 60_000, 200, 'asked').concat(every(Date.UTC(2027, 0, 2), 60_000, 200, 'hourly'))
        expect(keptOf([...all, ...rush])).toEqual(expect.arrayContaining(before))
      }),
    )
  })
})

test('a name says when and what; any other is nobody’s', () => {
  expect(readName('20260101T083000Z-daily')).toEqual({ name: '20260101T083000Z-daily', at: Date.UTC(2026, 0, 1, 8, 30), kind: 'daily' })
  for (const other of ['20260101T083000Z-daily.unfinished', 'x20260101T083000Z-daily', '20260101T083000Z-weekly', '']) expect(readName(other)).toBeUndefined()
})
