/** A unit of 500 with four years of movements, everyone inside: the state that the figures are asked for in. */
import { sql } from 'drizzle-orm'
import type { Database } from '../electron/core/db/database.ts'

export const people = 500
export const movements = 200_000

/** Members 1…500 hold the badges BENCH00001…; all statements run inside PostgreSQL, so that 200,000 rows take seconds. */
export async function fillUnit(database: Database, now: Date, of: { readonly people: number; readonly movements: number } = { people, movements }): Promise<void> {
  const at = now.toISOString()
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into station (id, name, created_at) values ('front-door', 'Front door', ${at})`)
    await tx.execute(sql`
      insert into member (id, service_number, rank_id, first_name, last_name, display_name, search_name, division_id, member_type, status, source, created_at, updated_at)
      select gen_random_uuid(), 'V' || lpad(n::text, 6, '0'), (select id from rank where code = 'S1'), 'Alex', 'Person ' || n, 'S1 Person ' || n || ', A', 'person ' || n,
        (select id from division order by code offset n % 9 limit 1), 'class_a', 'active', 'nominal_roll', ${at}, ${at}
      from generate_series(1, ${sql.raw(String(of.people))}) n`)
    await tx.execute(sql`
      insert into badge (id, serial, status, member_id, created_at, updated_at)
      select gen_random_uuid(), 'BENCH' || right(service_number, 5), 'active', id, ${at}, ${at} from member`)
  })
  // In four parts: one statement of 200,000 rows would stand in the way of everything else for seconds.
  for (let part = 0; part < 4; part += 1) {
    await database.transaction((tx) =>
      tx.execute(sql`
        insert into movement (id, member_id, badge_id, direction, at, recorded_at, station_id, method)
        select gen_random_uuid(), member.id, badge.id, case when n % 2 = 1 then 'in' else 'out' end,
          ${at}::timestamptz - make_interval(hours => (${sql.raw(String(of.movements / of.people))} - n) * 80 + 1), ${at}, 'front-door', 'badge'
        from member join badge on badge.member_id = member.id
        cross join generate_series(${sql.raw(String((part * of.movements) / of.people / 4 + 1))}, ${sql.raw(String(((part + 1) * of.movements) / of.people / 4))}) n
        order by n, member.id`),
    )
  }
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      insert into member_presence (member_id, direction, at, recorded_at, movement_id, station_id)
      select distinct on (member_id) member_id, 'in', at, recorded_at, id, station_id from movement order by member_id, at desc`)
    await tx.execute(sql`analyze`)
  })
}

export const serialOf = (index: number): string => `BENCH${String((index % people) + 1).padStart(5, '0')}`
