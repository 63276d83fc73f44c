import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { ScanOutcome } from './kiosk.ts'

const undo = vi.hoisted(() => vi.fn<(input: { movementId: string }) => Promise<unknown>>())
vi.mock('../api.ts', () => ({ api: () => ({ history: { undo } }), onlyStation: null }))
const { showScan, useKiosk } = await import('./kiosk.ts')
const { offeredInStrip, offeredScan, undoAtKiosk, useKioskUndo } = await import('./kiosk-undo.ts')
const { secondsLeft } = await import('./undo-window.ts')

const begin = Date.UTC(2026, 10, 24, 18)
const scan = (scanId: string, personId: string | null, seconds: number, more: Partial<ScanOutcome> = {}): ScanOutcome => ({
  scanId,
  outcome: personId === null ? 'unknown_badge' : 'member_in',
  message: '',
  person: personId === null ? null : { id: personId, rank: 'S1', firstName: 'A', lastName: personId, displayName: `S1 ${personId}, A`, division: null },
  direction: personId === null ? null : 'in',
  movementId: personId === null ? null : `m-${scanId}`,
  at: new Date(begin + seconds * 1000).toISOString(),
  stationId: 'front-door',
  stationName: 'Front door',
  serialTail: 'C3D4',
  notes: [],
  messages: [],
  contractEnd: null,
  options: [],
  prompt: null,
  nextDuties: [],
  ...more,
})
const never = (): (() => void) => () => {}

beforeEach(() => {
  undo.mockReset()
  useKiosk.setState({ card: null, last: [] })
  useKioskUndo.setState({ undone: [], said: null })
})

describe('what the kiosk offers to take back (screens.md 5.1)', () => {
  test('the person on the card, for ten seconds, also when their badge was held up twice', () => {
    const first = scan('a', 'roy', 0)
    const twice = scan('b', 'roy', 1, { outcome: 'duplicate', movementId: null })
    expect(offeredScan({ card: first, last: [first] }, [], begin + 9_000)).toBe(first)
    expect(offeredScan({ card: twice, last: [twice, first] }, [], begin + 1_500)).toBe(first)
    expect(offeredScan({ card: first, last: [first] }, [], begin + 10_000)).toBeNull()
    expect(offeredScan({ card: first, last: [first] }, ['a'], begin + 1_000)).toBeNull()
  })

  test('nothing on the card of an unknown badge, whoever came before; the newest once the card is gone', () => {
    const roy = scan('a', 'roy', 0)
    const unknown = scan('b', null, 1)
    expect(offeredScan({ card: unknown, last: [unknown, roy] }, [], begin + 2_000)).toBeNull()
    expect(offeredScan({ card: null, last: [unknown, roy] }, [], begin + 7_000)).toBe(roy)
  })

  test('in the strip each person’s newest only: an earlier one cannot be taken back', () => {
    const last = [scan('c', 'roy', 5), scan('b', 'abel', 4), scan('a', 'roy', 0)]
    expect([...offeredInStrip(last, [], begin + 6_000)]).toEqual(['c', 'b'])
    expect([...offeredInStrip(last, ['c'], begin + 6_000)]).toEqual(['b'])
    expect([...offeredInStrip(last, [], begin + 14_500)]).toEqual(['c'])
  })

  test('a clock that was set back offers no more than ten seconds', () => {
    expect(secondsLeft(new Date(begin + 60_000).toISOString(), begin)).toBe(10)
    expect([0, 100, 9_001, 9_999, 10_000].map((after) => secondsLeft(begin, begin + after))).toEqual([10, 10, 1, 1, 0])
  })
})

describe('a press', () => {
  test('takes it back and says so; the next scan comes first', async () => {
    undo.mockResolvedValue({ ok: true, value: { displayName: 'S1 roy, A' } })
    const roy = scan('a', 'roy', 0)
    showScan(roy, null, never)
    await undoAtKiosk(roy)
    expect(undo).toHaveBeenCalledWith({ movementId: 'm-a' })
    expect(useKioskUndo.getState()).toMatchObject({ undone: ['a'], said: { refused: null } })
    showScan(scan('b', 'abel', 2), null, never)
    expect(useKioskUndo.getState()).toMatchObject({ undone: ['a'], said: null })
  })

  test('what the core refuses is said in words; what was taken back elsewhere is taken back', async () => {
    const roy = scan('a', 'roy', 0)
    undo.mockResolvedValue({ ok: false, error: { code: 'undo_too_late', message: '' } })
    await undoAtKiosk(roy)
    expect(useKioskUndo.getState()).toMatchObject({ undone: [], said: { refused: { code: 'undo_too_late' } } })
    undo.mockResolvedValue({ ok: false, error: { code: 'movement_voided', message: '' } })
    await undoAtKiosk(roy)
    expect(useKioskUndo.getState()).toMatchObject({ undone: ['a'], said: { refused: null } })
  })
})
