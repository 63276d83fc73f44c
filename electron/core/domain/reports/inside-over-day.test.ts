import { expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { insideOverDay } from './inside-over-day.ts'
import type { RollPerson } from './roll-presence.ts'

const person = (id: string, direction: 'in' | 'out' | null): RollPerson => ({
  id,
  serviceNumber: id,
  rank: 'S1',
  rankOrder: 1,
  lastName: id,
  firstName: '',
  division: null,
  isOnRoll: true,
  status: { name: '', nameFr: null, admission: 'admit' },
  type: { name: '', nameFr: null, isFullTime: false },
  latest: direction === null ? null : { direction, at: new Date(0), door: { name: '', nameFr: null } },
})
const people = [person('stayed', 'in'), person('left', 'out'), person('never', null), person('came', 'in')]
const moves = [
  { memberId: 'left', direction: 'out', at: new Date('2026-11-25T09:20:00Z') },
  { memberId: 'stranger', direction: 'in', at: new Date('2026-11-25T09:21:00Z') },
  { memberId: 'came', direction: 'in', at: new Date('2026-11-25T09:45:00Z') },
] as const

test('who moved was on the other side before; who did not is where they are now', () => {
  expect(insideOverDay(people, moves, new Date('2026-11-25T09:50:00Z'), defaultUnitTime).map(({ inside }) => inside)).toEqual([2, 2, 1, 2, 2])
})

test('a point a quarter of an hour, also on nights on which the clocks change (1.1)', () => {
  const points = (now: string) => insideOverDay([], [], new Date(now), defaultUnitTime).length
  // Until the moment before the rollover: 24, 23 and 25 hours, and the last moment itself.
  expect([points('2026-11-26T08:59:59Z'), points('2026-03-08T07:59:59Z'), points('2026-11-01T08:59:59Z')]).toEqual([97, 93, 101])
})
