/** A hundred thousand lines are read along indexes (domain.md 1.4 ▶, 4.23; design.md F13). */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { audit } from '../../db/schema/index.ts'
import { planOf, readActors, type Filters } from './plan.ts'
import { placesStatement } from './queries.ts'
import { noFilters } from './service.ts'
import { between, rowsOf } from './sql.ts'
import { listInput, openTrailDesk, type TrailDesk } from './testing/trail-desk.ts'

const lines = 100_000
let desk: TrailDesk
beforeAll(async () => {
  desk = await openTrailDesk(10_000)
  // One line in a thousand is an export, one in fifty is somebody else's; the rest are scans at the door.
  await desk.database.transaction((tx) =>
    tx.execute(sql`
      insert into ${audit} (at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, station_id, details, search)
      select timestamptz '2022-01-01T00:00:00Z' + n * interval '15 minutes', 'device', 'actor ' || n % 40, 'Door ' || n % 40,
        case when n % 1000 = 0 then 'export' when n % 50 = 0 then 'member_update' else 'checkin_scan' end,
        case when n % 50 = 0 then 'member' else 'movement' end, 'thing ' || n % 500, 'desk', jsonb_build_object('name', 'S1 Person ' || n % 500, 'memberId', 'member ' || n % 500), 'door ' || n % 40 || ' s1 person ' || n % 500
      from generate_series(1, ${lines}) as n`),
  )
  await desk.database.read((tx) => tx.execute(sql`analyze ${audit}`))
}, 240_000)
afterAll(() => desk.database.close())

const explain = (filters: Partial<Filters>, cursor: Date | null = null): Promise<string> =>
  desk.database.read(async (tx) => {
    const plan = await planOf(tx, { ...noFilters, ...filters }, defaultUnitTime)
    if (plan === null) throw new Error('nothing to look for')
    const rows = await rowsOf<{ 'QUERY PLAN': string }>(tx, sql`explain ${placesStatement(plan, between(cursor === null ? null : { at: cursor, seq: 1 }, null), 101)}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

describe('no page reads the whole trail', () => {
  test.each([
    ['the newest lines', {}, 'audit_at'],
    ['one act', { actions: ['export'] }, 'audit_action'],
    ['the commonest act', { actions: ['checkin_scan'] }, 'audit_action'],
    ['an area', { areas: ['members' as const] }, 'audit_action'],
    ['an actor by id', { actorId: 'actor 7' }, 'audit_actor'],
    ['actors by name', { actor: 'door 1' }, 'audit_actor'],
    ['one thing', { entityType: 'badge', entityId: 'thing 7' }, 'audit_entity'],
    ['one member', { entityType: 'member', entityId: 'member 7' }, 'audit_member'],
    ['a week long ago', { from: '2022-03-01', to: '2022-03-07' }, 'audit_at'],
  ])('%s', async (_name, filters, index) => {
    for (const cursor of [null, new Date('2024-01-01T00:00:00Z')]) {
      const plan = await explain(filters, cursor)
      expect(plan).not.toMatch(/Seq Scan/)
      expect(plan).toContain(index)
    }
  })

  test('everyone who ever acted is found without reading it either', async () => {
    expect(await desk.database.read(readActors)).toHaveLength(40)
  })
})

test('what no index answers is looked for a slice at a time: other acts go on in between', async () => {
  let answered = 0
  const asking = new AbortController()
  const others = (async () => {
    while (!asking.signal.aborted) {
      await desk.database.read((tx) => tx.execute(sql`select 1`))
      answered += 1
    }
  })()
  const page = await desk.log.list(listInput({ search: 'nobody of this name' }))
  asking.abort()
  await others
  expect(page).toEqual({ lines: [], next: null, newest: lines })
  expect(answered).toBeGreaterThanOrEqual(lines / 10_000)
})

test('the first page, one act and everything together are right, not only fast', async () => {
  expect((await desk.log.list(listInput({ limit: 3 }))).lines.map(({ seq }) => seq)).toEqual([lines, lines - 1, lines - 2])
  expect((await desk.everyPage({ actions: ['export'], limit: 250 })).map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => lines - index * 1000))
  expect((await desk.everyPage({ actions: ['export'], actor: 'door 0', search: 'person 0', limit: 250 })).map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => lines - index * 1000))
  const stats = await desk.log.stats({ from: null, to: null })
  expect(stats).toMatchObject({ total: lines, byAction: [{ action: 'checkin_scan', count: 98_000 }, { action: 'member_update', count: 1900 }, { action: 'export', count: 100 }] })
  expect(stats.byActor).toHaveLength(40)
})
