import { useTranslation } from 'react-i18next'
import { recruitmentSteps, visitPurposes } from '../../../../shared/domain/visits.ts'
import { useDefinitionName, useDefinitions } from '../../stores/definitions.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PersonField } from '../accounts/person-field.tsx'
import type { VisitDraft, VisitFault } from './visit-draft.ts'

interface Props {
  readonly draft: VisitDraft
  readonly onChange: (change: Partial<VisitDraft>) => void
  /** Said once somebody has tried. */
  readonly faults: readonly VisitFault[]
  /** Grows when the draft was filled from elsewhere: then the host’s field begins anew. */
  readonly filled: number
}

/** Who comes, of what kind, to whom and why: what the kind needs and no more (domain.md 4.8). */
export function VisitFields({ draft, onChange, faults, filled }: Props) {
  const { t } = useTranslation('visitors')
  const types = useDefinitions((state) => state.definitions?.visitTypes) ?? []
  const nameOf = useDefinitionName()
  const { visitType, purpose } = draft
  const isMilitary = visitType === 'military'
  const isRecruit = visitType === 'recruitment'
  const error = (fault: VisitFault): string | undefined => (faults.includes(fault) ? t(`needed.${fault}`) : undefined)
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <SelectField label={t('field.type')} value={visitType} onChange={(next) => onChange({ visitType: next })} options={types.map(({ code }) => [code, nameOf('visitTypes', code)] as const)} />
        <SelectField label={t('field.purpose')} value={purpose} onChange={(next) => onChange({ purpose: next })} options={visitPurposes.map((name) => [name, t(`purpose.${name}`)] as const)} />
      </div>
      <div className="grid grid-cols-3 gap-3">
        {isMilitary ? <TextField label={t('field.rank')} value={draft.rank} onChange={(rank) => onChange({ rank })} maxLength={50} error={draft.rank.trim() === '' ? error('visitor_unit_needed') : undefined} /> : null}
        <TextField label={t('field.lastName')} value={draft.lastName} onChange={(lastName) => onChange({ lastName })} maxLength={100} error={error('visitor_name_needed')} />
        <TextField label={t('field.firstName')} value={draft.firstName} onChange={(firstName) => onChange({ firstName })} maxLength={100} />
        {isRecruit ? (
          <div className="grid content-start gap-1">
            <SelectField label={t('field.step')} value={draft.recruitmentStep ?? ''} onChange={(step) => onChange({ recruitmentStep: step === '' ? null : step })} options={[['', t('field.stepChoose')], ...recruitmentSteps.map((step) => [step, t(`step.${step}`)] as const)]} />
            {error('visitor_step_needed') === undefined ? null : <p className="text-xs text-refused">{error('visitor_step_needed')}</p>}
          </div>
        ) : null}
        <div className={isMilitary || isRecruit ? 'col-span-3' : ''}>
          <TextField
            label={t(isMilitary ? 'field.unit' : visitType === 'contractor' ? 'field.company' : 'field.organization')}
            value={draft.organization}
            onChange={(organization) => onChange({ organization })}
            maxLength={200}
            error={draft.organization.trim() === '' ? (error('visitor_unit_needed') ?? error('visitor_company_needed')) : undefined}
          />
        </div>
      </div>
      <PersonField key={filled} label={t('field.host')} hint={t('field.hostHint')} {...(draft.host !== null && { initial: draft.host })} withPresence onChange={(host) => onChange({ host })} />
      <TextField label={t('field.details')} value={draft.details} onChange={(details) => onChange({ details })} maxLength={500} error={error('visitor_purpose_needed')} />
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t('field.phone')} value={draft.phone} onChange={(phone) => onChange({ phone })} maxLength={25} autoComplete="off" />
        <TextField label={t('field.plate')} value={draft.licensePlate} onChange={(licensePlate) => onChange({ licensePlate })} maxLength={20} autoComplete="off" />
      </div>
    </>
  )
}
