/**
 * Reading the record (domain.md 4.3 ▶, 1.4): keyset pages, everything in SQL, never the whole table. Over a million rows
 * each kind of filter has an index that it walks from the newest row on.
 */
import { and, asc, desc, eq, exists, gte, inArray, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type * as v from 'valibot'
import type { HistoryFilters } from '../../../../shared/contract/history.ts'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { division, member, movement, movementCorrection, rank, station } from '../../db/schema/index.ts'

export type Filters = v.InferOutput<typeof HistoryFilters>
export interface Cursor {
  readonly at: Date
  readonly seq: number
}

/** So few people are walked one by one; more of them stand so close together in time that walking time finds them at once. */
const few = 120

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

function narrowed(tx: Tx, filters: Filters, unit: UnitTime, cursor: Cursor | null): SQL | undefined {
  const { from, to, direction, method, stationId, flagged, corrected, includeVoided } = filters
  const correction = (column: typeof movementCorrection.originalId | typeof movementCorrection.replacementId) => exists(tx.select({ one: sql`1` }).from(movementCorrection).where(eq(column, movement.id)))
  return and(
    from === null ? undefined : gte(movement.at, operationalDayWindow(from, unit).start),
    to === null ? undefined : lt(movement.at, operationalDayWindow(to, unit).end),
    direction === null ? undefined : eq(movement.direction, direction),
    method === null ? undefined : eq(movement.method, method),
    // Said as the partial index says it, so that the planner may use it.
    method === null || method === 'badge' ? undefined : sql`${movement.method} <> 'badge'`,
    stationId === null ? undefined : eq(movement.stationId, stationId),
    flagged ? sql`${movement.flagged}` : undefined,
    corrected ? or(correction(movementCorrection.replacementId), correction(movementCorrection.originalId)) : undefined,
    includeVoided || corrected ? undefined : eq(movement.voided, false),
    cursor === null ? undefined : after(cursor),
  )
}

const newestFirst = [desc(movement.at), desc(movement.seq)]

/** Ids of one page, newest first; one more than `limit` when there are more. */
async function readPageIds(tx: Tx, filters: Filters, unit: UnitTime, cursor: Cursor | null, limit: number): Promise<string[]> {
  const wanted = await readWanted(tx, filters)
  const where = narrowed(tx, filters, unit, cursor)
  const columns = { id: movement.id, at: movement.at, seq: movement.seq }
  if (wanted === undefined) return (await tx.select(columns).from(movement).where(where).orderBy(...newestFirst).limit(limit)).map(({ id }) => id)
  if (wanted.length === 0) return []
  if (wanted.length > few) return (await tx.select(columns).from(movement).where(and(inArray(movement.memberId, wanted), where)).orderBy(...newestFirst).limit(limit)).map(({ id }) => id)
  const own = tx
    .select(columns)
    .from(movement)
    .where(and(eq(movement.memberId, sql`wanted.id`), where))
    .orderBy(...newestFirst)
    .limit(limit)
    .as('own')
  const rows = await tx
    .select({ id: own.id })
    .from(sql`unnest(${sql.param(`{${wanted.join(',')}}`)}::uuid[]) as wanted(id)`)
    .crossJoinLateral(own)
    .orderBy(desc(own.at), desc(own.seq))
    .limit(limit)
  return rows.map(({ id }) => id)
}

const made = alias(movementCorrection, 'made')
const gone = alias(movementCorrection, 'gone')
const original = alias(movement, 'original')
const originalStation = alias(station, 'original_station')

/** These movements with whose they are and what made and ended them, newest first. */
export const readRows = (tx: Tx, ids: readonly string[]) =>
  tx
    .select({
      move: movement,
      personId: member.id,
      displayName: member.displayName,
      rank: rank.code,
      firstName: member.firstName,
      lastName: member.lastName,
      serviceNumber: member.serviceNumber,
      divisionCode: division.code,
      divisionName: division.name,
      stationName: station.name,
      made,
      gone,
      original: { direction: original.direction, at: original.at },
      originalStation: originalStation.name,
    })
    .from(movement)
    .innerJoin(member, eq(member.id, movement.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(made, eq(made.replacementId, movement.id))
    .leftJoin(gone, eq(gone.originalId, movement.id))
    .leftJoin(original, eq(original.id, made.originalId))
    .leftJoin(originalStation, eq(originalStation.id, original.stationId))
    .where(inArray(movement.id, [...ids]))
    .orderBy(...newestFirst)

export type HistoryRow = Awaited<ReturnType<typeof readRows>>[number]

/** One page, newest first, and whether there are more. */
export async function readHistory(tx: Tx, filters: Filters, unit: UnitTime, cursor: Cursor | null, limit: number): Promise<{ rows: HistoryRow[]; more: boolean }> {
  const ids = await readPageIds(tx, filters, unit, cursor, limit + 1)
  const rows = ids.length === 0 ? [] : await readRows(tx, ids.slice(0, limit))
  return { rows, more: ids.length > limit }
}

export const readMovement = async (tx: Tx, movementId: string) => (await tx.select().from(movement).where(eq(movement.id, movementId)))[0]
export type Movement = NonNullable<Awaited<ReturnType<typeof readMovement>>>

const inEffect = (memberId: string): SQL => and(eq(movement.memberId, memberId), eq(movement.voided, false)) as SQL

/** The person's movements in effect around these instants, with one neighbour on either side; `isWhole` when nothing is before them. */
export async function readChainAround(tx: Tx, memberId: string, times: readonly Date[]): Promise<{ links: Movement[]; isWhole: boolean }> {
  const first = new Date(Math.min(...times.map((at) => at.getTime())))
  const last = new Date(Math.max(...times.map((at) => at.getTime())))
  const [before] = await tx.select().from(movement).where(and(inEffect(memberId), lt(movement.at, first))).orderBy(...newestFirst).limit(1)
  const [behind] = await tx.select().from(movement).where(and(inEffect(memberId), sql`${movement.at} > ${last.toISOString()}::timestamptz`)).orderBy(asc(movement.at), asc(movement.seq)).limit(1)
  const between = await tx.select().from(movement).where(and(inEffect(memberId), gte(movement.at, first), sql`${movement.at} <= ${last.toISOString()}::timestamptz`)).orderBy(asc(movement.at), asc(movement.seq))
  return { links: [...(before ? [before] : []), ...between, ...(behind ? [behind] : [])], isWhole: before === undefined }
}

/** The latest movement in effect; undefined = never here. */
export async function readLatest(tx: Tx, memberId: string): Promise<Movement | undefined> {
  const [row] = await tx.select().from(movement).where(inEffect(memberId)).orderBy(...newestFirst).limit(1)
  return row
}

/** Whose these movements are, in the order in which people are locked. */
export const readMembersOf = async (tx: Tx, movementIds: readonly string[]): Promise<string[]> =>
  (await tx.selectDistinct({ id: movement.memberId }).from(movement).where(inArray(movement.id, [...movementIds])).orderBy(asc(movement.memberId))).map(({ id }) => id)
