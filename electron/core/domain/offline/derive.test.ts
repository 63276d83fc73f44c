/** Where late scans fit into a person's record (domain.md 4.4 ▶ 2, 9, 10; P3). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operationalDate, operationalDayWindow, defaultUnitTime as unit } from '../../../../shared/domain/operational-day.ts'
import { deriveChain, type Chain, type ChainRow, type Derived } from './derive.ts'

const base = new Date('2026-11-24T18:00:00.000Z').getTime()
const at = (minute: number): Date => new Date(base + minute * 60_000)
const row = (minute: number, direction: 'in' | 'out', method: ChainRow['method'] = 'badge'): ChainRow => ({ id: `r${minute}`, at: at(minute), seq: minute, direction, method })
const late = (minute: number, stationId = 'front') => ({ id: `s${minute}`, at: at(minute), stationId })
const derive = (rows: ChainRow[], scans: ReturnType<typeof late>[], more: Partial<Chain> = {}): Derived =>
  deriveChain({ rows, scans, isHolder: false, closingOf: () => null, dayOf: (instant) => operationalDate(instant, unit), ...more })
const told = ({ scans }: Derived): string[] => [...scans].map(([id, fitted]) => `${id} ${fitted.kind === 'moved' ? fitted.direction : fitted.kind}`).toSorted()
const turned = ({ turned: rows }: Derived): string[] => rows.map(({ id }) => id)

describe('a late scan', () => {
  test('goes on from what was there; two of one batch alternate (⚠ 2)', () => {
    expect(told(derive([row(0, 'in')], [late(10), late(20)]))).toEqual(['s10 out', 's20 in'])
    expect(told(derive([], [late(10)]))).toEqual(['s10 in'])
  })

  test('between two that are there turns round what follows that day, until it is as it was', () => {
    const one = derive([row(0, 'in'), row(30, 'out'), row(60, 'in')], [late(10)])
    expect(told(one)).toEqual(['s10 out'])
    expect(turned(one)).toEqual(['r30', 'r60'])
    expect(turned(derive([row(0, 'in'), row(30, 'out'), row(60, 'in')], [late(10), late(20)]))).toEqual([])
  })

  test('never turns what a person entered by hand: the one too many is left out and told', () => {
    const one = derive([row(0, 'in'), row(30, 'out', 'manual')], [late(10)])
    expect(told(one)).toEqual(['s10 not_fitted'])
    expect(turned(one)).toEqual([])
    expect(told(derive([row(0, 'in'), row(30, 'out', 'manual')], [late(5), late(10), late(15)]))).toEqual(['s10 in', 's15 not_fitted', 's5 out'])
    expect(told(derive([row(0, 'in'), row(30, 'out', 'override')], [late(5), late(40)]))).toEqual(['s40 in', 's5 not_fitted'])
  })

  test('of who was signed out by Sentinel meanwhile makes that needless', () => {
    const one = derive([row(0, 'in'), row(300, 'out', 'system')], [late(10)])
    expect(told(one)).toEqual(['s10 out'])
    expect(one.needless.map(({ id }) => id)).toEqual(['r300'])
  })

  test('is a bounce within two seconds of another, within five at one reader, and a moment before one that is there', () => {
    const second = (minute: number, seconds: number, stationId?: string) => ({ id: `x${seconds}`, at: new Date(at(minute).getTime() + seconds * 1000), stationId: stationId ?? 'front' })
    expect(told(derive([row(0, 'in')], [second(0, 1), second(0, 3)]))).toEqual(['x1 duplicate', 'x3 out'])
    expect(told(derive([], [second(0, 0), second(0, 4), second(0, 4.5, 'rear')]))).toEqual(['x0 in', 'x4 duplicate', 'x4.5 out'])
    expect(told(derive([row(1, 'in')], [second(0, 59)]))).toEqual(['x59 duplicate'])
  })

  test('never signs out who holds lockup; who came back did leave', () => {
    expect(told(derive([row(0, 'in')], [late(10)], { isHolder: true }))).toEqual(['s10 lockup_held'])
    expect(told(derive([row(0, 'in')], [late(10), late(20)], { isHolder: true }))).toEqual(['s10 out', 's20 in'])
    expect(told(derive([row(0, 'in')], [late(10), late(20), late(30)], { isHolder: true }))).toEqual(['s10 out', 's20 in', 's30 lockup_held'])
  })
})

describe('days that turned over meanwhile (4.16 ▶)', () => {
  const closed = { closingOf: (instant: Date) => operationalDayWindow(operationalDate(instant, unit), unit).end }
  const rollover = operationalDayWindow('2026-11-24', unit).end

  test('who came in is closed out with the day, and comes in again on the next', () => {
    const one = derive([], [late(10), late(24 * 60)], closed)
    expect(told(one)).toEqual(['s10 in', 's1440 in'])
    expect(one.closings[0]).toEqual({ at: rollover, since: at(10) })
  })

  test('what follows on the next day stays as it was', () => {
    const next = row(24 * 60, 'in')
    const one = derive([row(0, 'in'), { ...row(1, 'out', 'system'), id: 'reset', at: rollover }, next], [late(10)], closed)
    expect(told(one)).toEqual(['s10 out'])
    expect(one.needless.map(({ id }) => id)).toEqual(['reset'])
    expect(turned(one)).toEqual([])
    expect(one.closings).toEqual([])
  })

  test('a day that is not closed yet closes nobody', () => {
    expect(derive([], [late(10)]).closings).toEqual([])
  })
})

test('whatever comes late: every scan has an answer, the record alternates, and what was entered by hand stays', () => {
  const method = fc.constantFrom<ChainRow['method']>('badge', 'badge', 'badge', 'manual', 'login')
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 10 }), fc.array(method, { minLength: 10, maxLength: 10 }), fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 10 }), fc.boolean(), (minutes, methods, lateMinutes, isHolder) => {
      const rows = minutes.toSorted((a, b) => a - b).map((minute, index) => row(minute, index % 2 === 0 ? 'in' : 'out', methods[index] ?? 'badge'))
      const scans = lateMinutes.toSorted((a, b) => a - b).map((minute) => late(minute))
      const holds = isHolder && rows.at(-1)?.direction === 'in'
      const derived = derive(rows, scans, { isHolder: holds })
      expect(derived.scans.size).toBe(scans.length)
      const turnedIds = new Set(turned(derived))
      const after = [
        ...rows.map((one) => ({ at: one.at, direction: turnedIds.has(one.id) ? (one.direction === 'in' ? 'out' : 'in') : one.direction })),
        ...[...derived.scans.values()].flatMap((fitted) => (fitted.kind === 'moved' ? [{ at: fitted.at, direction: fitted.direction }] : [])),
      ].toSorted((a, b) => a.at.getTime() - b.at.getTime())
      expect(after.map(({ direction }) => direction)).toEqual(after.map((_, index) => (index % 2 === 0 ? 'in' : 'out')))
      for (const one of derived.turned) expect(one.method).toBe('badge')
      expect(!holds || after.at(-1)?.direction === 'in').toBe(true)
    }),
    { numRuns: 500 },
  )
})
