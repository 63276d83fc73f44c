import { expect, test } from 'vitest'
import type { Entry } from '../../stores/muster.ts'
import { divisionsOf, figuresOf, linesOf, nearestOf, partOf, percentOf, type Line } from './parts.ts'

const entry = (lastName: string, more: Partial<Entry> = {}): Entry => ({
  id: lastName, list: 'inside', kind: 'member', personId: null, rank: 'S1', lastName, firstName: 'Test', displayName: lastName, division: null, organization: null, phone: null,
  host: null, pass: null, since: null, stationName: null, due: null, state: 'missing', marked: null, note: null, change: null, badgeWarning: null, ...more,
})
const ops = { id: 'o', code: 'OPS', name: 'Operations' } as unknown as NonNullable<Entry['division']>
const all = { text: '', division: null, leftOnly: false }
const said = (lines: readonly Line[]): string[] => lines.map((line) => (line.kind === 'head' ? `${line.part} ${line.count}` : line.entry.lastName))

test('who needs somebody stands first, then who is missing; late, unlisted and due have parts of their own (screens.md P0-7)', () => {
  const people = [entry('Aa', { state: 'safe' }), entry('Bb'), entry('Cc', { list: 'late' }), entry('Dd', { list: 'due' }), entry('Ee', { list: 'unlisted', state: 'safe' }), entry('Ff', { state: 'needs_assistance' })]
  expect(said(linesOf(people, all, null))).toEqual(['needs_assistance 1', 'Ff', 'missing 1', 'Bb', 'late 1', 'Cc', 'unlisted 1', 'Ee', 'due 1', 'Dd', 'accounted 1', 'Aa'])
})

test('while somebody taps no row moves from under the finger', () => {
  const before = [entry('Aa'), entry('Bb'), entry('Cc')]
  const held = new Map(before.map((one) => [one.id, partOf(one)]))
  const after = [entry('Aa', { state: 'safe' }), entry('Bb'), entry('Cc', { state: 'needs_assistance' })]
  expect(said(linesOf(after, all, held)).slice(1)).toEqual(['Aa', 'Bb', 'Cc'])
  expect(said(linesOf(after, all, null))).toEqual(['needs_assistance 1', 'Cc', 'missing 1', 'Bb', 'accounted 1', 'Aa'])
})

test('a search reads names without accents, the host, the company and the pass', () => {
  const people = [entry('Bélanger'), entry('Roy', { kind: 'visitor', organization: 'Polar Elevators', host: { displayName: 'PO1 Tremblay', phone: null }, pass: 'V-14' })]
  for (const [text, found] of [['belan', 'Bélanger'], ['polar', 'Roy'], ['tremb', 'Roy'], ['v-14', 'Roy']] as const) expect(said(linesOf(people, { ...all, text }, null)).slice(1)).toEqual([found])
  expect(linesOf(people, { ...all, text: 'nobody' }, null)).toEqual([])
})

test('what is left is who is missing or needs somebody, and not who is only due', () => {
  const people = [entry('Aa', { state: 'safe' }), entry('Bb'), entry('Cc', { state: 'needs_assistance' }), entry('Dd', { list: 'due' }), entry('Ee', { list: 'late' })]
  expect(said(linesOf(people, { ...all, leftOnly: true }, null)).filter((line) => line.length === 2)).toEqual(['Cc', 'Bb', 'Ee'])
})

test('those who are only due are not counted; essential and needing assistance are accounted for', () => {
  expect(figuresOf([entry('Aa', { state: 'essential' }), entry('Bb', { state: 'needs_assistance' }), entry('Cc'), entry('Dd', { list: 'due' })])).toEqual({ total: 3, accounted: 2, missing: 1, needsAssistance: 1, percent: 66 })
})

test('nobody reads 100 while somebody is missing', () => {
  expect(percentOf(500, 499)).toBe(99)
  expect(percentOf(500, 500)).toBe(100)
  expect(percentOf(0, 0)).toBe(100)
})

test('captains see their division and how many of it are left; guests come last', () => {
  const people = [entry('Aa'), entry('Bb', { division: ops, state: 'safe' }), entry('Cc', { division: ops }), entry('Dd', { list: 'due', division: ops })]
  expect(divisionsOf(people)).toEqual([{ code: 'OPS', name: 'Operations', total: 2, missing: 1 }, { code: '-', name: null, total: 1, missing: 1 }])
  expect(said(linesOf(people, { ...all, division: 'OPS' }, null))).toEqual(['missing 1', 'Cc', 'due 1', 'Dd', 'accounted 1', 'Bb'])
})

test('Enter marks whose own name was typed, not their visitor, and who is missing before who is found', () => {
  const host = { displayName: 'PO1 Tremblay', phone: null }
  const people = [entry('Roy', { kind: 'visitor', host }), entry('Tremblay-Found', { state: 'safe' }), entry('Tremblay-Lost')]
  const lines = linesOf(people, { ...all, text: 'trem' }, null)
  expect(said(lines)).toEqual(['missing 2', 'Tremblay-Lost', 'Roy', 'accounted 1', 'Tremblay-Found'])
  expect(nearestOf(lines, 'trem')).toBe('Tremblay-Lost')
  expect(nearestOf(lines, ' ')).toBeNull()
})
