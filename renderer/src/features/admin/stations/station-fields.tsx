import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import { TextField } from '../../../ui/text-field.tsx'

export interface Draft {
  readonly name: string
  readonly nameFr: string
  readonly description: string
}

interface Props {
  readonly draft: Draft
  /** What the core last refused. */
  readonly problem: Refused | null
  readonly onChange: (draft: Draft) => void
}

/** What a station is called, side by side. */
export function StationFields({ draft, problem, onChange }: Props) {
  const { t } = useTranslation('admin')
  const taken = problem?.code === 'station_name_taken' ? `${refusalWords(problem).message} ${refusalWords(problem).howToFix}` : undefined
  return (
    <>
      <TextField label={t('stations.form.nameEn')} value={draft.name} onChange={(name) => onChange({ ...draft, name })} error={draft.name.trim() === '' ? t('stations.form.nameMissing') : taken} maxLength={100} autoFocus />
      <TextField label={t('stations.form.nameFr')} value={draft.nameFr} onChange={(nameFr) => onChange({ ...draft, nameFr })} placeholder={draft.name} maxLength={100} />
      <TextField label={t('stations.form.description')} value={draft.description} onChange={(description) => onChange({ ...draft, description })} maxLength={500} />
    </>
  )
}
