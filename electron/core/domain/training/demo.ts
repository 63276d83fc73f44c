/** The training year of the invented unit, with its stand-downs and a night that is called off: what a first look at the calendar shows. */
import { addDays, datesBetween } from '../../../../shared/domain/civil-date.ts'
import { mondayOf, weekdayOf } from '../../../../shared/domain/operational-week.ts'
import { defaultReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Tx } from '../../db/database.ts'
import { systemActor } from '../audit/write.ts'
import { createYear } from './years.ts'

/** In the act that fills the demo: September to May, the year that this day lies in or the one before it in summer. */
export async function fillDemoTraining(tx: Tx, { today, at }: { today: string; at: Date }): Promise<void> {
  const begins = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0)
  const [startDate, endDate] = [`${begins}-09-01`, `${begins + 1}-05-31`]
  const march = mondayOf(`${begins + 1}-03-14`)
  const holidayExclusions = [
    { start: `${begins}-12-20`, end: `${begins + 1}-01-05`, name: 'Christmas' },
    { start: march, end: addDays(march, 6), name: 'March break' },
  ]
  // Soon, so that nobody has to look for it, and in a week that trains at all.
  const night = datesBetween(addDays(today, 6), endDate).find((date) => weekdayOf(date) === defaultReportSettings.schedule.trainingNightDay && !holidayExclusions.some(({ start, end }) => start <= date && date <= end))
  const dayExceptions = night === undefined ? [] : [{ date: night, type: 'cancelled_training' as const, note: 'Parade square is being resurfaced' }]
  await createYear(tx, { name: `${begins}–${begins + 1}`, startDate, endDate, holidayExclusions, dayExceptions, isCurrent: true }, { actor: systemActor, at })
}
