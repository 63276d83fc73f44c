import { expect, test } from 'vitest'
import { helpFor, readyState } from './kiosk-state.ts'

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

test('a kiosk of one door looks at that door’s readers', () => {
  expect(readyState({ ...well, readers: [reader('ready', 'rear-door'), reader('absent')], station: 'front-door' })).toBe('absent')
})
