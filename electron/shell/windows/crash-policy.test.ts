import { expect, test } from 'vitest'
import { createCrashPolicy } from './crash-policy.ts'

test('two crashes in a minute are reloaded, the third is not', () => {
  const policy = createCrashPolicy()
  expect([0, 10_000, 59_999].map((at) => policy.crashed(at))).toEqual(['reload', 'reload', 'give-up'])
})

test('a crash an hour is reloaded for ever', () => {
  const policy = createCrashPolicy()
  for (let hour = 0; hour < 50; hour += 1) expect(policy.crashed(hour * 3_600_000)).toBe('reload')
  expect([60_000, 120_000].map((at) => policy.crashed(50 * 3_600_000 + at))).toEqual(['reload', 'reload'])
})

test('a person who tries again gets a fresh start', () => {
  const policy = createCrashPolicy()
  for (const at of [0, 1, 2]) policy.crashed(at)
  policy.reset()
  expect(policy.crashed(3)).toBe('reload')
})
