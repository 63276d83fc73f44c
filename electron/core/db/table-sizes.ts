import { count } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { accessEvent, account, alert, audit, badge, jobRun, member, movement, refusedScan, station, visit } from './schema/index.ts'

/** Tables whose size tells something of a desk, and nothing of anybody. */
const counted = { member, badge, movement, refusedScan, visit, accessEvent, audit, alert, station, account, jobRun } as const

/** Rows of each, by the table’s name in the schema. */
export async function readTableSizes(tx: Tx): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const [name, table] of Object.entries(counted)) {
    const [found] = await tx.select({ rows: count() }).from(table)
    sizes[name] = found?.rows ?? 0
  }
  return sizes
}
