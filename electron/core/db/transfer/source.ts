/** A database that is read whole: its statements, and the form in which every value crosses as text. */
import type { PGlite } from '@electric-sql/pglite'

/** Runs one statement and answers its rows by the names of their columns. */
export type Ask = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** What a value looks like as text follows from these. Both sides of a transfer are set to them, and every name is written in full. */
export const plainText = ["set local search_path = ''", "set local datestyle = 'ISO, YMD'", "set local intervalstyle = 'postgres'", "set local timezone = 'UTC'", "set local bytea_output = 'hex'", 'set local extra_float_digits = 1', 'set local standard_conforming_strings = on'] as const

/** Runs `work` in one moment of an engine that is nobody's desk; it only reads. */
export const readEngineWhole = <T>(engine: PGlite, work: (ask: Ask) => Promise<T>): Promise<T> =>
  engine.transaction(async (tx) => {
    const ask: Ask = async (statement) => (await tx.query<Record<string, unknown>>(statement)).rows
    return work(await beginReading(ask))
  })

/** At the beginning of a transaction: what `ask` reads from now on is of one moment, and is written as plainText. */
export async function beginReading(ask: Ask): Promise<Ask> {
  for (const statement of ['set transaction isolation level repeatable read, read only', ...plainText]) await ask(statement)
  return ask
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
