import { expect, test } from 'vitest'
import * as v from 'valibot'
import { DutyPage } from '../../../../../shared/contract/duty-log.ts'
import { french, moved, newBlock, newTask, replaced, without } from './draft.ts'

test('what is added can be stored once it has words, and no two have one key', () => {
  const tasks = [{ ...newTask(), text: 'Boiler room' }, { ...newTask(), text: 'Boat shed' }]
  const page = { responsibilities: [], checklist: [{ ...newBlock(), heading: 'Night', tasks }], contacts: [], phoneProtocol: { text: '' }, callScenarios: [], notes: { text: '' } }
  expect(v.safeParse(DutyPage, page).success).toBe(true)
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(2)
})

test('items move one place, and stay where the list ends', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

test('one is replaced or taken away; the others stay', () => {
  expect(replaced(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
  expect(without(['a', 'b'], 0)).toEqual(['b'])
})

test('blank French is none', () => {
  expect([french(''), french('Ronde')]).toEqual([null, 'Ronde'])
})
