/**
 * One page of the record (domain.md 4.3 ▶, 1.4): by keyset, everything in SQL, never the whole table. Over a million rows each
 * kind of filter has an index that is walked from the newest row on. People are the exception: theirs may stand anywhere.
 */
import { and, count, desc, eq, gte, inArray, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type * as v from 'valibot'
import type { HistoryFilters } from '../../../../shared/contract/history.ts'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { hasIdOf, idList } from '../../db/id-list.ts'
import { division, member, movement } from '../../db/schema/index.ts'
import { newestFirst } from './order.ts'
import { readRows, type HistoryRow } from './rows.ts'

export type Filters = v.InferOutput<typeof HistoryFilters>
export interface Cursor {
  readonly at: Date
  readonly seq: number
}

/** Of so many pages, as if nobody in particular were wanted, those of the people wanted are picked out before each is asked. */
const glance = 40

const after = ({ at, seq }: Cursor): SQL => sql`(${movement.at}, ${movement.seq}) < (${at.toISOString()}::timestamptz, ${seq}::bigint)`

/** Members whom the filters name; undefined = the filters name nobody in particular. */
async function readWanted(tx: Tx, { memberId, search, divisions }: Filters): Promise<string[] | undefined> {
  const words = searchTerms(search).map((term) => or(like(member.searchName, `%${term}%`), like(sql`lower(${member.serviceNumber})`, `%${term}%`)))
  const codes = divisions.filter((code) => code !== '-')
  const inDivisions =
    divisions.length === 0 ? undefined : or(divisions.includes('-') ? isNull(member.divisionId) : undefined, codes.length === 0 ? undefined : inArray(member.divisionId, tx.select({ id: division.id }).from(division).where(inArray(division.code, codes))))
  if (memberId === null && words.length === 0 && inDivisions === undefined) return undefined
  const rows = await tx.select({ id: member.id }).from(member).where(and(memberId === null ? undefined : eq(member.id, memberId), ...words, inDivisions))
  return rows.map(({ id }) => id)
}

/** The part of the record in question, from which its pages are read. */
const spanOf = ({ from, to }: Filters, unit: UnitTime, cursor: Cursor | null): SQL | undefined =>
  and(
    from === null ? undefined : gte(movement.at, operationalDayWindow(from, unit).start),
    to === null ? undefined : lt(movement.at, operationalDayWindow(to, unit).end),
    cursor === null ? undefined : after(cursor),
  )

/** Everything else but people. */
const kindOf = ({ direction, method, stationId, flagged, corrected, includeVoided }: Filters): SQL | undefined =>
  and(
    direction === null ? undefined : eq(movement.direction, direction),
    method === null ? undefined : eq(movement.method, method),
    stationId === null ? undefined : eq(movement.stationId, stationId),
    flagged ? sql`${movement.flagged}` : undefined,
    // Said as the partial index says it. Every correction leaves one of these behind (change.ts); its own rows need not be read.
    // Of what was entered by hand all is; said twice, the planner takes it for rare and sorts all there is.
    corrected && method !== 'manual' && method !== 'override' ? sql`(${movement.voided} or ${movement.method} in ('manual', 'override'))` : undefined,
    includeVoided || corrected ? undefined : eq(movement.voided, false),
  )

interface Narrowed {
  readonly span: SQL | undefined
  readonly kind: SQL | undefined
}

const newest = (tx: Tx, { span, kind }: Narrowed, limit: number) =>
  tx.select({ id: movement.id, memberId: movement.memberId, at: movement.at, seq: movement.seq }).from(movement).where(and(span, kind)).orderBy(...newestFirst).limit(limit)

/** Many people, or filters that leave little: the page, or all there is, is found close by. @returns undefined when it is not */
async function findClose(tx: Tx, wanted: readonly string[], narrowed: Narrowed, limit: number): Promise<string[] | undefined> {
  const close = newest(tx, narrowed, limit * glance).as('close')
  const rows = await tx.select({ id: close.id }).from(close).where(hasIdOf(close.memberId, wanted)).orderBy(desc(close.at), desc(close.seq)).limit(limit)
  if (rows.length < limit) {
    const [all] = await tx.select({ rows: count() }).from(close)
    if (all?.rows === limit * glance) return undefined
  }
  return rows.map(({ id }) => id)
}

/** The newest `each` of every one of these people, `limit` together. */
function newestOfEach(tx: Tx, people: readonly string[], { span, kind }: Narrowed, each: number, limit: number) {
  const own = newest(tx, { span, kind: and(eq(movement.memberId, sql`wanted.id`), kind) }, each).as('own')
  return tx
    .select({ id: own.id, memberId: own.memberId })
    .from(sql`unnest(${idList(people)}) as wanted(id)`)
    .crossJoinLateral(own)
    .orderBy(desc(own.at), desc(own.seq))
    .limit(limit)
}

/** Few people, or such as came long ago: each is asked for their own. */
async function askEach(tx: Tx, wanted: readonly string[], narrowed: Narrowed, limit: number): Promise<string[]> {
  // Whoever stands on the page has their latest among the latest of all: of a thousand people, one row of each finds the few.
  const people = wanted.length <= limit ? wanted : (await newestOfEach(tx, wanted, narrowed, 1, limit)).map(({ memberId }) => memberId)
  return (await newestOfEach(tx, people, narrowed, limit, limit)).map(({ id }) => id)
}

async function readPageIds(tx: Tx, filters: Filters, unit: UnitTime, cursor: Cursor | null, limit: number): Promise<string[]> {
  const narrowed = { span: spanOf(filters, unit, cursor), kind: kindOf(filters) }
  const wanted = await readWanted(tx, filters)
  if (wanted === undefined) return (await newest(tx, narrowed, limit)).map(({ id }) => id)
  if (wanted.length === 0) return []
  const close = wanted.length === 1 ? undefined : await findClose(tx, wanted, narrowed, limit)
  return close ?? askEach(tx, wanted, narrowed, limit)
}

/** One page, newest first, and whether there are more. */
export async function readHistory(tx: Tx, filters: Filters, unit: UnitTime, cursor: Cursor | null, limit: number): Promise<{ rows: HistoryRow[]; more: boolean }> {
  const ids = await readPageIds(tx, filters, unit, cursor, limit + 1)
  return { rows: await readRows(tx, ids.slice(0, limit)), more: ids.length > limit }
}
