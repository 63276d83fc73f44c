/** Doors and desks that movements are recorded at (domain.md 3.5, kiosk names). */
import { eq, ne, sql } from 'drizzle-orm'
import { namesOfStation, systemStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { station } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'

/**
 * Makes sure that the station exists and answers its name. A station nobody has named yet is added on its first scan,
 * and one that is switched off takes scans all the same: none may be lost because of a setting.
 */
export async function ensureStation(tx: Tx, id: string, at: Date): Promise<string> {
  const [row] = await tx.select({ name: station.name }).from(station).where(eq(station.id, id))
  if (row !== undefined) return row.name
  const { name, nameFr } = namesOfStation(id)
  // Somebody may have given another station this name: the code tells them apart until this one is named too.
  const own = (await isNameTaken(tx, name, id)) ? `${name} (${id})` : name
  await tx.insert(station).values({ id, name: own, nameFr: own === name ? nameFr : null, displayOrder: await nextPlace(tx), createdAt: at, updatedAt: at }).onConflictDoNothing()
  return own
}

/** A station that something new is to be set up at. Refuses `station_off`. */
export async function requireStation(tx: Tx, id: string, at: Date): Promise<void> {
  const name = await ensureStation(tx, id, at)
  const [row] = await tx.select({ isActive: station.isActive }).from(station).where(eq(station.id, id)).for('share')
  if (row?.isActive === false || id === systemStation) throw refuse('station_off', { name })
}

/** Whether another station has this name, in whatever capitals. */
export async function isNameTaken(tx: Tx, name: string, id: string): Promise<boolean> {
  const rows = await tx.select({ id: station.id }).from(station).where(sql`lower(${station.name}) = lower(${name}) and ${ne(station.id, id)}`).limit(1)
  return rows.length > 0
}

export async function nextPlace(tx: Tx): Promise<number> {
  const [row] = await tx.select({ last: sql<number>`coalesce(max(${station.displayOrder}), 0)`.mapWith(Number) }).from(station)
  return (row?.last ?? 0) + 1
}
