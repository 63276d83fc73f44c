/** Which station an installed PC is, and the new start that a planned change needs (issue 8.1): the real core on a double of Electron. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { administrator, call, createShellBench, deskPage, pageOf, signIn } from './shell-bench.ts'

const { profile, start, endAll, remove } = createShellBench()
afterEach(endAll)
afterAll(remove)

const stationOf = async (run: ReturnType<typeof start>, desk: number): Promise<unknown> => {
  const status = await call(run, desk, 'system.status')
  return status.ok ? status.value['stationId'] : status.error
}

test('it is `desk`, or what the command line says, or what an administrator chose: then Sentinel starts again', async () => {
  const given = start(profile, ['--station=front-door'])
  const first = await pageOf(given, deskPage)
  await signIn(given, first)
  expect(await stationOf(given, first)).toBe('front-door')
  // What is chosen while the command line says otherwise would have no effect.
  expect(await call(given, first, 'server.plan', { way: 'station', station: 'gate', pin: administrator.pin })).toMatchObject({ ok: false, error: { code: 'move_station_given' } })
  given.process.kill('SIGTERM')
  await given.ended

  const run = start(profile)
  const desk = await pageOf(run, deskPage)
  await signIn(run, desk)
  expect(await stationOf(run, desk)).toBe('desk')
  void call(run, desk, 'server.plan', { way: 'station', station: 'gate', pin: administrator.pin }).catch(() => {})
  await run.until('relaunch')
  expect(await run.ended).toBe(0)

  const again = start(profile)
  const third = await pageOf(again, deskPage)
  expect(await stationOf(again, third)).toBe('gate')
  expect(JSON.parse(readFileSync(join(profile, 'desk.database.json'), 'utf8'))).toEqual({ station: 'gate' })
  expect(existsSync(join(profile, 'desk/pgdata'))).toBe(true)
})

test('a code that cannot be one is refused in words', async () => {
  const run = start(profile, ['--station=Front Door'], { DOUBLE_PACKAGED: '1' })
  expect(await run.ended).toBe(2)
  expect(run.happened.find(({ what }) => what === 'error box')?.['content']).toMatch(/--station is a short code/)
})
