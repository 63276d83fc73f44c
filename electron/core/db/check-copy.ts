/** Whether a copy opens, and what it holds: a copy that nobody opened is none (trust.md 3.2). */
import type { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { openDurableEngine } from './durable-fs.ts'

/** Rows of each table by its name, and a fingerprint of what is in the small ones and at the end of the big ones. */
export type Contents = Readonly<Record<string, string>>

/** So many rows of each table make its fingerprint, the latest: more would take longer than a scan may wait. */
const fingerprinted = 2_000

const tablesQuery = `
  select c.relname as name, (select string_agg(quote_ident(a.attname), ', ' order by k.ord) from unnest(i.indkey::int2[]) with ordinality k(attnum, ord) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum) as key
  from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`

/** @param table as the catalogue has it */
const contentsQuery = (table: string, key: string | null): string => {
  const name = `"${table.replaceAll('"', '""')}"`
  const order = key === null ? '' : `order by ${key.split(', ').map((column) => `${column} desc`).join(', ')}`
  return `select (select count(*) from ${name})::text || ':' || coalesce((select sum(hashtextextended(t::text, 0)) from (select * from ${name} ${order} limit ${fingerprinted}) t), 0)::text as found`
}

type Ask = <R>(query: string) => Promise<readonly R[]>

async function read(ask: Ask): Promise<Contents> {
  const tables = await ask<{ name: string; key: string | null }>(tablesQuery)
  const contents: Record<string, string> = {}
  for (const { name, key } of tables) contents[name] = (await ask<{ found: string }>(contentsQuery(name, key)))[0]?.found ?? ''
  return contents
}

/** Of the open desk, in one moment. */
export const readContents = (tx: Tx): Promise<Contents> => read(async <R>(query: string) => ((await tx.execute(sql.raw(query))) as unknown as { rows: R[] }).rows)

/** Of an open engine that is nobody's desk. */
export const readEngine = (engine: PGlite): Promise<Contents> => read(async <R>(query: string) => (await engine.query<R>(query)).rows)

/** Tables that differ, by name. */
export const differences = (wanted: Contents, found: Contents): string[] => [...new Set([...Object.keys(wanted), ...Object.keys(found)])].filter((table) => wanted[table] !== found[table]).toSorted()

/** Opens a copy, which takes in what the log holds for it, reads what is there, and closes it whole. */
export async function openAndRead(folder: string): Promise<Contents> {
  const engine: PGlite = await openDurableEngine(folder)
  try {
    // Counting must read every page of every table, where a checksum finds a flipped bit: an index tells how many there are without them.
    await engine.exec('set enable_indexonlyscan = off')
    const contents = await readEngine(engine)
    await engine.exec('checkpoint')
    return contents
  } finally {
    await engine.close()
  }
}
