/** The daily page, its checklist and the duty log (domain.md 4.12.6 ▶; screens.md P0-2.5, W-18). */
import * as v from 'valibot'
import { CivilDate, Count, Empty, Instant, SearchDate, Uuid, Version } from './fields.ts'
import { call, event } from './kit.ts'

export const logKinds = ['note', 'phone_call', 'round', 'temperature', 'incident'] as const
/** How a duty phone call is sorted. */
export const callCategories = ['absence', 'recruiting', 'emergency', 'media', 'facility', 'other'] as const

const Key = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, 'lower-case letters, digits and -, at most 60'))
const Line = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(300))
const Text = v.pipe(v.string(), v.trim(), v.maxLength(4000))
const NeededText = v.pipe(Text, v.minLength(1, 'needed'))
const Reason = v.pipe(v.string(), v.trim(), v.minLength(1, 'needed'), v.maxLength(500))
/** The same words in French; null = they are the same. */
const French = v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(4000))), null)
const Weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))

const Task = v.object({
  key: Key,
  text: Line,
  textFr: French,
  /** ISO weekdays it is for; empty = every day. */
  weekdays: v.optional(v.array(Weekday), []),
  /** A temperature is asked for when it is ticked. */
  asksTemperature: v.optional(v.boolean(), false),
})
const Block = v.object({
  key: Key,
  /** `HH:MM`, or the end of that day’s working hours, which differs in summer (domain.md 1.2). */
  time: v.union([v.literal('workday_start'), v.literal('workday_end'), v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/))]),
  heading: Line,
  headingFr: French,
  tasks: v.pipe(v.array(Task), v.maxLength(60)),
})

/** What an administrator writes: responsibilities, checklist, contacts, and what to do when a member calls. */
export const DutyPage = v.object({
  responsibilities: v.pipe(v.array(v.object({ title: Line, titleFr: French, items: v.array(v.object({ text: Line, textFr: French })) })), v.maxLength(30)),
  checklist: v.pipe(v.array(Block), v.maxLength(30)),
  contacts: v.pipe(v.array(v.object({ label: Line, labelFr: French, phone: v.pipe(v.string(), v.trim(), v.maxLength(50)), notes: French })), v.maxLength(60)),
  phoneProtocol: v.object({ text: Text, textFr: French }),
  callScenarios: v.pipe(v.array(v.object({ scenario: Line, scenarioFr: French, guidance: NeededText, guidanceFr: French })), v.maxLength(40)),
  notes: v.object({ text: Text, textFr: French }),
})

/** What a kind of entry has besides its text. */
export const LogDetails = v.object({
  caller: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  callback: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(50))),
  category: v.optional(v.picklist(callCategories)),
  action: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
  isDone: v.optional(v.boolean()),
  place: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  /** Celsius. */
  degrees: v.optional(v.pipe(v.number(), v.minValue(-60), v.maxValue(100))),
})

export const LogEntry = v.object({
  id: Uuid,
  seq: Count,
  at: Instant,
  recordedAt: Instant,
  kind: v.picklist([...logKinds, 'checklist', 'responsibility']),
  text: v.string(),
  details: LogDetails,
  actorName: v.string(),
  /** What stood there before, latest first: an entry is never rewritten. */
  earlier: v.array(v.object({ at: Instant, text: v.string(), recordedAt: Instant, actorName: v.string(), reason: v.string() })),
  /** Taken out, with the reason; it stays on the sheet, struck through. */
  removed: v.nullable(v.object({ at: Instant, actorName: v.string(), reason: v.string() })),
})

const ChecklistItem = v.object({
  key: Key,
  text: v.string(),
  textFr: v.nullable(v.string()),
  asksTemperature: v.boolean(),
  ticked: v.nullable(v.object({ at: Instant, name: v.string(), remark: v.nullable(v.string()), degrees: v.nullable(v.number()) })),
})

const NewEntry = { kind: v.picklist(logKinds), at: v.optional(v.nullable(Instant), null), text: v.pipe(NeededText, v.maxLength(2000)), details: v.optional(LogDetails, {}) }

export const dutyLog = {
  page: call({ needs: 'basic', summary: 'The daily page as the administrator wrote it.', input: Empty, output: v.object({ page: DutyPage, version: Count, changedAt: v.nullable(Instant), changedBy: v.nullable(v.string()) }), errors: [] }),
  updatePage: call({
    needs: 'admin',
    summary: 'Changes the daily page as a whole. What was ticked keeps the words it had.',
    input: v.object({ page: DutyPage, basedOn: Version }),
    output: v.object({ version: Count }),
    errors: ['page_changed', 'page_key_twice'],
  }),
  day: call({
    needs: 'basic',
    summary: 'One operational day: its checklist with ticks, and its log in the order of events.',
    input: v.object({ date: v.optional(v.nullable(SearchDate), null) }),
    output: v.object({
      date: CivilDate,
      isToday: v.boolean(),
      blocks: v.array(v.object({ key: Key, time: v.string(), heading: v.string(), headingFr: v.nullable(v.string()), items: v.array(ChecklistItem) })),
      done: Count,
      total: Count,
      entries: v.array(LogEntry),
    }),
    errors: [],
  }),
  tick: call({
    needs: 'basic',
    summary: 'Ticks an item of today’s checklist: once, by whoever did it.',
    input: v.object({ key: Key, remark: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''), degrees: v.optional(v.nullable(v.pipe(v.number(), v.minValue(-60), v.maxValue(100))), null) }),
    output: Empty,
    errors: ['checklist_item_unknown', 'checklist_item_ticked', 'temperature_needed'],
  }),
  untick: call({
    needs: 'basic',
    summary: 'Takes back a tick of today. The log keeps both.',
    input: v.object({ key: Key, reason: Reason }),
    output: Empty,
    errors: ['checklist_item_not_ticked'],
  }),
  add: call({
    needs: 'basic',
    summary: 'Writes an entry into the duty log, for now or for an earlier moment of today or yesterday.',
    input: v.object(NewEntry),
    output: v.object({ entryId: Uuid }),
    errors: ['log_time_out_of_reach', 'caller_needed', 'temperature_needed'],
  }),
  correct: call({
    needs: 'basic',
    summary: 'Puts another entry in the place of one that is wrong: one’s own, or any for an administrator or the DDS. Both stay.',
    input: v.object({ entryId: Uuid, ...NewEntry, reason: Reason }),
    output: v.object({ entryId: Uuid }),
    errors: ['log_entry_unknown', 'log_entry_replaced', 'log_entry_not_yours', 'log_time_out_of_reach', 'caller_needed', 'temperature_needed'],
  }),
  remove: call({
    needs: 'basic',
    summary: 'Takes an entry out; it stays on the sheet, struck through, with the reason.',
    input: v.object({ entryId: Uuid, reason: Reason }),
    output: Empty,
    errors: ['log_entry_unknown', 'log_entry_replaced', 'log_entry_not_yours'],
  }),
  search: call({
    needs: 'quartermasterOrDds',
    summary: 'Entries of many days that contain these words, latest first.',
    input: v.object({
      text: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      kinds: v.optional(v.array(v.picklist(logKinds)), []),
      from: v.optional(v.nullable(SearchDate), null),
      to: v.optional(v.nullable(SearchDate), null),
      before: v.optional(v.nullable(Count), null),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
    }),
    output: v.object({ entries: v.array(v.object({ ...LogEntry.entries, date: CivilDate })), next: v.nullable(Count) }),
    errors: [],
  }),
  changed: event({ needs: 'device', summary: 'The daily page, the checklist or the log of a day changed.', payload: v.object({ date: CivilDate }) }),
}
