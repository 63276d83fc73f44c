/** A database as one plain SQL file, which psql loads into an empty database of PostgreSQL 15 or newer (issue 7). */
import { readSchema } from './read-schema.ts'
import { fingerprintOf, readFingerprint, readPages, rowsIn, type TextRow } from './rows.ts'
import { literal, plainText, type Ask } from './source.ts'

export interface Heading {
  readonly appVersion: string
  /** ISO instant of what it holds. */
  readonly at: string
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v' }

/** One line of COPY's text format. Pure. */
// eslint-disable-next-line no-control-regex
export const copyLine = (row: TextRow): string => `${row.map((value) => (value === null ? '\\N' : value.replace(/[\\\n\r\t\b\f\v]/g, (found) => escapes[found] ?? found))).join('\t')}\n`

const heading = ({ appVersion, at }: Heading): string => `-- Sentinel Duty Desk ${appVersion}: the whole desk as of ${at}.
-- Load it into an empty database of PostgreSQL 15 or newer:  psql -f FILE DATABASE
-- All of it or nothing: it compares every table with what was written, and undoes itself where one differs.
\\set ON_ERROR_STOP on
begin;
set local statement_timeout = 0;
set local client_encoding = 'UTF8';
set local client_min_messages = warning;
set local check_function_bodies = off;
${plainText.map((statement) => `${statement};\n`).join('')}`

/** Refuses the load where a table does not hold what it held. */
const check = (table: string, wanted: string): string => `do $check$
begin
  if (${fingerprintOf(table)}) is distinct from ${literal(wanted)} then
    raise exception using message = ${literal(`${table} does not hold what was written: nothing was loaded`)};
  end if;
end $check$;
`

/**
 * Its text, piece by piece, from the moment of the transaction that `ask` runs in; never more than a page of rows at once.
 * @param onRows told of rows as they are written, and of how many there are in all
 */
export async function* sqlFile(ask: Ask, about: Heading, onRows: (done: number, all: number) => void): AsyncGenerator<string, void> {
  const schema = await readSchema(ask)
  const wanted = new Map<string, string>()
  for (const { name } of schema.tables) wanted.set(name, await readFingerprint(ask, name))
  const all = [...wanted.values()].reduce((sum, found) => sum + rowsIn(found), 0)
  let done = 0
  yield heading(about)
  for (const statement of schema.before) yield `${statement};\n`
  for (const table of schema.tables) {
    yield `copy ${table.name} (${table.columns.map(({ name }) => name).join(', ')}) from stdin;\n`
    for await (const rows of readPages(ask, table)) {
      yield rows.map(copyLine).join('')
      done += rows.length
      onRows(done, all)
    }
    yield '\\.\n'
  }
  for (const statement of [...schema.after, ...schema.sequences]) yield `${statement};\n`
  for (const [table, found] of wanted) yield check(table, found)
  yield 'commit;\n'
}
