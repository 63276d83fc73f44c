import { expect, test } from 'vitest'
import { createFakeClock } from '../core/kit/clock.ts'
import { createLog, type LogFields } from '../core/kit/log.ts'
import { createQuit } from './quit.ts'

function rig(close: (onPhase: (phase: string) => void) => Promise<void>) {
  const lines: [string, LogFields][] = []
  const codes: number[] = []
  const clock = createFakeClock('2026-11-23T18:00:00Z')
  const quit = createQuit({ close, clock, exit: (code) => codes.push(code), log: createLog((_level, event, fields) => lines.push([event, fields])) })
  return { quit, lines, codes, clock }
}

test('closes once, however often it is asked, and ends well', async () => {
  let closed = 0
  const { quit, codes, lines } = rig(async (onPhase) => {
    closed += 1
    onPhase('readers')
  })
  expect(quit.begun).toBe(false)
  const first = quit.begin('window')
  expect(quit.begun).toBe(true)
  expect(quit.begin('signal')).toBe(first)
  await first
  expect(closed).toBe(1)
  expect(codes).toEqual([0])
  expect(lines.map(([event]) => event)).toEqual(['quit.began', 'quit.phase', 'quit.done'])
})

test('closing asks to quit again, as the last window does: still once', async () => {
  let asked: Promise<void> | undefined
  let closed = 0
  const { quit, codes } = rig(async () => {
    closed += 1
    asked = quit.begin('windows closed')
  })
  const first = quit.begin('not opened')
  await first
  expect(asked).toBe(first)
  expect([closed, codes]).toEqual([1, [0]])
})

test('a phase that never ends is named, and the program ends all the same', async () => {
  const { quit, codes, lines, clock } = rig((onPhase) => {
    onPhase('database')
    return new Promise(() => {})
  })
  void quit.begin('window')
  await Promise.resolve()
  clock.advance(9_999)
  expect(codes).toEqual([])
  clock.advance(1)
  expect(codes).toEqual([1])
  expect(lines.at(-1)).toEqual(['quit.stuck', { phase: 'database', afterMs: 10_000 }])
})

test('a phase that fails is named, and the program ends as failed, once', async () => {
  const { quit, codes, lines, clock } = rig(async (onPhase) => {
    onPhase('database')
    throw new Error('disk gone')
  })
  await quit.begin('window')
  clock.advance(20_000)
  expect(codes).toEqual([1])
  expect(lines.at(-1)?.[1]).toMatchObject({ phase: 'database', message: 'disk gone' })
})
