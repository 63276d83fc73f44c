import { expect, test } from 'vitest'
import type { EnrolmentEvent } from '../../stores/members.ts'
import { standingOf } from './enrolment-news.ts'

const mine = '2026-11-24T00:01:00.000Z'
const later = '2026-11-24T00:01:20.000Z'
const heard = (state: EnrolmentEvent['state'], reason: string | null = null, expiresAt = mine): EnrolmentEvent => ({ state, reason, enrolment: { memberId: 'm', displayName: 'S3 Arsenault', stationId: null, expiresAt } })

test('it waits until it is told otherwise, and says why the last badge would not do', () => {
  expect(standingOf([], mine)).toEqual({ state: 'waiting', reason: null })
  expect(standingOf([heard('waiting'), heard('refused', 'badge_taken'), heard('refused', 'badge_not_usable')], mine)).toEqual({ state: 'waiting', reason: 'badge_not_usable' })
})

test('once another took its place it never looks as if it waited again', () => {
  expect(standingOf([heard('waiting'), heard('cancelled', 'replaced'), heard('waiting', null, later)], mine).state).toBe('cancelled')
  expect(standingOf([heard('expired'), heard('waiting', null, later)], mine).state).toBe('expired')
})

test('an attempt that is over says nothing about the next one', () => {
  expect(standingOf([heard('refused', 'badge_not_usable'), heard('expired')], later)).toEqual({ state: 'waiting', reason: null })
})

test('a badge is a badge, whichever way it came', () => {
  expect(standingOf([heard('enrolled')], mine).state).toBe('enrolled')
  expect(standingOf([heard('cancelled', 'replaced'), heard('enrolled', null, later)], mine).state).toBe('enrolled')
  expect(standingOf([heard('cancelled', 'member_has_badge')], mine).state).toBe('enrolled')
})
