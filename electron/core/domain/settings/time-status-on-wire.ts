import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { settings } from '../../../../shared/contract/settings.ts'
import type { DutyWatchOccurrence } from '../../../../shared/domain/duty-watch-rules.ts'
import type { TimeStatus } from '../../../../shared/domain/time-status.ts'

/** The state of the clock as it crosses the wire: instants as text. */
export function timeStatusOnWire({ at, day, dutyWatch, nextDutyWatch, workingHours, lockupWarningAt, lockupCriticalAt, ...plain }: TimeStatus): OutputOf<typeof settings.timeStatus> {
  const night = (watch: DutyWatchOccurrence | null) => watch && { ...watch, start: watch.start.toISOString(), end: watch.end?.toISOString() ?? null, ruleNames: [...watch.ruleNames] }
  return {
    ...plain,
    at: at.toISOString(),
    day: span(day),
    dutyWatch: night(dutyWatch),
    nextDutyWatch: night(nextDutyWatch),
    workingHours: workingHours && { ...workingHours, ...span(workingHours) },
    lockupWarningAt: lockupWarningAt.toISOString(),
    lockupCriticalAt: lockupCriticalAt.toISOString(),
  }
}

const span = ({ start, end }: { readonly start: Date; readonly end: Date }) => ({ start: start.toISOString(), end: end.toISOString() })
