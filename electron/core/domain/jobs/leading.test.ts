/** Several stations of one record: what is done once for all of them, and what each does for itself (decision 026). */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobRun, missedCheckout } from '../../db/schema/index.ts'
import { silentLog } from '../../kit/log.ts'
import { createJobsService } from './service.ts'
import { createJobsDesk, type JobsDesk } from './testing/jobs-desk.ts'

let desk: JobsDesk
beforeEach(async () => {
  desk = await createJobsDesk()
})
afterEach(() => desk.close())

function station({ leads = () => true, cleared = [] }: { leads?: () => boolean; cleared?: Date[] } = {}) {
  const { database, clock, hub, unitTime } = desk
  return createJobsService({ database, clock, hub, log: silentLog, unitTime, leads, clearFiles: async (before) => void cleared.push(before) })
}
const resets = () => desk.database.read((tx) => tx.select({ key: jobRun.key, job: jobRun.job }).from(jobRun))
const rollover = '2026-11-25T09:00:01.000Z'
const passTo = (instant: string): void => desk.clock.advance(new Date(instant).getTime() - desk.clock.now().getTime())

test('a station that does not lead turns no day, keeps no watch and disposes of nothing; when it comes to lead it does', async () => {
  const before = await resets()
  let isLeader = false
  const jobs = station({ leads: () => isLeader })
  passTo(rollover)
  await jobs.tick()
  expect(await resets()).toEqual(before)
  isLeader = true
  await jobs.tick()
  expect(await resets()).toHaveLength(before.length + 2)
})

test('two that both take themselves for the leader do each thing once', async () => {
  const somebody = await desk.enlist('Forgetful')
  await desk.arrive(somebody)
  const before = await resets()
  passTo(rollover)
  await Promise.all([station().tick(), station().tick(), station().tick()])
  const done = (await resets()).slice(before.length)
  expect(done.map(({ job, key }) => `${job} ${key}`).toSorted()).toEqual(['daily_reset 2026-11-24', 'retention 2026-11-25'])
  expect(await desk.database.read((tx) => tx.select().from(missedCheckout))).toHaveLength(1)
  expect((await desk.active()).filter((alert) => alert.startsWith('missed_checkout'))).toHaveLength(1)
})

test('each looks at its own clock, and clears its own files once a day, whoever leads', async () => {
  const cleared: Date[] = []
  const follower = station({ leads: () => false, cleared })
  await follower.tick()
  await follower.tick()
  expect(cleared).toHaveLength(1)
  passTo(rollover)
  await follower.tick()
  expect(cleared).toHaveLength(2)
  expect(cleared[1]?.getTime()).toBeGreaterThan(cleared[0]?.getTime() ?? Infinity)
  // Somebody sets its clock back by an hour.
  desk.clock.set(new Date(desk.clock.now().getTime() - 3_600_000))
  await follower.tick()
  expect(await desk.active()).toContain('clock_jumped warning')
})
