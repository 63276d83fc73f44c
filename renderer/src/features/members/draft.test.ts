import { describe, expect, test } from 'vitest'
import { changesOf, emptyDraft, isGood, problemOf } from './draft.ts'

const whole = { ...emptyDraft('nominal_roll'), serviceNumber: 'V 100 001', lastName: 'Roy', firstName: 'Ann', rank: 'S1', division: 'OPS' }

describe('a member being filled in', () => {
  test.each([
    ['serviceNumber', 'V1', 'number'],
    ['serviceNumber', '', 'needed'],
    ['lastName', '  ', 'needed'],
    ['division', '', 'needed'],
    ['email', 'ann', 'email'],
    ['contractEnd', 'tomorrow', 'date'],
    ['joinedOn', 'long ago', 'date'],
  ] as const)('%s %j: %s', (field, value, problem) => {
    expect(problemOf({ ...whole, [field]: value }, field, 'nominal_roll')).toBe(problem)
    expect(isGood({ ...whole, [field]: value }, 'nominal_roll')).toBe(false)
  })
  test('is good when whole, with spaces in the number; a civilian needs neither number nor division', () => {
    expect(isGood(whole, 'nominal_roll')).toBe(true)
    expect(isGood({ ...emptyDraft('civilian_manual'), lastName: 'Fox', firstName: 'Al' }, 'civilian_manual')).toBe(true)
  })
  test('a contract cannot end before it begins', () => {
    expect(problemOf({ ...whole, contractStart: '2026-09-01', contractEnd: '2026-08-31' }, 'contractEnd', 'nominal_roll')).toBe('dates')
  })
  test('since when somebody is on the roll is theirs to be told, or to be left open (4.19)', () => {
    expect(changesOf({ ...whole, joinedOn: '2026-11-20' }, { ...whole, joinedOn: '2020-09-01' })).toEqual({ joinedOn: '2020-09-01' })
    expect(changesOf({ ...whole, joinedOn: '2026-11-20' }, { ...whole, joinedOn: '' })).toEqual({ joinedOn: null })
  })
  test('only what differs is sent, and a blank takes a value away', () => {
    expect(changesOf({ ...whole, mess: 'Wardroom', moc: '00105' }, { ...whole, mess: ' ', moc: '00105', lastName: ' Roy-Smith ' })).toEqual({ mess: null, lastName: 'Roy-Smith' })
  })
})
