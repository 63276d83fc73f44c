/** What Sentinel does by itself, and what people should know of it (domain.md 4.16 ▶; screens.md 2.5, W-24). */
import * as v from 'valibot'
import { CivilDate, Count, DivisionRef, Empty, Instant, SearchDate, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

export const jobNames = ['daily_reset', 'watchkeeping', 'retention', 'backup'] as const

const Reset = v.object({
  /** The operational day that was closed. */
  date: CivilDate,
  /** Its rollover. */
  dueAt: Instant,
  /** When it was really done: later where Sentinel was off. */
  doneAt: Instant,
  closedOut: Count,
  /** Who held lockup of a building that nobody secured; null = it was secured. */
  notSecured: v.nullable(v.string()),
  sessionsEnded: Count,
})

export const jobs = {
  status: call({
    needs: 'device',
    summary: 'When the operational day turns over next, what happened when it last did, and whether anything Sentinel does by itself is failing.',
    input: Empty,
    output: v.object({ operationalDate: CivilDate, nextResetAt: Instant, lastReset: v.nullable(Reset), failing: v.array(v.object({ job: v.picklist(jobNames), since: Instant })) }),
    errors: [],
  }),
  resetPreview: call({
    needs: 'device',
    summary: 'Who would be closed out if the day turned over now, and what else would end.',
    input: Empty,
    output: v.object({
      at: Instant,
      people: v.array(v.object({ kind: v.picklist(['member', 'visitor', 'attendee']), id: Uuid, displayName: v.string(), division: v.nullable(DivisionRef), since: Instant })),
      /** Who holds lockup of the open building; null = it is secured. */
      holder: v.nullable(v.string()),
    }),
    errors: [],
  }),
  digest: call({
    needs: 'device',
    summary: 'The morning digest of an operational day: what its beginning closed, who forgot to sign out, and which alerts are open.',
    input: v.object({ date: v.optional(v.nullable(SearchDate), null) }),
    output: v.object({
      date: CivilDate,
      /** Null = this day’s beginning closed nothing yet. */
      reset: v.nullable(Reset),
      missed: v.array(v.object({ memberId: Uuid, displayName: v.string(), since: Instant, forcedCheckoutAt: Instant })),
      /** Visitors who were still inside when the day before ended. */
      visitors: v.array(v.object({ visitId: Uuid, displayName: v.string(), since: Instant })),
      /** Attendees of events who were. */
      attendees: v.array(v.object({ attendeeId: Uuid, displayName: v.string(), since: Instant })),
      openAlerts: v.object({ critical: Count, warning: Count, info: Count }),
    }),
    errors: [],
  }),
  runs: call({
    needs: 'admin',
    summary: 'What Sentinel did by itself, latest first.',
    input: v.object({ job: v.optional(v.nullable(v.picklist(jobNames)), null), outcome: v.optional(v.nullable(v.picklist(['done', 'failed'])), null), before: v.optional(v.nullable(Count), null), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50) }),
    output: v.object({
      runs: v.array(v.object({ seq: Count, job: v.picklist(jobNames), key: v.string(), dueAt: Instant, startedAt: Instant, endedAt: Instant, outcome: v.picklist(['done', 'failed']), details: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])) })),
      next: v.nullable(Count),
    }),
    errors: [],
  }),
  changed: event({ needs: 'device', summary: 'The operational day turned over, or what Sentinel does by itself began to fail or to work again.', payload: v.object({}) }),
}
