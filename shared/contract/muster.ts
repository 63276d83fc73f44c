/** Emergency muster (screens.md P0-7, 5.2; trust.md): a frozen list of who was inside, called until nobody is missing. */
import * as v from 'valibot'
import { dueReasons, musterBadgeWarnings, musterKinds, musterLists, musterPeople, musterStates, musterWays } from '../domain/muster.ts'
import { CivilDate, Count, DivisionRef, Empty, Instant, OneLine, OptionalOneLine, OptionalText, PageNumber, StationId, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

const Kind = v.picklist(musterKinds)
const State = v.picklist(musterStates)
const Counts = v.object({ /** All who must be found: not those who are due only. */ total: Count, accounted: Count, missing: Count, needsAssistance: Count })

/** How the paper fares; null where this host cannot print by itself and the window opens it instead. */
const Printing = v.nullable(v.object({ state: v.picklist(['printing', 'printed', 'failed']), at: Instant, copies: Count, /** What went wrong, in the printer’s words. */ problem: v.nullable(v.string()) }))

export const MusterSummary = v.object({ id: Uuid, kind: Kind, startedAt: Instant, startedBy: v.string(), endedAt: v.nullable(Instant), endedBy: v.nullable(v.string()), ...Counts.entries, /** Why it was closed with somebody missing. */ reason: v.nullable(v.string()), remarks: v.nullable(v.string()) })

export const MusterEntry = v.object({
  id: Uuid,
  list: v.picklist(musterLists),
  kind: v.picklist(musterPeople),
  /** The member, visit or attendee; null for those added by hand. */
  personId: v.nullable(Uuid),
  rank: v.string(),
  lastName: v.string(),
  firstName: v.string(),
  displayName: v.string(),
  division: v.nullable(DivisionRef),
  organization: v.nullable(v.string()),
  /** Their own, for the one who calls. */
  phone: v.nullable(v.string()),
  /** Of a visitor: whom they came to see, and how to reach them. */
  host: v.nullable(v.object({ displayName: v.string(), phone: v.nullable(v.string()) })),
  pass: v.nullable(v.string()),
  since: v.nullable(Instant),
  stationName: v.nullable(v.string()),
  due: v.nullable(v.picklist(dueReasons)),
  state: State,
  /** Null while nobody accounted for them. */
  marked: v.nullable(v.object({ at: Instant, by: v.string(), way: v.picklist(musterWays), stationName: v.nullable(v.string()) })),
  note: v.nullable(v.string()),
  /** What happened at the doors since the list was frozen: said beside it, never merged into it. */
  change: v.nullable(v.object({ direction: v.picklist(['in', 'out']), at: Instant, stationName: v.string() })),
  /** The badge that marked them is lost, disabled, expired or refused (an outcome of a scan, with its words): safe all the same, and to be looked at. */
  badgeWarning: v.nullable(v.picklist(musterBadgeWarnings)),
})

const file = { fileName: v.string(), mediaType: v.string(), /** base64. */ content: v.string() }

export const muster = {
  state: call({
    needs: 'display',
    summary: 'Whether a muster is open and how it stands, in figures only; when the last drill was.',
    input: Empty,
    output: v.object({ open: v.nullable(v.object({ id: Uuid, kind: Kind, startedAt: Instant, ...Counts.entries, redAt: Instant, printing: Printing })), lastDrill: v.nullable(CivilDate), /** A drill is due. */ drillDue: v.boolean() }),
    errors: [],
  }),
  start: call({
    needs: 'atDesk',
    summary: 'Freezes who is inside, writes it to the disk and prints it; a muster that is open already is answered instead, and a drill gives way to an emergency.',
    input: v.object({ requestId: Uuid, kind: Kind }),
    output: v.object({ musterId: Uuid, /** Was open before this call. */ already: v.boolean() }),
    errors: ['muster_open'],
  }),
  rollCall: call({ needs: 'atDesk', summary: 'The list with what became of each: the missing first, then by division and name.', input: v.object({ musterId: Uuid }), output: v.object({ muster: MusterSummary, entries: v.array(MusterEntry), /** Stations whose readers call the roll and move nobody. */ points: v.array(StationId), printing: Printing }), errors: ['muster_unknown'] }),
  mark: call({
    needs: 'atDesk',
    summary: 'Says what became of some on the list; “missing” takes an earlier word back.',
    input: v.object({ musterId: Uuid, entryIds: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(1000)), state: State, note: OptionalOneLine(200) }),
    output: Empty,
    errors: ['muster_unknown', 'muster_closed', 'muster_entry_unknown'],
  }),
  addUnlisted: call({
    needs: 'atDesk',
    summary: 'Puts somebody on the list who was not known to be inside.',
    input: v.object({ requestId: Uuid, musterId: Uuid, lastName: OneLine(100), firstName: OptionalOneLine(100), organization: OptionalOneLine(200), note: OptionalOneLine(200), state: State }),
    output: v.object({ entryId: Uuid }),
    errors: ['muster_unknown', 'muster_closed'],
  }),
  setPoint: call({ needs: 'atDesk', summary: 'Makes a station’s readers call the roll while this muster is open (nobody is signed in or out there), or no longer.', input: v.object({ musterId: Uuid, stationId: StationId, isPoint: v.boolean() }), output: Empty, errors: ['muster_unknown', 'muster_closed', 'station_unknown'] }),
  print: call({ needs: 'atDesk', summary: 'Prints the list as it stands now.', input: v.object({ musterId: Uuid }), output: Empty, errors: ['muster_unknown', 'muster_no_printer'] }),
  paper: call({ needs: 'atDesk', summary: 'The list as PDF: to be called from, and after it is closed the report of it.', input: v.object({ musterId: Uuid, language: v.optional(v.picklist(['en', 'fr']), 'en') }), output: v.object(file), errors: ['muster_unknown'] }),
  close: call({
    needs: 'quartermasterOrDds',
    summary: 'Ends the muster; with somebody missing it needs a reason. Its report is kept.',
    input: v.object({ musterId: Uuid, reason: OptionalText(500), remarks: OptionalText(2000) }),
    output: Empty,
    errors: ['muster_unknown', 'muster_closed', 'muster_people_missing'],
  }),
  list: call({ needs: 'quartermasterOrDds', summary: 'Past musters and drills, the latest first.', input: v.object({ limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 20), page: v.optional(PageNumber, 1) }), output: v.object({ musters: v.array(MusterSummary), total: Count }), errors: [] }),
  settings: call({ needs: 'basic', summary: 'How musters are printed and when names turn red.', input: Empty, output: v.object({ settings: v.object({ printAtStart: v.boolean(), copies: Count, reprintMinutes: Count, redAfterMinutes: Count, drillReminderDays: Count, printer: v.nullable(v.string()) }), /** Printers of this PC; empty where the host cannot print by itself. */ printers: v.array(v.string()) }), errors: [] }),
  changeSettings: call({
    needs: 'admin',
    summary: 'Changes how musters are printed and when names turn red.',
    input: v.object({
      printAtStart: v.boolean(),
      copies: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
      reprintMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)),
      redAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
      drillReminderDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
      printer: OptionalOneLine(200),
    }),
    output: Empty,
    errors: [],
  }),
  changed: event({ needs: 'display', summary: 'A muster was opened, marked, changed or closed; fetch what you show of it.', payload: v.object({ musterId: Uuid }) }),
}
