/** How musters are printed and when names turn red, in the database (screens.md P0-7). */
import * as v from 'valibot'
import { defaultMusterSettings, type MusterSettings } from '../../../../shared/domain/muster.ts'
import type { Tx } from '../../db/database.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { putDocument, readDocuments } from '../settings/document.ts'
import { changesOf, salvage } from '../settings/salvage.ts'

const key = 'muster.settings'

const whole = (low: number, high: number) => v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high))
const stored = { printAtStart: v.boolean(), copies: whole(1, 10), reprintMinutes: whole(0, 120), redAfterMinutes: whole(1, 120), drillReminderDays: whole(0, 1000), printer: v.nullable(v.string()) }

/** Defaults hold where nothing is stored, and for what cannot be used. */
export const readMusterSettings = async (tx: Tx): Promise<MusterSettings> => salvage(stored, (await readDocuments(tx, [key]))[key].value, defaultMusterSettings).value

/** @returns whether anything changed */
export async function writeMusterSettings(tx: Tx, value: MusterSettings, at: Date, actor: Actor): Promise<boolean> {
  const changes = changesOf(await readMusterSettings(tx), value)
  if (changes === null) return false
  await putDocument(tx, { key, category: 'operations', value, at })
  await writeAudit(tx, { at, actor, action: 'setting_update', entityType: 'setting', entityId: key, details: changes })
  return true
}
