import { describe, expect, test } from 'vitest'
import { isNews, warningOf, type Digest } from './turnover-rules.ts'

const at = (time: string): number => Date.parse(`2026-11-26T${time}:00Z`)
const evening = { now: at('08:00'), nextResetAt: '2026-11-26T09:00:00.000Z', quietUntil: 0, inside: 3, isOpen: true }

describe('the warning before the day turns over (screens.md W-24)', () => {
  test('from an hour before, not a minute earlier, and past the instant itself while it is being done', () => {
    expect(warningOf({ ...evening, now: at('07:59') })).toBeNull()
    expect(warningOf(evening)).toBe('people')
    expect(warningOf({ ...evening, now: at('09:01') })).toBe('people')
  })

  test('nobody inside: only an open building is worth it, and a secured one is not', () => {
    expect(warningOf({ ...evening, inside: 0 })).toBe('open')
    expect(warningOf({ ...evening, inside: 0, isOpen: false })).toBeNull()
  })

  test('put off, it is quiet until then, and no longer', () => {
    expect(warningOf({ ...evening, quietUntil: at('08:15') })).toBeNull()
    expect(warningOf({ ...evening, now: at('08:15'), quietUntil: at('08:15') })).toBe('people')
  })
})

describe('the morning', () => {
  const reset = { date: '2026-11-25', dueAt: '2026-11-26T09:00:00.000Z', doneAt: '2026-11-26T09:00:01.000Z', closedOut: 0, notSecured: null, sessionsEnded: 1 }
  const digest = (of: Partial<typeof reset> | null): Digest => ({ date: '2026-11-26', reset: of === null ? null : ({ ...reset, ...of } as Digest['reset']), missed: [], visitors: [], attendees: [], openAlerts: { critical: 0, warning: 0, info: 0 } })

  test('is news when somebody was signed out or the building stood open, until somebody has read it', () => {
    expect(isNews(digest({ closedOut: 2 }), null)).toBe(true)
    expect(isNews({ ...digest({}), reset: { ...reset, notSecured: 'PO2 Day, T' } }, '2026-11-25')).toBe(true)
    expect(isNews(digest({ closedOut: 2 }), '2026-11-26')).toBe(false)
  })

  test('a quiet night, or a day that began with nothing, is none', () => {
    expect(isNews(digest({}), null)).toBe(false)
    expect(isNews(digest(null), null)).toBe(false)
  })
})
