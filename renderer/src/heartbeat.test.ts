import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startHeartbeat } from './heartbeat.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

test('a core that hangs is said to be lost since it last answered, and is asked only once meanwhile', async () => {
  const beats: [boolean, number][] = []
  let answer = (_alive: boolean): void => {}
  const ping = vi
    .fn<() => Promise<boolean>>()
    .mockImplementationOnce(async () => true)
    .mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    .mockImplementation(async () => true)
  const stop = startHeartbeat({ ping, onBeat: (alive, heardAt) => void beats.push([alive, heardAt]), everyMs: 5000, limitMs: 8000 })
  await vi.advanceTimersByTimeAsync(29_000)
  expect(beats).toEqual([
    [true, 5000],
    [false, 5000],
  ])
  expect(ping).toHaveBeenCalledTimes(2)
  answer(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(beats.at(-1)).toEqual([true, 29_000])
  stop()
})

test('a core that cannot be reached is said at once', async () => {
  const onBeat = vi.fn<(alive: boolean, heardAt: number) => void>()
  const stop = startHeartbeat({ ping: () => Promise.reject(new Error('gone')), onBeat })
  await vi.advanceTimersByTimeAsync(5000)
  expect(onBeat).toHaveBeenCalledExactlyOnceWith(false, 0)
  stop()
})

test('a device that slept says so when it wakes, before anything answers; seen again, it asks at once', async () => {
  const beats: [boolean, number][] = []
  const answers: (() => void)[] = []
  let wake = (): void => {}
  const stop = startHeartbeat({ ping: () => new Promise((resolve) => answers.push(() => resolve(true))), onBeat: (alive, heardAt) => void beats.push([alive, heardAt]), everyMs: 5000, limitMs: 8000, onWake: (beat) => (wake = beat) })
  vi.setSystemTime(600_000)
  wake()
  expect(beats).toEqual([[false, 0]])
  answers[0]?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(beats).toEqual([
    [false, 0],
    [true, 600_000],
  ])
  stop()
})
