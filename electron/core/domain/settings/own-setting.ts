/**
 * Settings of one PC: the readers that are plugged into it, and whether its kiosk window is open. A record on this PC has one of
 * each; in one that stations share they are kept under the station's code (decision 026), and go along when the record moves.
 */
import { eq } from 'drizzle-orm'
import type { Database, Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'

/** The readers' key is of the time when there were serial ones only. */
export const ownSettings = { readers: 'readers.serial', kiosk: 'kiosk.exit' } as const
type OwnKey = (typeof ownSettings)[keyof typeof ownSettings]

/** Whose they are: a station's, by its code, or null = those of the PC that has the record. */
export type Owner = string | null
export const ownerOf = (database: Database, stationId: string): Owner => (database.embedded ? null : stationId)

const keyOf = (key: OwnKey, owner: Owner): string => (owner === null ? key : `${key}.${owner}`)

/** The value as it is stored, its row locked until the act ends; undefined = none yet. */
export async function readOwnSetting(tx: Tx, key: OwnKey, owner: Owner): Promise<unknown> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, keyOf(key, owner))).for('update')
  return row?.value
}

export const writeOwnSetting = (tx: Tx, key: OwnKey, owner: Owner, { value, category, at: updatedAt }: { value: unknown; category: string; at: Date }) =>
  tx
    .insert(setting)
    .values({ key: keyOf(key, owner), value, category, updatedAt })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })

/** The PC goes on as another: what was its own stays so. Where it had nothing, nothing is changed. */
export async function takeOwnSettings(tx: Tx, from: Owner, to: Owner, at: Date): Promise<void> {
  if (from === to) return
  for (const key of Object.values(ownSettings)) {
    const [row] = await tx.select({ value: setting.value, category: setting.category }).from(setting).where(eq(setting.key, keyOf(key, from)))
    if (row !== undefined) await writeOwnSetting(tx, key, to, { ...row, at })
  }
}
