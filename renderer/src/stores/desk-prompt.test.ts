import { afterEach, beforeEach, expect, test, vi } from 'vitest'

vi.mock('../api.ts', () => ({ onlyStation: null }))
const { dropDeskPrompt, offerAtDesk, useDeskPrompt } = await import('./desk-prompt.ts')
const { useSession } = await import('./session.ts')
type Scan = Parameters<typeof offerAtDesk>[0]

const scan = (scanId: string, over: Partial<Scan> = {}): Scan => ({ scanId, outcome: 'lockup_held', message: '', person: { id: 'holder', rank: 'PO2', firstName: 'Ada', lastName: 'A', displayName: 'PO2 A, A', division: null }, direction: null, at: '2026-11-24T00:33:00.000Z', stationId: 'desk', stationName: 'Desk', serialTail: 'C217', notes: [], contractEnd: null, messages: [], options: ['lock_up', 'hand_over'], prompt: null, nextDuties: [], movementId: null, ...over })
const signedIn = (memberId: string) => useSession.setState({ state: { session: { memberId, locked: false } } as never })

beforeEach(() => {
  vi.useFakeTimers()
  useSession.setState({ state: null })
  dropDeskPrompt()
})
afterEach(() => void vi.useRealTimers())

test('the offer goes after twenty seconds, or with the next badge (screens.md W-10)', () => {
  offerAtDesk(scan('a'))
  expect(useDeskPrompt.getState().scan?.scanId).toBe('a')
  vi.advanceTimersByTime(19_999)
  expect(useDeskPrompt.getState().scan?.scanId).toBe('a')
  vi.advanceTimersByTime(1)
  expect(useDeskPrompt.getState().scan).toBeNull()
  offerAtDesk(scan('b'))
  offerAtDesk(scan('c', { outcome: 'member_in', options: [] }))
  expect(useDeskPrompt.getState().scan).toBeNull()
})

test('a badge held up to agree leaves what is offered alone', () => {
  offerAtDesk(scan('a'))
  offerAtDesk(scan('b', { outcome: 'badge_proof', options: [] }))
  expect(useDeskPrompt.getState().scan?.scanId).toBe('a')
})

test('where somebody else is signed in nothing is offered: the desk acts in their name (decision 010)', () => {
  signedIn('other')
  offerAtDesk(scan('a'))
  expect(useDeskPrompt.getState().scan).toBeNull()
  signedIn('holder')
  offerAtDesk(scan('b'))
  expect(useDeskPrompt.getState().scan?.scanId).toBe('b')
})
