/** Reports: read on the screen, kept as presets, and exported as paper or spreadsheet (domain.md 4.20; screens.md 1.13, 5.5). */
import * as v from 'valibot'
import { cellTones, organizations, reportFormats, reportKinds, type ReportDocument } from '../domain/reports.ts'
import { Period } from './attendance.ts'
import { CivilDate, Code, Count, Empty, Instant, OneLine, OptionalOneLine, RealDate, SearchDate, Uuid } from './fields.ts'
import { call, event } from './kit.ts'

/** `-` = without a division; null = all. */
const divisionCode = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(50))), null)
const memberId = v.optional(v.nullable(Uuid), null)
const dates = { from: RealDate, /** Included. */ to: RealDate }
const Layout = v.optional(v.picklist(organizations), 'grouped_by_division')
const Sort = v.optional(v.nullable(v.picklist(['division_rank', 'rank', 'alphabetical'])), null)

/** What is asked for. A preset keeps exactly this. */
export const ReportSpec = v.variant('kind', [
  /** The parade state: who is inside at this moment, and who of the roll is not. */
  v.object({ kind: v.literal('presence'), divisionCode, memberId, organization: Layout }),
  v.object({ kind: v.literal('daily_checkin'), divisionCode, memberType: v.optional(v.picklist(['all', 'ft_staff', 'reserve']), 'all') }),
  v.object({
    kind: v.literal('training_nights'),
    period: Period,
    organization: Layout,
    divisionCode,
    memberId,
    /** Null = as the settings say. */
    includeFTStaff: v.optional(v.nullable(v.boolean()), null),
    showBMQBadge: v.optional(v.nullable(v.boolean()), null),
  }),
  v.object({ kind: v.literal('bmq'), courseId: Uuid, organization: Layout, divisionCode }),
  /** Sort: null = as the settings say. */
  v.object({ kind: v.literal('roster'), divisionCode, sort: Sort }),
  v.object({ kind: v.literal('visitors'), ...dates, visitType: v.optional(v.nullable(Code), null), organization: OptionalOneLine(200) }),
  v.object({ kind: v.literal('missed_checkouts'), ...dates, divisionCode }),
  v.object({ kind: v.literal('badges'), /** Only those that somebody should have given back. */ outstandingOnly: v.optional(v.boolean(), false) }),
  v.object({ kind: v.literal('duty_log'), date: RealDate }),
  /** For the change-over at this moment. */
  v.object({ kind: v.literal('handover') }),
  /** Movements entered, changed or struck out by hand. */
  v.object({ kind: v.literal('corrections'), ...dates }),
])

const Language = v.optional(v.picklist(['en', 'fr']), 'en')

const Cell = v.object({ text: v.string(), tone: v.optional(v.picklist(cellTones)) })
const Column = v.object({ label: v.string(), align: v.picklist(['start', 'end']), weight: v.number() })
const Group = v.object({ title: v.nullable(v.string()), isOwnPage: v.boolean(), rows: v.array(v.array(Cell)) })
const Table = v.object({ id: v.string(), title: v.string(), columns: v.array(Column), groups: v.array(Group), empty: v.string() })
const Chart = v.object({
  id: v.string(),
  title: v.string(),
  shape: v.picklist(['bars', 'line']),
  unit: v.string(),
  max: v.nullable(v.number()),
  series: v.array(v.object({ name: v.string(), points: v.array(v.object({ label: v.string(), value: v.number() })) })),
})
export const DocumentShape: v.GenericSchema<ReportDocument> = v.object({ kind: v.picklist(reportKinds), title: v.string(), facts: v.array(v.object({ label: v.string(), value: v.string() })), charts: v.array(Chart), tables: v.array(Table), notes: v.array(v.string()), isLandscape: v.boolean() })

const Format = v.picklist(reportFormats)
export const Preset = v.object({ id: Uuid, name: v.string(), report: ReportSpec, format: Format, language: v.picklist(['en', 'fr']), createdBy: v.string(), /** For the next change. */ updatedAt: Instant })

/** Of the report itself: what it asks for is not there, or too much. */
const specErrors = ['period_invalid', 'date_in_future', 'member_unknown', 'course_unknown', 'report_too_long'] as const

export const reports = {
  preview: call({
    needs: 'commandOrDds',
    summary: 'A report to look at: its figures, plots and tables, each of these cut after its first rows. Some reports need Command.',
    input: v.object({ report: ReportSpec, language: Language }),
    output: v.object({ document: DocumentShape, /** Rows of all tables that the preview leaves out; the file has them. */ leftOut: Count, generatedAt: Instant }),
    errors: [...specErrors, 'report_not_drawn'],
  }),
  export: call({
    needs: 'commandOrDds',
    summary: 'A report as PDF, CSV or XLSX: written where the person chose, or handed over where there is no such choice. Audited with size and time.',
    input: v.object({ /** Chosen by the caller, for progress and for cancelling. */ runId: Uuid, report: ReportSpec, format: Format, language: Language }),
    output: v.variant('status', [
      v.object({ status: v.literal('written'), /** Where it lies now. */ path: v.string(), fileName: v.string(), bytes: Count, /** Of all tables. */ rows: Count }),
      v.object({ status: v.literal('file'), fileName: v.string(), mediaType: v.string(), /** base64. */ content: v.string(), bytes: Count, rows: Count }),
      /** No place was chosen, or it was cancelled: nothing was written. */
      v.object({ status: v.literal('cancelled') }),
    ]),
    errors: [...specErrors, 'report_not_written', 'report_not_drawn', 'report_runs_already'],
  }),
  cancel: call({ needs: 'commandOrDds', summary: 'Ends an export that is under way; what it had written is taken away.', input: v.object({ runId: Uuid }), output: Empty, errors: [] }),
  progress: event({ needs: 'commandOrDds', summary: 'How far an export is.', payload: v.object({ runId: Uuid, step: v.picklist(['reading', 'drawing', 'writing']), /** 0 to 1; null = not known. */ part: v.nullable(v.number()) }) }),

  presets: call({ needs: 'commandOrDds', summary: 'Saved reports by name, those that the caller may run.', input: Empty, output: v.object({ presets: v.array(Preset) }), errors: [] }),
  savePreset: call({
    needs: 'command',
    summary: 'Keeps a report under a name, or changes one that is kept; refused when somebody else changed it meanwhile.',
    input: v.object({ presetId: v.optional(v.nullable(Uuid), null), basedOn: v.optional(v.nullable(Instant), null), name: OneLine(60), report: ReportSpec, format: Format, language: Language }),
    output: v.object({ presetId: Uuid }),
    errors: ['preset_taken', 'preset_unknown', 'preset_changed'],
  }),
  removePreset: call({ needs: 'command', summary: 'Forgets a saved report.', input: v.object({ presetId: Uuid }), output: Empty, errors: ['preset_unknown'] }),
  presetsChanged: event({ needs: 'commandOrDds', summary: 'A saved report was added, changed or forgotten.', payload: Empty }),

  day: call({
    needs: 'command',
    summary: 'One operational day as CSV: every movement, and who is inside (at the end of that day, or now).',
    input: v.object({ date: v.optional(SearchDate), language: v.optional(v.picklist(['en', 'fr']), 'en') }),
    output: v.object({
      fileName: v.string(),
      mediaType: v.string(),
      /** UTF-8 with a byte order mark, CRLF line ends, formula cells neutralised. */
      content: v.string(),
      operationalDate: CivilDate,
      movements: Count,
      inside: Count,
    }),
    errors: ['date_in_future'],
  }),
}
