import { describe, expect, test, vi } from 'vitest'
import type { PersonInside } from '../../stores/presence.ts'

vi.mock('../../stores/presence.ts', () => ({}))
const { choose, defaultSort, order, withoutDivision } = await import('./inside-order.ts')

const division = (code: string) => ({ id: code, code, name: `${code} Division` })
const person = (lastName: string, over: Partial<PersonInside> = {}): PersonInside => ({
  id: lastName,
  kind: 'member',
  rank: 'S1',
  rankOrder: 3,
  firstName: 'Anne',
  lastName,
  displayName: lastName,
  division: division('OPS'),
  status: 'active',
  since: '2026-11-23T18:00:00.000Z',
  stationId: 'front-door',
  stationName: 'Front door',
  guest: null,
  ...over,
})
const everyone = { find: '', kind: 'all', division: null } as const
const french = new Intl.Collator('fr-CA', { sensitivity: 'base' })
const names = (people: readonly PersonInside[]): string[] => people.map(({ lastName }) => lastName)

describe('who is shown', () => {
  const people = [person('Bélanger', { rank: 'Lt(N)', firstName: 'Étienne' }), person('Nguyễn', { division: division('LOG') }), person('Roy', { kind: 'visitor', division: null, guest: { organization: 'Northern Elevators', pass: 'V-01', event: null } }), person('Sans', { division: null })]

  test.each([
    ['belanger', ['Bélanger']],
    ['ETIENNE bel', ['Bélanger']],
    ['nguyen', ['Nguyễn']],
    ['log', ['Nguyễn']],
    ['northern v-01', ['Roy']],
    ['  ', ['Bélanger', 'Nguyễn', 'Roy', 'Sans']],
    ['belanger log', []],
  ])('looking for “%s”, without regard to case or accents', (find, found) => {
    expect(names(choose(people, { ...everyone, find }))).toEqual(found)
  })

  test('members without a division are not lost: they have a filter of their own, without visitors', () => {
    expect(names(choose(people, { ...everyone, division: withoutDivision }))).toEqual(['Sans'])
    expect(names(choose(people, { ...everyone, division: 'OPS' }))).toEqual(['Bélanger'])
  })

  test('members or visitors only', () => {
    expect(names(choose(people, { ...everyone, kind: 'member' }))).toEqual(['Bélanger', 'Nguyễn', 'Sans'])
    expect(names(choose(people, { ...everyone, kind: 'visitor' }))).toEqual(['Roy'])
  })
})

describe('in what order', () => {
  const people = [person('Zola', { rankOrder: 9, division: division('DECK') }), person('Étienne', { since: '2026-11-23T17:00:00.000Z' }), person('Evans', { division: null }), person('Dubois', { rankOrder: 9 })]

  test('the most senior first, then by name as the language sorts it', () => {
    expect(names(order(people, defaultSort, french))).toEqual(['Dubois', 'Zola', 'Étienne', 'Evans'])
  })
  test('by name, both ways', () => {
    expect(names(order(people, { column: 'name', descending: false }, french))).toEqual(['Dubois', 'Étienne', 'Evans', 'Zola'])
    expect(names(order(people, { column: 'name', descending: true }, french))).toEqual(['Zola', 'Evans', 'Étienne', 'Dubois'])
  })
  test('by division and by time in, ties by seniority', () => {
    expect(names(order(people, { column: 'division', descending: false }, french))).toEqual(['Evans', 'Zola', 'Dubois', 'Étienne'])
    expect(names(order(people, { column: 'since', descending: false }, french))).toEqual(['Étienne', 'Dubois', 'Zola', 'Evans'])
  })
})
