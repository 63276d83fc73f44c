import { describe, expect, test } from 'vitest'
import { byDivision, choose, countFlag, order, type AttendanceRecord, type Figure } from './attendance-list.ts'

const of = (attended: number, possible: number, flag: 'none' | 'warning' | 'critical' = 'none'): Figure => ({ status: 'calculated', attended, possible, percentage: Math.round((attended * 1000) / possible) / 10, flag })
const record = (name: string, rank: string, division: string | null, attendance: Figure, delta: number | null = null): AttendanceRecord => ({
  member: { id: name, serviceNumber: `V-${name}`, rank, rankOrder: 1, displayName: `${rank} ${name}`, division: division === null ? null : { code: division, name: `${division} division` }, memberType: 'class_a', isFullTime: false, joinedOn: null },
  attendance,
  trend: delta === null ? null : { direction: delta > 0 ? 'up' : 'down', delta },
  bmq: null,
})
const records = [
  record('Zebra', 'PO2', 'OPS', of(11, 12), 4),
  record('Éclair', 'S1', 'DECK', of(5, 12, 'critical'), -12),
  record('Roy', 'S3', 'OPS', { status: 'new', until: '2026-12-12' }),
  record('Few', 'S2', null, { status: 'insufficient_data', attended: 1, possible: 2 }),
  record('Late', 'S2', 'DECK', of(9, 12, 'warning')),
]
const collator = new Intl.Collator('fr-CA')
const names = (list: readonly AttendanceRecord[]): string[] => list.map(({ member }) => member.id)

describe('the list of attendance (4.19)', () => {
  test('sorts names without the rank, accents as the language has them', () => {
    expect(names(order(records, { column: 'name', descending: false }, collator))).toEqual(['Éclair', 'Few', 'Late', 'Roy', 'Zebra'])
  })
  test('who has no percentage or no trend stands last, whichever way the others stand', () => {
    expect(names(order(records, { column: 'figure', descending: false }, collator))).toEqual(['Éclair', 'Late', 'Zebra', 'Few', 'Roy'])
    expect(names(order(records, { column: 'figure', descending: true }, collator))).toEqual(['Zebra', 'Late', 'Éclair', 'Few', 'Roy'])
    expect(names(order(records, { column: 'trend', descending: true }, collator)).slice(0, 2)).toEqual(['Zebra', 'Éclair'])
  })
  test('finds without accents, by service number, by division and by flag', () => {
    const all = { find: '', division: null, flag: null } as const
    expect(names(choose(records, { ...all, find: 'eclair' }))).toEqual(['Éclair'])
    expect(names(choose(records, { ...all, find: 'v-few' }))).toEqual(['Few'])
    expect(names(choose(records, { ...all, division: '-' }))).toEqual(['Few'])
    expect(names(choose(records, { ...all, division: 'DECK', flag: 'warning' }))).toEqual(['Late'])
    expect(countFlag(records, 'critical')).toBe(1)
  })
  test('a division’s figure is of all nights asked of its people, new ones left out; those without a division last', () => {
    expect(byDivision(records)).toEqual([
      { code: 'DECK', name: 'DECK division', people: 2, percentage: 58.3 },
      { code: 'OPS', name: 'OPS division', people: 2, percentage: 91.7 },
      { code: '-', name: null, people: 1, percentage: 50 },
    ])
  })
})
