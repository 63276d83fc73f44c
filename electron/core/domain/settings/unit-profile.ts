/** Which unit this is, with its time: the zone from its profile, the rollover from the timings (domain.md 1.1, 3.5, decision 006). */
import * as v from 'valibot'
import { defaultUnitTime, operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { defaultUnit, unitEntries, type Unit } from '../../../../shared/domain/unit.ts'
import type { Tx } from '../../db/database.ts'
import { putDocument, readDocuments } from './document.ts'
import { salvage } from './salvage.ts'
import { putRollover, timingsKeys, timingsOf } from './timings.ts'

export type UnitProfile = Readonly<Unit> & UnitTime

export const unitProfileKey = 'unit.profile'
export const unitDocument = { key: unitProfileKey, category: 'app_config' } as const

export const defaultUnitProfile: UnitProfile = { ...defaultUnit, rollover: defaultUnitTime.rollover }

/** True for an IANA zone that this machine knows. */
export const isZone = (zone: string): boolean => {
  try {
    return operationalDate(new Date(0), { zone, rollover: defaultUnitTime.rollover }) !== ''
  } catch {
    return false
  }
}

const storedEntries = { ...unitEntries, zone: v.pipe(unitEntries.zone, v.check(isZone)) }

/** The unit's own document; what is absent or unusable has its default. */
export async function readUnit(tx: Tx): Promise<{ unit: Unit; version: number; damaged: string[] }> {
  const { value, version } = (await readDocuments(tx, [unitProfileKey]))[unitProfileKey]
  const { value: unit, damaged } = salvage(storedEntries, value, defaultUnit)
  return { unit, version, damaged }
}

/** The unit and its time: what the core works by. */
export async function readUnitProfile(tx: Tx): Promise<UnitProfile> {
  const documents = await readDocuments(tx, [unitProfileKey, ...timingsKeys])
  return { ...salvage(storedEntries, documents[unitProfileKey].value, defaultUnit).value, rollover: timingsOf(documents).timings.operational.dayRolloverTime }
}

/** Names the unit and sets its time, in the transaction of the act that sets up a desk. */
export async function writeUnitProfile(tx: Tx, { rollover, ...unit }: Pick<UnitProfile, 'name' | 'zone' | 'rollover'>, at: Date): Promise<void> {
  const { unit: before } = await readUnit(tx)
  await putDocument(tx, { ...unitDocument, value: { ...before, ...unit }, at })
  await putRollover(tx, rollover, at)
}
