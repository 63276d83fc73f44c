import { beforeEach, expect, test, vi } from 'vitest'

vi.mock('../api.ts', () => ({ onlyStation: null }))
vi.mock('../sound/player.ts', () => ({ playTone: () => Promise.resolve() }))
const { showScan, useKiosk } = await import('./kiosk.ts')
const { beginTask, belongsTo, endTask, sayDone, speaksForHolder, useDoor } = await import('./door-task.ts')
type Scan = Parameters<typeof showScan>[0]

const person = (id: string): NonNullable<Scan['person']> => ({ id, rank: 'PO2', firstName: 'Ada', lastName: id, displayName: id, division: null })
const scan = (scanId: string, over: Partial<Scan> = {}): Scan => ({ scanId, outcome: 'lockup_held', message: '', person: person('holder'), direction: null, at: '2026-11-24T00:33:00.000Z', stationId: 'front-door', stationName: 'Front door', serialTail: 'C217', notes: [], contractEnd: null, messages: [], options: ['lock_up', 'hand_over'], prompt: null, nextDuties: [], movementId: null, ...over })
const never = (): (() => void) => () => {}

beforeEach(() => {
  useKiosk.setState({ card: null, last: [] })
  useDoor.setState({ task: null, said: null })
})

test('the task takes the place of the card it began on (screens.md P0-6)', () => {
  showScan(scan('a'), null, never)
  beginTask('handOver', scan('a'))
  expect(useKiosk.getState().card).toBeNull()
  expect(useDoor.getState().task).toMatchObject({ kind: 'handOver', holder: { id: 'holder' }, stationId: 'front-door' })
  endTask()
  expect(useDoor.getState().task).toBeNull()
})

test('a badge held up to agree stays with the task; everybody else’s card comes first', () => {
  beginTask('handOver', scan('a'))
  const { task } = useDoor.getState()
  expect(belongsTo(task, scan('b', { outcome: 'badge_proof', person: person('receiver') }))).toBe(true)
  expect(belongsTo(task, scan('c'))).toBe(true)
  expect(belongsTo(task, scan('d', { outcome: 'member_in', person: person('other') }))).toBe(false)
  expect(belongsTo(task, scan('e', { outcome: 'unknown_badge', person: null }))).toBe(false)
  expect(belongsTo(null, scan('f', { outcome: 'badge_proof' }))).toBe(false)
})

test('nobody locks up in another’s name: whoever was read last speaks, at that door only (decision 010)', () => {
  beginTask('lockUp', scan('a'))
  const task = useDoor.getState().task
  if (task === null) throw new Error('no task')
  expect(speaksForHolder(task, [scan('a')])).toBe(true)
  expect(speaksForHolder(task, [scan('b', { outcome: 'member_in', person: person('other') }), scan('a')])).toBe(false)
  expect(speaksForHolder(task, [scan('b', { outcome: 'unknown_badge', person: null }), scan('a')])).toBe(false)
  expect(speaksForHolder(task, [scan('b', { person: person('other'), stationId: 'rear-door' }), scan('a')])).toBe(true)
})

test('what was done is said until the next badge', () => {
  beginTask('handOver', scan('a'))
  sayDone({ title: 'Done', text: 'With another.' })
  expect(useDoor.getState()).toEqual({ task: null, said: { title: 'Done', text: 'With another.' } })
  showScan(scan('z', { outcome: 'member_in', person: person('other') }), null, never)
  expect(useDoor.getState().said).toBeNull()
})
