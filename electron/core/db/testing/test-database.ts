/** Stand-in until the durable database lands: in-memory PGlite, migrated. */
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { findAppRoot } from '../../kit/app-root.ts'
import type { Database, Tx } from '../database.ts'
import * as schema from '../schema/index.ts'

export const createTestDatabase = async (): Promise<Database> => wrapEngine(await PGlite.create())

export async function wrapEngine(engine: PGlite): Promise<Database> {
  const db = drizzle(engine, { schema })
  await migrate(db, { migrationsFolder: join(findAppRoot(), 'electron/core/db/migrations') })
  await engine.exec(`insert into rank select gen_random_uuid(), c, c, 'navy', 'junior_ncm', o, true from (values ('S1',3),('LCdr',13)) x(c,o) on conflict do nothing;
    insert into division select gen_random_uuid(), c, n, null, now(), now() from (values ('DECK','Deck'),('CMD','Command')) x(c,n) on conflict do nothing`)
  return {
    transaction: (act) => db.transaction((tx) => act(tx as unknown as Tx)),
    read: (query) => query(db as unknown as Tx),
    state: () => 'ready',
    onStateChange: () => () => {},
    close: () => engine.close(),
  }
}
