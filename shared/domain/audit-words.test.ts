import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditCodes, auditFields } from './audit-fields.ts'
import { changesOf, factsOf, sayValue, wordsOfField, type Saying } from './audit-words.ts'

const english: Saying = { language: 'en', say: (kind, value) => `${kind} ${value}` }
const french: Saying = { ...english, language: 'fr' }

describe('what changed', () => {
  test('field by field, in the order of their words; what reads the same did not change, empty is empty', () => {
    expect(changesOf({ name: 'x', before: { status: 'active', rank: 'S2', mess: null, email: 'a@b.ca' }, after: { status: 'active', rank: 'S1', mess: '', email: null } })).toEqual([
      { field: 'rank', before: 'S2', after: 'S1' },
      { field: 'email', before: 'a@b.ca', after: null },
    ])
  })
  test('of a document only what differs, with where it stands', () => {
    const hours = { regularWeekdayStart: '08:00', regularWeekdayEnd: '16:00' }
    const changes = changesOf({ before: { workingHours: hours, operational: { dayRolloverTime: '03:00' } }, after: { workingHours: { ...hours, regularWeekdayEnd: '15:30' }, operational: { dayRolloverTime: '03:00' } } })
    expect(changes).toEqual([{ field: 'workingHours.regularWeekdayEnd', before: '16:00', after: '15:30' }])
    expect(wordsOfField('workingHours.regularWeekdayEnd')).toEqual({ en: 'Working hours › to', fr: 'Heures de travail › à' })
    expect(sayValue('member.status', 'active', 'member', english)).toBe('memberStatus active')
  })
  test('of what was added there is no before, of what is gone no after', () => {
    expect(changesOf({ after: { code: 'x', name: 'X' } })).toEqual([{ field: 'code', before: undefined, after: 'x' }, { field: 'name', before: undefined, after: 'X' }])
    expect(changesOf({ before: { code: 'x' } })).toEqual([{ field: 'code', before: 'x', after: undefined }])
  })
  test('a list is an order, a word is a state', () => {
    expect(changesOf({ before: ['A', 'B'], after: ['B', 'A'] })).toEqual([{ field: 'order', before: ['A', 'B'], after: ['B', 'A'] }])
    expect(changesOf({ before: 'assigned', after: 'released' })).toEqual([{ field: 'status', before: 'assigned', after: 'released' }])
    expect(changesOf(null)).toEqual([])
  })
})

test('what else there is to know: without keys of rows, and without what was left empty', () => {
  expect(factsOf({ stationId: 'desk', reader: 'Front' }, 'desk')).toEqual([{ field: 'reader', value: 'Front' }])
  expect(factsOf({ name: 'S1 Roy, A', memberId: 'uuid', before: {}, reason: 'lost', returned: false, note: '', filters: {}, excludedRows: [], rows: 0 })).toEqual([{ field: 'returned', value: false }, { field: 'reason', value: 'lost' }, { field: 'rows', value: 0 }])
})

describe('a value in words', () => {
  test.each([
    ['direction', 'in', 'member', 'In', 'Entrée'],
    ['returned', true, 'badge', 'Yes', 'Oui'],
    ['reason', 'lost', 'badge', 'lost', 'perdu'],
    ['reason', 'He forgot it', 'badge', 'He forgot it', 'He forgot it'],
    ['status', 'lost', 'badge', 'badgeStatus lost', 'badgeStatus lost'],
    ['status', 'active', 'member', 'memberStatus active', 'memberStatus active'],
    ['status', 'draft', 'schedule', 'draft', 'draft'],
    ['contractEnd', '2027-03-31', 'member', 'date 2027-03-31', 'date 2027-03-31'],
    ['excludedRows', [2, 5], 'roll', '2, 5', '2, 5'],
    ['mess', null, 'member', '–', '–'],
    ['unit', { name: 'HMCS Test', rollover: '03:00' }, 'account', 'HMCS Test; Day turns over at: 03:00', 'HMCS Test; La journée change à\u00a0: 03:00'],
    ['constructor', 'x', 'member', 'x', 'x'],
  ])('%s %j of a %s', (field, value, entityType, en, fr) => {
    expect(sayValue(field, value, entityType, english)).toBe(en)
    expect(sayValue(field, value, entityType, french)).toBe(fr)
  })

  test('is never JSON, whatever was written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const said = sayValue('facts', value, 'alert', english)
        expect(said).not.toBe('')
        expect(said).not.toContain('[object')
      }),
    )
  })
})

test('a field without words of its own is spelled out', () => {
  expect(wordsOfField('lastSignInAt')).toEqual({ en: 'Last sign in at', fr: 'Last sign in at' })
  expect(wordsOfField('constructor')).toEqual({ en: 'Constructor', fr: 'Constructor' })
})

test('every word is there in both languages, and French stays French', () => {
  const words = [...Object.values(auditFields), ...Object.values(auditCodes).flatMap((codes) => Object.values(codes))]
  expect(words.length).toBeGreaterThan(80)
  for (const { en, fr } of words) {
    expect(en.trim()).not.toBe('')
    expect(fr.trim()).not.toBe('')
  }
})
