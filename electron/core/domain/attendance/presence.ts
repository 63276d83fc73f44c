/** Who was inside during which session, out of the movements (domain.md 4.19 ▶). */
import { sql, type SQL } from 'drizzle-orm'
import { partsOf, type Session, type SessionPart } from '../../../../shared/domain/training-day.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Reads } from '../../db/remote-reads.ts'
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
  readonly came: number
  readonly went: number
}

/**
 * Everybody's stays in these sessions. It reads the movements of the sessions' own operational days, and of few people the one
 * before and the one after: never the whole record. PGlite answers in this very process, so each session is a statement, some
 * milliseconds for 500 people, and the desk is answered between two of them. Sessions are over: nothing is torn apart by that.
 */
export async function readStays(database: Reads, memberIds: readonly string[], sessions: readonly Session[], unit: UnitTime): Promise<Stays> {
  const stays = new Map<string, Map<number, Stay[]>>()
  for (const [index, session] of sessions.entries())
    for (const part of partsOf(session, unit)) {
      await breathe()
      const { rows } = (await database.read((tx) => tx.execute<Row>(selectStays(memberIds, part)))) as unknown as { rows: Row[] }
      for (const { member_id: memberId, came, went } of rows) add(stays, memberId, index, { from: came, to: went })
    }
  await breathe()
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

const milliseconds = (at: SQL): SQL => sql`extract(epoch from ${at})::float8 * 1000`

/**
 * A stay is from an arrival to the movement after it. One that nothing but another arrival follows has no end: it counts until
 * its operational day turned over. So whoever came on an earlier day is there only when they left later on.
 */
function selectStays(memberIds: readonly string[], { start, end, dayStart }: SessionPart): SQL {
  const [begins, ends, day] = [start, end, dayStart].map((at) => sql`${at.toISOString()}::timestamptz`) as [SQL, SQL, SQL]
  const nearest = (when: SQL, order: SQL): SQL => sql`(select m.direction from movement m where m.member_id = maybe.id and ${when} and not m.voided order by ${order} limit 1)`
  const before = nearest(sql`m.at < ${day}`, sql`m.at desc, m.seq desc`)
  const after = nearest(sql`m.at >= ${ends}`, sql`m.at, m.seq`)
  // Each step is worked out once, in this order: few people are left whose movement before and after must be looked up.
  return sql`
    with person as materialized (
      select unnest(${idList(memberIds)}) as id
    ), moved as materialized (
      select m.member_id, m.at, m.direction, lead(m.at) over line as next_at, row_number() over line as place
      from movement m join person on person.id = m.member_id
      where m.at >= ${day} and m.at < ${ends} and not m.voided
      window line as (partition by m.member_id order by m.at, m.seq)
    ), maybe as materialized (
      select person.id, first.at as left_at, first.direction from person left join moved first on first.member_id = person.id and first.place = 1
      where first.direction is distinct from 'in'
    ), stay as (
      select member_id, at as came, next_at as went from moved where direction = 'in'
      union all
      select id, ${begins}, left_at from maybe where ${before} = 'in' and coalesce(direction, ${after}) = 'out'
    )
    select member_id, ${milliseconds(sql`greatest(came, ${begins})`)} as came, ${milliseconds(sql`least(went, ${ends})`)} as went
    from stay where came < ${ends} and coalesce(went > ${begins}, true)
    order by member_id, stay.came`
}
