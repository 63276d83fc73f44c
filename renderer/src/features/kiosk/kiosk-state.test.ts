import { expect, test } from 'vitest'
import { helpFor, lampFor, readyState } from './kiosk-state.ts'

const reader = (state: 'absent' | 'connecting' | 'ready' | 'faulted', stationId = 'front-door') => ({ state, stationId })
const well = { connected: true, database: 'ready' as const, readers: [reader('ready')], station: null }

test('a ready reader on a database that records is ready', () => {
  expect(readyState(well)).toBe('ready')
  expect(readyState({ ...well, readers: [reader('faulted'), reader('ready')] })).toBe('ready')
})

test('what would lose the scan comes before what the reader says', () => {
  expect(readyState({ ...well, connected: false, database: 'full' })).toBe('lost')
  expect(readyState({ ...well, database: 'full' })).toBe('full')
  expect(readyState({ ...well, database: 'stalled' })).toBe('stalled')
  expect(helpFor('stalled')).toBe('paper')
})

test('an unplugged or faulted reader is said, and no reader at all is a keyboard reader', () => {
  expect(readyState({ ...well, readers: [reader('absent')] })).toBe('absent')
  expect(readyState({ ...well, readers: [reader('absent'), reader('faulted')] })).toBe('faulted')
  expect(readyState({ ...well, readers: [reader('connecting'), reader('absent')] })).toBe('connecting')
  expect(readyState({ ...well, readers: [] })).toBe('noReader')
  expect(helpFor('noReader')).toBeUndefined()
})

test('nothing is called ready before it is known to be, nor while its reader starts', () => {
  expect(readyState({ ...well, database: undefined })).toBe('opening')
  expect(readyState({ ...well, readers: null })).toBe('opening')
  expect(helpFor('opening')).toBe('moment')
  expect(helpFor('connecting')).toBe('moment')
  expect(lampFor('opening')).toBe('attention')
})

test('the light is green for a reader that is ready, and for nothing else', () => {
  expect(lampFor('ready')).toBe('ok')
  expect(lampFor('noReader')).toBe('unknown')
  expect(lampFor('connecting')).toBe('attention')
  for (const state of ['absent', 'faulted', 'lost', 'stalled', 'full', 'closed'] as const) expect(lampFor(state)).toBe('refused')
})

test('a kiosk of one door looks at that door’s readers', () => {
  expect(readyState({ ...well, readers: [reader('ready', 'rear-door'), reader('absent')], station: 'front-door' })).toBe('absent')
})
