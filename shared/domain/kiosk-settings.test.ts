import { describe, expect, test } from 'vitest'
import { defaultKioskSettings, isHurried, isQuiet, loudnessOf, type KioskSettings } from './kiosk-settings.ts'

const automatic = { pace: 'automatic', rushScans: 12 } as const
const every = (ms: number, count: number): number[] => Array.from({ length: count }, (_, index) => index * ms)

describe('a rush (issue 5.4, screens.md P1-2)', () => {
  test('twelve scans within a minute make cards short; eleven do not, and neither do twelve in more', () => {
    expect(isHurried(automatic, every(5000, 12), 55_000)).toBe(true)
    expect(isHurried(automatic, every(5000, 11), 50_000)).toBe(false)
    expect(isHurried(automatic, every(5500, 12), 60_500)).toBe(false)
  })

  test('it lasts until two minutes have passed since the last scan that made it one', () => {
    const scans = every(1000, 30)
    expect(isHurried(automatic, scans, 29_000 + 119_999)).toBe(true)
    expect(isHurried(automatic, scans, 29_000 + 120_000)).toBe(false)
    // One person now and then keeps nothing going.
    expect(isHurried(automatic, [...scans, 100_000, 140_000], 149_000)).toBe(false)
  })

  test('the desk may fix either', () => {
    expect(isHurried({ pace: 'fast', rushScans: 12 }, [], 0)).toBe(true)
    expect(isHurried({ pace: 'normal', rushScans: 12 }, every(10, 100), 1000)).toBe(false)
  })
})

describe('quiet hours', () => {
  const quiet: KioskSettings['quiet'] = { isOn: true, from: '22:00', to: '06:00', percent: 20 }
  test('go past midnight, and end at their end', () => {
    expect(['21:59', '22:00', '23:59', '00:00', '05:59', '06:00', '12:00'].map((time) => isQuiet(quiet, time))).toEqual([false, true, true, true, true, false, false])
    expect(['07:59', '08:00', '16:59', '17:00'].map((time) => isQuiet({ ...quiet, from: '08:00', to: '17:00' }, time))).toEqual([false, true, true, false])
    expect(isQuiet({ ...quiet, to: '22:00' }, '12:00')).toBe(true)
    expect(isQuiet({ ...quiet, isOn: false }, '23:00')).toBe(false)
  })

  test('lower what is louder, and make nothing louder; outside of them each kind has its own', () => {
    const settings: KioskSettings = { ...defaultKioskSettings, volumes: { in: 50, out: 0, attention: 10, error: 100 }, quiet }
    expect((['in', 'out', 'attention', 'error'] as const).map((kind) => loudnessOf(settings, kind, '23:00'))).toEqual([0.2, 0, 0.1, 0.2])
    expect((['in', 'out', 'attention', 'error'] as const).map((kind) => loudnessOf(settings, kind, '12:00'))).toEqual([0.5, 0, 0.1, 1])
  })
})
