import { expect, test } from 'vitest'
import { draftOf, isGood, problemOf } from './course-draft.ts'

const whole = { ...draftOf(null), name: 'BMQ 2601', startDate: '2026-09-12', endDate: '2027-03-28' }

test('a whole course is good; an empty one is not', () => {
  expect(isGood(whole)).toBe(true)
  expect(isGood(draftOf(null))).toBe(false)
})
test.each([
  ['name', { name: '  ' }, 'name'],
  ['startDate', { startDate: '2026-02-30' }, 'date'],
  ['endDate', { endDate: '2026-09-12' }, 'order'],
  ['trainingDays', { trainingDays: [] }, 'weekdays'],
  ['startTime', { startTime: '8' }, 'time'],
  ['endTime', { endTime: '08:00' }, 'hours'],
] as const)('%s: %j', (field, change, problem) => {
  const draft = { ...whole, ...change, trainingDays: [...('trainingDays' in change ? change.trainingDays : whole.trainingDays)] }
  expect(problemOf(draft, field)).toBe(problem)
  expect(isGood(draft)).toBe(false)
})
