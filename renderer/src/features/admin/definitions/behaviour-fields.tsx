import { useTranslation } from 'react-i18next'
import { admissions, codesByRank, type ListName } from '../../../../../shared/domain/definitions.ts'
import type { Definitions } from '../../../stores/definitions.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { Draft } from './draft.ts'

interface Props {
  readonly list: ListName
  readonly draft: Draft
  readonly code: string | null
  readonly tags: Definitions['tags']
  /** Sentinel relies on it: shown, not to be changed. */
  readonly isFixed: boolean
  readonly onChange: (changes: Partial<Draft>) => void
}

type Switch = 'isHidden' | 'isFullTime' | 'isUsable' | 'isPositional' | 'canReceiveLockup' | 'isAutomatic'
const switchesOf: Partial<Record<ListName, readonly Switch[]>> = {
  memberStatuses: ['isHidden'],
  memberTypes: ['isFullTime'],
  badgeStatuses: ['isUsable'],
  tags: ['isPositional'],
  qualificationTypes: ['canReceiveLockup', 'isAutomatic'],
}

/** What the item does. */
export function BehaviourFields({ list, draft, code, tags, isFixed, onChange }: Props) {
  const { t, i18n } = useTranslation('definitions')
  // Granting by rank is offered where there is a rule for it.
  const switches = (switchesOf[list] ?? []).filter((name) => name !== 'isAutomatic' || draft.isAutomatic || codesByRank.includes(code ?? ''))
  if (isFixed) return <p className="rounded-lg bg-chip px-3 py-2 text-xs">{t('form.fixed')}</p>
  return (
    <>
      {list === 'memberStatuses' ? <SelectField label={t('form.admission')} value={draft.admission} onChange={(admission) => onChange({ admission })} options={admissions.map((option) => [option, t(`form.admissionOption.${option}`)] as const)} /> : null}
      {switches.map((name) => (
        <CheckField key={name} label={t(`form.${name}`)} hint={t(`form.${name}Hint`)} isSelected={draft[name]} onChange={(isOn) => onChange({ [name]: isOn })} />
      ))}
      {list === 'qualificationTypes' ? (
        <SelectField
          label={t('form.tag')}
          value={draft.tagId ?? ''}
          onChange={(id) => onChange({ tagId: id === '' ? null : id })}
          options={[['', t('form.noTag')] as const, ...tags.map((tag) => [tag.id, i18n.language === 'fr' ? (tag.nameFr ?? tag.name) : tag.name] as const)]}
        />
      ) : null}
    </>
  )
}
