/** Whether a server's database behaves as the embedded one does: version, letters, order of words. */
import type pg from 'pg'
import { OpenFailure, type OpenFailureFacts, type OpenFailureKind } from '../open-failure.ts'

/** The oldest PostgreSQL major that the migrations and queries are tried on. */
export const oldestMajor = 15

interface Found {
  readonly version: number
  readonly encoding: string
  /** Words stand in the order of their code points, as in PGlite. */
  readonly ordered: boolean
  /** Small and capital letters with accents are known. */
  readonly letters: boolean
  readonly standby: boolean
  readonly owner: boolean
}

const question = `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby,
  has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE') as owner`
/** Asked only where these letters exist. */
const letterQuestion = `select (select string_agg(word, '' order by word) from unnest(array['É', 'b', 'a', 'B', '_', 'a-', 'ab']) word) = 'B_aa-abbÉ' as ordered,
  lower('ÉŒÇ') = 'éœç' and upper('éœç') = 'ÉŒÇ' as letters`

/** What is wrong with it; undefined = it fits. Pure. */
export function unfitness({ version, encoding, ordered, letters, standby, owner }: Found): OpenFailureKind | undefined {
  if (version < oldestMajor) return 'server_old'
  if (encoding !== 'UTF8' || !ordered || !letters) return 'server_order'
  if (standby) return 'server_standby'
  return owner ? undefined : 'server_rights'
}

/** Throws OpenFailure when it does not fit. */
export async function checkFitness(client: pg.ClientBase, facts: OpenFailureFacts): Promise<void> {
  const ask = async <R extends object>(text: string): Promise<R> => {
    const [row] = (await client.query<R>(text)).rows
    if (row === undefined) throw new Error('the server did not say what it is')
    return row
  }
  const found = await ask<Omit<Found, 'ordered' | 'letters'>>(question)
  const letters = found.encoding === 'UTF8' ? await ask<Pick<Found, 'ordered' | 'letters'>>(letterQuestion) : { ordered: false, letters: false }
  const kind = unfitness({ ...found, ...letters })
  if (kind !== undefined) throw new OpenFailure(kind, { ...facts, postgres: found.version })
}
