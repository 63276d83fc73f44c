/** A desk's record to a real PostgreSQL and back (issue 8.1): all of it or nothing, compared, the folder kept. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../../test/rigs/postgres-server.ts'
import { openDatabase } from '../db/open.ts'
import { writeServerChoice } from '../db/server-choice.ts'
import { findAppRoot } from '../kit/app-root.ts'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore } from './core.ts'
import { parseMoveArguments, runMove } from './move-run.ts'

let folder: string
let root: string
let server: PostgresServer
const open = () => openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
const move = (way: 'to' | 'from', url: string, data = root, onRows?: (done: number, all: number) => void) => runMove({ data, way, url }, { version: 'test', log: silentLog, ...(onRows && { onRows }) })

const ask = async <R>(url: string, text: string): Promise<R[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as R[]
  } finally {
    await client.end()
  }
}
const tablesOf = (url: string) => ask(url, `select tablename from pg_tables where schemaname = 'public'`)
/** Of an ordinary role that owns its database, and is nothing more. */
async function ownDatabase(name: string): Promise<string> {
  const url = new URL(await server.createDatabase(name))
  await ask(url.href, `do $$ begin if not exists (select from pg_roles where rolname = 'plain') then create role plain login nosuperuser; end if; end $$`)
  await ask(url.href, `alter database ${name} owner to plain`)
  url.username = 'plain'
  return url.href
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-move-'))
  root = join(folder, 'desk')
  const core = await createCore({ dataDir: root, host: 'test', version: 'test', log: silentLog, demo: true })
  await core.close()
  server = await startPostgres()
}, 240_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('killed in the middle, there is nothing on the server and the desk opens as before', async () => {
  const url = await ownDatabase('killed')
  const child = spawn(process.execPath, [join(findAppRoot(), 'electron/headless.ts'), '--data', root, '--move-to-server', url], { stdio: 'ignore' })
  // Rows of ours under way: their connection is inside its transaction and inserts.
  for (;;) {
    const rows = await ask(server.url(), `select 1 from pg_stat_activity where datname = 'killed' and query ilike 'insert into %'`)
    if (rows.length > 0 || child.exitCode !== null) break
  }
  expect(child.exitCode).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await tablesOf(url)).toEqual([])
  expect(existsSync(join(root, 'moved.json'))).toBe(false)
  await (await open()).close()
})

test('it is moved and compared by a role that only owns its database; the folder is kept and not opened by mistake; it comes back with what came since', async () => {
  const url = await ownDatabase('desk')
  const told: number[] = []
  const there = await move('to', url, root, (done, all) => told.push(done / all))
  expect(there).toMatchObject({ code: 0, sentence: expect.stringMatching(/^Moved and compared: \d+ rows in \d+ tables\./) })
  expect(told.at(-1)).toBe(1)
  expect(await ask(url, `select actor_name, details ->> 'reason' as way from audit where action = 'database_move'`)).toEqual([{ actor_name: 'command line', way: 'to' }])
  await expect(ask(url, 'delete from audit')).rejects.toThrow(/audit is append-only/)
  // From its next start on the desk is on the server; whoever takes the choice away is told where the record went.
  const onServer = await open()
  expect(onServer.embedded).toBe(false)
  await onServer.close()
  expect(await move('to', url)).toMatchObject({ code: 4, sentence: expect.stringMatching(/on a server already/) })
  writeServerChoice(root, null)
  await expect(open()).rejects.toMatchObject({ kind: 'moved', facts: { server: expect.stringContaining('/desk') } })

  await ask(url, `insert into setting (key, value, category, updated_at) values ('test.since', '"é"', 'app_config', now())`)
  expect(await move('from', url)).toMatchObject({ code: 0 })
  const database = await open()
  try {
    const read = async (query: string) => ((await database.read((tx) => tx.execute(sql.raw(query)))) as unknown as { rows: unknown[] }).rows
    expect(await read(`select value from setting where key = 'test.since'`)).toEqual([{ value: 'é' }])
    expect(await read(`select details ->> 'reason' as way from audit where action = 'database_move' order by seq`)).toEqual([{ way: 'to' }, { way: 'from' }])
    const [counts] = await ask<{ movements: number; members: number }>(url, 'select (select count(*) from movement)::int as movements, (select count(*) from member)::int as members')
    expect(await read('select (select count(*) from movement)::int as movements, (select count(*) from member)::int as members')).toEqual([counts])
    await expect(read('delete from audit')).rejects.toThrow(/delete from audit/)
  } finally {
    await database.close()
  }
  // What was there before is kept, as a restore keeps it.
  expect(readdirSync(join(root, 'backups')).filter((entry) => entry.endsWith('-replaced'))).toHaveLength(1)
})

test('what is asked wrongly is refused in words, and changes nothing', async () => {
  const empty = await ownDatabase('empty')
  const full = await ownDatabase('occupied')
  await ask(full, 'create table theirs (n int)')
  expect(await move('to', full)).toMatchObject({ code: 4, sentence: expect.stringMatching(/not empty/) })
  expect(await move('from', empty, join(folder, 'other'))).toMatchObject({ code: 4, sentence: expect.stringMatching(/no desk in that database/) })
  expect(await move('from', empty)).toMatchObject({ code: 4, sentence: expect.stringMatching(/holds a desk of its own/) })
  expect(await move('to', empty, join(folder, 'nobody'))).toMatchObject({ code: 2 })
  expect(await move('to', 'postgres://plain:secret@127.0.0.1:1/none')).toMatchObject({ code: 3, sentence: expect.not.stringContaining('secret') })
  expect(await move('to', 'http://x')).toMatchObject({ code: 3, sentence: expect.stringMatching(/no address of a PostgreSQL database/) })
  expect(existsSync(join(root, 'moved.json'))).toBe(false)

  expect(parseMoveArguments(['--data', 'd'])).toBeUndefined()
  expect(parseMoveArguments(['--data', 'd', '--move-to-server=postgres://x'])).toEqual({ data: 'd', way: 'to', url: 'postgres://x' })
  expect(() => parseMoveArguments(['--data', 'd', '--move-to-server', 'a', '--move-from-server', 'b'])).toThrow(/exclude each other/)
  expect(() => parseMoveArguments(['--move-to-server', 'a'])).toThrow(/--data must name/)
})
