/** An installed Sentinel that starts before its server does (domain.md 4.25 ▶; issue 8.2), on a double of Electron. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../test/rigs/postgres-server.ts'
import { createShellBench, deskPage, events, pageOf } from '../../test/shell/shell-bench.ts'

let server: PostgresServer
let databaseUrl: string
const { folder, start, endAll, remove } = createShellBench()
beforeAll(async () => {
  server = await startPostgres()
  databaseUrl = await server.createDatabase('desk')
}, 120_000)
afterAll(async () => {
  await endAll()
  await server.stop()
  remove()
})

test('the notice says that badges are kept, and Sentinel opens by itself once the server answers', { timeout: 180_000 }, async () => {
  const profile = join(folder, 'station')
  const open = () => start(profile, [], { SENTINEL_DATABASE_URL: databaseUrl })
  const end = async (run: ReturnType<typeof open>): Promise<void> => {
    run.process.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  }
  await server.kill()
  // A PC that never reached the record keeps nothing, and says no such thing.
  const stranger = open()
  expect(await stranger.until('loaded')).toMatchObject({ body: expect.stringMatching(/does not answer[^]*Use paper[^]*opens by itself/) })
  await server.start()
  await pageOf(stranger, deskPage)
  await end(stranger)

  await server.kill()
  const run = open()
  const notice = await run.until('loaded')
  expect(notice).toMatchObject({ body: expect.stringMatching(/badges are read and kept[^]*0 badges wait[^]*Try again/) })
  await server.start()
  await pageOf(run, deskPage)
  await run.until('closed', { window: notice['window'] })
  expect(events(run)).toContain('offline.waited')
  await end(run)
})
