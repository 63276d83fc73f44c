import { beforeEach, expect, test, vi } from 'vitest'
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import { createFakeClock } from '../kit/clock.ts'
import { createHub } from '../kit/hub.ts'
import { silentLog } from '../kit/log.ts'
import { startBackups } from './backups.ts'

const minute = 60_000
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

let secured: boolean
let clock: ReturnType<typeof createFakeClock>
let hub: ReturnType<typeof createHub<SentinelEvents>>
let done: string[]
let stop: () => Promise<void>
beforeEach(async () => {
  secured = false
  clock = createFakeClock('2026-11-24T18:00:00.000Z')
  hub = createHub<SentinelEvents>(silentLog)
  done = []
  const note = (what: string) => vi.fn<() => Promise<void>>(async () => void done.push(what))
  stop = startBackups({ jobs: { backUp: note('due'), backUpSecured: note('secured') }, backups: { look: note('look') }, clock, hub, isSecured: async () => secured })
  await settled()
})
const pass = async (ms: number): Promise<void> => {
  clock.advance(ms)
  await settled()
}

test('looked at five minutes after the start and every quarter of an hour, and the light each time after it', async () => {
  await pass(4 * minute)
  expect(done).toEqual([])
  await pass(minute)
  expect(done).toEqual(['due', 'look'])
  await pass(15 * minute)
  expect(done).toEqual(['due', 'look', 'due', 'look'])
  await stop()
  await pass(60 * minute)
  expect(done).toHaveLength(4)
})

test('a minute after the building is secured, once; a handover of lockup is no reason', async () => {
  hub.emit('lockup.changed', {})
  await settled()
  await pass(2 * minute)
  expect(done).toEqual([])
  secured = true
  hub.emit('lockup.changed', {})
  await settled()
  hub.emit('lockup.changed', {})
  await settled()
  await pass(minute)
  expect(done).toEqual(['secured'])
  await stop()
})

test('a desk that begins secured makes none for it', async () => {
  await stop()
  secured = true
  done = []
  stop = startBackups({ jobs: { backUp: async () => {}, backUpSecured: async () => void done.push('secured') }, backups: { look: async () => {} }, clock, hub, isSecured: async () => secured })
  await settled()
  hub.emit('lockup.changed', {})
  await settled()
  await pass(2 * minute)
  expect(done).toEqual([])
  await stop()
})
