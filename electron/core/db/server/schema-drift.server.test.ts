/** The schema on a server is the embedded one, piece by piece (issue 8.1): asked of both catalogues, not of our own files. */
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { migrateEngine } from '../migrate.ts'
import { createTestDatabase } from '../testing/test-database.ts'

const inPublic = `relnamespace = 'public'::regnamespace`
/** One line a piece. What PostgreSQL 18 writes into its catalogue where 15 does not is no difference: `not null` stands as a constraint there. */
const pieces: Readonly<Record<string, string>> = {
  tables: `select relkind::text || ' ' || relname as piece from pg_class where ${inPublic} and relkind in ('r', 'v', 'm', 'S', 'p')`,
  columns: `select c.relname || '.' || a.attname || ' ' || a.attnum || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end || ' ' || a.attidentity::text || a.attgenerated::text
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || case when a.attcollation = 0 then '' else ' ' || (select collname from pg_collation where oid = a.attcollation) end as piece
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where ${inPublic} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  constraints: `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid) as piece from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')`,
  indexes: `select indexdef as piece from pg_indexes where schemaname = 'public'`,
  triggers: `select pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text as piece from pg_trigger t join pg_class c on c.oid = t.tgrelid where ${inPublic} and not t.tgisinternal`,
  functions: `select pg_get_functiondef(oid) as piece from pg_proc where pronamespace = 'public'::regnamespace`,
  types: `select t.typname || ' ' || t.typtype::text || coalesce((select string_agg(e.enumlabel, ',' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid), '') as piece from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd')`,
  sequences: `select sequencename || ' ' || data_type::text || ' ' || start_value || ' ' || increment_by || ' ' || cycle as piece from pg_sequences where schemaname = 'public'`,
  migrations: `select hash as piece from drizzle.__drizzle_migrations`,
}

let embedded: PGlite
let server: Database
beforeAll(async () => {
  embedded = await PGlite.create()
  await migrateEngine(embedded, { appVersion: 'test', dataDir: 'memory' })
  server = await createTestDatabase()
  // An engine made and migrated from nothing takes its time on a busy machine.
}, 240_000)
afterAll(() => Promise.all([embedded.close(), server.close()]))

test.each(Object.entries(pieces))('%s', async (what, query) => {
  const sorted = `select piece from (${query}) found order by piece`
  const ours = (await embedded.query<{ piece: string }>(sorted)).rows.map(({ piece }) => piece)
  const theirs = ((await server.read((tx) => tx.execute(sql.raw(sorted)))) as unknown as { rows: { piece: string }[] }).rows.map(({ piece }) => piece)
  expect(theirs).toEqual(ours)
  // Comparing nothing with nothing proves nothing; Sentinel has no types of its own.
  expect(ours.length > 3 || what === 'types').toBe(true)
})
