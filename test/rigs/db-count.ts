/** Opens a database that db-writer.ts wrote and prints `{ rows, highest, ms }`: `node db-count.ts durable|default <folder>`. */
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { openDatabase } from '../../electron/core/db/open.ts'
import { systemClock } from '../../electron/core/kit/clock.ts'
import { silentLog } from '../../electron/core/kit/log.ts'

const [engine = '', dataDir = ''] = process.argv.slice(2)
const query = `select count(*)::int as rows, coalesce(max(entity_id::int), 0) as highest from audit where entity_type = 'rig'`

async function count(): Promise<unknown> {
  if (engine === 'durable') {
    const database = await openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'rig' })
    const { rows } = await database.read((tx) => tx.execute(sql.raw(query)) as unknown as Promise<{ rows: unknown[] }>)
    await database.close()
    return rows[0]
  }
  const database = await PGlite.create(dataDir)
  const { rows: tables } = await database.query<{ found: string | null }>(`select to_regclass('audit')::text as found`)
  const result = tables[0]?.found == null ? { rows: 0, highest: 0 } : (await database.query(query)).rows[0]
  await database.close()
  return result
}

const began = performance.now()
process.stdout.write(`${JSON.stringify({ ...((await count()) as object), ms: Math.round(performance.now() - began) })}\n`)
process.exit(0)
