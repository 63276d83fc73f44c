import { describe, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { LogEntry } from '../../stores/duty-log.ts'
import { degreesOf, draftOf, emptyDraft, faultsOf, toEntry } from './entry-draft.ts'

const call = { ...emptyDraft('phone_call'), text: 'Late tonight', caller: ' S1 Deck, D ', callback: '', place: 'not asked', degrees: '4' }

describe('what is written into the log', () => {
  test('only what its kind has is sent, and blanks are not', () => {
    expect(toEntry(call, '2026-11-25', defaultUnitTime)).toEqual({ kind: 'phone_call', at: null, text: 'Late tonight', details: { caller: 'S1 Deck, D', category: 'other' } })
    expect(toEntry({ ...call, kind: 'temperature' }, '2026-11-25', defaultUnitTime).details).toEqual({ place: 'not asked', degrees: 4 })
    expect(toEntry({ ...call, kind: 'note' }, '2026-11-25', defaultUnitTime).details).toEqual({})
  })

  test('a time of the day is on the unit’s clock; after midnight it still belongs to the day that ends at 03:00', () => {
    const at = (typed: string) => toEntry({ ...call, at: typed }, '2026-11-25', defaultUnitTime).at
    expect(at('1430')).toBe('2026-11-25T20:30:00.000Z')
    expect(at('1:15')).toBe('2026-11-26T07:15:00.000Z')
  })

  test('what is missing is named, in the order of the fields', () => {
    expect(faultsOf(emptyDraft('phone_call'))).toEqual(['caller', 'text'])
    expect(faultsOf({ ...emptyDraft('temperature'), at: '25:00', degrees: 'warm' })).toEqual(['at', 'degrees', 'text'])
    expect(faultsOf(call)).toEqual([])
  })

  test.each([['4', 4], ['-18,5', -18.5], ['−3', -3], [' 21.4 ', 21.4]])('%j is %d degrees', (typed, degrees) => {
    expect(degreesOf(typed)).toBe(degrees)
  })
  test.each(['', 'warm', '101', '-61', '1e9'])('%j is no temperature', (typed) => {
    expect(degreesOf(typed)).toBeNaN()
  })

  test('a correction begins with what stands there', () => {
    const entry = { kind: 'temperature', text: 'Fridge', details: { degrees: 4, place: 'Galley' } } as unknown as LogEntry
    expect(toEntry(draftOf(entry), '2026-11-25', defaultUnitTime)).toEqual({ kind: 'temperature', at: null, text: 'Fridge', details: { place: 'Galley', degrees: 4 } })
  })
})
