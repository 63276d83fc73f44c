import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './database.ts'

/**
 * Inserts rows of one shape, in their order, as a single parameter: a statement of thousands of parameters takes the engine
 * twice as long to read as the rows take to write. Columns that the first row does not name get their defaults.
 */
export async function insertMany<T extends PgTable>(tx: Tx, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = getTableColumns(table)
  const named = Object.keys(first).map((key) => ({ key, name: columns[key]?.name ?? key }))
  const names = sql.join(named.map(({ name }) => sql.identifier(name)), sql`, `)
  const data = JSON.stringify(rows.map((row) => Object.fromEntries(named.map(({ key, name }) => [name, (row as Record<string, unknown>)[key] ?? null]))))
  await tx.execute(sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${data}::json)`)
}
