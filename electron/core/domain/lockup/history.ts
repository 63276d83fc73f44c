/** The chain of custody, read back (domain.md 4.15): openings, hand-overs and securings in one list, paged by cursor in SQL. */
import { sql, type SQL } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { lockup } from '../../../../shared/contract/lockup.ts'
import type { Tx } from '../../db/database.ts'

type Page = OutputOf<typeof lockup.history>
type Entry = Page['entries'][number]

interface Row {
  readonly id: string
  readonly at: string | Date
  readonly operational_date: string
  readonly kind: Entry['kind']
  readonly person_id: string | null
  readonly person_name: string | null
  readonly from_id: string | null
  readonly from_name: string | null
  readonly reason: Entry['reason']
  readonly confirmed_by: Entry['confirmedBy']
  readonly actor_name: string | null
  readonly total: number | null
  readonly execution_id: string | null
  readonly notes: string | null
}

const nothing = sql`null`

/** Each source is narrowed and cut by itself, along its own index, before they are merged. */
function source(kind: Entry['kind'], columns: { id: SQL; at: SQL; person: SQL; from?: SQL; reason?: SQL; confirmedBy?: SQL; actorName?: SQL; total?: SQL; executionId?: SQL; notes?: SQL }, tables: SQL, where: SQL, { from, to, cursor, limit }: InputOf<typeof lockup.history>): SQL {
  const { id, at, person, from: giver = nothing, reason = nothing, confirmedBy = nothing, actorName = nothing, total = nothing, executionId = nothing, notes = nothing } = columns
  return sql`(select ${id} as id, ${at} as at, cycle.operational_date, ${kind}::text as kind, ${person}::uuid as person_id, ${giver}::uuid as from_id, ${reason}::text as reason, ${confirmedBy}::text as confirmed_by,
      ${actorName}::text as actor_name, ${total}::int as total, ${executionId}::uuid as execution_id, ${notes}::text as notes
    from ${tables}
    where ${where} and (${from}::date is null or cycle.operational_date >= ${from}::date) and (${to}::date is null or cycle.operational_date <= ${to}::date)
      and (${cursor?.at ?? null}::timestamptz is null or (${at}, ${id}) < (${cursor?.at ?? null}::timestamptz, ${cursor?.id ?? null}::uuid))
    order by 2 desc, 1 desc limit ${limit + 1})`
}

/** Newest first; the id decides where two stand at one instant. */
export async function readCustody(tx: Tx, input: InputOf<typeof lockup.history>): Promise<Page> {
  const sources = [
    source('opened', { id: sql`cycle.id`, at: sql`cycle.opened_at`, person: sql`cycle.opened_by`, notes: sql`cycle.open_note` }, sql`lockup_cycle cycle`, sql`true`, input),
    source(
      'handed_over',
      { id: sql`transfer.id`, at: sql`transfer.at`, person: sql`transfer.to_member_id`, from: sql`transfer.from_member_id`, reason: sql`transfer.reason`, confirmedBy: sql`transfer.confirmed_by`, actorName: sql`transfer.actor_name`, notes: sql`transfer.notes` },
      sql`lockup_transfer transfer join lockup_cycle cycle on cycle.id = transfer.cycle_id`,
      sql`true`,
      input,
    ),
    source(
      'secured',
      { id: sql`execution.id`, at: sql`execution.executed_at`, person: sql`execution.executed_by`, total: sql`execution.total`, executionId: sql`execution.id`, notes: sql`execution.notes` },
      sql`lockup_execution execution join lockup_cycle cycle on cycle.id = execution.cycle_id`,
      sql`true`,
      input,
    ),
    source('reset', { id: sql`cycle.id`, at: sql`cycle.secured_at`, person: nothing }, sql`lockup_cycle cycle`, sql`cycle.secured_at is not null and cycle.secured_by is null`, input),
  ]
  const { rows } = (await tx.execute(sql`
    select entry.*, person.display_name as person_name, giver.display_name as from_name
    from (${sql.join(sources, sql` union all `)}) entry
    left join member person on person.id = entry.person_id
    left join member giver on giver.id = entry.from_id
    order by entry.at desc, entry.id desc limit ${input.limit + 1}`)) as unknown as { rows: Row[] }
  const entries = rows.slice(0, input.limit).map(toEntry)
  const last = entries.at(-1)
  return { entries, next: rows.length > input.limit && last !== undefined ? { at: last.at, id: last.id } : null }
}

const named = (id: string | null, displayName: string | null): Entry['person'] => (id === null ? null : { id, displayName: displayName ?? '' })

const toEntry = (row: Row): Entry => ({
  id: row.id,
  at: new Date(row.at).toISOString(),
  operationalDate: row.operational_date,
  kind: row.kind,
  person: named(row.person_id, row.person_name),
  from: named(row.from_id, row.from_name),
  reason: row.reason,
  confirmedBy: row.confirmed_by,
  actorName: row.actor_name,
  total: row.total,
  executionId: row.execution_id,
  notes: row.notes,
})
