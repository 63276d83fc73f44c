/** What a person asks of a report, in one form for all of them: what was chosen for one holds for the next. Pure. */
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { reports } from '../../../../shared/contract/reports.ts'
import { periodKinds } from '../../../../shared/domain/attendance.ts'
import { addDays, isCivilDate } from '../../../../shared/domain/civil-date.ts'
import type { Organization, ReportKind } from '../../../../shared/domain/reports.ts'
import type { Person } from '../accounts/person-field.tsx'

/** As the core takes it: what may be left out may be missing. */
export type SpecAsked = InputOf<typeof reports.preview>['report']
type PeriodKind = (typeof periodKinds)[number]
export type AsSettings = '' | 'yes' | 'no'

export interface Draft {
  readonly period: PeriodKind
  /** Of a custom period, and of reports that are about some days. */
  readonly from: string
  readonly to: string
  readonly date: string
  readonly layout: Organization
  /** Empty = all; `-` = without a division. */
  readonly division: string
  readonly person: Person | null
  readonly courseId: string
  readonly memberType: 'all' | 'ft_staff' | 'reserve'
  readonly sort: '' | 'division_rank' | 'rank' | 'alphabetical'
  readonly fullTime: AsSettings
  readonly bmqBadge: AsSettings
  readonly visitType: string
  readonly visitedBy: string
  readonly outstandingOnly: boolean
}

export const newDraft = (today: string): Draft => ({ period: 'current_year', from: addDays(today, -6), to: today, date: today, layout: 'grouped_by_division', division: '', person: null, courseId: '', memberType: 'all', sort: '', fullTime: '', bmqBadge: '', visitType: '', visitedBy: '', outstandingOnly: false })

export type Field = 'period' | 'dates' | 'date' | 'layout' | 'division' | 'course' | 'memberType' | 'sort' | 'fullTime' | 'bmqBadge' | 'visitType' | 'visitedBy' | 'outstandingOnly'

/** What is asked for each report, in the order in which it is asked. */
export const fieldsOf: Readonly<Record<ReportKind, readonly Field[]>> = {
  presence: ['layout'],
  daily_checkin: ['division', 'memberType'],
  training_nights: ['period', 'layout', 'fullTime', 'bmqBadge'],
  bmq: ['course', 'layout'],
  roster: ['division', 'sort'],
  visitors: ['dates', 'visitType', 'visitedBy'],
  missed_checkouts: ['dates', 'division'],
  badges: ['outstandingOnly'],
  duty_log: ['date'],
  handover: [],
  corrections: ['dates'],
}

const layouts = ['full_unit', 'grouped_by_division', 'separated_by_division', 'specific_division'] as const
/** A recruit course is never asked for one person alone. */
export const layoutsOf = (kind: ReportKind): readonly Organization[] => (kind === 'bmq' ? layouts : [...layouts, 'specific_member'])

export type Missing = 'dates' | 'order' | 'date' | 'division' | 'person' | 'course'

const orNull = (text: string): string | null => (text === '' ? null : text)
const yesNo = (choice: AsSettings): boolean | null => (choice === '' ? null : choice === 'yes')

function whatIsMissing(kind: ReportKind, draft: Draft): Missing | null {
  const fields = fieldsOf[kind]
  if (fields.includes('dates') || (fields.includes('period') && draft.period === 'custom')) {
    if (!isCivilDate(draft.from) || !isCivilDate(draft.to)) return 'dates'
    if (draft.to < draft.from) return 'order'
  }
  if (fields.includes('date') && !isCivilDate(draft.date)) return 'date'
  if (fields.includes('course') && draft.courseId === '') return 'course'
  if (fields.includes('layout') && layoutOf(kind, draft) === 'specific_division' && draft.division === '') return 'division'
  if (fields.includes('layout') && layoutOf(kind, draft) === 'specific_member' && draft.person === null) return 'person'
  return null
}

