/** A unit that outgrew itself: 2,000 on the roll and five years of movements. What lists are asked in at their worst. */
import { sql } from 'drizzle-orm'
import type { Database } from '../../electron/core/db/database.ts'
import { insertMany } from '../../electron/core/db/insert-many.ts'
import { badge, member, memberTag, rank, division, tag, station } from '../../electron/core/db/schema/index.ts'
import { newId } from '../../electron/core/kit/id.ts'
import { firstNames, lastNames } from '../../resources/seed/demo-unit.ts'
import { displayName, searchNameOf } from '../../shared/domain/names.ts'

export const recordPeople = 2_000
export const recordMovements = 1_000_000
const perPerson = recordMovements / recordPeople
/** One statement of a million rows would hold the engine for minutes. */
const parts = 20

const stations = ['front-door', 'rear-door', 'jetty'] as const

/** Members, badges and tags spread over ranks, divisions and statuses; all but two movements in a hundred by badge. */
export async function fillRecord(database: Database, now: Date): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.insert(station).values(stations.map((id) => ({ id, name: id, createdAt: now }))).onConflictDoNothing()
    const ranks = await tx.select({ id: rank.id, code: rank.code }).from(rank).where(sql`${rank.isActive}`)
    const divisions = await tx.select({ id: division.id }).from(division)
    const people = Array.from({ length: recordPeople }, (_, index) => {
      const holds = ranks[index % ranks.length]
      const name = { lastName: lastNames[index % lastNames.length] ?? '', firstName: firstNames[(index * 7) % firstNames.length] ?? '' }
      if (holds === undefined) throw new Error('the ranks are not seeded')
      return {
        id: newId(), serviceNumber: `V${100_000 + index}`, rankId: holds.id, ...name, displayName: displayName({ rank: holds.code, ...name }, false), searchName: searchNameOf(name),
        divisionId: index % 17 === 0 ? null : (divisions[index % divisions.length]?.id ?? null), memberType: index % 5 === 0 ? 'class_b' : 'class_a', status: index % 25 === 0 ? 'inactive' : 'active',
        source: 'nominal_roll' as const, contractEnd: index % 3 === 0 ? `2027-0${(index % 9) + 1}-15` : null, createdAt: now, updatedAt: now,
      }
    })
    await insertMany(tx, member, people)
    await insertMany(tx, badge, people.map(({ id }, index) => ({ id: newId(), serial: `RECORD${index}`, status: 'active', memberId: id, createdAt: now, updatedAt: now })))
    const tags = await tx.select({ id: tag.id }).from(tag)
    if (tags.length > 0) await insertMany(tx, memberTag, people.filter((_, index) => index % 4 === 0).map(({ id }, index) => ({ memberId: id, tagId: tags[index % tags.length]?.id ?? '', createdAt: now })))
  })
  for (let part = 0; part < parts; part += 1)
    await database.transaction((tx) =>
      tx.execute(sql`
        insert into movement (id, member_id, badge_id, direction, at, recorded_at, station_id, method, flagged, flag_reason, voided)
        select gen_random_uuid(), badge.member_id, badge.id, case when n % 2 = 1 then 'in' else 'out' end, t.at, t.at,
          (array['front-door', 'rear-door', 'jetty'])[1 + (n + p.place) % 3], case when (n + p.place) % 50 = 0 then 'manual' else 'badge' end,
          (n + p.place) % 400 = 0, case when (n + p.place) % 400 = 0 then 'bench' end, (n + p.place) % 300 = 7
        from generate_series(${sql.raw(String((part * perPerson) / parts + 1))}, ${sql.raw(String(((part + 1) * perPerson) / parts))}) n
        cross join (select id, member_id, row_number() over (order by serial)::int as place from badge) p
        join badge on badge.id = p.id
        cross join lateral (select ${now.toISOString()}::timestamptz - make_interval(hours => (${sql.raw(String(perPerson))} - n) * 87 + 1, secs => p.place % 3000) as at) t
        order by t.at`),
    )
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      insert into movement_correction (id, at, kind, actor_kind, actor_id, actor_name, reason, original_id, replacement_id)
      select gen_random_uuid(), at, case when voided then 'delete' else 'add' end, 'user', 'bench', 'Bench', 'bench', case when voided then id end, case when voided then null else id end
      from movement where voided or method = 'manual'`)
    await tx.execute(sql`
      insert into member_presence (member_id, direction, at, recorded_at, movement_id, station_id)
      select distinct on (member_id) member_id, direction, at, recorded_at, id, station_id from movement where not voided order by member_id, at desc, seq desc`)
    await tx.execute(sql`analyze`)
  })
}
