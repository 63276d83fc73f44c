/** The whole desk as an SQL file, loaded by the real psql into an untouched PostgreSQL (issue 7, part 2). */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type PostgresServer } from '../../../test/rigs/postgres-server.ts'
import { openDatabase } from '../db/open.ts'
import { migrationsFolder } from '../db/migrate.ts'
import { findAppRoot } from '../kit/app-root.ts'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createCore } from './core.ts'
import { parseExportArguments } from './export-run.ts'

let folder: string
let root: string
let server: PostgresServer
let url: string
const out = (name: string): string => join(folder, name)
const run = (...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(findAppRoot(), 'electron/headless.ts'), ...argv], { encoding: 'utf8' })
  return { status, stdout, stderr }
}
const load = (file: string, database: string) => spawnSync('psql', ['--no-psqlrc', '--quiet', '--file', file, database], { encoding: 'utf8' })
const schemaOf = (database: string): string =>
  execFileSync('pg_dump', ['--schema-only', '--no-owner', database], { encoding: 'utf8' })
    // Newer ones guard against what a restore might run with a word of their own.
    .replaceAll(/^\\(?:un)?restrict .*$/gm, '')

/** Values that a text format could lose or bend. */
const awkward = String.raw`
  create table awkward (id serial primary key, words text, document jsonb, bytes bytea, days integer[], notes text[], at timestamptz, on_day date, at_time time, real double precision, exact numeric(12,4), is_so boolean);
  insert into awkward (words, document, bytes, days, notes, at, on_day, at_time, real, exact, is_so) values
    ('Élodie “Bébé” O''Neil\', '{"a": "line\nbreak \\ tab\t", "é": [null, 1.10, "\\."]}', '\x00ff0a5c', '{1,null,3}', array['a,b', 'q"q', null, '', 'back\slash', E'new\nline', 'NULL'], '2026-11-01 01:30:00-05', '2026-03-08', '02:30', 0.1, 1234.5000, true),
    (E'tab\there\nand\r\nthere\\', 'null', '', '{}', '{}', '2026-11-01 01:30:00-06', 'infinity', '23:59:59.999999', 'NaN', -0.0001, false),
    ('\.', '[]', null, null, null, '2026-03-08 01:59:59.999999-06', '0001-01-01 BC', null, '-Infinity', null, null),
    ('\N', null, null, null, null, 'infinity', null, null, 5e-324, null, null),
    ('', '"𝄞 \u0007"', null, null, null, '2026-03-08 03:00:00-05', null, null, 1.7976931348623157e308, null, null),
    (null, null, null, null, null, null, null, null, null, null, null)`

