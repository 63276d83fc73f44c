import { expect, test } from 'vitest'
import { marksOf, stepsOf, type Movement } from './movement-words.ts'
import { at, by, move } from './testing/movements.ts'

test('marks say what is unusual, each once', () => {
  const marks = (more: Partial<Movement>) => marksOf(move('a', 'in', 8, more)).map(({ word }) => word)
  expect(marks({})).toEqual([])
  expect(marks({ voided: true, ended: { kind: 'edit', ...by } })).toEqual(['replaced'])
  expect(marks({ voided: true, ended: { kind: 'delete', ...by } })).toEqual(['delete'])
  expect(marks({ voided: true, ended: { kind: 'undo', ...by }, flagged: true, flagReason: 'undone' })).toEqual(['undo'])
  expect(marks({ flagged: true, flagReason: 'clock_set_back' })).toEqual(['clock_set_back'])
  expect(marksOf(move('a', 'in', 8, { flagged: true, flagReason: 'A note' }))).toEqual([{ word: 'flagged', tone: 'attention', detail: 'A note' }])
})

test('the life of a movement reads from its first record to how it ended (screens.md W-9: history shows both)', () => {
  const chain = [move('a', 'in', 8, { voided: true, ended: { kind: 'edit', ...by } }), move('b', 'in', 7, { method: 'override', entered: { kind: 'edit', ...by, original: null }, voided: true, ended: { kind: 'delete', ...by, reason: 'never here' } })]
  expect(stepsOf(chain)).toMatchObject([
    { kind: 'recorded', by: null, move: { at: at(8) } },
    { kind: 'edit', by: { name: 'PO1 Boss, A', reason: 'phoned in' }, move: { at: at(7) } },
    { kind: 'delete', by: { reason: 'never here' }, move: null },
  ])
  expect(stepsOf([move('c', 'in', 8, { entered: { kind: 'add', ...by, original: null } })])).toMatchObject([{ kind: 'add', by: { name: 'PO1 Boss, A' } }])
})
