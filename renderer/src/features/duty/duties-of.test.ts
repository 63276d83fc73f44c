import { expect, test } from 'vitest'
import { dutiesOf } from './duties-of.ts'

const seat = { id: 's', code: 'QM', name: 'Quartermaster', nameFr: 'Quartier-maître' }
const person = (id: string) => ({ id, displayName: id })
const onTeam = (id: string, source: 'schedule' | 'override' | 'live', position: typeof seat | null = seat) => ({ position, member: person(id), source, replaces: null, confirmed: true, present: true, since: null })
const live = (id: string, status: 'pending' | 'active') => ({ live: { ...person(id), status, source: 'assignment' as const, acceptedAt: null, isInside: true } })
const nothing = { dds: null, lockup: null, tonight: null }

test('whoever has no duty has no chip, and nothing is promised before it is known (screens.md 1.5)', () => {
  expect(dutiesOf('a', nothing)).toEqual([])
  expect(dutiesOf('a', { dds: live('b', 'active'), lockup: { holder: person('b') }, tonight: { team: [onTeam('b', 'schedule')], start: '19:00' } })).toEqual([])
})

test('one person may have all of them, the heaviest first', () => {
  const tonight = { team: [onTeam('a', 'schedule')], start: '19:00' }
  expect(dutiesOf('a', { dds: live('a', 'active'), lockup: { holder: person('a') }, tonight })).toEqual([{ kind: 'dds' }, { kind: 'lockup' }, { kind: 'watch', seat, start: '19:00' }])
})

test('a duty that is not accepted yet is told apart, and so is a seat that is only covered (domain.md 4.12.2, 4.14)', () => {
  expect(dutiesOf('a', { ...nothing, dds: live('a', 'pending') })).toEqual([{ kind: 'ddsPending' }])
  expect(dutiesOf('a', { ...nothing, tonight: { team: [onTeam('a', 'live'), onTeam('b', 'override')], start: null } })).toEqual([{ kind: 'cover', seat }])
})
