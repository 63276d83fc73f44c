/** Rows of the record with all that a line of the list shows (domain.md 4.2). */
import { eq, or } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { hasIdOf } from '../../db/id-list.ts'
import { division, member, movement, movementCorrection, rank, station } from '../../db/schema/index.ts'
import { newestFirst } from './order.ts'

const selectRows = (tx: Tx, ids: readonly string[]) =>
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
    })
    .from(movement)
    .innerJoin(member, eq(member.id, movement.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .innerJoin(station, eq(station.id, movement.stationId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(hasIdOf(movement.id, ids))
    .orderBy(...newestFirst)

/** What made these rows, and what ended them. */
const selectCorrections = (tx: Tx, ids: readonly string[]) =>
  tx
    .select({ correction: movementCorrection, original: { direction: movement.direction, at: movement.at }, stationName: station.name })
    .from(movementCorrection)
    .leftJoin(movement, eq(movement.id, movementCorrection.originalId))
    .leftJoin(station, eq(station.id, movement.stationId))
    .where(or(hasIdOf(movementCorrection.replacementId, ids), hasIdOf(movementCorrection.originalId, ids)))

type Row = Awaited<ReturnType<typeof selectRows>>[number]
type Corrected = Awaited<ReturnType<typeof selectCorrections>>[number]
export interface HistoryRow extends Row {
  readonly made: Corrected['correction'] | null
  readonly gone: Corrected['correction'] | null
  readonly original: Corrected['original']
  readonly originalStation: string | null
}

/** These movements with whose they are and what made and ended them, newest first. In two statements: one of nine tables takes longer to plan than both to run. */
export async function readRows(tx: Tx, ids: readonly string[]): Promise<HistoryRow[]> {
  if (ids.length === 0) return []
  const rows = await selectRows(tx, ids)
  const corrections = await selectCorrections(tx, ids)
  const made = new Map(corrections.map((row) => [row.correction.replacementId, row]))
  const gone = new Map(corrections.map((row) => [row.correction.originalId, row]))
  return rows.map((row) => {
    const maker = made.get(row.move.id)
    return { ...row, made: maker?.correction ?? null, gone: gone.get(row.move.id)?.correction ?? null, original: maker?.original ?? null, originalStation: maker?.stationName ?? null }
  })
}
