import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToday } from '../../schedule/schedule-view.ts'
import type { TrainingYear } from '../calendar/exceptions.ts'
import { nextYear, yearProblems } from './draft.ts'

interface Props {
  readonly years: readonly TrainingYear[]
  readonly onAdded: (yearId: string) => void
  readonly onClose: () => void
}

/** A new year with its dates; what else it is to have is put into it afterwards. */
export function AddYearDialog({ years, onAdded, onClose }: Props) {
  const { t } = useTranslation('training')
  const today = useToday()
  const [draft, setDraft] = useState(() => ({ ...nextYear(years, today ?? '2026-09-01'), standDowns: [], exceptions: [] }))
  const [isCurrent, setCurrent] = useState(years.length === 0)
  const [tried, setTried] = useState(false)
  const problems = yearProblems(draft)
  const about = (field: string): string | undefined => (tried && problems[field] !== undefined ? t(`years.problem.${problems[field]}`) : undefined)
  const create = async () => {
    const { name, startDate, endDate } = draft
    const result = await api().training.createYear({ name, startDate, endDate, isCurrent })
    if (result.ok) onAdded(result.value.yearId)
    return result
  }
  return (
    <FormDialog title={t('years.addTitle')} confirm={t('years.add')} onTry={() => setTried(true)} save={Object.keys(problems).length > 0 ? null : create} onClose={onClose}>
      <p className="text-ink-muted">{t('years.addText')}</p>
      <TextField label={t('years.name')} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} error={about('name')} maxLength={50} autoFocus autoComplete="off" />
      <div className="grid grid-cols-2 items-start gap-3">
        <DateField label={t('years.startDate')} value={draft.startDate} onChange={(startDate) => setDraft({ ...draft, startDate })} error={about('startDate')} />
        <DateField label={t('years.endDate')} value={draft.endDate} onChange={(endDate) => setDraft({ ...draft, endDate })} error={about('endDate')} />
      </div>
      <CheckField label={t('years.addCurrent')} hint={t('years.addCurrentHint')} isSelected={isCurrent} onChange={setCurrent} />
    </FormDialog>
  )
}
