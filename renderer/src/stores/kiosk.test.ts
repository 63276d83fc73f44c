import { beforeEach, describe, expect, test, vi } from 'vitest'
import { promptMs } from '../../../shared/contract/start-of-day.ts'

vi.mock('../api.ts', () => ({ onlyStation: null }))
const { forgetScans, useKioskPace } = await import('./kiosk-pace.ts')
const { cardTime, dismissCard, showScan, toneOf, useKiosk } = await import('./kiosk.ts')
type Outcome = Parameters<typeof showScan>[0]

const scan = (scanId: string, over: Partial<Outcome> = {}): Outcome => ({
  scanId,
  outcome: 'member_in',
  message: '',
  person: null,
  direction: 'in',
  at: '2026-11-24T00:33:00.000Z',
  stationId: 'front-door',
  stationName: 'Front door',
  serialTail: 'C217',
  notes: [],
  contractEnd: null, messages: [], options: [], prompt: null, nextDuties: [], movementId: null,
  ...over,
})

let timers: { ms: number; run: () => void; cancelled: boolean }[]
const after = (ms: number, run: () => void): (() => void) => {
  const timer = { ms, run, cancelled: false }
  timers.push(timer)
  return () => {
    timer.cancelled = true
  }
}

beforeEach(() => {
  timers = []
  forgetScans()
  useKiosk.setState({ card: null, last: [] })
  useKioskPace.setState({ hurried: false })
})

describe('the card (screens.md 1.6, P0-1)', () => {
  test('shows a scan at once and goes after five seconds', () => {
    showScan(scan('a'), null, after)
    expect(useKiosk.getState().card?.scanId).toBe('a')
    expect(timers[0]?.ms).toBe(5000)
    timers[0]?.run()
    expect(useKiosk.getState().card).toBeNull()
  })

  test('the next scan takes its place, and the first one’s time no longer runs', () => {
    showScan(scan('a'), null, after)
    showScan(scan('b', { outcome: 'unknown_badge', direction: null }), null, after)
    expect(useKiosk.getState().card?.scanId).toBe('b')
    expect(timers.map(({ ms, cancelled }) => [ms, cancelled])).toEqual([
      [5000, true],
      [5000, false],
    ])
  })

  test('in a rush it goes after two seconds; what must be read stays (issue 5.4)', () => {
    for (let number = 1; number <= 11; number += 1) showScan(scan(`${number}`), null, after)
    expect(timers.map(({ ms }) => ms)).toEqual(Array.from({ length: 11 }, () => 5000))
    showScan(scan('12'), null, after)
    expect(useKioskPace.getState().hurried).toBe(true)
    showScan(scan('13', { outcome: 'unknown_badge', direction: null }), null, after)
    showScan(scan('14', { notes: ['contract_ended'] }), null, after)
    expect(timers.slice(11).map(({ ms }) => ms)).toEqual([2000, 5000, 5000])
  })

  test('the last ten are kept for the strip, newest first', () => {
    for (let number = 1; number <= 12; number += 1) showScan(scan(`${number}`), null, after)
    expect(useKiosk.getState().last.map(({ scanId }) => scanId)).toEqual(['12', '11', '10', '9', '8', '7', '6', '5', '4', '3'])
  })

  test('a scan that is told twice is one; told otherwise the second time, it is what it is now', () => {
    showScan(scan('a', { outcome: 'not_recorded', direction: null }), null, after)
    showScan(scan('b'), null, after)
    showScan(scan('b'), null, after)
    expect(timers).toHaveLength(2)
    showScan(scan('a'), null, after)
    expect(useKiosk.getState().last.map(({ scanId, outcome }) => [scanId, outcome])).toEqual([
      ['a', 'member_in'],
      ['b', 'member_in'],
    ])
  })

  test('a success that carries a note stays long enough to read it', () => {
    showScan(scan('a', { notes: ['contract_ended'] }), null, after)
    expect(timers[0]?.ms).toBe(5000)
  })

  test('a choice stays for as long as it is offered; who is needed, and a note, long enough to be read (W-10, domain.md 4.11 ▶)', () => {
    const prompt = { variant: 'expected_dds', actions: ['accept_dds'] } as unknown as NonNullable<Outcome['prompt']>
    expect(cardTime(scan('a', { prompt }))).toBe(promptMs)
    expect(cardTime(scan('a', { outcome: 'lockup_held', options: ['lock_up'] }))).toBe(promptMs)
    expect(cardTime(scan('a', { prompt: { ...prompt, variant: 'blocked', actions: [] } }))).toBe(8000)
    expect(cardTime(scan('a', { messages: [{ id: '1', severity: 'info', message: 'Your boots are here.' }] }))).toBe(8000)
  })

  test('a card that was answered makes room, and its time no longer runs', () => {
    showScan(scan('a'), null, after)
    dismissCard()
    expect(useKiosk.getState().card).toBeNull()
    expect(timers[0]?.cancelled).toBe(true)
  })

  test('a kiosk that belongs to one door shows no other’s', () => {
    showScan(scan('a', { stationId: 'rear-door' }), 'front-door', after)
    expect(useKiosk.getState()).toEqual({ card: null, last: [] })
  })
})

describe('the tone (screens.md W-5)', () => {
  test('going out is not an error, and neither is a second scan', () => {
    expect(toneOf('member_in')).toBe('in')
    expect(toneOf('member_out')).toBe('out')
    expect(toneOf('duplicate')).toBe('repeat')
    expect(toneOf('lockup_held')).toBe('notice')
  })
  test.each(['unknown_badge', 'shared_number', 'unassigned_badge', 'inactive_badge', 'member_not_allowed', 'attendee_outside_window', 'event_closed', 'not_recorded'] as const)('%s is refused, and stays five seconds', (outcome) => {
    expect(toneOf(outcome)).toBe('refused')
    expect(cardTime(scan('a', { outcome }))).toBe(5000)
  })
})
