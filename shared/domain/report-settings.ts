/** What reports and the counting of forgotten sign-outs go by: five small documents, their bounds and defaults (domain.md 3.5). */
import * as v from 'valibot'
import { passSizes } from './pass-sizes.ts'
import { TimeOfDay, Weekday } from './timings.ts'

const whole = (low: number, high: number) => {
  const problem = `must be ${low} to ${high}`
  return v.pipe(v.number(problem), v.integer(problem), v.minValue(low, problem), v.maxValue(high, problem))
}
const Percent = whole(0, 100)

/** The fields of each document, for one who must read a damaged one. */
export const reportEntries = {
  schedule: {
    trainingNightDay: Weekday,
    trainingNightStart: TimeOfDay,
    trainingNightEnd: TimeOfDay,
    adminNightDay: Weekday,
    adminNightStart: TimeOfDay,
    adminNightEnd: TimeOfDay,
    /** How long somebody must have been inside during the night to have attended it (4.19 ▶). */
    minimumPresenceMinutes: whole(1, 240),
  },
  thresholds: {
    warningThreshold: Percent,
    criticalThreshold: Percent,
    showThresholdFlags: v.boolean(),
    bmqSeparateThresholds: v.boolean(),
    bmqWarningThreshold: Percent,
    bmqCriticalThreshold: Percent,
  },
  memberHandling: {
    /** Weeks in which somebody who joined counts as new. */
    newMemberGracePeriod: whole(0, 52),
    /** With fewer possible nights “x of y” is shown instead of a percentage. */
    minimumTrainingNights: whole(1, 20),
    includeFTStaff: v.boolean(),
    showBMQBadge: v.boolean(),
    showTrendIndicators: v.boolean(),
  },
  formatting: {
    defaultSortOrder: v.picklist(['division_rank', 'rank', 'alphabetical']),
    showServiceNumber: v.boolean(),
    dateFormat: v.picklist(['DD MMM YYYY', 'YYYY-MM-DD', 'MM/DD/YYYY']),
    pageSize: v.picklist(['letter', 'a4']),
    passSize: v.picklist(passSizes),
  },
  lockup: {
    trackMissedCheckouts: v.boolean(),
    /** From so many forgotten sign-outs on a member is marked. */
    missedCheckoutWarningThreshold: whole(1, 100),
    /** From so many on it is brought up with the member. */
    missedCheckoutAlertThreshold: whole(1, 100),
  },
} as const

/** What must fit together in one document, by the field to correct. */
export const reportProblems = {
  nightEnd: 'must come after the start',
  criticalThreshold: 'must be lower than the warning',
  alert: 'must not be lower than the warning',
} as const
export type ReportProblem = keyof typeof reportProblems

type Values<E extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<E, undefined>>
export type ReportGroup = keyof typeof reportEntries
export type ReportSettings = { readonly [G in ReportGroup]: Values<(typeof reportEntries)[G]> }
type Conflicts<G extends ReportGroup> = readonly (readonly [field: keyof ReportSettings[G] & string, problem: ReportProblem, isConflict: (values: ReportSettings[G]) => boolean])[]

const conflicts: { readonly [G in ReportGroup]: Conflicts<G> } = {
  schedule: [
    ['trainingNightEnd', 'nightEnd', ({ trainingNightStart, trainingNightEnd }) => trainingNightEnd <= trainingNightStart],
    ['adminNightEnd', 'nightEnd', ({ adminNightStart, adminNightEnd }) => adminNightEnd <= adminNightStart],
  ],
  thresholds: [
    ['criticalThreshold', 'criticalThreshold', ({ warningThreshold, criticalThreshold }) => criticalThreshold >= warningThreshold],
    ['bmqCriticalThreshold', 'criticalThreshold', ({ bmqWarningThreshold, bmqCriticalThreshold }) => bmqCriticalThreshold >= bmqWarningThreshold],
  ],
  memberHandling: [],
  formatting: [],
  lockup: [['missedCheckoutAlertThreshold', 'alert', ({ missedCheckoutWarningThreshold, missedCheckoutAlertThreshold }) => missedCheckoutAlertThreshold < missedCheckoutWarningThreshold]],
}

/** Fields that do not fit with another one of their document. */
export const reportConflicts = <G extends ReportGroup>(group: G, values: ReportSettings[G]): { field: keyof ReportSettings[G] & string; problem: ReportProblem }[] =>
  conflicts[group].flatMap(([field, problem, isConflict]) => (isConflict(values) ? [{ field, problem }] : []))

const fitting = <G extends ReportGroup>(group: G, fields: v.GenericSchema<ReportSettings[G]>) =>
  v.pipe(
    fields,
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const values = dataset.value
      for (const { field, problem } of reportConflicts(group, values)) addIssue({ message: reportProblems[problem], path: [{ type: 'object', origin: 'value', input: values, key: field, value: values[field] }] })
    }),
  )

/** Each document whole; what it does not know is refused (3.5 ▶). */
export const reportSchemas = {
  schedule: fitting('schedule', v.strictObject(reportEntries.schedule)),
  thresholds: fitting('thresholds', v.strictObject(reportEntries.thresholds)),
  memberHandling: fitting('memberHandling', v.strictObject(reportEntries.memberHandling)),
  formatting: fitting('formatting', v.strictObject(reportEntries.formatting)),
  lockup: fitting('lockup', v.strictObject(reportEntries.lockup)),
}

export const defaultReportSettings: ReportSettings = {
  schedule: { trainingNightDay: 2, trainingNightStart: '19:00', trainingNightEnd: '22:10', adminNightDay: 4, adminNightStart: '19:00', adminNightEnd: '22:10', minimumPresenceMinutes: 1 },
  thresholds: { warningThreshold: 75, criticalThreshold: 50, showThresholdFlags: true, bmqSeparateThresholds: false, bmqWarningThreshold: 80, bmqCriticalThreshold: 60 },
  memberHandling: { newMemberGracePeriod: 4, minimumTrainingNights: 3, includeFTStaff: true, showBMQBadge: true, showTrendIndicators: true },
  formatting: { defaultSortOrder: 'division_rank', showServiceNumber: true, dateFormat: 'DD MMM YYYY', pageSize: 'letter', passSize: '62x100' },
  lockup: { trackMissedCheckouts: true, missedCheckoutWarningThreshold: 3, missedCheckoutAlertThreshold: 5 },
}