const ask = async <R>(database: string, text: string): Promise<R[]> => {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    return (await client.query(text)).rows as R[]
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-export-'))
  root = join(folder, 'desk')
  const core = await createCore({ dataDir: root, host: 'test', version: 'test', log: silentLog, demo: true })
  await core.close()
  const database = await openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
  for (const statement of awkward.split(/;\n/)) await database.read((tx) => tx.execute(sql.raw(statement)))
  await database.close()
  server = await startPostgres()
  url = await server.createDatabase('loaded')
}, 240_000)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('psql loads it into an empty database, which then is what the desk is: schema, rows, journal, sequences and guards', async () => {
  const { status, stdout, stderr } = run('--data', root, '--export-database', out('desk.sql'))
  expect(stderr).not.toMatch(/Error/)
  expect(status).toBe(0)
  const said = JSON.parse(stdout) as { rows: number; bytes: number }
  expect(said.rows).toBeGreaterThan(5_000)
  expect(load(out('desk.sql'), url)).toMatchObject({ status: 0, stderr: '' })

  // The server's own migrations make the same schema, to the letter of pg_dump.
  const migrated = await server.createDatabase('migrated')
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const client = new pg.Client({ connectionString: migrated })
  await client.connect()
  await migrate(drizzle(client), { migrationsFolder: migrationsFolder() })
  await client.query(awkward.split(';\n')[0] ?? '')
  await client.end()
  expect(schemaOf(url)).toBe(schemaOf(migrated))

  // Each row, value for value, as the desk itself writes it.
  const desk = await openDatabase({ dataDir: root, clock: systemClock, log: silentLog, appVersion: 'test' })
  try {
    await desk.read((tx) => tx.execute(sql`set timezone = 'UTC'`))
    const tables = await ask<{ name: string }>(url, `select schemaname || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'drizzle') order by 1`)
    expect(tables.length).toBeGreaterThan(60)
    for (const { name } of tables) {
      const query = `select whole::text as row from ${name} as whole ${name === 'public.audit' ? `where action <> 'database_export'` : ''} order by whole::text collate "C"`
      const [there, here] = [await ask<{ row: string }>(`${url}?options=-c%20timezone%3DUTC`, query), ((await desk.read((tx) => tx.execute(sql.raw(query)))) as unknown as { rows: { row: string }[] }).rows]
      expect(there, name).toEqual(here)
    }
    const trail = (await desk.read((tx) => tx.execute(sql`select actor_name, details from audit where action = 'database_export'`))) as unknown as { rows: unknown[] }
    expect(trail.rows).toEqual([{ actor_name: 'command line', details: { fileName: 'desk.sql', rows: said.rows, bytes: said.bytes, milliseconds: expect.any(Number) } }])
  } finally {
    await desk.close()
  }

  await expect(ask(url, 'delete from audit')).rejects.toThrow(/audit is append-only/)
  await expect(ask(url, 'truncate lockup_transfer')).rejects.toThrow(/lockup_transfer is append-only/)
  const [next] = await ask<{ seq: string; highest: string }>(url, `select nextval('public.audit_seq_seq')::text as seq, (select max(seq) from audit)::text as highest`)
  expect(Number(next?.seq)).toBe(Number(next?.highest) + 1)
})

test('compressed it is the same; loaded twice, or with a row changed, nothing is loaded', async () => {
  expect(run('--data', root, '--export-database', out('desk.sql.gz')).status).toBe(0)
  const text = gunzipSync(readFileSync(out('desk.sql.gz'))).toString()
  writeFileSync(out('again.sql'), text)
  expect(load(out('again.sql'), url)).toMatchObject({ status: 3, stderr: expect.stringMatching(/already exists/) })

  writeFileSync(out('bent.sql'), text.replace('Élodie', 'Elodie'))
  const bent = await server.createDatabase('bent')
  expect(load(out('bent.sql'), bent)).toMatchObject({ status: 3, stderr: expect.stringMatching(/public\.awkward does not hold what was written: nothing was loaded/) })
  expect(await ask(bent, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([])
})

test('nothing is written over, and what cannot be written leaves nothing behind', () => {
  expect(run('--data', root, '--export-database', out('desk.sql'))).toMatchObject({ status: 4, stderr: expect.stringMatching(/is there already/) })
  expect(run('--data', root, '--export-database', out('desk.txt'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/“\.sql” or “\.sql\.gz”/) })
  expect(run('--data', root, '--export-database', join(folder, 'nowhere/desk.sql'))).toMatchObject({ status: 4, stderr: expect.stringMatching(/The folder .*nowhere is not there/) })
  expect(run('--data', join(folder, 'nobody'), '--export-database', out('x.sql'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/There is no desk in/) })
  expect(readdirSync(folder).filter((entry) => /\.part$|^x\.sql$/.test(entry))).toEqual([])
  expect(existsSync(join(root, 'backups/export.unfinished'))).toBe(false)
})

test('what is asked for is read from the command line', () => {
  expect(parseExportArguments(['--data', 'd'])).toBeUndefined()
  expect(parseExportArguments(['--data', 'd', '--export-database=f.sql'])).toEqual({ data: 'd', out: 'f.sql' })
  expect(() => parseExportArguments(['--export-database', 'f.sql'])).toThrow(/--data must name/)
  expect(() => parseExportArguments(['--data', 'd', '--export-database', ''])).toThrow(/must name the file/)
})
