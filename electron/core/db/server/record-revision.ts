/** The record’s revision: grows by one with every act that wrote, so that stations can tell whether they missed any (decision 026). */
import type { Link } from './link.ts'

const topic = 'record'

/** Where stations tell each other (LISTEN and NOTIFY are the database’s own, so desks on one server do not meet). */
export const channel = 'sentinel'

/** Last in an act, when acts wait for each other already: the order of revisions is the order of commits. Sent if and only if the act is kept. */
const announcing = `with next as (
  insert into revision (topic, value) values ('${topic}', 1) on conflict (topic) do update set value = revision.value + 1 returning value
) select value, pg_notify('${channel}', json_build_object('by', $1::text, 'revision', value)::text) from next`

/** In a writing act’s transaction. @param session of the station, as in its words to the others. @returns the act’s revision */
export async function announceAct(link: Pick<Link, 'query'>, session: string): Promise<number> {
  const { rows } = await link.query(announcing, [session])
  return Number((rows[0] as { value: number }).value)
}

/** 0 where no act was ever announced. */
export async function readRecordRevision(link: Pick<Link, 'query'>, limitMs: number): Promise<number> {
  const { rows } = await link.query(`select coalesce(max(value), 0)::int8 as value from revision where topic = '${topic}'`, undefined, limitMs)
  return Number((rows[0] as { value: number }).value)
}
