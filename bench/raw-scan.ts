/** The statements of a scan, word for word, on the bare engine: what the application's share is measured against. */
import { randomUUID } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'

export async function rawScan(engine: PGlite, serial: string, now: Date): Promise<void> {
  const at = now.toISOString()
  await engine.transaction(async (tx) => {
    const { rows: badges } = await tx.query<{ id: string; member_id: string }>('select id, status, member_id from badge where serial = $1 for update', [serial])
    const [badge] = badges
    if (badge === undefined) throw new Error(`no badge ${serial}`)
    const scanId = randomUUID()
    await tx.query(
      `select m.id, r.code, m.first_name, m.last_name, m.display_name, d.code, d.name, v.member_id, v.direction, v.at, v.station_id, s.name, b.serial
       from movement v join member m on m.id = v.member_id join rank r on r.id = m.rank_id left join division d on d.id = m.division_id
       join station s on s.id = v.station_id left join badge b on b.id = v.badge_id where v.scan_id = $1`,
      [scanId],
    )
    await tx.query('select id from member where id = $1 for update', [badge.member_id])
    const { rows: holders } = await tx.query<{ direction: string }>(
      `select m.id, r.code, m.first_name, m.last_name, m.display_name, d.code, d.name, m.status, m.contract_end, p.direction, p.at, p.recorded_at
       from member m join rank r on r.id = m.rank_id left join division d on d.id = m.division_id left join member_presence p on p.member_id = m.id where m.id = $1`,
      [badge.member_id],
    )
    await tx.query('select name from station where id = $1', ['front-door'])
    const direction = holders[0]?.direction === 'in' ? 'out' : 'in'
    const id = randomUUID()
    await tx.query('insert into audit (at, actor_kind, actor_id, actor_name, action, entity_type, entity_id, details) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      at, 'device', 'bench', 'bench', 'checkin_scan', 'movement', id, JSON.stringify({ outcome: `member_${direction}`, memberId: badge.member_id, stationId: 'front-door', reader: null }),
    ])
    await tx.query('insert into movement (id, member_id, badge_id, direction, at, recorded_at, station_id, reader, method, scan_id, flagged, flag_reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
      id, badge.member_id, badge.id, direction, at, at, 'front-door', null, 'badge', scanId, false, null,
    ])
    await tx.query(
      `insert into member_presence (member_id, direction, at, recorded_at, movement_id, station_id) values ($1, $2, $3, $4, $5, $6)
       on conflict (member_id) do update set direction = $2, at = $3, recorded_at = $4, movement_id = $5, station_id = $6`,
      [badge.member_id, direction, at, at, id, 'front-door'],
    )
    await tx.query('update badge set last_used_at = $1 where id = $2', [at, badge.id])
    await tx.query(`update revision set value = value + 1 where topic = 'presence' returning value`)
  })
}

/** The rows of the presence snapshot, and nothing done with them. */
export const rawSnapshot = (engine: PGlite) =>
  engine.query(
    `select m.id, r.code, r.display_order, m.first_name, m.last_name, m.display_name, m.status, d.code, d.name, p.at, p.station_id, s.name
     from member_presence p join member m on m.id = p.member_id join rank r on r.id = m.rank_id join station s on s.id = p.station_id left join division d on d.id = m.division_id
     where p.direction = 'in' order by r.display_order desc, m.last_name, m.first_name, m.id`,
  )
