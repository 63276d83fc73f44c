/** The unit’s profile, its timings and what its reports go by (domain.md 1.1, 1.2, 3.5, 5.7). */
import * as v from 'valibot'
import { crestTypes } from '../domain/crest.ts'
import { reportEntries, reportSchemas } from '../domain/report-settings.ts'
import { TimeOfDay, TimingsSchema, Weekday } from '../domain/timings.ts'
import { UnitSchema } from '../domain/unit.ts'
import { call, event } from './kit.ts'
import { CivilDate, Count, Empty, Instant, Version } from './fields.ts'

const Damaged = v.array(v.string())
const Span = { start: Instant, end: Instant }
const Night = v.object({
  /** Operational date. */
  date: CivilDate,
  start: Instant,
  /** Null = until it ends. */
  end: v.nullable(Instant),
  ruleNames: v.array(v.string()),
})

export const TimeStatus = v.object({
  at: Instant,
  operationalDate: CivilDate,
  day: v.object(Span),
  inRolloverPeriod: v.boolean(),
  /** Milliseconds. */
  untilRollover: Count,
  weekday: Weekday,
  week: v.object({ monday: CivilDate, nextMonday: CivilDate }),
  /** Null = every weekday of this week is a holiday. */
  firstOperationalDay: v.nullable(CivilDate),
  dutyWatch: v.nullable(Night),
  nextDutyWatch: v.nullable(Night),
  /** Null = no working day. */
  workingHours: v.nullable(v.object({ startTime: TimeOfDay, endTime: TimeOfDay, isSummer: v.boolean(), ...Span })),
  lockupWarningAt: Instant,
  lockupCriticalAt: Instant,
})

/** What is stored may lack what must fit together: it is told as damaged and shown for a person to correct. */
const StoredTimings = TimingsSchema.pipe[0]
const each = reportEntries

export const settings = {
  timings: call({
    needs: 'basic',
    summary: 'The operational timings that hold, where they come from, and what stored values could not be used.',
    input: Empty,
    output: v.object({ timings: StoredTimings, source: v.picklist(['stored', 'backfilled', 'default']), version: Version, damaged: Damaged }),
    errors: [],
  }),
  updateTimings: call({
    needs: 'admin',
    summary: 'Saves the operational timings as a whole, over the version that was seen; they hold at once.',
    input: v.object({ basedOn: Version, timings: TimingsSchema }),
    output: v.object({ version: Version }),
    errors: ['setting_changed'],
  }),
  timeStatus: call({ needs: 'display', summary: 'What the unit’s clock says now: its day, its week, its Duty Watch, its hours.', input: Empty, output: TimeStatus, errors: [] }),
  unit: call({ needs: 'basic', summary: 'Which unit this is, as its papers name it.', input: Empty, output: v.object({ unit: UnitSchema, version: Version, damaged: Damaged }), errors: [] }),
  updateUnit: call({
    needs: 'admin',
    summary: 'Saves the unit’s profile as a whole, over the version that was seen.',
    input: v.object({ basedOn: Version, unit: UnitSchema }),
    output: v.object({ version: Version }),
    errors: ['setting_changed', 'zone_unknown'],
  }),
  crest: call({
    needs: 'basic',
    summary: 'The image of the unit’s crest, as its papers bear it.',
    input: Empty,
    output: v.object({ /** Null = none was given. */ crest: v.nullable(v.object({ mediaType: v.picklist(crestTypes), /** base64. */ content: v.string(), /** Pixels. */ width: Count, height: Count, bytes: Count })) }),
    errors: [],
  }),
  setCrest: call({
    needs: 'admin',
    summary: 'Takes an image as the unit’s crest, in place of any other: PNG or JPEG by its bytes, kept as it is.',
    // Wider than what is taken, so that what is too large is refused in words.
    input: v.object({ /** base64. */ content: v.pipe(v.string(), v.base64(), v.maxLength(7_000_000)) }),
    output: Empty,
    errors: ['crest_too_large', 'crest_unreadable', 'crest_sides'],
  }),
  removeCrest: call({ needs: 'admin', summary: 'Takes the unit’s crest off its papers.', input: Empty, output: Empty, errors: [] }),
  reports: call({
    needs: 'admin',
    summary: 'What reports and the counting of forgotten sign-outs go by.',
    input: Empty,
    output: v.object({
      settings: v.object({
        schedule: v.object(each.schedule),
        thresholds: v.object(each.thresholds),
        memberHandling: v.object(each.memberHandling),
        formatting: v.object(each.formatting),
        lockup: v.object(each.lockup),
      }),
      versions: v.object({ schedule: Version, thresholds: Version, memberHandling: Version, formatting: Version, lockup: Version }),
      damaged: Damaged,
    }),
    errors: [],
  }),
  updateReports: call({
    needs: 'admin',
    summary: 'Saves one or more of these documents, all of them or none, each over the version that was seen.',
    input: v.object({
      changes: v.pipe(
        v.array(
          v.variant('group', [
            v.object({ group: v.literal('schedule'), basedOn: Version, value: reportSchemas.schedule }),
            v.object({ group: v.literal('thresholds'), basedOn: Version, value: reportSchemas.thresholds }),
            v.object({ group: v.literal('memberHandling'), basedOn: Version, value: reportSchemas.memberHandling }),
            v.object({ group: v.literal('formatting'), basedOn: Version, value: reportSchemas.formatting }),
            v.object({ group: v.literal('lockup'), basedOn: Version, value: reportSchemas.lockup }),
          ]),
        ),
        v.minLength(1),
        v.maxLength(5),
      ),
    }),
    output: v.object({ versions: v.object({ schedule: Version, thresholds: Version, memberHandling: Version, formatting: Version, lockup: Version }) }),
    errors: ['setting_changed'],
  }),
  changed: event({ needs: 'display', summary: 'Settings were saved, under these keys: fetch again what depends on them.', payload: v.object({ keys: v.array(v.string()) }) }),
}
