/** What Sentinel has to do by itself, decided from facts alone (domain.md 4.16 ▶). Level-triggered: it asks what is, never what just happened. Pure. */
import type { AlertSeverity, AlertType } from '../../../../shared/domain/alerts.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'

/** A clock that goes on by this much more or less than time itself was set by somebody; in ms (trust.md 3.2). */
export const clockJumpMs = 120_000

/**
 * Operational days that are over and were not closed yet, oldest first.
 * @param lastClosed null = none was ever closed
 * @param openSince the day that the oldest thing still open began on, if anything is
 */
export function daysToClose(now: Date, unit: UnitTime, lastClosed: string | null, openSince: string | null): string[] {
  const today = operationalDate(now, unit)
  const yesterday = addDays(today, -1)
  const first = lastClosed === null ? (openSince !== null && openSince < yesterday ? openSince : yesterday) : addDays(lastClosed, 1)
  const days: string[] = []
  for (let day = first; day < today; day = addDays(day, 1)) days.push(day)
  return days
}

/** A state that is to be warned of as long as it lasts. */
export interface Warning {
  readonly type: AlertType
  readonly severity: AlertSeverity
  readonly subject: string
  readonly memberId?: string
  readonly facts: Record<string, string | number | null>
}

export interface LockupFacts {
  readonly date: string
  readonly now: Date
  /** When they are due on that date. */
  readonly warningAt: Date
  readonly criticalAt: Date
  /** Null = the building is secured. */
  readonly holder: { readonly name: string } | null
  /** A lock-up that takes too long. */
  readonly stuck: { readonly since: Date; readonly byName: string } | null
}

/** The building in the evening. An open building always has a holder: the database sees to it. */
export function lockupWarnings({ date, now, warningAt, criticalAt, holder, stuck }: LockupFacts): Warning[] {
  const warnings: Warning[] = []
  if (stuck !== null) warnings.push({ type: 'lockup_stuck', severity: 'warning', subject: date, facts: { name: stuck.byName, since: stuck.since.toISOString() } })
  if (holder === null) return warnings
  if (now >= criticalAt) warnings.push({ type: 'lockup_not_executed', severity: 'critical', subject: date, facts: { name: holder.name } })
  else if (now >= warningAt) warnings.push({ type: 'lockup_reminder', severity: 'warning', subject: date, facts: { name: holder.name } })
  return warnings
}

export interface WatchFacts {
  readonly date: string
  readonly now: Date
  readonly start: Date
  /** Null = until it ends. */
  readonly end: Date | null
  /** A published roster, or somebody on it by override or for the time being. */
  readonly isRostered: boolean
  readonly seats: readonly { readonly code: string; readonly name: string; readonly isRequired: boolean }[]
  readonly people: readonly { readonly memberId: string; readonly name: string; readonly seatCode: string; /** Inside, or was since the watch began. */ readonly hasCome: boolean }[]
  readonly holder: { readonly memberId: string; readonly name: string } | null
  /** The building was secured after the watch began: it is over. */
  readonly isSecuredSince: boolean
}

/** Those who lead the watch: one of them takes lockup by its beginning (4.15). */
const leads: readonly string[] = ['SWK', 'DSWK']

/** The Duty Watch from its beginning on. One cause, one alert: a missing seat never silences that nobody holds lockup (⚠). */
export function watchWarnings({ date, now, start, end, isRostered, seats, people, holder, isSecuredSince }: WatchFacts): Warning[] {
  if (now < start || (end !== null && now >= end) || isSecuredSince) return []
  const warnings: Warning[] = []
  if (!isRostered) warnings.push({ type: 'duty_watch_not_scheduled', severity: 'critical', subject: date, facts: { date } })
  else {
    for (const { code, name } of seats.filter((seat) => seat.isRequired && !people.some(({ seatCode }) => seatCode === seat.code))) warnings.push({ type: 'duty_watch_seat_empty', severity: 'warning', subject: `${date} ${code}`, facts: { seat: code, seatName: name } })
    for (const { memberId, name, seatCode } of people.filter(({ hasCome }) => !hasCome)) warnings.push({ type: 'duty_watch_not_in', severity: 'warning', subject: `${date} ${memberId}`, memberId, facts: { name, seat: seatCode } })
  }
  if (holder === null) warnings.push({ type: 'nobody_holds_lockup', severity: 'critical', subject: date, facts: { date } })
  else if (!people.some(({ memberId, seatCode }) => memberId === holder.memberId && leads.includes(seatCode))) warnings.push({ type: 'duty_watch_without_lockup', severity: 'critical', subject: date, memberId: holder.memberId, facts: { name: holder.name } })
  return warnings
}

export interface DdsFacts {
  readonly date: string
  readonly now: Date
  /** When the working day begins; null = it is none. */
  readonly workBegins: Date | null
  /** An active DDS. */
  readonly isCovered: boolean
  readonly expectedName: string | null
}

/** An hour into a working day somebody should have accepted the duty. */
export const ddsGraceMs = 3_600_000

export const ddsWarnings = ({ date, now, workBegins, isCovered, expectedName }: DdsFacts): Warning[] =>
  workBegins === null || isCovered || now.getTime() < workBegins.getTime() + ddsGraceMs ? [] : [{ type: 'dds_missing', severity: 'warning', subject: date, facts: { name: expectedName } }]
