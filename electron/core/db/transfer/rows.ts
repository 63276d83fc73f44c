/** The rows of a table as text, some at a time, and what they are known by. */
import type { TableFacts } from './read-schema.ts'
import type { Ask } from './source.ts'

/** Rows of one step: some hundred kB, whatever the table. */
const pageRows = 500

/** Every value as PostgreSQL writes it, in the order of the table's columns. */
export type TextRow = readonly (string | null)[]

/** All rows, a page at a time, from the moment of the transaction that `ask` runs in. One table after the other. */
export async function* readPages(ask: Ask, { name, columns }: TableFacts): AsyncGenerator<readonly TextRow[]> {
  const list = columns.map((column, index) => `${column.name}::text as c${index}`).join(', ')
  await ask(`declare page no scroll cursor for select ${list} from ${name}`)
  for (;;) {
    const rows = await ask(`fetch forward ${pageRows} from page`)
    if (rows.length > 0) yield rows.map((row) => columns.map((_, index) => row[`c${index}`] as string | null))
    if (rows.length < pageRows) break
  }
  await ask('close page')
}

/**
 * A statement that answers `found`: how many rows there are, and a sum over what each of them says, in whatever order they
 * lie. The same for the same rows in every PostgreSQL from 11 on, wherever it runs, under plainText.
 */
export const fingerprintOf = (table: string): string =>
  `select count(*)::text || ':' || coalesce(sum(('x' || encode(substr(sha256(convert_to(whole_row::text, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint), 0)::text as found from ${table} as whole_row`

export async function readFingerprint(ask: Ask, table: string): Promise<string> {
  const [row] = await ask(fingerprintOf(table))
  return String(row?.['found'])
}

export const rowsIn = (fingerprint: string): number => Number(fingerprint.split(':', 1)[0])
