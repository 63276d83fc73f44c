/** What stands on a day of the calendar, most telling first. Pure. */
import type { ResolvedDay } from '../../../../../shared/domain/training-day.ts'

export const markKinds = ['training', 'admin', 'bmq', 'statutory', 'standDown', 'cancelled', 'dayOff', 'work', 'summer'] as const
export type MarkKind = (typeof markKinds)[number]

export interface Mark {
  readonly kind: MarkKind
  /** What it is called, where it has a name of its own, in both languages where there are two. */
  readonly name?: string
  readonly nameFr?: string | null
  /** Which night is cancelled. */
  readonly night?: 'training' | 'admin'
  readonly start?: string
  readonly end?: string
}

export function marksOf({ holiday, exceptions, isSummerHours, work, trainingNight, adminNight, bmq }: ResolvedDay): Mark[] {
  const marks: Mark[] = []
  if (holiday !== null) marks.push({ kind: holiday.kind === 'statutory' ? 'statutory' : 'standDown', name: holiday.name, nameFr: holiday.nameFr })
  for (const { type } of exceptions) marks.push(type === 'day_off' ? { kind: 'dayOff' } : { kind: 'cancelled', night: type === 'cancelled_training' ? 'training' : 'admin' })
  if (trainingNight.hours !== null) marks.push({ kind: 'training', ...trainingNight.hours })
  if (adminNight.hours !== null) marks.push({ kind: 'admin', ...adminNight.hours })
  for (const { name, hours } of bmq) if (hours !== null) marks.push({ kind: 'bmq', name, ...hours })
  if (work.hours !== null) marks.push({ kind: isSummerHours ? 'summer' : 'work', ...work.hours })
  return marks
}

/** The one shape of a day where there is room for one only: what takes something away comes first. */
const order: readonly MarkKind[] = ['cancelled', 'dayOff', 'statutory', 'standDown', 'training', 'admin']
export const shapeOf = (marks: readonly Mark[]): MarkKind | null => order.find((kind) => marks.some((mark) => mark.kind === kind)) ?? null
