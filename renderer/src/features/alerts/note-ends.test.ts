import { expect, test } from 'vitest'
import { endOfNote } from './note-ends.ts'

const unit = { zone: 'America/Winnipeg', rollover: '03:00' }

test('a note for today is shown until the operational day ends, also when it is left after midnight (domain.md 4.11 ▶)', () => {
  expect(endOfNote('today', new Date('2026-07-15T18:00:00Z'), unit)).toBe('2026-07-16T08:00:00.000Z')
  expect(endOfNote('today', new Date('2026-07-16T06:00:00Z'), unit)).toBe('2026-07-16T08:00:00.000Z')
})

test('a week and a month end with a day too; without an end it stays until it is taken back', () => {
  expect(endOfNote('week', new Date('2026-07-15T18:00:00Z'), unit)).toBe('2026-07-23T08:00:00.000Z')
  expect(endOfNote('month', new Date('2026-07-15T18:00:00Z'), unit)).toBe('2026-08-15T08:00:00.000Z')
  expect(endOfNote('open', new Date('2026-07-15T18:00:00Z'), unit)).toBeNull()
})
