/** A whole database carried from one PostgreSQL into another, table by table, and compared before it counts (issue 8.1). */
import { readSchema } from './read-schema.ts'
import { readFingerprint, readPages, rowsIn } from './rows.ts'
import type { Ask } from './source.ts'

/** Runs one statement of the target's transaction. Values are lists of text, one a column. */
export type Run = (statement: string, values?: readonly (readonly (string | null)[])[]) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** What was carried is not what is there: the transaction must not be kept. */
export class NotTheSame extends Error {
  constructor(tables: readonly string[]) {
    super(`the two databases differ in ${tables.join(', ')}`)
    this.name = 'NotTheSame'
  }
}

export interface Carried {
  readonly tables: number
  readonly rows: number
}

/** Whether a database holds anything of anybody's. */
export async function holdsAnything(ask: Ask): Promise<boolean> {
  const [row] = await ask(`select exists (select from pg_class where relnamespace in (select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')) as found`)
  return row?.['found'] === true
}

/**
 * Makes the schema, fills it and compares every table by count and fingerprint, in the transaction that `run` is in, whose
 * commit is the caller's. Keys, references and triggers come after the rows: no order of tables matters, and guards of
 * append-only tables need no exception, nor a superuser. Both sides are under plainText. Rejects with NotTheSame.
 */
export async function carry(from: Ask, run: Run, onRows: (done: number, all: number) => void = () => {}): Promise<Carried> {
  const schema = await readSchema(from)
  const wanted = new Map<string, string>()
  for (const { name } of schema.tables) wanted.set(name, await readFingerprint(from, name))
  const all = [...wanted.values()].reduce((sum, found) => sum + rowsIn(found), 0)
  let done = 0
  await run('set local check_function_bodies = off')
  for (const statement of schema.before) await run(statement)
  for (const table of schema.tables) {
    const { name, columns } = table
    const cast = columns.map(({ type }, index) => `c${index}::${type}`).join(', ')
    const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
    const insert = `insert into ${name} (${columns.map((column) => column.name).join(', ')}) select ${cast} from unnest(${lists}) as page(${columns.map((_, index) => `c${index}`).join(', ')})`
    for await (const rows of readPages(from, table)) {
      await run(insert, columns.map((_, index) => rows.map((row) => row[index] ?? null)))
      done += rows.length
      onRows(done, all)
    }
  }
  for (const statement of [...schema.after, ...schema.sequences]) await run(statement)
  const differing: string[] = []
  for (const [name, found] of wanted) if ((await readFingerprint(run, name)) !== found) differing.push(name)
  if (differing.length > 0) throw new NotTheSame(differing)
  return { tables: schema.tables.length, rows: done }
}
