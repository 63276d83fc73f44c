import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRefresher, type Fetch } from './refresher.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst of a hundred asks is two fetches, and the second sees what came during the first', async () => {
  const fetch = vi.fn<Fetch>(async () => () => {})
  const refresh = createRefresher(fetch)
  for (let ask = 0; ask < 100; ask += 1) refresh()
  await vi.advanceTimersByTimeAsync(0)
  expect(fetch).toHaveBeenCalledTimes(2)
})

test('an answer of the wrong shape does not end the asking', async () => {
  const seen: string[] = []
  const outcomes: boolean[] = []
  const fetch = vi.fn<Fetch>(async () => () => void seen.push('list'))
  fetch.mockRejectedValueOnce(new Error('Expected "revision"'))
  createRefresher(fetch, { retryMs: 3000, onOutcome: (succeeded) => void outcomes.push(succeeded) })()
  await vi.advanceTimersByTimeAsync(2999)
  expect([seen, outcomes]).toEqual([[], [false]])
  await vi.advanceTimersByTimeAsync(1)
  expect([seen, outcomes]).toEqual([['list'], [false, true]])
})

test('a refused call is tried again, and sooner when something happened', async () => {
  const fetch = vi.fn<Fetch>(async () => undefined)
  const refresh = createRefresher(fetch, { retryMs: 3000 })
  refresh()
  await vi.advanceTimersByTimeAsync(100)
  refresh()
  await vi.advanceTimersByTimeAsync(0)
  expect(fetch).toHaveBeenCalledTimes(2)
})

test('an answer that never comes is given up, and one that comes too late is not shown over a newer one', async () => {
  const seen: string[] = []
  let answerLate = (_apply: () => void): void => {}
  const fetch = vi
    .fn<() => Promise<() => void>>()
    .mockImplementationOnce(() => new Promise((resolve) => (answerLate = resolve)))
    .mockImplementation(async () => () => void seen.push('new'))
  createRefresher(fetch, { limitMs: 15_000, retryMs: 3000 })()
  await vi.advanceTimersByTimeAsync(18_000)
  answerLate(() => void seen.push('old'))
  await vi.advanceTimersByTimeAsync(0)
  expect(seen).toEqual(['new'])
})
