/** Which unit this is and when its day turns over: one setting (domain.md 1.1, 3.5). */
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { defaultUnitTime, operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'

export interface UnitProfile extends UnitTime {
  readonly name: string
}

export const unitProfileKey = 'unit.profile'

export const defaultUnitProfile: UnitProfile = { name: 'Sentinel', ...defaultUnitTime }

/** True for an IANA zone that this machine knows. */
export const isZone = (zone: string): boolean => {
  try {
    return operationalDate(new Date(0), { zone, rollover: defaultUnitTime.rollover }) !== ''
  } catch {
    return false
  }
}

/** A value that cannot be used gives way to its default: a desk with a damaged setting must still open. */
const StoredProfile = v.object({
  name: v.fallback(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)), defaultUnitProfile.name),
  /** An IANA zone, such as America/Winnipeg. */
  zone: v.fallback(v.pipe(v.string(), v.check(isZone)), defaultUnitProfile.zone),
  /** `HH:MM` on the unit's clock. */
  rollover: v.fallback(v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)), defaultUnitProfile.rollover),
})

/** The unit's profile, with defaults for what is absent or unusable. */
export async function readUnitProfile(tx: Tx): Promise<UnitProfile> {
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, unitProfileKey))
  const parsed = v.safeParse(StoredProfile, row?.value)
  return parsed.success ? parsed.output : defaultUnitProfile
}

/** Writes the whole profile, in the transaction of the act that changes it. */
export const writeUnitProfile = (tx: Tx, value: UnitProfile, updatedAt: Date) =>
  tx
    .insert(setting)
    .values({ key: unitProfileKey, value, category: 'app_config', updatedAt })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })
