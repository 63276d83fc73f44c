/**
 * One card, read whole by one reader and shortened to its low 24 bits by another (hardware.md 3.1). Whichever came first is
 * what the badge is kept under; the other finds it as long as nobody else can be meant.
 */
import { eq, like, or } from 'drizzle-orm'
import { shortenedSerial } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { badge } from '../../db/schema/index.ts'

/**
 * The serial that the badge is kept under which a reader read as `serial`.
 * @param serial canonical
 * @returns the same where no badge is known; null = several badges have this shortened number
 */
export async function readStoredSerial(tx: Tx, serial: string): Promise<string | null> {
  const short = shortenedSerial(serial)
  if (short === undefined) return serial
  const isShort = short === serial
  const rows = await tx
    .select({ serial: badge.serial })
    .from(badge)
    .where(or(eq(badge.serial, serial), isShort ? like(badge.serial, `em4100:__${short.slice(-6)}`) : eq(badge.serial, short)))
    .limit(3)
  if (rows.some((row) => row.serial === serial)) return serial
  return rows.length > 1 ? null : (rows[0]?.serial ?? serial)
}
