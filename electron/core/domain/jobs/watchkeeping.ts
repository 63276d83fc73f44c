/** The states that Sentinel keeps an eye on, as alerts that last as long as they do (domain.md 4.11, 4.16 ▶). */
import { and, eq, gte, inArray } from 'drizzle-orm'
import type { AlertType } from '../../../../shared/domain/alerts.ts'
import { dutyWatchOccurrence, type DutyWatchRule } from '../../../../shared/domain/duty-watch-rules.ts'
import { instantOf, operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { workingHoursOf } from '../../../../shared/domain/working-hours.ts'
import type { Tx } from '../../db/database.ts'
import { lockupCycle, member, memberPresence } from '../../db/schema/index.ts'
import { keepAlert, resolveAlerts } from '../alerts/raise.ts'
import { readDutyDay } from '../duty/duty-day.ts'
import { readStandingCycle } from '../lockup/custody.ts'
import { readStuckLockup } from '../lockup/status.ts'
import { readNightWatch } from '../schedule/tonight.ts'
import { readTimings } from '../settings/timings.ts'
import { ddsWarnings, lockupWarnings, watchWarnings, type Warning, type WatchFacts } from './rules.ts'

/** What watchkeeping raises: it alone ends these alerts too. */
const kept = ['lockup_reminder', 'lockup_not_executed', 'lockup_stuck', 'nobody_holds_lockup', 'duty_watch_not_scheduled', 'duty_watch_seat_empty', 'duty_watch_not_in', 'duty_watch_without_lockup', 'dds_missing'] as const satisfies readonly AlertType[]

/** Looks once. @returns whether any alert came, changed or went */
export async function keepWatch(tx: Tx, now: Date, unit: UnitTime): Promise<boolean> {
  const date = operationalDate(now, unit)
  const { timings } = await readTimings(tx)
  const { lockupWarningTime, lockupCriticalTime } = timings.operational
  const standing = await readStandingCycle(tx)
  const holder = standing?.holderId == null ? null : await readHolder(tx, standing.holderId)
  const hours = workingHoursOf(date, timings.workingHours)
  const duty = await readDutyDay(tx, now, unit)

  const watch = await watchFacts(tx, { now, date, unit, rules: timings.operational.dutyWatchRules, holder })

  const warnings: Warning[] = [
    ...lockupWarnings({ date, now, warningAt: instantOf(date, lockupWarningTime, unit), criticalAt: instantOf(date, lockupCriticalTime, unit), holder, stuck: (await readStuckLockup(tx, now)) ?? null }),
    ...(watch === undefined ? [] : watchWarnings(watch)),
    // Where the roster names nobody, there is nobody to miss.
    ...(duty.live === null ? [] : ddsWarnings({ date, now, workBegins: hours === null ? null : instantOf(date, hours.startTime, unit), isCovered: duty.live.status === 'active', expectedName: duty.live.displayName })),
  ]

  const limits = timings.alertRateLimits.operational
  const quiet = (type: AlertType): number => (type.startsWith('lockup') ? limits.lockup_not_executed : type === 'duty_watch_not_in' ? limits.duty_watch_not_checked_in : limits.duty_watch_missing).windowMinutes
  let changed = false
  for (const warning of warnings) changed = (await keepAlert(tx, { ...warning, at: now }, quiet(warning.type))) || changed
  for (const type of kept) {
    const standingSubjects = warnings.filter((warning) => warning.type === type).map(({ subject }) => subject)
    changed = (await resolveAlerts(tx, [type], now, standingSubjects)) > 0 || changed
  }
  return changed
}

async function readHolder(tx: Tx, memberId: string): Promise<{ memberId: string; name: string } | null> {
  const [row] = await tx.select({ memberId: member.id, name: member.displayName }).from(member).where(eq(member.id, memberId))
  return row ?? null
}

/** Undefined = no Duty Watch stands tonight, or it has no time to begin at. */
async function watchFacts(tx: Tx, { now, date, unit, rules, holder }: { now: Date; date: string; unit: UnitTime; rules: readonly DutyWatchRule[]; holder: WatchFacts['holder'] }): Promise<WatchFacts | undefined> {
  const { night, status, seats, team } = await readNightWatch(tx, date, { unitTime: () => unit })
  if (night === undefined || night.start === null) return undefined
  const start = instantOf(date, night.start, unit)
  if (now < start) return undefined
  const ids = team.map((entry) => entry.member.id)
  // Whoever was here and left was here: only one who has not come at all is missing.
  const come = ids.length === 0 ? [] : await tx.select({ memberId: memberPresence.memberId, direction: memberPresence.direction, at: memberPresence.at }).from(memberPresence).where(inArray(memberPresence.memberId, ids))
  const hasCome = (memberId: string): boolean => come.some((row) => row.memberId === memberId && (row.direction === 'in' || row.at >= start))
  const codeOf = new Map(seats.map(({ id, code }) => [id, code]))
  return {
    date,
    now,
    start,
    end: dutyWatchOccurrence(date, rules, unit)?.end ?? null,
    isRostered: status === 'published' || team.length > 0,
    seats: seats.map(({ code, name, isRequired }) => ({ code, name, isRequired })),
    people: team.map((entry) => ({ memberId: entry.member.id, name: entry.member.displayName, seatCode: codeOf.get(entry.positionId ?? '') ?? '', hasCome: hasCome(entry.member.id) })),
    holder,
    isSecuredSince: (await tx.$count(lockupCycle, and(eq(lockupCycle.status, 'secured'), gte(lockupCycle.securedAt, start)))) > 0 && holder === null,
  }
}

