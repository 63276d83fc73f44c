import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingSeats, nightTeam, type NightChange, type Rostered } from './duty-roster.ts'
import { orphanWarnings, warningsOf, type PersonFacts, type PlannedDuty } from './duty-warnings.ts'

const person = (id: string) => ({ id, displayName: id })
const on = (positionId: string, id: string, status: Rostered['status'] = 'assigned') => ({ id: `a-${id}`, positionId, member: person(id), status })
const change = (kind: NightChange['kind'], positionId: string, { member, base, night = 'Tue' }: { member?: string; base?: string; night?: string }) => ({ id: `o-${kind}-${member ?? base}`, nightDate: night, positionId, kind, member: member === undefined ? null : person(member), base: base === undefined ? null : person(base) })
const read = (team: ReturnType<typeof nightTeam>) => team.map(({ positionId, member, source, replaces }) => `${positionId} ${member.id} ${source}${replaces === null ? '' : ` for ${replaces.id}`}`)

describe('the team of a night (domain.md 4.13)', () => {
  const week = [on('SWK', 'roy'), on('QM', 'leduc'), on('APS', 'okafor', 'released')]

  test('is the week without who is released; other nights change nothing', () => {
    expect(read(nightTeam(week, [change('remove', 'QM', { base: 'leduc', night: 'Thu' })], 'Tue'))).toEqual(['SWK roy schedule', 'QM leduc schedule'])
  })

  test('somebody instead, one more, one less', () => {
    expect(read(nightTeam(week, [change('replace', 'SWK', { member: 'singh', base: 'roy' }), change('add', 'APS', { member: 'kim' }), change('remove', 'QM', { base: 'leduc' })], 'Tue'))).toEqual(['SWK singh override for roy', 'APS kim override'])
  })

  test('a stand-in still comes when the one they stand in for has left the roster', () => {
    expect(read(nightTeam([on('SWK', 'roy')], [change('replace', 'QM', { member: 'singh', base: 'leduc' })], 'Tue'))).toEqual(['SWK roy schedule', 'QM singh override for leduc'])
  })

  test('whatever the changes, a released member never stands by the roster, and nobody who is replaced stays', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const seat = fc.constantFrom('SWK', 'QM')
    const rostered = fc.uniqueArray(fc.record({ id, seat, status: fc.constantFrom('assigned', 'confirmed', 'released') }), { selector: (row) => row.id })
    const changes = fc.array(fc.record({ kind: fc.constantFrom('replace', 'add', 'remove'), seat, member: id, base: id }))
    fc.assert(
      fc.property(rostered, changes, (people, raw) => {
        const overrides = raw.map(({ kind, seat: at, member, base }) => change(kind, at, { ...(kind !== 'remove' && { member }), ...(kind !== 'add' && { base }) }))
        const team = nightTeam(people.map((row) => on(row.seat, row.id, row.status)), overrides, 'Tue').filter(({ source }) => source === 'schedule')
        for (const { positionId, member, status } of team) {
          expect(status).not.toBe('released')
          expect(overrides.some(({ base, positionId: at }) => base?.id === member.id && at === positionId)).toBe(false)
        }
      }),
    )
  })

  test('required seats that nobody fills are missing; a duty of one misses its one', () => {
    const seats = [{ id: 'SWK', maxSlots: 1, isRequired: true }, { id: 'APS', maxSlots: 2, isRequired: true }, { id: 'COOK', maxSlots: 1, isRequired: false }]
    expect(missingSeats(seats, [on('APS', 'kim')])).toEqual([{ positionId: 'SWK', count: 1 }, { positionId: 'APS', count: 1 }])
    expect(missingSeats(seats, [on('SWK', 'roy'), on('APS', 'kim'), on('APS', 'lee'), on('APS', 'third')])).toEqual([])
    expect(missingSeats([], [])).toEqual([{ positionId: null, count: 1 }])
    expect(missingSeats([], [{ positionId: null }])).toEqual([])
  })
})

