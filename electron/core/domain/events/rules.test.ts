import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessEventStates, attendeeStates } from '../../../../shared/domain/access-events.ts'
import { decideAttendee, type AttendeeFacts } from './rules.ts'

const now = new Date('2026-11-24T18:00:00.000Z')
const today = '2026-11-24'
const facts: AttendeeFacts = { status: 'pending', eventStatus: 'active', window: { from: '2026-11-20', to: '2026-12-04' }, last: null }
const inSince = (at: Date) => ({ direction: 'in' as const, at, recordedAt: at })
const decide = (over: Partial<AttendeeFacts>, bounceMs = 2000) => decideAttendee({ ...facts, ...over }, now, today, bounceMs)

describe('an attendee at the door (domain.md 4.1 ▶, 4.9 ▶)', () => {
  test('the first day and the last day are theirs, the days around them are not (scenario 28)', () => {
    expect(decide({ window: { from: today, to: today } })).toMatchObject({ kind: 'moved', direction: 'in' })
    expect(decide({ window: { from: '2026-11-25', to: '2026-12-04' } })).toEqual({ kind: 'refused', outcome: 'attendee_outside_window' })
    expect(decide({ window: { from: '2026-11-20', to: '2026-11-23' } })).toEqual({ kind: 'refused', outcome: 'attendee_outside_window' })
  })

  test.each([
    ['a draft', { eventStatus: 'draft' }],
    ['an event that is over', { eventStatus: 'completed' }],
    ['one that was called off', { eventStatus: 'cancelled' }],
    ['somebody who left for good', { status: 'checked_out' }],
    ['somebody whose access ended', { status: 'expired' }],
  ] as const)('%s lets nobody in', (_, over) => {
    expect(decide(over)).toEqual({ kind: 'refused', outcome: 'event_closed' })
  })

  test('a bounce is the same answer again; somebody’s own decision never is one', () => {
    const last = inSince(new Date(now.getTime() - 1999))
    expect(decide({ last })).toEqual({ kind: 'duplicate', direction: 'in', at: last.at })
    expect(decide({ last: inSince(new Date(now.getTime() - 2000)) })).toMatchObject({ kind: 'moved', direction: 'out' })
    expect(decide({ last }, 0)).toMatchObject({ kind: 'moved', direction: 'out' })
  })

  test('where the clock was set back the order holds', () => {
    const last = inSince(new Date(now.getTime() + 3_600_000))
    expect(decide({ last })).toEqual({ kind: 'moved', direction: 'out', at: new Date(last.at.getTime() + 1), isSetBack: true })
  })

  test('for all states: whoever is inside gets out, and nobody gets in but on their days, of an event that is on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...attendeeStates), fc.constantFrom(...accessEventStates), fc.constantFrom('2026-11-23', today, '2026-11-25'), fc.constantFrom('2026-11-23', today, '2026-11-25'), fc.boolean(), (status, eventStatus, from, to, isIn) => {
        const decision = decide({ status, eventStatus, window: { from, to }, last: isIn ? inSince(new Date(now.getTime() - 3_600_000)) : null })
        const mayCome = eventStatus === 'active' && (status === 'pending' || status === 'active') && from <= today && today <= to
        const direction = decision.kind === 'moved' ? decision.direction : 'none'
        expect(direction).toBe(isIn ? 'out' : mayCome ? 'in' : 'none')
      }),
    )
  })
})
