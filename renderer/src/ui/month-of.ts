import { addDays } from '../../../shared/domain/civil-date.ts'

/** First and last day of the month that a date lies in. */
export const monthOf = (date: string): { from: string; to: string } => {
  const from = `${date.slice(0, 7)}-01`
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
}
