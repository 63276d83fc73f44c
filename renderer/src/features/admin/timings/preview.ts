/** What a draft of the timings comes to, as far as it can be used. Pure. */
import * as v from 'valibot'
import { Temporal } from 'temporal-polyfill'
import { addDays } from '../../../../../shared/domain/civil-date.ts'
import { dutyWatchOccurrence, nextDutyWatches, type DutyWatchOccurrence } from '../../../../../shared/domain/duty-watch-rules.ts'
import { operationalDate, operationalDayWindow, timeForm, type UnitTime } from '../../../../../shared/domain/operational-day.ts'
import { DutyWatchRuleSchema, type Timings } from '../../../../../shared/domain/timings.ts'

export interface DayPreview {
  readonly date: string
  readonly start: Date
  readonly end: Date
  readonly hours: number
}

export interface TimingsPreview {
  readonly today: DayPreview
  /** The operational date of now by what is saved, where the draft makes it another. */
  readonly savedToday: string | null
  /** The next day that is not 24 hours long; null = the clocks of this zone do not change within a year. */
  readonly clockChange: DayPreview | null
  readonly nights: readonly (DutyWatchOccurrence & { readonly isNew: boolean })[]
}

const nightsShown = 6

/** @param at now */
export function previewOf(draft: Timings, saved: Timings, zone: string, at: Date): TimingsPreview {
  const savedUnit: UnitTime = { zone, rollover: saved.operational.dayRolloverTime }
  const rollover = timeForm.test(draft.operational.dayRolloverTime) ? draft.operational.dayRolloverTime : savedUnit.rollover
  const unit: UnitTime = { zone, rollover }
  const date = operationalDate(at, unit)
  const savedToday = operationalDate(at, savedUnit)
  const usable = draft.operational.dutyWatchRules.filter((rule) => v.is(DutyWatchRuleSchema, rule))
  return {
    today: dayOf(date, unit),
    savedToday: savedToday === date ? null : savedToday,
    clockChange: nextClockChange(at, unit),
    nights: nextDutyWatches(date, usable, unit, nightsShown).map((night) => ({ ...night, isNew: dutyWatchOccurrence(night.date, saved.operational.dutyWatchRules, savedUnit) === null })),
  }
}

function dayOf(date: string, unit: UnitTime): DayPreview {
  const { start, end } = operationalDayWindow(date, unit)
  return { date, start, end, hours: (end.getTime() - start.getTime()) / 3_600_000 }
}

function nextClockChange(at: Date, unit: UnitTime): DayPreview | null {
  const change = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(unit.zone).getTimeZoneTransition('next')
  if (change === null) return null
  const day = dayOf(operationalDate(new Date(change.epochMilliseconds - 1), unit), unit)
  return day.hours === 24 || day.date > addDays(operationalDate(at, unit), 366) ? null : day
}
