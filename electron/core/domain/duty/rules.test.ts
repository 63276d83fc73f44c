/** domain.md 4.12.2, 4.12.3; scenario 24. Week of Monday 2026-11-23; the holidays are invented. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstOperationalDay } from '../../../../shared/domain/operational-week.ts'
import { decideHandover, decideLiveDds, type HandoverFacts, type LiveFacts } from './rules.ts'

const monday = '2026-11-23'
const tuesday = '2026-11-24'
const handover = (facts: Partial<HandoverFacts> = {}) => decideHandover({ today: monday, firstOperationalDay: monday, outgoing: 'old', incoming: 'new', assignments: [], ...facts })
const live = (facts: Partial<LiveFacts> = {}) => decideLiveDds({ assignment: null, handover: 'none', outgoing: null, scheduled: null, ...facts })
const had = (memberId: string, operationalDate: string) => ({ memberId, operationalDate })

describe('the weekly hand-over', () => {
  test('waits from the first operational day on, for the rest of the week', () => {
    expect(handover()).toBe('pending')
    expect(handover({ today: '2026-11-29' })).toBe('pending')
  })

  test('there is none without two different people on two rosters', () => {
    expect(handover({ outgoing: null })).toBe('none')
    expect(handover({ incoming: null })).toBe('none')
    expect(handover({ incoming: 'old' })).toBe('none')
  })

  test('it ends when anybody but the outgoing gets the duty', () => {
    expect(handover({ assignments: [had('old', monday)] })).toBe('pending')
    expect(handover({ assignments: [had('old', monday), had('new', monday)] })).toBe('none')
    expect(handover({ today: '2026-11-25', assignments: [had('another', tuesday)] })).toBe('none')
  })

  test('scenario 24: Monday is a holiday, so it is due on Tuesday, and the outgoing is live on both', () => {
    const first = firstOperationalDay(monday, [{ date: monday, isActive: true }])
    expect(first).toBe(tuesday)
    expect(handover({ firstOperationalDay: first })).toBe('upcoming')
    expect(handover({ firstOperationalDay: first, today: tuesday })).toBe('pending')
    for (const state of ['upcoming', 'pending'] as const) expect(live({ handover: state, outgoing: 'old', scheduled: { memberId: 'new', isConfirmed: true } })).toEqual({ memberId: 'old', status: 'active', source: 'handover' })
  })

  test('a stand-in on the holiday ends nothing; an incoming who took it early has it', () => {
    expect(handover({ firstOperationalDay: tuesday, today: tuesday, assignments: [had('another', monday)] })).toBe('pending')
    expect(handover({ firstOperationalDay: tuesday, today: tuesday, assignments: [had('new', monday)] })).toBe('none')
  })

  test('a holiday that is switched off is a day like any other; a week of holidays hands nothing over', () => {
    expect(firstOperationalDay(monday, [{ date: monday, isActive: false }])).toBe(monday)
    expect(firstOperationalDay(monday, ['23', '24', '25', '26', '27'].map((day) => ({ date: `2026-11-${day}`, isActive: true })))).toBeNull()
    expect(handover({ firstOperationalDay: null, today: '2026-11-28' })).toBe('upcoming')
  })
})

describe('the live DDS, in the order of 4.12.2', () => {
  const scheduled = { memberId: 'scheduled', isConfirmed: false }
  test('today’s assignment before all else', () => {
    expect(live({ assignment: { memberId: 'a', status: 'pending' }, handover: 'pending', outgoing: 'old', scheduled })).toEqual({ memberId: 'a', status: 'pending', source: 'assignment' })
  })
  test('then the outgoing while the hand-over waits', () => {
    expect(live({ handover: 'pending', outgoing: 'old', scheduled })).toMatchObject({ memberId: 'old', status: 'active' })
  })
  test('then whom the roster names: active once confirmed', () => {
    expect(live({ outgoing: 'old', scheduled })).toEqual({ memberId: 'scheduled', status: 'pending', source: 'roster' })
    expect(live({ scheduled: { ...scheduled, isConfirmed: true } })).toMatchObject({ status: 'active' })
  })
  test('else nobody', () => {
    expect(live({ outgoing: 'old' })).toBeNull()
  })
})

test('whatever happens in a week, the duty goes to the incoming only when somebody gave it or took it', () => {
  const day = fc.integer({ min: 23, max: 29 }).map((date) => `2026-11-${date}`)
  fc.assert(
    fc.property(day, fc.option(day, { nil: null }), fc.array(fc.record({ memberId: fc.constantFrom('old', 'new', 'another'), operationalDate: day })), (today, first, all) => {
      const assignments = all.filter(({ operationalDate }) => operationalDate < today)
      const holder = live({ handover: handover({ today, firstOperationalDay: first, assignments }), outgoing: 'old', scheduled: { memberId: 'new', isConfirmed: false } })?.memberId
      const byNew = assignments.some(({ memberId }) => memberId === 'new')
      const byAnother = assignments.some(({ memberId, operationalDate }) => memberId === 'another' && first !== null && operationalDate >= first)
      expect(holder).toBe(byNew || byAnother ? 'new' : 'old')
    }),
  )
})
