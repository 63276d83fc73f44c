/** What the day resolver goes by, out of the database (domain.md 4.18). */
import { daysBetween } from '../../../../shared/domain/civil-date.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Course, DayRules } from '../../../../shared/domain/training-day.ts'
import type { Tx } from '../../db/database.ts'
import { trainingYear } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { readHolidays } from '../calendar/holidays.ts'
import { readReportSettings } from '../settings/report-settings.ts'
import { readTimings } from '../settings/timings.ts'

/** The rules for these days, and the settings of reports that were read with them. */
export async function readDayRules(tx: Tx, from: string, to: string, courses: readonly Course[]): Promise<{ rules: Omit<DayRules, 'years'> & { readonly years: (typeof trainingYear.$inferSelect)[] }; settings: ReportSettings }> {
  const { timings } = await readTimings(tx)
  const { settings } = await readReportSettings(tx)
  const years = await tx.select().from(trainingYear).orderBy(trainingYear.startDate, trainingYear.id)
  return { rules: { workingHours: timings.workingHours, schedule: settings.schedule, holidays: await readHolidays(tx, from, to), years, courses }, settings }
}

/** Refuses `period_invalid` when the last day is the earlier, or there are more than that many. */
export function refuseLongSpan(from: string, to: string, days: number): void {
  if (from > to || daysBetween(from, to) >= days) throw refuse('period_invalid', { days })
}
