import { expect, test } from 'vitest'
import { buildingTone, ddsTone, type DdsToday, type LockupStatus } from './duty.ts'

const person = { id: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', displayName: 'PO1 Day, A' }
const today = (live: Partial<NonNullable<DdsToday['live']>> | null, state: DdsToday['handover']['state'] = 'none'): DdsToday => ({
  operationalDate: '2026-11-24',
  live: live === null ? null : { ...person, status: 'active', source: 'assignment', acceptedAt: null, isInside: true, ...live },
  scheduled: null,
  next: null,
  handover: { state, outgoing: null, incoming: null, dueOn: null },
})

test('only a duty that needs somebody is coloured as a whole (screens.md 1.3)', () => {
  expect(ddsTone(today({}))).toBe('ok')
  expect(ddsTone(today(null))).toBe('attention')
  expect(ddsTone(today({ status: 'pending' }))).toBe('attention')
  expect(ddsTone(today({ isInside: false }))).toBe('attention')
  expect(ddsTone(today({}, 'pending'))).toBe('attention')
  expect(ddsTone(today({}, 'upcoming'))).toBe('ok')
})

test('a lock-up that nobody finishes turns red', () => {
  const building = (status: LockupStatus['status'], isStuck = false) => buildingTone({ status, locking: status === 'locking_up' ? { since: '', by: person, isStuck } : null } as LockupStatus)
  expect([building('secured'), building('open'), building('locking_up'), building('locking_up', true)]).toEqual(['info', 'ok', 'attention', 'refused'])
})