describe('what speaks against a duty (domain.md 4.13 ▶)', () => {
  const fit: PersonFacts = { status: 'active', contractEnd: null, qualifications: new Map([['SWK', null]]) }
  const duty = (fields: Partial<PlannedDuty>): PlannedDuty => ({ id: 'd', memberId: 'roy', role: 'DUTY_WATCH', what: 'DUTY_WATCH', dates: ['2026-11-24', '2026-11-26'], needs: 'SWK', isWatch: true, ...fields })
  const kinds = (duties: PlannedDuty[], facts: PersonFacts | undefined = fit) => warningsOf(duties, () => facts).map(({ kind, dutyId, dates, what }) => [kind, dutyId, dates, what])

  test('nothing, for somebody who is active, qualified and free', () => expect(kinds([duty({})])).toEqual([]))

  test.each([
    ['never held', new Map<string, string | null>(), true],
    ['holds no longer on the last night', new Map([['SWK', '2026-11-26']]), true],
    ['holds one day longer', new Map([['SWK', '2026-11-27']]), false],
    ['held for good', new Map([['SWK', null]]), false],
  ])('a qualification %s', (_what, qualifications, warned) => {
    expect(kinds([duty({})], { ...fit, qualifications })).toEqual(warned ? [['not_qualified', 'd', [], 'SWK']] : [])
  })

  test('a seat for anybody asks for none', () => expect(kinds([duty({ needs: null })], { ...fit, qualifications: new Map() })).toEqual([]))

  test.each(['inactive', 'deployed', 'archived', 'suspended'])('%s', (status) => expect(kinds([duty({})], { ...fit, status })).toEqual([['not_active', 'd', [], status]]))

  test('a contract that ends before the last night', () => {
    expect(kinds([duty({})], { ...fit, contractEnd: '2026-11-25' })).toEqual([['contract_over', 'd', [], '2026-11-25']])
    expect(kinds([duty({})], { ...fit, contractEnd: '2026-11-26' })).toEqual([])
  })

  test('two duties the same night, on both of them; other nights do not matter', () => {
    const dds = duty({ id: 'dds', role: 'DDS', what: 'DDS', dates: ['2026-11-24', '2026-11-25'], needs: null, isWatch: false })
    expect(kinds([duty({}), dds])).toEqual([['two_duties', 'd', ['2026-11-24'], 'DDS'], ['two_duties', 'dds', ['2026-11-24'], 'DUTY_WATCH']])
    expect(kinds([duty({}), { ...dds, dates: ['2026-11-25'] }])).toEqual([])
    expect(kinds([duty({}), { ...dds, memberId: 'other' }])).toEqual([])
  })

  test('two seats of one night; but the watch of an event is the watch of the week', () => {
    expect(kinds([duty({}), duty({ id: 'o', dates: ['2026-11-26'] })])).toEqual([['double_seat', 'd', ['2026-11-26'], 'DUTY_WATCH'], ['double_seat', 'o', ['2026-11-26'], 'DUTY_WATCH']])
    expect(kinds([duty({}), duty({ id: 'e', role: 'event', what: 'Mess dinner', dates: ['2026-11-26'] })])).toEqual([])
    expect(kinds([duty({}), duty({ id: 'e', role: 'event', what: 'Mess dinner', dates: ['2026-11-26'], isWatch: false, needs: null })])).toContainEqual(['two_duties', 'd', ['2026-11-26'], 'Mess dinner'])
  })

  test('a change of a night for somebody who is not on that seat any more', () => {
    const changed = { id: 'o', nightDate: '2026-11-26', positionId: 'QM', base: { id: 'leduc', displayName: 'S1 Leduc, A' } }
    expect(orphanWarnings([on('SWK', 'leduc')], [changed])).toEqual([{ kind: 'base_not_rostered', dutyId: 'o', memberId: 'leduc', dates: ['2026-11-26'], what: 'S1 Leduc, A' }])
    expect(orphanWarnings([on('QM', 'leduc')], [changed, { ...changed, base: null }])).toEqual([])
  })
})
