/** What is read of the stations. */
import { and, asc, eq, is, ne, or, sql, type SQL } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import * as schema from '../../db/schema/index.ts'
import { station } from '../../db/schema/index.ts'

/** Every column that refers to a station, from the schema itself: a feature that records something there joins by its foreign key. */
const referring = Object.values(schema).flatMap((table) =>
  is(table, PgTable)
    ? getTableConfig(table).foreignKeys.flatMap((key) => {
        const { columns, foreignTable } = key.reference()
        return foreignTable === station ? [{ table, column: columns[0] }] : []
      })
    : [],
)

/** Whether something is recorded at the station of the outer query. */
const hasHistory = or(...referring.map(({ table, column }) => sql`exists (select 1 from ${table} where ${column} = ${station.id})`)) as SQL<boolean>

// Spelled out: in a query of one table drizzle leaves out the tables’ names.
const lastScanAt = sql<string | null>`greatest(
  (select max(at) from movement where movement.station_id = station.id and movement.method = 'badge'),
  (select max(at) from refused_scan where refused_scan.station_id = station.id))`

const columns = { id: station.id, name: station.name, nameFr: station.nameFr, description: station.description, isActive: station.isActive, lastScanAt, hasHistory }

/** All but Sentinel’s own, in their order. */
export const readStations = (tx: Tx) =>
  tx
    .select(columns)
    .from(station)
    .where(ne(station.id, systemStation))
    .orderBy(asc(station.displayOrder), asc(station.id))

/** The station, locked against change, and where it is to be deleted also against being referred to; undefined for Sentinel’s own too. */
export async function lockStation(tx: Tx, id: string, purpose: 'change' | 'delete') {
  const [row] = await tx
    .select()
    .from(station)
    .where(and(eq(station.id, id), ne(station.id, systemStation)))
    .for(purpose === 'delete' ? 'update' : 'no key update')
  return row
}

export async function isReferredTo(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.select({ hasHistory }).from(station).where(eq(station.id, id))
  return row?.hasHistory === true
}
