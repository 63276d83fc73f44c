import { expect, test } from 'vitest'
import { isHeard, type Alert } from './alerts.ts'

const alert = (id: string, more: Partial<Alert> = {}): Alert => ({ id, seq: 1, type: 'badge_unknown', severity: 'warning', status: 'active', count: 1, firstAt: '', lastAt: '', person: null, stationName: null, facts: {}, acknowledged: null, resolvedAt: null, ...more })

test('what comes, comes again or becomes critical is heard; what stands, goes or is only a note is not', () => {
  expect(isHeard(null, [alert('a')])).toBe(true)
  expect(isHeard([], [alert('a')])).toBe(true)
  expect(isHeard([alert('a')], [alert('a')])).toBe(false)
  expect(isHeard([alert('a')], [alert('a', { count: 2 })])).toBe(true)
  expect(isHeard([alert('a')], [alert('a', { severity: 'critical' })])).toBe(true)
  expect(isHeard([alert('a', { severity: 'critical' })], [alert('a')])).toBe(false)
  expect(isHeard([alert('a'), alert('b')], [alert('a')])).toBe(false)
  expect(isHeard([], [alert('a', { severity: 'info' })])).toBe(false)
})
