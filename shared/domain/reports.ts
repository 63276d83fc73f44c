/** Which reports there are, who may have them, and what one is made of before it becomes paper or a spreadsheet (domain.md 4.20). */
import type { Need } from './access.ts'

/** Each report, in the order in which they are offered, with who may read it. */
export const reportNeeds = {
  presence: 'commandOrDds',
  daily_checkin: 'commandOrDds',
  training_nights: 'command',
  bmq: 'command',
  roster: 'command',
  visitors: 'command',
  missed_checkouts: 'command',
  badges: 'commandOrDds',
  duty_log: 'commandOrDds',
  handover: 'commandOrDds',
  corrections: 'command',
} as const satisfies Record<string, Need>
export type ReportKind = keyof typeof reportNeeds
export const reportKinds = Object.keys(reportNeeds) as readonly ReportKind[]

/** How the people of a report are laid out. `separated_by_division` begins a page for each. */
export const organizations = ['full_unit', 'grouped_by_division', 'separated_by_division', 'specific_division', 'specific_member'] as const
export type Organization = (typeof organizations)[number]

export const reportFormats = ['pdf', 'csv', 'xlsx'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** Said in colour and, in the text of the cell itself, in a word or a sign. */
export const cellTones = ['good', 'warning', 'critical', 'muted'] as const

/** What stands in one cell, in the reader’s language already. */
export interface ReportCell {
  readonly text: string
  readonly tone?: (typeof cellTones)[number] | undefined
}

export interface ReportColumn {
  readonly label: string
  /** Numbers stand at the right. */
  readonly align: 'start' | 'end'
  /** Its share of the width, beside the others’. */
  readonly weight: number
}

/** Rows under one heading: of one division, of one kind. */
export interface ReportGroup {
  /** Null where a table has no groups: then it has one. */
  readonly title: string | null
  /** Begins a page of its own on paper. */
  readonly isOwnPage: boolean
  readonly rows: readonly (readonly ReportCell[])[]
}

export interface ReportTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly groups: readonly ReportGroup[]
  /** What is said where it has no row. */
  readonly empty: string
}

/** A plot on the screen and on paper; its figures stand in a table too, for those who cannot see it. */
export interface ReportChart {
  readonly id: string
  readonly title: string
  /** `bars`: one a label; `line`: over time. */
  readonly shape: 'bars' | 'line'
  /** Such as `%`; empty for counts. */
  readonly unit: string
  /** Top of the scale; null = as the figures need. */
  readonly max: number | null
  readonly series: readonly { readonly name: string; readonly points: readonly { readonly label: string; readonly value: number }[] }[]
}

/** A report, whole: the same on the screen, on paper and in a spreadsheet. */
export interface ReportDocument {
  readonly kind: ReportKind
  readonly title: string
  /** What was asked and what came of it in a few figures: period, division, totals. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly charts: readonly ReportChart[]
  /** The first holds the records; the others sum up. */
  readonly tables: readonly ReportTable[]
  /** How its figures are counted, in a sentence each. */
  readonly notes: readonly string[]
  readonly isLandscape: boolean
}
