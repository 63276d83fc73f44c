import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

/** Ids as one parameter of type `uuid[]`: a statement with hundreds of parameters takes longer to read than to run. */
export const idList = (ids: readonly string[]): SQL => sql`${sql.param(`{${ids.join(',')}}`)}::uuid[]`

/** One of these ids, however many they are. */
export const hasIdOf = (column: SQLWrapper, ids: readonly string[]): SQL => sql`${column} = any(${idList(ids)})`
