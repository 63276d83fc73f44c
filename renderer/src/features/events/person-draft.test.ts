import { expect, test } from 'vitest'
import { draftOf, faultOf, isGood, nextAfter, personFields, toFields } from './person-draft.ts'

const event = { startDate: '2026-11-25', endDate: '2026-11-27' }
const roy = { ...draftOf(null, 'Participant'), name: ' Roy, Pat ', rank: 'Maj', organization: '38 CBG' }

test('what is missing is said by its field, as the core would refuse it (domain.md 4.9)', () => {
  expect(personFields.map((field) => faultOf(draftOf(null, ''), field, event))).toEqual(['name', undefined, 'organization', 'role', undefined, undefined])
  expect(isGood(roy, event)).toBe(true)
  expect(faultOf({ ...roy, isMember: true }, 'member', event)).toBe('member')
  expect(faultOf({ ...roy, accessStart: '26 Nov' }, 'accessStart', event)).toBe('date')
  expect(faultOf({ ...roy, accessStart: '2026-11-28' }, 'accessEnd', event)).toBe('endFirst')
})

test('days that are not given are those of the event, and a member has the name that the roll gives them', () => {
  expect(toFields(roy)).toEqual({ name: 'Roy, Pat', rank: 'Maj', memberId: null, organization: '38 CBG', role: 'Participant', accessStart: null, accessEnd: null })
  expect(toFields({ ...roy, isMember: true, member: { id: 'a', displayName: 'PO2 Singh, H' } })).toMatchObject({ name: 'PO2 Singh, H', rank: null, memberId: 'a' })
})

test('the next one is of the same organization, with the same role, and nobody yet', () => {
  expect(nextAfter({ ...roy, accessStart: '2026-11-26' })).toEqual({ ...draftOf(null, 'Participant'), organization: '38 CBG' })
})
