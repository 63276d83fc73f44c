/**
 * How the filters of the trail are answered (domain.md 4.23): one of them is walked along its index from the newest line
 * on, and what is left is looked at line by line.
 */
import { sql, type SQL } from 'drizzle-orm'
import type * as v from 'valibot'
import type { AuditFilters } from '../../../../shared/contract/audit.ts'
import { actionsOf } from '../../../../shared/domain/audit-actions.ts'
import { foldText, searchTerms } from '../../../../shared/domain/fold-text.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { all, asJson, rowsOf } from './sql.ts'

export type Filters = v.InferOutput<typeof AuditFilters>

interface ActorName extends Record<string, unknown> {
  readonly id: string
  readonly name: string
}

/** What is walked along an index, newest first. */
export type Walk = { readonly by: 'time' } | { readonly by: 'actor'; readonly actors: readonly ActorName[] } | { readonly by: 'action'; readonly actions: readonly string[] } | { readonly by: 'entity'; readonly conditions: readonly SQL[] }

export interface Plan {
  readonly walk: Walk
  /** The operational dates, as instants. */
  readonly range: SQL
  /** What the walk does not answer; undefined = nothing. */
  readonly rest: SQL | undefined
}

/** So few actors are walked one by one; more of them stand so close together in time that walking time finds them at once. */
const few = 120

/** Everyone who ever acted, by id and name: a few steps along the index for each, never the trail itself. */
export const readActors = (tx: Tx): Promise<ActorName[]> =>
  rowsOf(
    tx,
    sql`with recursive actor as (
      (select actor_id as id, actor_name as name from audit order by actor_id, actor_name limit 1)
      union all
      select next.id, next.name from actor cross join lateral (
        select actor_id as id, actor_name as name from audit where (actor_id, actor_name) > (actor.id, actor.name) order by actor_id, actor_name limit 1
      ) next
    ) select id, name from actor`,
  )

async function readWantedActors(tx: Tx, { actorId, actor }: Filters): Promise<ActorName[] | undefined> {
  const words = searchTerms(actor)
  if (actorId === null && words.length === 0) return undefined
  return (await readActors(tx)).filter(({ id, name }) => (actorId === null || id === actorId) && words.every((word) => foldText(name).includes(word)))
}

function wantedActions({ areas, actions }: Filters): readonly string[] | undefined {
  if (areas.length === 0) return actions.length === 0 ? undefined : [...new Set(actions)]
  const inAreas = [...new Set(areas)].flatMap((area) => [...actionsOf(area)])
  return actions.length === 0 ? inAreas : inAreas.filter((action) => actions.includes(action))
}

/** Of a member: their record, their account, and whatever else concerns them. */
const conditionsOfEntity = (type: string, id: string): SQL[] =>
  type === 'member'
    ? [sql`entity_type = 'member' and entity_id = ${id}`, sql`entity_type = 'account' and entity_id = ${id}`, sql`details ->> 'memberId' = ${id} and action <> 'checkin_scan'`]
    : [sql`entity_type = ${type} and entity_id = ${id}`]

const byActors = (actors: readonly ActorName[]): SQL => sql`(actor_id, actor_name) in (select id, name from json_to_recordset(${asJson(actors)}) as wanted(id text, name text))`
const byActions = (actions: readonly string[]): SQL => sql`action in (select json_array_elements_text(${asJson(actions)}))`

/** The walk as a condition on a line, for where nothing is walked. */
export function conditionOf(walk: Walk): SQL | undefined {
  switch (walk.by) {
    case 'time':
      return undefined
    case 'actor':
      return byActors(walk.actors)
    case 'action':
      return byActions(walk.actions)
    case 'entity':
      return sql`(${sql.join(walk.conditions.map((condition) => sql`(${condition})`), sql` or `)})`
  }
}

/** Operational dates, both included, as instants. */
export const rangeOf = ({ from, to }: Pick<Filters, 'from' | 'to'>, unit: UnitTime): SQL =>
  all([
    from === null ? undefined : sql`at >= ${operationalDayWindow(from, unit).start.toISOString()}::timestamptz`,
    to === null ? undefined : sql`at < ${operationalDayWindow(to, unit).end.toISOString()}::timestamptz`,
  ])

/** Null = nobody ever acted under that name, or no act is in all that was asked for. */
export async function planOf(tx: Tx, filters: Filters, unit: UnitTime): Promise<Plan | null> {
  const { entityType, entityId, search } = filters
  const actors = await readWantedActors(tx, filters)
  const actions = wantedActions(filters)
  if (actors?.length === 0 || actions?.length === 0) return null
  const walk: Walk =
    entityType !== null && entityId !== null
      ? { by: 'entity', conditions: conditionsOfEntity(entityType, entityId) }
      : actors !== undefined && actors.length <= few
        ? { by: 'actor', actors }
        : actions !== undefined
          ? { by: 'action', actions }
          : { by: 'time' }
  const rest = [
    actors === undefined || walk.by === 'actor' ? undefined : byActors(actors),
    actions === undefined || walk.by === 'action' ? undefined : byActions(actions),
    entityType === null || walk.by === 'entity' ? undefined : sql`entity_type = ${entityType}`,
    entityId === null || walk.by === 'entity' ? undefined : sql`entity_id = ${entityId}`,
    ...searchTerms(search).map((word) => sql`search like ${`%${word}%`}`),
  ].filter((condition) => condition !== undefined)
  return { walk, range: rangeOf(filters, unit), rest: rest.length === 0 ? undefined : all(rest) }
}
