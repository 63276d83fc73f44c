import * as v from 'valibot'
import { expect, it } from 'vitest'
import { ReportSpec } from '../../../../shared/contract/reports.ts'
import { reportKinds } from '../../../../shared/domain/reports.ts'
import { draftOf, newDraft, quickSpan, specOf, type Draft } from './report-draft.ts'

const today = '2026-11-26'
const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const full: Draft = { ...newDraft(today), courseId: id, person: { id, displayName: 'S1 Côté, M' } }

it.each(reportKinds)('%s: what the form asks is what the contract takes', (kind) => {
  const asked = specOf(kind, full)
  expect(asked.ok && v.is(ReportSpec, asked.spec)).toBe(true)
})

it.each([
  specOf('training_nights', { ...full, period: 'custom', layout: 'specific_member', fullTime: 'yes', bmqBadge: 'no' }),
  specOf('presence', { ...full, layout: 'specific_division', division: '-' }),
  specOf('presence', { ...full, layout: 'specific_member' }),
  specOf('visitors', { ...full, visitType: 'contractor', visitedBy: ' Élévateurs Polaires ' }),
  specOf('roster', { ...full, division: 'OPS', sort: 'alphabetical' }),
  specOf('badges', { ...full, outstandingOnly: true }),
  specOf('duty_log', { ...full, date: '2026-11-01' }),
])('a preset comes back into the form as it was kept (screens.md P1-3)', (kept) => {
  if (!kept.ok) throw new Error(kept.missing)
  expect(specOf(kept.spec.kind, draftOf(kept.spec, '2027-02-01', full.person))).toEqual(kept)
})

it('says what is missing before it asks the core', () => {
  const missing = (kind: Parameters<typeof specOf>[0], changes: Partial<Draft>) => {
    const asked = specOf(kind, { ...newDraft(today), ...changes })
    return asked.ok ? null : asked.missing
  }
  expect(missing('bmq', {})).toBe('course')
  expect(missing('visitors', { from: '' })).toBe('dates')
  expect(missing('visitors', { from: '2026-12-01' })).toBe('order')
  expect(missing('training_nights', { from: '' })).toBeNull()
  expect(missing('training_nights', { layout: 'specific_member' })).toBe('person')
  expect(missing('presence', { layout: 'specific_division' })).toBe('division')
  expect(missing('presence', { layout: 'specific_member' })).toBe('person')
  // A layout that a report does not have is no reason to refuse it.
  expect(missing('bmq', { layout: 'specific_member', courseId: id })).toBeNull()
  expect(missing('duty_log', { date: '2026-02-30' })).toBe('date')
})

it('takes the spans that are asked for often from today', () => {
  expect(quickSpan('week', '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' })
  expect(quickSpan('month', '2026-03-03')).toEqual({ from: '2026-03-01', to: '2026-03-03' })
  expect(quickSpan('lastMonth', '2026-03-03')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
})