/** One person’s layout is no other report’s. */
export const layoutOf = (kind: ReportKind, { layout }: Draft): Organization => (layoutsOf(kind).includes(layout) ? layout : 'grouped_by_division')

/** As the core is asked; or what is still missing. */
export function specOf(kind: ReportKind, draft: Draft): { readonly ok: true; readonly spec: SpecAsked } | { readonly ok: false; readonly missing: Missing } {
  const missing = whatIsMissing(kind, draft)
  if (missing !== null) return { ok: false, missing }
  const { from, to } = draft
  const organization = layoutOf(kind, draft)
  const laidOut = { organization, divisionCode: organization === 'specific_division' ? orNull(draft.division) : null }
  const memberId = organization === 'specific_member' ? (draft.person?.id ?? null) : null
  const divisionCode = orNull(draft.division)
  const asked = (): SpecAsked => {
    switch (kind) {
      case 'presence':
        return { kind, ...laidOut, memberId }
      case 'daily_checkin':
        return { kind, divisionCode, memberType: draft.memberType }
      case 'training_nights':
        return { kind, ...laidOut, period: draft.period === 'custom' ? { kind: 'custom', from, to } : { kind: draft.period, from: null, to: null }, memberId, includeFTStaff: yesNo(draft.fullTime), showBMQBadge: yesNo(draft.bmqBadge) }
      case 'bmq':
        return { kind, ...laidOut, courseId: draft.courseId }
      case 'roster':
        return { kind, divisionCode, sort: draft.sort === '' ? null : draft.sort }
      case 'visitors':
        return { kind, from, to, visitType: orNull(draft.visitType), organization: orNull(draft.visitedBy.trim()) }
      case 'missed_checkouts':
        return { kind, from, to, divisionCode }
      case 'badges':
        return { kind, outstandingOnly: draft.outstandingOnly }
      case 'duty_log':
        return { kind, date: draft.date }
      case 'handover':
        return { kind }
      case 'corrections':
        return { kind, from, to }
    }
  }
  return { ok: true, spec: asked() }
}

const asSettings = (choice: boolean | null | undefined): AsSettings => (choice == null ? '' : choice ? 'yes' : 'no')

/** The form as it was when the report was kept. @param person whose it was, where it was about one */
export function draftOf(spec: SpecAsked, today: string, person: Person | null): Draft {
  const base = newDraft(today)
  const span = 'period' in spec ? spec.period : spec
  return {
    ...base,
    ...('period' in spec && { period: spec.period.kind }),
    ...('from' in span && span.from != null && { from: span.from }),
    ...('to' in span && span.to != null && { to: span.to }),
    ...('date' in spec && { date: spec.date }),
    ...('divisionCode' in spec && { division: spec.divisionCode ?? '' }),
    ...(spec.kind === 'visitors' ? { visitType: spec.visitType ?? '', visitedBy: spec.organization ?? '' } : 'organization' in spec && { layout: spec.organization ?? base.layout }),
    ...('courseId' in spec && { courseId: spec.courseId }),
    ...('memberType' in spec && { memberType: spec.memberType ?? 'all' }),
    ...('sort' in spec && { sort: spec.sort ?? '' }),
    ...('memberId' in spec && { person }),
    ...(spec.kind === 'training_nights' && { fullTime: asSettings(spec.includeFTStaff), bmqBadge: asSettings(spec.showBMQBadge) }),
    ...('outstandingOnly' in spec && { outstandingOnly: spec.outstandingOnly ?? false }),
  }
}

export const quickSpans = ['week', 'month', 'lastMonth'] as const

/** Days that are asked for often: the last seven, this month so far, the month before. */
export function quickSpan(span: (typeof quickSpans)[number], today: string): { from: string; to: string } {
  const first = `${today.slice(0, 7)}-01`
  if (span === 'week') return { from: addDays(today, -6), to: today }
  if (span === 'month') return { from: first, to: today }
  const to = addDays(first, -1)
  return { from: `${to.slice(0, 7)}-01`, to }
}
