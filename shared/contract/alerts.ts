/** What needs a person's attention, and notes for one person (domain.md 4.11). */
import * as v from 'valibot'
import { alertSeverities, alertTypes } from '../domain/alerts.ts'
import { Count, Empty, Instant, SearchDate, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

export const AlertSeverity = v.picklist(alertSeverities)
const Note = v.pipe(v.string(), v.trim(), v.maxLength(500))
const Message = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(500))

/** What an alert's words are filled from: names, seats, times. Never a whole serial. */
const Facts = v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]))

export const Alert = v.object({
  id: Uuid,
  seq: Count,
  type: v.picklist(alertTypes),
  severity: AlertSeverity,
  status: v.picklist(['active', 'acknowledged', 'resolved']),
  /** How often it was raised. */
  count: Count,
  firstAt: Instant,
  lastAt: Instant,
  person: v.nullable(v.object({ id: Uuid, displayName: v.string() })),
  stationName: v.nullable(v.string()),
  facts: Facts,
  acknowledged: v.nullable(v.object({ at: Instant, name: v.string(), note: v.nullable(v.string()) })),
  /** When its cause went away by itself. */
  resolvedAt: v.nullable(Instant),
})

/** What a person is told when they scan. */
export const PersonalMessage = v.object({ id: Uuid, severity: AlertSeverity, message: v.string() })

export const PersonalNote = v.object({
  ...PersonalMessage.entries,
  person: v.object({ id: Uuid, displayName: v.string() }),
  expiresAt: v.nullable(Instant),
  createdAt: Instant,
  createdBy: v.string(),
  shownAt: v.nullable(Instant),
  dismissed: v.nullable(v.object({ at: Instant, name: v.string() })),
})

const Cursor = v.object({ lastAt: Instant, seq: Count })

export const alerts = {
  active: call({
    needs: 'device',
    summary: 'Every alert that nobody has acknowledged and whose cause still stands, gravest first.',
    input: Empty,
    output: v.object({ alerts: v.array(Alert) }),
    errors: [],
  }),
  counts: call({
    needs: 'display',
    summary: 'How many alerts are active by severity, without a word of whom they are about: for the border of a wall display.',
    input: Empty,
    output: v.object({ critical: Count, warning: Count, info: Count }),
    errors: [],
  }),
  list: call({
    needs: 'quartermasterOrDds',
    summary: 'Alerts of the past and present, latest first; a page follows on the one before it by its cursor.',
    input: v.object({
      types: v.optional(v.array(v.picklist(alertTypes)), []),
      severity: v.optional(v.nullable(AlertSeverity), null),
      status: v.optional(v.nullable(v.picklist(['active', 'acknowledged', 'resolved'])), null),
      /** Operational dates, both included, of when it was raised last. */
      from: v.optional(v.nullable(SearchDate), null),
      to: v.optional(v.nullable(SearchDate), null),
      memberId: v.optional(v.nullable(Uuid), null),
      cursor: v.optional(v.nullable(Cursor), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
    }),
    output: v.object({ alerts: v.array(Alert), next: v.nullable(Cursor) }),
    errors: [],
  }),
  acknowledge: call({
    needs: 'commandOrDds',
    summary: 'Says that a person has seen an alert and answers for it.',
    input: v.object({ alertIds: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(200)), note: v.optional(Note, '') }),
    output: v.object({ acknowledged: Count }),
    errors: ['alert_unknown', 'alert_not_active'],
  }),
  notes: call({
    needs: 'quartermasterOrDds',
    summary: 'Notes that wait for people, of one member or of all, newest first.',
    input: v.object({ memberId: v.optional(v.nullable(Uuid), null), includeEnded: v.optional(v.boolean(), false) }),
    output: v.object({ notes: v.array(PersonalNote) }),
    errors: [],
  }),
  addNote: call({
    needs: 'quartermasterOrDds',
    summary: 'Leaves a note that a member sees when they scan, until it is taken back or runs out.',
    input: v.object({ member: Uuid, severity: v.optional(AlertSeverity, 'info'), message: Message, expiresAt: v.optional(v.nullable(Instant), null) }),
    output: v.object({ noteId: Uuid }),
    errors: ['member_unknown', 'member_archived', 'note_runs_out_before_now'],
  }),
  dismissNote: call({
    needs: 'quartermasterOrDds',
    summary: 'Takes a note back: it is not shown any more, and stays on record.',
    input: v.object({ noteId: Uuid }),
    output: Empty,
    errors: ['note_unknown', 'note_dismissed'],
  }),
  changed: event({ needs: 'display', summary: 'An alert was raised, acknowledged or went away.', payload: v.object({}) }),
}
