/** The days that a report is about. */
import { daysBetween } from '../../../../shared/domain/civil-date.ts'
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { refuse } from '../../kit/refusal.ts'

/** As long as anything of a visitor may be kept. */
const mostDays = 3_660

/** `[start, end)` of these operational dates, both included. Refuses `period_invalid`. */
export function windowOf({ from, to }: { readonly from: string; readonly to: string }, unit: UnitTime): { start: Date; end: Date } {
  if (from > to || daysBetween(from, to) >= mostDays) throw refuse('period_invalid', { days: mostDays })
  return { start: operationalDayWindow(from, unit).start, end: operationalDayWindow(to, unit).end }
}
