/** Whether the record of a whole desk is consistent with itself, and what is in it of what was asked. */
import { sql } from 'drizzle-orm'
import type { Database } from '../../../electron/core/db/database.ts'

export interface Verdict {
  /** Each is 0 in a record that is whole. */
  readonly broken: Readonly<Record<string, number>>
  /** Ids under which acts left something behind, by act; `report` as a number, since it leaves its line in the trail only. */
  readonly found: Readonly<Record<'scan' | 'visitorIn' | 'visitorOut' | 'correct' | 'record' | 'lockup' | 'import' | 'reset', readonly string[]>>
  readonly reports: number
  readonly rows: number
}

const broken = sql`
  with standing as (select * from movement where not voided),
    turns as (select direction, lag(direction) over (partition by member_id order by at, seq) as before from standing),
    latest as (select distinct on (member_id) member_id, id, direction, at from standing order by member_id, at desc, seq desc),
    gone as (select e.id, e.executed_at, p ->> 'kind' as kind, (p ->> 'id')::uuid as person from lockup_execution e cross join jsonb_array_elements(e.people) p)
  select
    (select count(*)::int from turns where direction = before) as "not alternating",
    (select count(*)::int from latest l full join member_presence p on p.member_id = l.member_id where p.member_id is null or l.member_id is null or p.movement_id <> l.id or p.direction <> l.direction or p.at <> l.at) as "presence is not the latest movement",
    (select count(*)::int from movement m where m.scan_id is not null and m.recorded_at > (select min(at) from audit where action = 'demo_fill') and not exists (select from audit a where a.entity_type = 'movement' and a.entity_id = m.id::text and a.action = 'checkin_scan')) as "scan without a line in the trail",
    (select count(*)::int from audit a where a.action = 'checkin_scan' and not exists (select from movement m where m.id::text = a.entity_id)) as "line in the trail without its scan",
    (select count(*)::int from visit v where not exists (select from audit a where a.action = 'visitor_signin' and a.entity_id = v.id::text)) as "visit without a line in the trail",
    (select count(*)::int from visit v where v.until is not null and (select count(*) from audit a where a.action in ('visitor_signout', 'visitor_overstay') and a.entity_id = v.id::text) <> 1) as "end of a visit without one line in the trail",
    (select count(*)::int from audit a where a.action in ('visitor_signout', 'visitor_overstay') and not exists (select from visit v where v.id::text = a.entity_id and v.until is not null)) as "end in the trail of a visit that goes on",
    (select count(*)::int from movement m where m.voided and not exists (select from movement_correction c where c.original_id = m.id)) as "voided by no correction",
    (select count(*)::int from movement_correction c join movement m on m.id = c.original_id where not m.voided) as "corrected and not voided",
    (select count(*)::int from lockup_cycle c where c.status = 'secured' and c.secured_by is not null and not exists (select from lockup_execution e where e.cycle_id = c.id)) as "secured without an execution",
    (select count(*)::int from lockup_execution e join lockup_cycle c on c.id = e.cycle_id where c.status <> 'secured') as "executed and not secured",
    (select count(*)::int from lockup_execution e where not exists (select from responsibility_log l where l.action = 'building_lockup' and l.at = e.executed_at)) as "securing without its line",
    (select count(*)::int from gone g where g.kind = 'member' and not exists (select from movement m where m.member_id = g.person and m.direction = 'out' and m.recorded_at = g.executed_at)) as "secured with somebody left inside",
    (select count(*)::int from roll_import i where (select count(*) from roll_import_change c where c.import_id = i.id) <> 40 or not exists (select from audit a where a.action = 'import_execute' and a.entity_id = i.id::text)) as "half an import",
    (select count(*)::int from member m where m.last_name ilike 'rig %' and not exists (select from roll_import_change c where c.member_id = m.id)) as "member of no import",
    (select count(*)::int from member_presence p where p.direction = 'in' and p.at < (select max(due_at) from job_run where job = 'daily_reset' and outcome = 'done')) as "inside since before the day turned over",
    (select count(*)::int from visit v where v.until is null and not v.voided and v.since < (select max(due_at) from job_run where job = 'daily_reset' and outcome = 'done')) as "visitor since before the day turned over",
    (select coalesce(sum(missed_checkout_count), 0)::int from member) - (select count(*)::int from missed_checkout) as "missed check-outs miscounted"`

const found = sql`
  select 'scan' as act, scan_id::text as id from movement where scan_id is not null union all
  select 'scan', scan_id::text from refused_scan where scan_id is not null union all
  select 'scan', end_scan_id::text from visit where end_scan_id is not null union all
  select 'visitorIn', request_id::text from visit union all
  select 'visitorOut', id::text from visit where ended_by in ('desk', 'kiosk') union all
  select 'correct', replacement_id::text from movement_correction where kind = 'edit' union all
  select 'record', replacement_id::text from movement_correction where kind = 'add' union all
  select 'lockup', request_id::text from lockup_execution union all
  select 'import', file_name from roll_import union all
  select 'reset', key from job_run where job = 'daily_reset' and outcome = 'done'`

/** Everything in one moment. */
export function readVerdict(database: Database): Promise<Verdict> {
  return database.read(async (tx) => {
    const rowsOf = async <R>(query: Parameters<typeof tx.execute>[0]): Promise<R[]> => ((await tx.execute(query)) as unknown as { rows: R[] }).rows
    const ids = { scan: [] as string[], visitorIn: [] as string[], visitorOut: [] as string[], correct: [] as string[], record: [] as string[], lockup: [] as string[], import: [] as string[], reset: [] as string[] }
    for (const { act, id } of await rowsOf<{ act: keyof typeof ids; id: string }>(found)) ids[act].push(id)
    const [counts] = await rowsOf<{ reports: number; rows: number }>(sql`select (select count(*)::int from audit where action = 'report_export') as reports, (select count(*)::int from audit) + (select count(*)::int from movement) as rows`)
    return { broken: (await rowsOf<Record<string, number>>(broken))[0] ?? {}, found: ids, reports: counts?.reports ?? 0, rows: counts?.rows ?? 0 }
  })
}
