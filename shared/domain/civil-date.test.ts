import { expect, test } from 'vitest'
import { civilDateOf, isCivilDate, isSearchDate } from './civil-date.ts'

test.each(['2026-11-23', '2028-02-29', '1900-01-01'])('%s is a day', (text) => expect(isCivilDate(text)).toBe(true))
test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '0000-01-01', '9999-01-01', '2026-1-1', '', 'today'])('%j is none', (text) => expect(isCivilDate(text)).toBe(false))
test('numbers become the ISO form', () => expect(civilDateOf(2026, 3, 4)).toBe('2026-03-04'))
test('what is no number is no date', () => expect(civilDateOf(Number.NaN, 1, 1)).toBeUndefined())

test.each(['2026-11-23', '2028-02-29', '0002-11-24', '9998-12-31'])('up to %s can be searched, while a year is being typed too', (text) => expect(isSearchDate(text)).toBe(true))
test.each(['2026-02-30', '0000-01-01', '0001-01-01', '9999-12-31', '2026-13-01', '2026-1-1', ''])('%j is no day to search by: the day beside it cannot be written, or it is none', (text) => expect(isSearchDate(text)).toBe(false))
