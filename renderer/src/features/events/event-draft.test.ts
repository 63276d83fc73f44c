import { expect, test } from 'vitest'
import { draftOf, faultOf, isGood, suggestCode, toFields, withCode, withName, withStart } from './event-draft.ts'

const empty = draftOf(null, '2026-11-25')

test('a code is suggested of whole words of the name, without accents, and follows it until somebody types one (domain.md 4.9)', () => {
  expect(suggestCode('Board of Inquiry, Québec')).toBe('BOARD-OF-INQUIRY')
  expect(suggestCode('Inspection de l’unité 2026')).toBe('INSPECTION-DE-LUNITE')
  expect(suggestCode('Antidisestablishmentarianism')).toBe('ANTIDISESTABLISHMENT')
  expect(suggestCode('  ')).toBe('')
  const named = withName(empty, 'PLQ 7')
  expect(named.code).toBe('PLQ-7')
  expect(withName(withCode(named, 'PLQ'), 'PLQ 8').code).toBe('PLQ')
  expect(withName(withCode(named, ''), 'PLQ 8').code).toBe('PLQ-8')
})

test('what is missing or wrong is said by its field, as the core would refuse it', () => {
  expect((['name', 'code', 'startDate', 'endDate'] as const).map((field) => faultOf(empty, field))).toEqual(['name', 'code', undefined, undefined])
  const good = withName(empty, 'Course')
  expect(isGood(good)).toBe(true)
  expect(faultOf({ ...good, code: 'two words' }, 'code')).toBe('code')
  expect(faultOf({ ...good, startDate: '2026-02-30' }, 'startDate')).toBe('date')
  expect(faultOf({ ...good, endDate: '2026-11-24' }, 'endDate')).toBe('endFirst')
})

test('the last day is never left before the first one by whoever moves the first', () => {
  expect(withStart(empty, '2026-12-01').endDate).toBe('2026-12-01')
  expect(withStart({ ...empty, endDate: '2026-12-24' }, '2026-12-01').endDate).toBe('2026-12-24')
  expect(withStart(empty, '2026-12').endDate).toBe('2026-11-25')
})

test('blanks are nothing on the wire', () => {
  expect(toFields({ ...withName(empty, ' Course '), description: '  ', roles: ['Assessor'] })).toEqual({ name: 'Course', code: 'COURSE', startDate: '2026-11-25', endDate: '2026-11-25', description: null, roles: ['Assessor'], autoExpireBadges: true })
})
