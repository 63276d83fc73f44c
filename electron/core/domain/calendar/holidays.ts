/** Statutory holidays (domain.md 2.4, 4.18): one a date; active ones count, when they are federal or of the unit's province (▶). */
import { and, asc, between, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { calendar } from '../../../../shared/contract/calendar.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import { provinces, type Province } from '../../../../shared/domain/unit.ts'
import { usualHolidays } from '../../../../shared/domain/usual-holidays.ts'
import type { Tx } from '../../db/database.ts'
import { statHoliday } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { readUnit } from '../settings/unit-profile.ts'

type Row = typeof statHoliday.$inferSelect
type Fields = InputOf<typeof calendar.addHoliday>

const knownProvince = (text: string | null): Province | null => provinces.find((code) => code === text) ?? null
const isOurs = (province: Province | null): SQL | undefined => (province === null ? isNull(statHoliday.province) : or(isNull(statHoliday.province), eq(statHoliday.province, province)))
const toRow = (unit: Province | null) => ({ id, date, name, nameFr, province, isActive }: Row) => ({ id, date, name, nameFr, province: knownProvince(province), isActive, counts: isActive && (province === null || province === unit) })

/** The unit's own; null = federal holidays alone are its. */
const readProvince = async (tx: Tx): Promise<Province | null> => (await readUnit(tx)).unit.province

export interface Holiday {
  readonly date: string
  readonly name: string
  readonly nameFr: string | null
}

/** The holidays that count for this unit, from one date to another, both among them: for every rule that asks. */
export async function readHolidays(tx: Tx, from: string, to: string): Promise<Holiday[]> {
  const ours = isOurs(await readProvince(tx))
  return tx
    .select({ date: statHoliday.date, name: statHoliday.name, nameFr: statHoliday.nameFr })
    .from(statHoliday)
    .where(and(between(statHoliday.date, from, to), eq(statHoliday.isActive, true), ours))
    .orderBy(asc(statHoliday.date))
}

export async function listHolidays(tx: Tx, { year, province: whose, activeOnly }: InputOf<typeof calendar.holidays>): Promise<OutputOf<typeof calendar.holidays>> {
  const province = await readProvince(tx)
  const rows = await tx
    .select()
    .from(statHoliday)
    .where(and(year === null ? undefined : between(statHoliday.date, `${year}-01-01`, `${year}-12-31`), whose === 'ours' ? isOurs(province) : undefined, activeOnly ? eq(statHoliday.isActive, true) : undefined))
    .orderBy(asc(statHoliday.date), asc(statHoliday.id))
  return { holidays: rows.map(toRow(province)), province }
}

/** An inactive holiday and one of another province are none (▶). */
export async function checkDate(tx: Tx, date: string): Promise<OutputOf<typeof calendar.checkDate>> {
  const province = await readProvince(tx)
  const [row] = await tx.select().from(statHoliday).where(and(eq(statHoliday.date, date), eq(statHoliday.isActive, true), isOurs(province)))
  return row === undefined ? { isHoliday: false, holiday: null } : { isHoliday: true, holiday: toRow(province)(row) }
}

async function refuseTaken(tx: Tx, dates: readonly string[], own?: string): Promise<void> {
  const [other] = await tx.select().from(statHoliday).where(and(inArray(statHoliday.date, [...dates]), own === undefined ? undefined : ne(statHoliday.id, own))).orderBy(asc(statHoliday.date)).limit(1)
  if (other !== undefined) throw refuse('holiday_exists', { date: other.date, name: other.name })
}

const auditable = ({ date, name, nameFr, province, isActive }: Fields | Row) => ({ date, name, nameFr: nameFr ?? null, province: province ?? null, isActive: isActive ?? true })

async function insert(tx: Tx, fields: Fields, actor: Actor, at: Date): Promise<string> {
  const id = newId()
  await tx.insert(statHoliday).values({ id, ...fields, createdAt: at, updatedAt: at })
  await writeAudit(tx, { at, actor, action: 'stat_holiday_create', entityType: 'stat_holiday', entityId: id, details: { name: fields.name, after: auditable(fields) } })
  return id
}

/** Refuses `holiday_exists`. */
export async function addHoliday(tx: Tx, fields: Fields, actor: Actor, at: Date): Promise<string> {
  await refuseTaken(tx, [fields.date])
  return insert(tx, fields, actor, at)
}

/** All or none. Refuses `holiday_exists`, also when one date is given twice. */
export async function addHolidays(tx: Tx, holidays: readonly Fields[], actor: Actor, at: Date): Promise<number> {
  for (const fields of holidays) await addHoliday(tx, fields, actor, at)
  return holidays.length
}

async function lockHoliday(tx: Tx, holidayId: string): Promise<Row> {
  const [row] = await tx.select().from(statHoliday).where(eq(statHoliday.id, holidayId)).for('update')
  if (row === undefined) throw refuse('holiday_unknown')
  return row
}

/** Refuses `holiday_unknown`, `holiday_exists`. */
export async function updateHoliday(tx: Tx, { holidayId, ...fields }: InputOf<typeof calendar.updateHoliday>, actor: Actor, at: Date): Promise<void> {
  const before = await lockHoliday(tx, holidayId)
  await refuseTaken(tx, [fields.date], holidayId)
  await tx.update(statHoliday).set({ ...fields, updatedAt: at }).where(eq(statHoliday.id, holidayId))
  await writeAudit(tx, { at, actor, action: 'stat_holiday_update', entityType: 'stat_holiday', entityId: holidayId, details: { name: before.name, before: auditable(before), after: auditable(fields) } })
}

/** Refuses `holiday_unknown`. */
export async function removeHoliday(tx: Tx, holidayId: string, actor: Actor, at: Date): Promise<void> {
  const before = await lockHoliday(tx, holidayId)
  await tx.delete(statHoliday).where(eq(statHoliday.id, holidayId))
  await writeAudit(tx, { at, actor, action: 'stat_holiday_delete', entityType: 'stat_holiday', entityId: holidayId, details: { name: before.name, before: auditable(before) } })
}

/** What a year usually has, with the name of what stands on a date already. Adds nothing. */
export async function suggestHolidays(tx: Tx, year: number): Promise<OutputOf<typeof calendar.suggestHolidays>> {
  const { holidays, province } = await listHolidays(tx, { year, province: 'all', activeOnly: false })
  const taken = new Map(holidays.map(({ date, name }) => [date, name]))
  return { suggestions: usualHolidays(year, province).map((holiday) => ({ ...holiday, taken: taken.get(holiday.date) ?? null })) }
}
