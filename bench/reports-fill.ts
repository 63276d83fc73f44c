/** What reports read beside movements: visits, corrections, forgotten check-outs, badges and a recruit course, for a unit whose movements are there. */
import { sql } from 'drizzle-orm'
import type { Database } from '../electron/core/db/database.ts'

/** As many as a report may hold at the most is 20,000. */
export const reportRows = { visits: 18_000, corrections: 10_000, missed: 5_000, enrolled: 60 } as const

/** Everybody is inside afterwards. All statements run inside PostgreSQL. */
export async function fillForReports(database: Database, now: Date): Promise<void> {
  const at = now.toISOString()
  const number = (value: number) => sql.raw(String(value))
  await database.transaction(async (tx) => {
    await tx.execute(sql`
      insert into badge (id, serial, status, member_id, created_at, updated_at)
      select gen_random_uuid(), 'BENCH' || right(service_number, 5), 'active', id, ${at}, ${at} from member`)
    await tx.execute(sql`
      insert into visit (id, request_id, visit_type, first_name, last_name, organization, display_name, search_name, purpose, details, host_member_id, since, station_id, method, actor_name, until, ended_by, ended_by_name, created_at, updated_at)
      select gen_random_uuid(), gen_random_uuid(), 'guest', 'Robin', 'Visitor ' || n % 4000, 'Organization ' || n % 90, 'Visitor ' || n % 4000 || ', Robin', 'visitor ' || n % 4000 || ' robin', 'information', 'Tour',
        host.id, came, 'front-door', 'desk', 'Bench', came + interval '95 minutes', 'desk', 'Bench', came, came
      from generate_series(1, ${number(reportRows.visits)}) n
      join (select id, row_number() over (order by service_number) as place from member) host on host.place = 1 + n % 500
      cross join lateral (select ${at}::timestamptz - make_interval(mins => n * 50 + 200) as came) moment`)
    await tx.execute(sql`
      insert into movement_correction (id, at, kind, actor_kind, actor_id, actor_name, reason, replacement_id)
      select gen_random_uuid(), at + interval '1 hour', 'add', 'user', 'bench', 'Bench', 'Forgot the badge at home', id from movement order by seq desc limit ${number(reportRows.corrections)}`)
    await tx.execute(sql`
      insert into missed_checkout (id, member_id, operational_date, original_checkin_at, forced_checkout_at, resolved_by, actor_name)
      select gen_random_uuid(), member_id, (at at time zone 'America/Winnipeg')::date, at, at + interval '8 hours', 'daily_reset', 'Sentinel'
      from movement where direction = 'in' order by seq desc limit ${number(reportRows.missed)}`)
    await tx.execute(sql`
      insert into bmq_course (id, name, start_date, end_date, training_days, start_time, end_time, created_at, updated_at)
      values (gen_random_uuid(), 'Bench course', (${at}::timestamptz - interval '200 days')::date, (${at}::timestamptz + interval '20 days')::date, '{6,7}', '08:00', '16:00', ${at}, ${at})`)
    await tx.execute(sql`
      insert into bmq_enrolment (id, member_id, course_id, enrolled_on, created_at, updated_at)
      select gen_random_uuid(), member.id, course.id, course.start_date, ${at}, ${at} from bmq_course course cross join (select id from member order by service_number limit ${number(reportRows.enrolled)}) member`)
    await tx.execute(sql`update member_presence set direction = 'in', at = ${at}::timestamptz - interval '3 hours'`)
    await tx.execute(sql`analyze`)
  })
}
