/** Doors and desks that movements are recorded at (domain.md 3.5, kiosk names). */
import { eq } from 'drizzle-orm'
import { nameOfStation } from '../../../../shared/domain/station-name.ts'
import type { Tx } from '../../db/database.ts'
import { station } from '../../db/schema/index.ts'

export { nameOfStation }

/**
 * Makes sure that the station exists and answers its name. A station nobody has named yet is added on its first scan:
 * no scan may be lost because of a setting that is missing.
 */
export async function ensureStation(tx: Tx, id: string, at: Date): Promise<string> {
  const [row] = await tx.select({ name: station.name }).from(station).where(eq(station.id, id))
  if (row !== undefined) return row.name
  await tx.insert(station).values({ id, name: nameOfStation(id), createdAt: at }).onConflictDoNothing()
  return nameOfStation(id)
}
