/** Who was inside during which session, out of the movements (domain.md 4.19 ▶). */
import { sql, type SQL } from 'drizzle-orm'
import { partsOf, type Session } from '../../../../shared/domain/training-day.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { idList } from '../../db/id-list.ts'
import { breathe } from '../../kit/breathe.ts'

/** A stay within a session: milliseconds since 1970. */
export interface Stay {
  readonly from: number
  readonly to: number
}

/** What `member` did in the sessions, by the place of the session in the list that was asked for. */
export type Stays = ReadonlyMap<string, ReadonlyMap<number, readonly Stay[]>>

interface Row extends Record<string, unknown> {
  readonly member_id: string
  readonly session: number
  readonly came: number
  readonly went: number
}

/** PGlite answers in this very process: so many people times sessions take it some milliseconds, and the desk is answered between. */
const cellsAtOnce = 1_000

/**
 * Everybody's stays in these sessions. It reads the movements of the sessions' own operational days, and of each person the one
 * before and the one after: never the whole record.
 */
export async function readStays(database: Database, memberIds: readonly string[], sessions: readonly Session[], unit: UnitTime): Promise<Stays> {
  const stays = new Map<string, Map<number, Stay[]>>()
  const atOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, memberIds.length)))
  for (let first = 0; first < sessions.length; first += atOnce) {
    const parts = sessions.slice(first, first + atOnce).flatMap((session, index) => partsOf(session, unit).map((part) => ({ session: first + index, part })))
    const rows = await database.read((tx) => select(tx, memberIds, parts))
    for (const { member_id: memberId, session, came, went } of rows) add(stays, memberId, session, { from: came, to: went })
    await breathe()
  }
  return stays
}

/** Stays come in order; where one begins as another ends, they are one. */
function add(stays: Map<string, Map<number, Stay[]>>, memberId: string, session: number, stay: Stay): void {
  const ofMember = stays.get(memberId) ?? new Map<number, Stay[]>()
  stays.set(memberId, ofMember)
  const there = ofMember.get(session) ?? []
  const last = there.at(-1)
  ofMember.set(session, last?.to === stay.from ? [...there.slice(0, -1), { from: last.from, to: stay.to }] : [...there, stay])
}

/** Seconds that they add up to. */
export const secondsOf = (stays: readonly Stay[] = []): number => stays.reduce((sum, { from, to }) => sum + (to - from), 0) / 1000

type Parts = readonly { readonly session: number; readonly part: ReturnType<typeof partsOf>[number] }[]

/**
 * A stay is from an arrival to the movement after it. One that nothing but another arrival follows has no end: it counts until
 * its operational day turned over. So whoever came on an earlier day is there only when they left later on.
 */
async function select(tx: Tx, memberIds: readonly string[], parts: Parts): Promise<readonly Row[]> {
  const list = JSON.stringify(parts.map(({ session, part }, n) => ({ n, session, begins: part.start, ends: part.end, day: part.dayStart })))
  const ids = idList(memberIds)
  const direction = (person: SQL, when: SQL, order: SQL): SQL => sql`(select m.direction from movement m where m.member_id = ${person} and ${when} and not m.voided order by ${order} limit 1)`
  const before = direction(sql`person.id`, sql`m.at < part.day`, sql`m.at desc, m.seq desc`)
  const after = direction(sql`person.id`, sql`m.at >= part.ends`, sql`m.at, m.seq`)
  const { rows } = (await tx.execute<Row>(sql`
    with part as materialized (
      select * from jsonb_to_recordset(${list}::jsonb) as part(n int, session int, begins timestamptz, ends timestamptz, day timestamptz)
    ), moved as materialized (
      select part.n, m.member_id, m.at, m.direction, lead(m.at) over line as next_at, row_number() over line as place
      from part join movement m on m.at >= part.day and m.at < part.ends and not m.voided and m.member_id = any(${ids})
      window line as (partition by part.n, m.member_id order by m.at, m.seq)
    ), stay as (
      select n, member_id, at as came, next_at as went from moved where direction = 'in'
      union all
      select part.n, person.id, part.begins, first.at
      from part cross join unnest(${ids}) as person(id)
      left join moved first on first.n = part.n and first.member_id = person.id and first.place = 1
      where coalesce(first.direction, 'out') = 'out' and ${before} = 'in' and coalesce(first.direction, ${after}) = 'out'
    )
    select stay.member_id, part.session, extract(epoch from greatest(stay.came, part.begins))::float8 * 1000 as came, extract(epoch from least(stay.went, part.ends))::float8 * 1000 as went
    from stay join part using (n)
    where stay.came < part.ends and coalesce(stay.went > part.begins, true)
    order by part.n, stay.member_id, came`)) as { rows: Row[] }
  return rows
}
