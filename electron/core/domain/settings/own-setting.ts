/**
 * Settings of one PC among several that share a record: the readers that are plugged into it, and whether its kiosk window is
 * open. Kept under the code of its station, so that a station that is moved to a server takes them along (decision 026).
 */
import { inArray } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'

/** The station of a PC that was given no other code. */
const onlyStation = 'desk'

const keyOf = (key: string, stationId: string): string => `${key}.${stationId}`

/** The value as it is stored, its row locked until the act ends; undefined = none yet. */
export async function readOwnSetting(tx: Tx, key: string, stationId: string): Promise<unknown> {
  // Before there were several stations it had no code in its key.
  const keys = [keyOf(key, stationId), ...(stationId === onlyStation ? [key] : [])]
  const rows = await tx.select({ key: setting.key, value: setting.value }).from(setting).where(inArray(setting.key, keys)).orderBy(setting.key).for('update')
  return rows.toSorted((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key))[0]?.value
}

export const writeOwnSetting = (tx: Tx, key: string, stationId: string, { value, category, at: updatedAt }: { value: unknown; category: string; at: Date }) =>
  tx
    .insert(setting)
    .values({ key: keyOf(key, stationId), value, category, updatedAt })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })
