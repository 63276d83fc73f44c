/** The operational timings in the database: the one home of the rollover and of working hours (domain.md 1.2, decision 006). */
import type { Timings } from '../../../../shared/domain/timings.ts'
import type { Tx } from '../../db/database.ts'
import { putDocument, readDocuments } from './document.ts'
import { timingsFrom, type ReadTimings } from './stored-timings.ts'

export const timingsKey = 'operational.timings.v2'
export const timingsDocument = { key: timingsKey, category: 'app_config' } as const
const olderKey = 'operational.timings.v1'
const olderHoursKey = 'report_settings.working_hours'
export const timingsKeys = [timingsKey, olderKey, olderHoursKey] as const

/** The timings that hold, where they come from, and the version that a writer must have seen. */
export async function readTimings(tx: Tx): Promise<ReadTimings & { readonly version: number }> {
  return timingsOf(await readDocuments(tx, timingsKeys))
}

export const timingsOf = (documents: Awaited<ReturnType<typeof readDocuments<(typeof timingsKeys)[number]>>>): ReadTimings & { readonly version: number } => ({
  ...timingsFrom({ v2: documents[timingsKey].value, v1: documents[olderKey].value, workingHours: documents[olderHoursKey].value }),
  version: documents[timingsKey].version,
})

/** Sets when the day turns over and leaves all else: when a desk is set up. */
export async function putRollover(tx: Tx, rollover: string, at: Date): Promise<void> {
  const { timings } = await readTimings(tx)
  if (timings.operational.dayRolloverTime === rollover) return
  const value: Timings = { ...timings, operational: { ...timings.operational, dayRolloverTime: rollover } }
  await putDocument(tx, { ...timingsDocument, value, at })
}
