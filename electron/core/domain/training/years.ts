/** Training years with their stand-downs and exceptions (domain.md 4.18): one at most is the current one. */
import { and, desc, eq, lt, ne } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { training } from '../../../../shared/contract/training.ts'
import { yearProblem } from '../../../../shared/domain/training.ts'
import type { Tx } from '../../db/database.ts'
import { trainingYear } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit } from '../audit/write.ts'
import type { Doing } from './doing.ts'

type C = typeof training
type Row = typeof trainingYear.$inferSelect
type Fields = Omit<InputOf<C['updateYear']>, 'yearId' | 'basedOn'>

export async function listYears(tx: Tx): Promise<OutputOf<C['years']>> {
  const rows = await tx.select().from(trainingYear).orderBy(desc(trainingYear.startDate), desc(trainingYear.id))
  return { years: rows.map(({ createdAt: _created, updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() })) }
}

/** The current one; undefined = none is. */
export async function readCurrentYear(tx: Tx): Promise<Row | undefined> {
  const [row] = await tx.select().from(trainingYear).where(eq(trainingYear.isCurrent, true))
  return row
}

/** The one that ended last before this date. */
export async function readYearBefore(tx: Tx, date: string): Promise<Row | undefined> {
  const [row] = await tx.select().from(trainingYear).where(lt(trainingYear.endDate, date)).orderBy(desc(trainingYear.endDate)).limit(1)
  return row
}

/** The columns, with the days in order. Refuses `training_year_taken`, `training_dates_invalid`, `training_day_outside`, `training_exception_twice`. */
async function checked(tx: Tx, { name, startDate, endDate, holidayExclusions, dayExceptions }: Fields, own?: string) {
  const columns = { name, startDate, endDate, holidayExclusions: holidayExclusions.toSorted((a, b) => a.start.localeCompare(b.start)), dayExceptions: dayExceptions.toSorted((a, b) => a.date.localeCompare(b.date)) }
  const problem = yearProblem(columns)
  if (problem !== null) throw refuse(problem)
  const [other] = await tx.select({ id: trainingYear.id }).from(trainingYear).where(and(eq(trainingYear.name, name), own === undefined ? undefined : ne(trainingYear.id, own)))
  if (other !== undefined) throw refuse('training_year_taken', { name })
  return columns
}

/** Refuses `training_year_unknown`. */
async function lockYear(tx: Tx, yearId: string): Promise<Row> {
  const [row] = await tx.select().from(trainingYear).where(eq(trainingYear.id, yearId)).for('update')
  if (row === undefined) throw refuse('training_year_unknown')
  return row
}

const clearCurrent = (tx: Tx, at: Date) => tx.update(trainingYear).set({ isCurrent: false, updatedAt: at }).where(eq(trainingYear.isCurrent, true))

/** Refuses what is wrong with its days, and `training_year_taken`. */
export async function createYear(tx: Tx, { isCurrent, ...fields }: InputOf<C['createYear']>, { actor, at }: Doing): Promise<string> {
  const columns = await checked(tx, fields)
  const id = newId()
  if (isCurrent) await clearCurrent(tx, at)
  await tx.insert(trainingYear).values({ id, ...columns, isCurrent, createdAt: at, updatedAt: at })
  await writeAudit(tx, { at, actor, action: 'training_year_create', entityType: 'training_year', entityId: id, details: { name: columns.name, after: { ...columns, isCurrent } } })
  return id
}

/** Refuses `training_year_unknown`, `training_changed`, and what `createYear` refuses. */
export async function updateYear(tx: Tx, { yearId, basedOn, ...fields }: InputOf<C['updateYear']>, { actor, at }: Doing): Promise<void> {
  const before = await lockYear(tx, yearId)
  if (before.updatedAt.toISOString() !== basedOn) throw refuse('training_changed', { name: before.name })
  const columns = await checked(tx, fields, yearId)
  await tx.update(trainingYear).set({ ...columns, updatedAt: at }).where(eq(trainingYear.id, yearId))
  const { name, startDate, endDate, holidayExclusions, dayExceptions } = before
  await writeAudit(tx, { at, actor, action: 'training_year_update', entityType: 'training_year', entityId: yearId, details: { name, before: { name, startDate, endDate, holidayExclusions, dayExceptions }, after: columns } })
}

/** In one act no other is the current one any more. Refuses `training_year_unknown`. */
export async function setCurrentYear(tx: Tx, yearId: string, { actor, at }: Doing): Promise<void> {
  const row = await lockYear(tx, yearId)
  if (row.isCurrent) return
  await clearCurrent(tx, at)
  await tx.update(trainingYear).set({ isCurrent: true, updatedAt: at }).where(eq(trainingYear.id, yearId))
  await writeAudit(tx, { at, actor, action: 'training_year_current', entityType: 'training_year', entityId: yearId, details: { name: row.name } })
}

/** Refuses `training_year_unknown`, `training_year_current`. */
export async function removeYear(tx: Tx, yearId: string, { actor, at }: Doing): Promise<void> {
  const { name, isCurrent, startDate, endDate, holidayExclusions, dayExceptions } = await lockYear(tx, yearId)
  if (isCurrent) throw refuse('training_year_current', { name })
  await tx.delete(trainingYear).where(eq(trainingYear.id, yearId))
  await writeAudit(tx, { at, actor, action: 'training_year_delete', entityType: 'training_year', entityId: yearId, details: { name, before: { name, startDate, endDate, holidayExclusions, dayExceptions } } })
}
