import { expect, test } from 'vitest'
import { whenAt } from '../../ui/when.ts'
import { entriesOf, kinds, needsReason, proposedKind, wantedOf, type ManualDraft } from './manual-draft.ts'

const zone = 'America/Winnipeg'
const draft: ManualDraft = { kind: 'in', isNow: true, from: whenAt('2026-11-24T14:00:00.000Z', zone), to: whenAt('2026-11-24T18:00:00.000Z', zone), reason: '' }

test('whoever is inside is offered the way out, everyone else the way in (screens.md P0-4)', () => {
  expect([proposedKind(true), proposedKind(false)]).toEqual(['out', 'in'])
})

test('one end now has no time of its own: the core’s clock says when', () => {
  expect(entriesOf(draft, zone)).toEqual({ ok: true, entries: [{ direction: 'in', at: null }] })
  expect(entriesOf({ ...draft, kind: 'out' }, zone)).toEqual({ ok: true, entries: [{ direction: 'out', at: null }] })
  expect(wantedOf([{ direction: 'in', at: null }], Date.UTC(2026, 10, 24))).toEqual([{ direction: 'in', at: '2026-11-24T00:00:00.000Z' }])
})

test('a stay is in and out, an absence out and in, in the order of time (domain.md 4.2 ▶)', () => {
  expect(entriesOf({ ...draft, kind: 'stay' }, zone)).toEqual({ ok: true, entries: [{ direction: 'in', at: '2026-11-24T14:00:00.000Z' }, { direction: 'out', at: '2026-11-24T18:00:00.000Z' }] })
  expect(entriesOf({ ...draft, kind: 'away' }, zone)).toMatchObject({ entries: [{ direction: 'out' }, { direction: 'in' }] })
  expect(entriesOf({ ...draft, kind: 'stay', to: draft.from }, zone)).toEqual({ ok: false, problem: 'order' })
  expect(entriesOf({ ...draft, isNow: false, from: { ...draft.from, time: '25' } }, zone)).toEqual({ ok: false, problem: 'when' })
})

test('only a sign-in now needs no reason, as in the core', () => {
  expect(kinds.filter((kind) => !needsReason({ kind, isNow: true }))).toEqual(['in'])
  expect(needsReason({ kind: 'in', isNow: false })).toBe(true)
})
