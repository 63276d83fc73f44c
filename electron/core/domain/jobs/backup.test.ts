/** Backups as a job (screens.md 5.4; trust.md 3.2). */
import { afterEach, expect, test, vi } from 'vitest'
import type { Made } from './backing-up.ts'
import { createJobsDesk, type JobsDesk } from './testing/jobs-desk.ts'

let desk: JobsDesk
afterEach(() => desk.close())
const never = new AbortController().signal
const backups = async () => (await desk.jobs().runs({ job: 'backup', outcome: null, before: null, limit: 10 })).runs.map(({ key, outcome, details }) => ({ key, outcome, details }))

/** Makes nothing, and says what it was asked for. */
const pretend = () => ({
  make: vi.fn<(kind: string, signal?: AbortSignal) => Promise<Made>>(async (kind) => ({ name: `made-${kind}`, rows: 12 })),
  hasChanged: vi.fn<() => Promise<boolean>>(async () => false),
  newestProved: () => undefined,
  carry: vi.fn<() => Promise<void>>(async () => {}),
})
const kinds = ({ make }: ReturnType<typeof pretend>): string[] => make.mock.calls.map(([kind]) => kind)

test('one an operational day, after a restart too; the next day another', async () => {
  const maker = pretend()
  const { make } = maker
  desk = await createJobsDesk(undefined, maker)
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
  const details = { name: 'made-daily', rows: 12 }
  expect(await backups()).toEqual([
    { key: '2026-11-25', outcome: 'done', details },
    { key: '2026-11-24', outcome: 'done', details },
  ])
})

test('that fails is said, tried again, and silent once it is there; one that was stopped is no failure', async () => {
  const maker = pretend()
  const { make } = maker
  desk = await createJobsDesk(undefined, maker)
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

test('another each time it is looked at and something changed, and none where nothing did (trust.md: every 15 min)', async () => {
  const maker = pretend()
  desk = await createJobsDesk(undefined, maker)
  await desk.jobs().backUp(never)
  maker.hasChanged.mockResolvedValue(true)
  desk.clock.advance(4 * 60_000)
  await desk.jobs().backUp(never)
  expect(kinds(maker), 'so soon after another').toEqual(['daily'])
  desk.clock.advance(11 * 60_000)
  await desk.jobs().backUp(never)
  expect(kinds(maker)).toEqual(['daily', 'hourly'])
  maker.hasChanged.mockResolvedValue(false)
  desk.clock.advance(2 * 3_600_000)
  await desk.jobs().backUp(never)
  expect(kinds(maker)).toEqual(['daily', 'hourly'])
  // What another place still lacks is carried there all the same.
  expect(maker.carry).toHaveBeenCalledTimes(4)
  expect((await backups()).map(({ key }) => key)).toEqual(['made-hourly', '2026-11-24'])
})

test('those of a desk that takes long at it are farther apart: a thirtieth of the time at most', async () => {
  const maker = pretend()
  maker.hasChanged.mockResolvedValue(true)
  maker.make.mockImplementation(async (kind) => {
    desk.clock.advance(60_000)
    return { name: `made-${kind}`, rows: 1 }
  })
  desk = await createJobsDesk(undefined, maker)
  await desk.jobs().backUp(never)
  for (const expected of [['daily'], ['daily', 'hourly']]) {
    desk.clock.advance(15 * 60_000)
    await desk.jobs().backUp(never)
    expect(kinds(maker)).toEqual(expected)
  }
})

test('one at a time, in the order asked for; one that fails does not stop those behind it', async () => {
  const maker = pretend()
  desk = await createJobsDesk(undefined, maker)
  let under = 0
  maker.make.mockImplementation(async (kind) => {
    under += 1
    expect(under).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    under -= 1
    if (kind === 'asked') throw new Error('no')
    return { name: `made-${kind}`, rows: 1 }
  })
  maker.hasChanged.mockResolvedValue(true)
  const asked = desk.jobs().backingUp?.now('asked')
  const rest = [desk.jobs().backUp(never), desk.jobs().backUpSecured(never)]
  await expect(asked).rejects.toThrow('no')
  await Promise.all(rest)
  expect(kinds(maker)).toEqual(['asked', 'daily', 'secured'])
})
