/** Plans of days: what 4.24 says of them, for any seed and any day. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultUnitTime, localTime, operationalDate } from '../../../../shared/domain/operational-day.ts'
import { dayOfUnit, statHolidays } from './calendar.ts'
import { categories, categoryOf, type Category } from './people.ts'
import { planDay } from './plan.ts'
import { createRandom } from './random.ts'
import { defaultRates, type Rates } from './rates.ts'
import { visitsOf } from './visits.ts'

const everyone = categories.flatMap((category) => Array.from({ length: 12 }, (_, index) => ({ memberId: `${category}-${index}`, category })))
const plan = (date: string, seed = 1, rates: Partial<Rates> = {}) => planDay({ date, seed, unitTime: defaultUnitTime, rates: { ...defaultRates, ...rates }, people: everyone, stations: ['front-door', 'rear-door'] })
const always: Rates = { ftsWorkDay: 100, ftsTrainingNight: 100, ftsAdminNight: 100, reserveTrainingNight: 100, reserveAdminNight: 100, bmqAttendance: 100, edtAppearance: 100, edgeCases: 0 }

const seeds = fc.integer({ min: 0, max: 4_294_967_295 })
const dates = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

describe('a day (domain.md 4.24)', () => {
  test('the same seed and date give the same day, another seed another one (4.24 ▶ seeded)', () => {
    fc.assert(
      fc.property(seeds, dates, (seed, date) => {
        expect(plan(date, seed)).toEqual(plan(date, seed))
      }),
    )
    expect(plan('2026-11-24', 1).acts).not.toEqual(plan('2026-11-24', 2).acts)
  })

  test('its scans lie within it, in order, and alternate for everybody from in', () => {
    fc.assert(
      fc.property(seeds, dates, fc.integer({ min: 0, max: 100 }), (seed, date, edgeCases) => {
        const { acts, late, early, forgotten, flagged } = plan(date, seed, { edgeCases })
        const last = new Map<string, { intent: string; at: number }>()
        let before = 0
        for (const { memberId, intent, at } of acts) {
          expect(operationalDate(at, defaultUnitTime)).toBe(date)
          expect(at.getTime()).toBeGreaterThanOrEqual(before)
          before = at.getTime()
          const known = last.get(memberId)
          expect(intent).toBe(known?.intent === 'in' ? 'out' : 'in')
          // Far enough apart that no scan is taken for a bounce (4.1).
          expect(at.getTime() - (known?.at ?? 0)).toBeGreaterThan(60_000)
          last.set(memberId, { intent, at: at.getTime() })
        }
        expect([...last.values()].filter(({ intent }) => intent === 'in')).toHaveLength(forgotten)
        expect(acts.filter((act) => act.flagged)).toHaveLength(flagged)
        expect(flagged).toBeLessThanOrEqual(late + early + forgotten)
        expect(new Set(acts.flatMap(({ id, scanId }) => [id, scanId])).size).toBe(acts.length * 2)
      }),
    )
  })

  test('on a work day full-time staff come about 08:00 and leave about 16:00, in summer 15:00', () => {
    for (const [date, end] of [['2026-11-23', 16], ['2026-07-06', 15]] as const) {
      const { acts } = plan(date, 7, always)
      const staff = acts.filter(({ memberId }) => memberId.startsWith('fts'))
      expect(new Set(staff.map(({ memberId }) => memberId)).size).toBe(24)
      const minutes = (at: Date): number => Number(localTime(at, defaultUnitTime).slice(11, 13)) * 60 + Number(localTime(at, defaultUnitTime).slice(14, 16))
      const ofEach = Map.groupBy(staff, ({ memberId }) => memberId)
      for (const scans of ofEach.values()) {
        expect(minutes(scans[0]?.at ?? new Date(0))).toBeGreaterThanOrEqual(8 * 60 - 10)
        expect(minutes(scans[0]?.at ?? new Date(0))).toBeLessThanOrEqual(8 * 60 + 5)
        expect(minutes(scans.at(-1)?.at ?? new Date(0))).toBeGreaterThanOrEqual(end * 60 - 5)
        expect(minutes(scans.at(-1)?.at ?? new Date(0))).toBeLessThanOrEqual(end * 60 + 15)
      }
      expect(acts.filter(({ memberId }) => memberId.startsWith('reserve'))).toEqual([])
    }
  })

  test('reservists train on Tuesday and Thursday evenings, recruits on Saturdays, nobody on a holiday or in summer evenings', () => {
    const who = (date: string): string[] => [...new Set(plan(date, 3, always).acts.map(({ memberId }) => memberId.replace(/-\d+$/, '')))].sort()
    expect(who('2026-11-24')).toEqual(['fts', 'ftsEdt', 'reserve', 'reserveEdt'])
    expect(who('2026-11-26')).toEqual(['fts', 'ftsEdt', 'reserve', 'reserveEdt'])
    expect(who('2026-11-25')).toEqual(['fts', 'ftsEdt'])
    expect(who('2026-11-28')).toEqual(['bmqStudent'])
    expect(who('2026-11-29')).toEqual([])
    expect(who('2026-11-11')).toEqual([])
    expect(who('2026-07-07')).toEqual(['fts', 'ftsEdt'])
  })

  test('both nights when the clocks change keep the times on the wall (1.1 ▶)', () => {
    for (const date of ['2026-03-07', '2026-03-08', '2026-03-09', '2026-10-31', '2026-11-02']) {
      for (const { at } of plan(date, 5, always).acts) {
        const hour = Number(localTime(at, defaultUnitTime).slice(11, 13))
        expect(hour >= 7 && hour <= 22).toBe(true)
      }
    }
  })
})

describe('shares', () => {
  const day = dayOfUnit('2026-11-24')
  const share = (category: Category, rates: Rates = defaultRates) => {
    const random = createRandom(11, 'shares')
    const visits = Array.from({ length: 4000 }, () => visitsOf(category, day, rates, random))
    return { came: visits.filter((of) => of.length > 0).length / 4000, visits: visits.flat() }
  }

  test('come as the rates say: 70 % of reservists on a training night, 15 % of those exempt', () => {
    expect(share('reserve').came).toBeCloseTo(0.7, 1)
    expect(share('reserveEdt').came).toBeCloseTo(0.15, 1)
    expect(share('bmqStudent').came).toBe(0)
  })

  test('every tenth visit is odd, and every tenth odd one is flagged', () => {
    const { visits } = share('reserve')
    const odd = visits.filter(({ oddity }) => oddity !== null)
    expect(odd.length / visits.length).toBeCloseTo(0.1, 1)
    const { visits: all } = share('reserve', { ...always, edgeCases: 100 })
    expect(all.every(({ oddity }) => oddity !== null)).toBe(true)
    expect(all.filter(({ flagged }) => flagged).length / all.length).toBeCloseTo(0.1, 1)
    expect(all.filter(({ oddity }) => oddity === 'forgot').length / all.length).toBeCloseTo(0.3, 1)
  })

  test('whoever forgot to sign out by day does not come again in the evening', () => {
    const { visits } = share('fts', { ...always, edgeCases: 100 })
    expect(visits.some(({ oddity }) => oddity === 'forgot')).toBe(true)
    const random = createRandom(12, 'forgot')
    const forgetful = Array.from({ length: 500 }, () => visitsOf('fts', day, { ...always, edgeCases: 100 }, random)).filter(([first]) => first?.oddity === 'forgot')
    for (const ofOne of forgetful) expect(ofOne).toHaveLength(1)
  })
})

test.each([
  [{ divisionCode: 'BMQ', isFullTime: true, notes: 'CHW', classDetails: null }, 'bmqStudent'],
  [{ divisionCode: 'OPS', isFullTime: true, notes: 'CHW staff', classDetails: null }, 'fts'],
  [{ divisionCode: 'OPS', isFullTime: true, notes: 'CHW', classDetails: 'ED&T' }, 'ftsEdt'],
  [{ divisionCode: 'OPS', isFullTime: true, notes: null, classDetails: null }, 'reserve'],
  [{ divisionCode: null, isFullTime: false, notes: 'CHW', classDetails: 'on ED&T' }, 'reserveEdt'],
] as const)('%o is simulated as %s', (facts, category) => {
  expect(categoryOf(facts)).toBe(category)
})

test('holidays of 2026 and 2027', () => {
  expect([...statHolidays(2026)].sort()).toEqual(['2026-01-01', '2026-02-16', '2026-04-03', '2026-05-18', '2026-07-01', '2026-08-03', '2026-09-07', '2026-09-30', '2026-10-12', '2026-11-11', '2026-12-25', '2026-12-26'])
  expect(statHolidays(2027)).toContain('2027-03-26')
})

test('ids have the form of a UUID, and none comes twice', () => {
  const random = createRandom(1, 'ids')
  const ids = Array.from({ length: 5000 }, () => random.uuid())
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(5000)
})
