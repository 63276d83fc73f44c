/** The same question has the same answer, value by value and type by type, whichever engine is asked. */
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database.ts'
import { createTestDatabase } from '../testing/test-database.ts'

const questions = [
  `select 1::int2 a, 2::int4 b, 3::int8 c, 9007199254740993::int8 big, 1.50::numeric d, 1.5::float8 e, 0.1::float4 f, true g, 'x'::"char" h`,
  `select timestamptz '2026-11-24 14:00:00.123-06' a, timestamp '2026-11-24 14:00:00' b, date '2026-11-24' c, time '14:00' d, interval '26:00' e, interval '1 month 2 days' f`,
  `select '{"a": [1, null, "é"]}'::jsonb a, '[1]'::json b, 'null'::jsonb c, null::jsonb d, '"x"'::jsonb e`,
  `select '{1,2}'::int[] a, '{1,2}'::int8[] b, array['a', 'b,"c', null] c, '{}'::text[] d, array[true, false] e, array['0198c0de-0000-7000-8000-000000000000'::uuid] f, array['{"a":1}'::jsonb] g`,
  `select array[timestamptz '2026-11-24 14:00Z'] a, array[date '2026-11-24'] b, array[1.5::numeric] c, array[1.5::float8] d, array['a'::varchar] e, array[array[1, 2], array[3, 4]] f`,
  `select 'a'::varchar a, 'a '::char(3) b, '\\x00ff'::bytea c, '0198c0de-0000-7000-8000-000000000000'::uuid d, daterange('2026-01-01', '2026-02-01') e, row(1, 'x') f, 'pg_class'::regclass::text g`,
  `select string_agg(word, ' ' order by word) from unnest(array['Zoë', 'zebra', 'Émile', 'emile', 'École', 'Apple', 'apple', 'a b', 'a-b', 'ab', '_x', 'œuvre', 'ß', 'L’Heureux']) word`,
  `select lower('ÉCOLE ŒUVRE ÇA'), upper('école œuvre ça'), initcap('émile zola'), 'É' ilike 'é', 'Émile' ~* '^é', 'ÉCOLE' ~ '[[:upper:]]É?'`,
  `select to_char(timestamptz '2026-11-24 14:00Z', 'YYYY-MM-DD HH24:MI TZH'), timestamptz '2026-11-24 14:00Z'::text, date '2026-11-24'::text, extract(epoch from timestamptz '2026-11-24 14:00Z'), 1.0::float8::text`,
  `select count(*) from generate_series(1, 4)`,
  `select sum(n), avg(n), max(n) from generate_series(1, 4) n`,
]

let embedded: PGlite
let database: Database
beforeAll(async () => {
  embedded = await PGlite.create()
  database = await createTestDatabase()
})
afterAll(() => Promise.all([embedded.close(), database.close()]))

test.each(questions)('%s', async (question) => {
  const expected = await drizzle(embedded).execute(sql.raw(question))
  const { rows, fields } = (await database.read((tx) => tx.execute(sql.raw(question)))) as unknown as { rows: unknown[]; fields: { name: string }[] }
  const valueOf = (value: unknown): unknown => (value instanceof Uint8Array ? [...value] : value)
  const plain = (all: unknown[]) => all.map((row) => Object.fromEntries(Object.entries(row as object).map(([name, value]) => [name, valueOf(value)])))
  expect(plain(rows)).toEqual(plain(expected.rows))
  expect(fields.map(({ name }) => name)).toEqual(expected.fields.map(({ name }) => name))
})
