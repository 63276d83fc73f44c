/** Whatever a list of the record is narrowed to: the right rows in the right order, and never the whole record read (domain.md 1.4, 4.3 ▶). */
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { parse } from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { history as contract } from '../../../../shared/contract/history.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { openHistoryDesk, type HistoryDesk } from './testing/history-desk.ts'
import { readHistory, type Filters } from './page.ts'

let desk: HistoryDesk
let people: string[]
beforeAll(async () => {
  desk = await openHistoryDesk()
  for (const name of ['Abel', 'Béland', 'Cyr', 'Dubé', 'Rarely']) await desk.enlist(name, { divisionCode: name < 'C' ? 'OPS' : 'DECK' })
  people = await desk.database.transaction(async (tx) => {
    await tx.execute(sql`insert into station (id, name, created_at) values ('front-door', 'Front door', now()), ('rear-door', 'Rear door', now())`)
    // The last of them came at the beginning only, and those of DECK seldom.
    await tx.execute(sql`
      insert into movement (id, member_id, direction, at, recorded_at, station_id, method, flagged, voided)
      select gen_random_uuid(), m.id, case when n % 2 = 0 then 'in' else 'out' end, timestamptz '2026-06-01 12:00Z' + make_interval(mins => n * 12), now(), case when n % 7 = 0 then 'rear-door' else 'front-door' end,
        (array['badge', 'manual', 'system', 'override'])[case when n % 50 < 4 then n % 50 else 0 end + 1], n % 97 = 0, n % 89 = 0
      from generate_series(1, 20000) n
      join (select id, row_number() over (order by search_name) as place from member) m on m.place = case when n < 6 then 5 when n % 40 = 0 then 3 + n / 40 % 2 else 1 + n % 2 end`)
    await tx.execute(sql`analyze`)
    return ((await tx.execute(sql`select id from member order by search_name`)) as unknown as { rows: { id: string }[] }).rows.map(({ id }) => id)
  })
})
afterAll(() => desk.database.close())

const filtersOf = (input: Partial<Filters>): Filters => {
  const { cursor: _cursor, limit: _limit, ...filters } = parse(contract.list.input, input)
  return filters
}
const seqsOf = async (tx: Tx, filters: Filters, limit: number, pages: number): Promise<number[]> => {
  const seqs: number[] = []
  let cursor: { at: Date; seq: number } | null = null
  for (let page = 0; page < pages; page += 1) {
    const { rows, more }: Awaited<ReturnType<typeof readHistory>> = await readHistory(tx, filters, defaultUnitTime, cursor, limit)
    seqs.push(...rows.map(({ move }) => move.seq))
    cursor = rows.at(-1)?.move ?? null
    if (!more) break
  }
  return seqs
}

/** The same in the plainest words. */
const expected = (tx: Tx, { search, divisions, direction, method, stationId, flagged, corrected, includeVoided, memberId, from, to }: Filters, rows: number) =>
  tx.execute(sql`
    select v.seq::int from movement v join member m on m.id = v.member_id left join division d on d.id = m.division_id
    where m.search_name like ${`%${search}%`} and (${divisions.length} = 0 or d.code = any(${sql.param(`{${divisions.join(',')}}`)}::text[]))
      and (${memberId}::uuid is null or m.id = ${memberId}::uuid) and (${direction}::text is null or v.direction = ${direction}) and (${method}::text is null or v.method = ${method})
      and (${stationId}::text is null or v.station_id = ${stationId}) and (not ${flagged}::boolean or v.flagged) and (not ${corrected}::boolean or v.voided or v.method in ('manual', 'override'))
      and (${includeVoided || corrected}::boolean or not v.voided)
      and (${from}::text is null or v.at >= ${`${from ?? '2026-01-01'} 03:00 America/Winnipeg`}::timestamptz) and (${to}::text is null or v.at < ${`${to ?? '2026-01-01'} 03:00 America/Winnipeg`}::timestamptz + interval '1 day')
    order by v.at desc, v.seq desc limit ${rows}`) as unknown as Promise<{ rows: { seq: number }[] }>

test('pages hold what the filters say, whoever is asked for and however seldom they came', async () => {
  const days = ['2026-06-01', '2026-06-03', '2026-08-15', '2026-11-14'] as const
  const filters = fc.record(
    {
      search: fc.constantFrom('', 'e', 'abel', 'cyr', 'rarely', 'nobody'),
      divisions: fc.constantFrom<string[]>([], ['OPS'], ['DECK'], ['DECK', 'CMD'], ['BAND']),
      memberId: fc.constantFrom(null, ...people),
      direction: fc.constantFrom(null, 'in' as const, 'out' as const),
      method: fc.constantFrom(null, 'badge' as const, 'manual' as const, 'system' as const, 'login' as const),
      stationId: fc.constantFrom(null, 'rear-door', 'desk'),
      flagged: fc.boolean(),
      corrected: fc.boolean(),
      includeVoided: fc.boolean(),
      from: fc.constantFrom(null, ...days),
      to: fc.constantFrom(null, ...days),
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 6 }), async (input, limit) => {
      const asked = filtersOf(input)
      const [seqs, { rows }] = await desk.database.read(async (tx) => [await seqsOf(tx, asked, limit, 3), await expected(tx, asked, limit * 3)] as const)
      expect(seqs).toEqual(rows.map(({ seq }) => seq))
    }),
    { numRuns: 150 },
  )
})

describe('no list reads the record from end to end', () => {
  const old = { from: '2026-06-02', to: '2026-06-04' }
  test.each<Partial<Filters>>([
    {},
    { includeVoided: true },
    { direction: 'in' },
    { method: 'badge' },
    { method: 'manual' },
    { method: 'login' },
    { stationId: 'rear-door' },
    { stationId: 'desk' },
    { flagged: true },
    { corrected: true },
    old,
    { to: '2026-06-02' },
    { search: 'rarely' },
    { search: 'e' },
    { search: 'cyr', flagged: true },
    { search: 'rarely', corrected: true },
    { search: 'e', ...old },
    { divisions: ['DECK'] },
    { divisions: ['DECK'], method: 'manual' },
    { divisions: ['DECK'], stationId: 'rear-door', direction: 'out' },
    { flagged: true, ...old },
  ])('%j', async (input) => {
    // Of this act alone: what others count is of other acts.
    const scans = async (tx: Tx): Promise<number> => ((await tx.execute(sql`select seq_scan::int as scans from pg_stat_xact_user_tables where relname = 'movement'`)) as unknown as { rows: { scans: number }[] }).rows[0]?.scans ?? Number.NaN
    await desk.database.transaction(async (tx) => {
      const before = await scans(tx)
      await readHistory(tx, filtersOf(input), defaultUnitTime, null, 50)
      expect(await scans(tx)).toBe(before)
      await tx.execute(sql`select count(station_id) from movement`)
      expect(await scans(tx)).toBe(before + 1)
    })
  })
})
