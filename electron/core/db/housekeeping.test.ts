import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeClock, type FakeClock } from '../kit/clock.ts'
import type { Log } from '../kit/log.ts'
import type { Database } from './database.ts'
import { createHousekeeping, type Housekeeping } from './housekeeping.ts'
import { createTestDatabase } from './testing/test-database.ts'

let database: Database
let clock: FakeClock
let housekeeping: Housekeeping
let lines: [event: string, fields: object | undefined][]
const done = (): unknown[] => lines.map(([event, fields]) => [event, { ...fields, ms: undefined }])
beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T18:00:00.000Z')
  lines = []
  const note = (event: string, fields?: object): void => void lines.push([event, fields])
  const log = { debug: note, info: note, warn: note, error: note } as unknown as Log
  housekeeping = createHousekeeping({ database, clock, log })
})
afterEach(async () => {
  housekeeping.stop()
  await database.close()
})

const execute = (text: string) => database.read((tx) => tx.execute(sql.raw(text))) as unknown as Promise<{ rows: Record<string, number>[] }>
const addDivisions = (count: number, from: number) => execute(`insert into division (id, code, name, created_at, updated_at) select gen_random_uuid(), 'D' || n, repeat('x', 900), now(), now() from generate_series(${from}, ${from + count - 1}) n`)
const pagesOf = async (): Promise<number> => (await execute(`select (pg_relation_size('division') / 8192)::int as pages`)).rows[0]?.['pages'] ?? 0
const counted = async (): Promise<number> => (await execute(`select reltuples::int as rows from pg_class where relname = 'division'`)).rows[0]?.['rows'] ?? 0
/** An hour later, when what is due then is done. */
const hourPasses = async (): Promise<void> => {
  clock.advance(3_600_000)
  for (let turn = 0; turn < 20; turn += 1) await database.read((tx) => tx.execute(sql`select 1`))
}

test('a new desk has nothing to be cleared up', async () => {
  await housekeeping.start()
  expect(lines).toEqual([])
})

test('what grew is counted, every hour, so that the planner knows how much there is', async () => {
  await housekeeping.start()
  await addDivisions(500, 1)
  expect(await counted()).toBeLessThan(0)
  await hourPasses()
  expect(await counted()).toBeGreaterThanOrEqual(500)
  expect(done()).toEqual([['database.housekeeping', { table: 'division', cleared: false, ms: undefined }]])
  await hourPasses()
  expect(lines).toHaveLength(1)
})

test('rows that were overwritten make room for others: what is changed at every scan does not grow for ever', async () => {
  await addDivisions(200, 1)
  await housekeeping.start()
  // Each time all of them twice over: a code is in an index, so that the old row stays in the way until somebody clears up.
  const pages: number[] = []
  for (let hour = 0; hour < 8; hour += 1) {
    await execute(`update division set code = code || 'x' where name like 'x%'`)
    await execute(`update division set code = rtrim(code, 'x') where name like 'x%'`)
    await hourPasses()
    pages.push(await pagesOf())
  }
  // Left alone it would be nine times the first hour's by now.
  expect(Math.max(...pages)).toBe(pages[0])
  expect(lines.filter(([, fields]) => fields !== undefined && 'cleared' in fields && fields.cleared)).toHaveLength(9)
})

test('how many rows are dead is forgotten at every start: then all that may have some are cleared up', async () => {
  await addDivisions(200, 1)
  await housekeeping.start()
  housekeeping.stop()
  expect(done()).toEqual([['database.housekeeping', { table: 'division', cleared: true, ms: undefined }]])
  clock.advance(3_600_000)
  expect(lines).toHaveLength(1)
})

test('what fails is noted, does no harm, and is tried again', async () => {
  let fails = true
  const flaky: Database = { ...database, read: (query) => (fails ? Promise.reject(new Error('no')) : database.read(query)) }
  const note = (event: string, fields?: object): void => void lines.push([event, fields])
  const other = createHousekeeping({ database: flaky, clock, log: { info: note, warn: note } as unknown as Log })
  await addDivisions(200, 1)
  await other.start()
  expect(lines.map(([event]) => event)).toEqual(['database.housekeeping_failed'])
  fails = false
  await hourPasses()
  other.stop()
  expect(lines.map(([event]) => event)).toEqual(['database.housekeeping_failed', 'database.housekeeping'])
})
