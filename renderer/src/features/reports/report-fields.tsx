import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { periodKinds } from '../../../../shared/domain/attendance.ts'
import type { ReportKind } from '../../../../shared/domain/reports.ts'
import { useDefinitionName, useDefinitions } from '../../stores/definitions.ts'
import { useSystem } from '../../stores/system.ts'
import { useTraining } from '../../stores/training.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { PersonField } from '../accounts/person-field.tsx'
import { fieldsOf, layoutOf, layoutsOf, quickSpan, quickSpans, type AsSettings, type Draft, type Field } from './report-draft.ts'
import { change } from './report-view.ts'

interface Props {
  readonly draft: Draft
  readonly kind: ReportKind
}

/** What a report is to be about: only what it asks, each field where its eye expects it. */
export const ReportFields = ({ kind, draft }: Props) => fieldsOf[kind].map((field) => <FieldOf key={field} field={field} kind={kind} draft={draft} />)

function FieldOf({ field, kind, draft }: Props & { field: Field }) {
  const { t } = useTranslation('reports')
  switch (field) {
    case 'period':
      return (
        <>
          <SelectField label={t('field.period')} value={draft.period} onChange={(period) => change({ period })} options={periodKinds.map((name) => [name, t(`period.${name}`)] as const)} />
          {draft.period === 'custom' ? <Dates draft={draft} isQuick={false} /> : null}
        </>
      )
    case 'dates':
      return <Dates draft={draft} isQuick />
    case 'date':
      return <DateField label={t('field.date')} value={draft.date} onChange={(date) => change({ date })} />
    case 'layout':
      return <LayoutFields kind={kind} draft={draft} />
    case 'division':
      return <DivisionField draft={draft} all={t('field.allDivisions')} />
    case 'course':
      return <CourseField draft={draft} />
    case 'memberType':
      return <SelectField label={t('field.memberType')} value={draft.memberType} onChange={(memberType) => change({ memberType })} options={(['all', 'ft_staff', 'reserve'] as const).map((name) => [name, t(`memberType.${name}`)] as const)} />
    case 'sort':
      return <SelectField label={t('field.sort')} value={draft.sort} onChange={(sort) => change({ sort })} options={[['', t('field.asSettings')], ...(['division_rank', 'rank', 'alphabetical'] as const).map((name) => [name, t(`sort.${name}`)] as const)]} />
    case 'fullTime':
      return <YesNoField label={t('field.fullTime')} value={draft.fullTime} onChange={(fullTime) => change({ fullTime })} />
    case 'bmqBadge':
      return <YesNoField label={t('field.bmqBadge')} value={draft.bmqBadge} onChange={(bmqBadge) => change({ bmqBadge })} />
    case 'visitType':
      return <VisitTypeField draft={draft} />
    case 'visitedBy':
      return <TextField label={t('field.visitedBy')} placeholder={t('field.visitedByHint')} value={draft.visitedBy} onChange={(visitedBy) => change({ visitedBy })} maxLength={200} autoComplete="off" />
    case 'outstandingOnly':
      return (
        <div className="flex h-[38px] items-center self-end">
          <CheckField label={t('field.outstandingOnly')} isSelected={draft.outstandingOnly} onChange={(outstandingOnly) => change({ outstandingOnly })} />
        </div>
      )
  }
}

function DateField({ label, value, onChange }: { label: string; value: string; onChange: (date: string) => void }) {
  const today = useSystem((state) => state.status?.operationalDate)
  return (
    <label className="grid gap-1">
      <span className="text-sm font-medium">{label}</span>
      <input type="date" max={today} value={value} onChange={(event) => onChange(event.target.value)} className="h-[38px] rounded-lg border border-line bg-panel px-2.5 text-ink" />
    </label>
  )
}

function Dates({ draft, isQuick }: { draft: Draft; isQuick: boolean }) {
  const { t } = useTranslation('reports')
  const today = useSystem((state) => state.status?.operationalDate)
  const held = today === undefined ? undefined : quickSpans.find((name) => { const span = quickSpan(name, today); return span.from === draft.from && span.to === draft.to })
  return (
    <>
      <DateField label={t('field.from')} value={draft.from} onChange={(from) => change({ from })} />
      <DateField label={t('field.to')} value={draft.to} onChange={(to) => change({ to })} />
      {isQuick && today !== undefined ? (
        <div className="flex h-[38px] items-center self-end">
          <Segments label={t('field.quick')} value={held ?? 'none'} onChange={(name) => name !== 'none' && change(quickSpan(name, today))} options={quickSpans.map((name) => [name, t(`quick.${name}`)] as const)} />
        </div>
      ) : null}
    </>
  )
}

function LayoutFields({ kind, draft }: Props) {
  const { t } = useTranslation('reports')
  const layout = layoutOf(kind, draft)
  return (
    <>
      <SelectField label={t('field.layout')} value={layout} onChange={(next) => change({ layout: next })} options={layoutsOf(kind).map((name) => [name, t(`layout.${name}`)] as const)} />
      {layout === 'specific_division' ? <DivisionField draft={draft} all={t('field.chooseDivision')} /> : null}
      {layout === 'specific_member' ? <PersonField key={draft.person?.id} label={t('field.person')} hint={t('field.personHint')} onChange={(person) => person !== null && change({ person })} {...(draft.person !== null && { initial: draft.person })} /> : null}
    </>
  )
}

function DivisionField({ draft, all }: { draft: Draft; all: string }) {
  const { t } = useTranslation('reports')
  const divisions = useDefinitions((state) => state.definitions?.divisions) ?? []
  return <SelectField label={t('field.division')} value={draft.division} onChange={(division) => change({ division })} options={[['', all], ...divisions.map(({ code, name }) => [code, `${code} · ${name}`] as const), ['-', t('field.noDivision')]]} />
}

function CourseField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('reports')
  const changes = useTraining((state) => state.changes)
  const { value } = useFetched(() => api().training.courses({}), '', [changes])
  const courses = value?.courses ?? []
  return <SelectField label={t('field.course')} value={draft.courseId} onChange={(courseId) => change({ courseId })} options={[['', value !== null && courses.length === 0 ? t('field.noCourse') : t('field.chooseCourse')], ...courses.map(({ id, name }) => [id, name] as const)]} />
}

function VisitTypeField({ draft }: { draft: Draft }) {
  const { t } = useTranslation('reports')
  const types = useDefinitions((state) => state.definitions?.visitTypes) ?? []
  const named = useDefinitionName()
  return <SelectField label={t('field.visitType')} value={draft.visitType} onChange={(visitType) => change({ visitType })} options={[['', t('field.allVisits')], ...types.map(({ code }) => [code, named('visitTypes', code)] as const)]} />
}

function YesNoField({ label, value, onChange }: { label: string; value: AsSettings; onChange: (value: AsSettings) => void }) {
  const { t } = useTranslation('reports')
  return <SelectField label={label} value={value} onChange={onChange} options={[['', t('field.asSettings')], ['yes', t('field.yes')], ['no', t('field.no')]]} />
}
