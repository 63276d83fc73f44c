/**
 * A table's file that was cut off reads as fewer rows, with no error, and PostgreSQL's own checks pass (trust.md 3.2): how
 * long each file was when the desk was closed is kept beside them, and looked at before they are opened again.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { writeWhole } from './sync-files.ts'

/** Inside the cluster: it goes where the cluster goes, by hand too. PostgreSQL passes it over. */
const file = 'sizes.json'
/** Of a table or an index; maps of free room can be made anew. */
const isRelation = (name: string): boolean => /^\d+(\.\d+)?$/.test(name)

/** Bytes of each file of a table or an index, by its path below `pgdata`. */
function sizesIn(pgdata: string): Record<string, number> {
  const sizes: Record<string, number> = {}
  const base = join(pgdata, 'base')
  for (const database of readdirSync(base)) for (const name of readdirSync(join(base, database))) if (isRelation(name)) sizes[`base/${database}/${name}`] = statSync(join(base, database, name)).size
  return sizes
}

/** Once the engine has let go of them. */
export const noteSizes = (pgdata: string): void => writeWhole(join(pgdata, file), JSON.stringify(sizesIn(pgdata)))

/** Once an engine has them open, and before it changes any: what was noted holds no longer. */
export const forgetSizes = (pgdata: string): void => rmSync(join(pgdata, file), { force: true })

/** Files that are gone or shorter than they were when the desk was closed, by their path below `pgdata`. None where nothing was noted. */
export function shortenedFiles(pgdata: string): string[] {
  const path = join(pgdata, file)
  if (!existsSync(path)) return []
  const noted = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>
  const found = sizesIn(pgdata)
  return Object.entries(noted).flatMap(([name, size]) => ((found[name] ?? -1) < size ? [name] : []))
}

/** Tables and indexes of the open desk that have fewer pages than the catalogue counted in them, by name: something cut them off. */
export async function readShortened(tx: Tx): Promise<string[]> {
  const { rows } = (await tx.execute(sql`select relname as name from pg_class where relkind in ('r', 'i', 't') and not relisshared and relpersistence = 'p' and pg_relation_size(oid) / 8192 < relpages order by 1`)) as unknown as { rows: { name: string }[] }
  return rows.map(({ name }) => name)
}
