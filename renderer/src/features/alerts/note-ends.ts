import { addDays } from '../../../../shared/domain/civil-date.ts'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'

/** How long a note is shown; `open` = until somebody takes it back. */
export const noteTerms = ['open', 'today', 'week', 'month'] as const
export type NoteTerm = (typeof noteTerms)[number]

const days: Record<Exclude<NoteTerm, 'open'>, number> = { today: 0, week: 7, month: 30 }

/** When it runs out: at the end of an operational day, so that an evening is not cut in two (domain.md 4.11 ▶). Pure. */
export const endOfNote = (term: NoteTerm, now: Date, unit: UnitTime): string | null => (term === 'open' ? null : operationalDayWindow(addDays(operationalDate(now, unit), days[term]), unit).end.toISOString())
