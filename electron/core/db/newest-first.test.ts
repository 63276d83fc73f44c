/** “Newest first” is answered by an index, never by sorting the whole record (domain.md 1.4 ▶, design.md F13). */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const rowsOf = async (text: string): Promise<string[]> =>
  database.transaction(async (tx) => {
    // On an empty table any plan is cheap: whatever can be done without sorting is now done without.
    await tx.execute(sql`set local enable_sort = off`)
    await tx.execute(sql`set local enable_seqscan = off`)
    const { rows } = (await tx.execute(sql.raw(text))) as unknown as { rows: Record<string, string>[] }
    return rows.map((row) => Object.values(row)[0] ?? '')
  })

test.each([
  'movement order by at desc, seq desc',
  `movement where member_id = '00000000-0000-4000-8000-000000000000' order by at desc, seq desc`,
  `movement where station_id = 'desk' order by at desc, seq desc`,
  'movement where flagged order by at desc, seq desc',
  'refused_scan order by at desc',
  'audit order by at desc, seq desc',
  'alert order by last_at desc, seq desc',
  'job_run order by started_at desc, seq desc',
  'responsibility_log order by at desc, seq desc',
  'lockup_cycle order by operational_date desc, seq desc',
  'duty_log_entry order by operational_date desc, at, seq',
])('%s', async (query) => {
  const plan = (await rowsOf(`explain select * from ${query} limit 50`)).join('\n')
  expect(plan).toMatch(/Index Scan/)
  expect(plan).not.toMatch(/Sort/)
})

test('no index stands in an order that no query asks for: `.desc()` alone means “nulls last” there, and “nulls first” in a query', async () => {
  const indexes = await rowsOf('select indexdef from pg_indexes where schemaname = current_schema()')
  expect(indexes.length).toBeGreaterThan(40)
  expect(indexes.filter((index) => index.includes('DESC NULLS LAST'))).toEqual([])
})
