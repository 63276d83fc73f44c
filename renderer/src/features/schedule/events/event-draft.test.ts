import { describe, expect, test } from 'vitest'
import { draftOf, fieldsOf, isGood, problemOf, withStart, withType } from './event-draft.ts'
import type { EventType } from './event-words.ts'

const dinner: EventType = { id: '7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01', name: 'Dinner', nameFr: null, category: 'mess_dinner', defaultDurationMinutes: 240, requiresDutyWatch: true, extraPositions: [], uses: 0 }
const blank = draftOf(null, '2026-12-05')

describe('planning an event (domain.md 4.10)', () => {
  test('a kind brings its watch and its length; an end that a person has set stays', () => {
    const begun = withStart({ ...blank, title: 'Mess dinner' }, '18:00', undefined)
    expect(withType(begun, dinner)).toMatchObject({ typeId: dinner.id, requiresDutyWatch: true, startTime: '18:00', endTime: '22:00' })
    expect(withType({ ...begun, endTime: '20:00' }, dinner)).toMatchObject({ endTime: '20:00' })
    expect(withType(withType(begun, dinner), undefined)).toMatchObject({ typeId: '', endTime: '22:00' })
  })

  test('the end follows the beginning across midnight, until it is set otherwise', () => {
    const draft = withStart(withType(blank, dinner), '18:00', dinner)
    expect(draft.endTime).toBe('22:00')
    expect(withStart(draft, '21:30', dinner).endTime).toBe('01:30')
    expect(withStart({ ...draft, endTime: '23:00' }, '21:30', dinner).endTime).toBe('23:00')
    expect(withStart(draft, '21:3', dinner).endTime).toBe('22:00')
  })

  test.each([
    [{ title: ' ' }, 'title', 'needed'],
    [{ eventDate: '2026-02-30' }, 'eventDate', 'date'],
    [{ startTime: '25:00' }, 'startTime', 'time'],
    [{ endTime: '22:00' }, 'endTime', 'endAlone'],
    [{ startTime: '22:00', endTime: '22:00' }, 'endTime', 'endSame'],
    [{ startTime: '22:00', endTime: '01:00' }, 'endTime', undefined],
  ] as const)('%j: %s is %s', (fields, field, problem) => {
    const draft = { ...blank, title: 'X', ...fields }
    expect(problemOf(draft, field)).toBe(problem)
    expect(isGood(draft)).toBe(problem === undefined)
  })

  test('blanks are nothing', () => {
    expect(fieldsOf({ ...blank, title: ' Fête ' })).toMatchObject({ title: 'Fête', typeId: null, startTime: null, endTime: null, location: null, notes: null, requiresDutyWatch: false })
  })
})
