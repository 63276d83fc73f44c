import type { Database } from '../../../db/database.ts'

/** The same database, which says of itself that stations share it. */
export const asShared = (database: Database): Database =>
  new Proxy(database, { get: (of, key): unknown => (key === 'embedded' ? false : Reflect.get(of, key)) })
