import { expect, test } from 'vitest'
import { buildingTone, ddsTone, waitingSince, watchGaps, type DdsToday, type LockupStatus, type Tonight } from './duty.ts'

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

test('people in a building that nobody has opened: since the first of them (screens.md P0-2.4)', () => {
  const since = (status: LockupStatus['status'], ...times: string[]) => waitingSince({ status } as LockupStatus, times.map((at) => ({ since: at })))
  expect(since('secured', '2026-11-24T13:40:00.000Z', '2026-11-24T13:31:00.000Z')).toBe(Date.parse('2026-11-24T13:31:00.000Z'))
  expect(since('secured')).toBeNull()
  expect(since('open', '2026-11-24T13:31:00.000Z')).toBeNull()
  expect(since('locking_up', '2026-11-24T13:31:00.000Z')).toBeNull()
})

test('what of tonight’s watch is missing: empty seats, and people who are not in', () => {
  const tonight = { team: [{ present: true }, { present: false }], missing: [{ count: 2 }] } as unknown as Tonight
  expect(watchGaps(tonight)).toMatchObject({ present: 1, seats: 4, empty: [{ count: 2 }], absent: [{ present: false }] })
})
