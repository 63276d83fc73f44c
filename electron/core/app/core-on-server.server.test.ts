/** The whole core on a PostgreSQL server (issue 8.1): it serves, says where its record is, and leaves to the server's administrator what is theirs. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '../../../shared/contract/client.ts'
import { contract } from '../../../shared/contract/index.ts'
import { copyTemplate } from '../db/testing/server-copy.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore, type Core } from './core.ts'
import { createInProcessTransport } from './in-process-transport.ts'
import { runReport } from './report-run.ts'
import { signedInDesk } from './testing/test-callers.ts'

let folder: string
let databaseUrl: string
const cores: Core[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-core-'))
  databaseUrl = await copyTemplate('core')
})
afterEach(async () => {
  for (const core of cores.splice(0)) await core.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(stationId: string, options: { demo?: boolean } = {}) {
  const core = await createCore({ dataDir: join(folder, stationId), databaseUrl, stationId, dev: true, host: 'test', version: '1.2.3', log: silentLog, clock: createFakeClock('2026-11-24T20:30:00.000Z'), ...options })
  cores.push(core)
  return createClient(contract, createInProcessTransport(contract, core, signedInDesk('admin')))
}

test('two stations have one record: who signs in at one is inside at the other', async () => {
  const desk = await start('desk', { demo: true })
  const door = await start('front-door')
  expect(await door.system.status({})).toMatchObject({ ok: true, value: { stationId: 'front-door', database: { state: 'ready', embedded: false } } })
  const badges = await desk.dev.badges({})
  const serial = badges.ok ? (badges.value.badges[0]?.serial ?? '') : ''
  expect(await door.dev.scan({ serial })).toMatchObject({ ok: true, value: { outcome: expect.stringMatching(/^member_(in|out)$/) } })
  const [here, there] = await Promise.all([desk.presence.now({}), door.presence.now({})])
  expect(here).toEqual(there)
  // A demo unit with its past is filled in: on a busy machine that takes its time.
}, 180_000)

test('backups are the server’s: none is made, and none is put in place of the record', async () => {
  const desk = await start('desk')
  expect(await desk.backups.status({})).toMatchObject({ ok: true, value: { kept: false } })
  expect(await desk.backups.make({})).toMatchObject({ ok: false, error: { code: 'backups_none' } })
  expect(existsSync(join(folder, 'desk', 'pgdata'))).toBe(false)
})

// One that counts asks its questions in another way than one that lists.
test.each(['presence', 'handover'])('a report (%s) from the command line is made from the server’s record', async (kind) => {
  await start('desk')
  await cores.pop()?.close()
  const out = join(folder, 'inside.csv')
  const file = join(folder, 'asked.json')
  writeFileSync(file, JSON.stringify({ kind }))
  const run = await runReport({ asked: { file }, out, format: 'csv', language: 'en' }, { dataDir: join(folder, 'desk'), databaseUrl, version: '1.2.3', log: silentLog })
  expect(run).toMatchObject({ code: 0, path: out })
})
