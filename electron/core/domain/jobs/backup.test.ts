/** The backup of each day as a job (screens.md 5.4; trust.md 3.2). */
import { afterEach, expect, test, vi } from 'vitest'
import { createJobsDesk, type JobsDesk } from './testing/jobs-desk.ts'

let desk: JobsDesk
afterEach(() => desk.close())
const never = new AbortController().signal
const backups = async () => (await desk.jobs().runs({ job: 'backup', outcome: null, before: null, limit: 10 })).runs.map(({ key, outcome, details }) => ({ key, outcome, details }))

test('one an operational day, after a restart too; the next day another', async () => {
  const make = vi.fn<() => Promise<{ name: string; rows: number }>>(async () => ({ name: '20261124T133000Z-daily', rows: 12 }))
  desk = await createJobsDesk(undefined, make)
  await desk.jobs().backUp(never)
  await desk.jobs().backUp(never)
  await desk.restart()
  await desk.jobs().backUp(never)
  expect(make).toHaveBeenCalledTimes(1)
  // 02:59 belongs to the day before.
  await desk.at('2026-11-25T08:59:00.000Z')
  await desk.jobs().backUp(never)
  expect(make).toHaveBeenCalledTimes(1)
  await desk.at('2026-11-25T09:00:30.000Z')
  await desk.jobs().backUp(never)
  const details = { name: '20261124T133000Z-daily', rows: 12 }
  expect(await backups()).toEqual([
    { key: '2026-11-25', outcome: 'done', details },
    { key: '2026-11-24', outcome: 'done', details },
  ])
})

test('that fails is said, tried again, and silent once it is there; one that was stopped is no failure', async () => {
  const make = vi.fn<() => Promise<{ name: string; rows: number }>>()
  desk = await createJobsDesk(undefined, make)
  const stopping = new AbortController()
  stopping.abort()
  make.mockRejectedValueOnce(new Error('aborted'))
  await desk.jobs().backUp(stopping.signal)
  expect((await desk.jobs().status()).failing).toEqual([])
  make.mockRejectedValueOnce(Object.assign(new Error('no room'), { code: 'ENOSPC' }))
  await desk.jobs().backUp(never)
  expect((await desk.jobs().status()).failing).toMatchObject([{ job: 'backup' }])
  make.mockResolvedValueOnce({ name: 'b', rows: 1 })
  await desk.jobs().backUp(never)
  expect((await desk.jobs().status()).failing).toEqual([])
  expect((await backups()).map(({ outcome }) => outcome)).toEqual(['done', 'failed'])
})
