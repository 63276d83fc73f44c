import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { exceptionTypes } from '../../../../../shared/domain/training.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ExceptionDraft, YearDraft } from './draft.ts'

interface Props {
  readonly draft: YearDraft
  readonly about: (path: string) => string | undefined
  readonly onChange: (exceptions: readonly ExceptionDraft[]) => void
}

/** Single days, each with what does not take place and why. */
export function ExceptionRows({ draft, about, onChange }: Props) {
  const { t } = useTranslation('training')
  const { exceptions } = draft
  const put = (at: number, changes: Partial<ExceptionDraft>): void => onChange(exceptions.map((exception, index) => (index === at ? { ...exception, ...changes } : exception)))
  return (
    <div className="grid gap-3">
      {exceptions.length === 0 ? <p className="text-ink-muted">{t('years.noExceptions')}</p> : null}
      {exceptions.map(({ date, type, note }, index) => (
        <div key={index} role="group" aria-label={t('years.exception', { number: index + 1 })} className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_minmax(0,1.3fr)_27px]">
          <DateField label={t('years.date')} value={date} onChange={(changed) => put(index, { date: changed })} min={draft.startDate} max={draft.endDate} error={about(`exceptions.${index}.date`)} />
          <SelectField label={t('years.what')} value={type} onChange={(changed) => put(index, { type: changed })} options={exceptionTypes.map((name) => [name, t(`years.type.${name}`)] as const)} />
          <TextField label={t('years.note')} value={note} onChange={(changed) => put(index, { note: changed })} maxLength={200} autoComplete="off" />
          <span className="pt-7">
            <IconButton label={t('years.takeAway', { what: t('years.exception', { number: index + 1 }) })} onPress={() => onChange(exceptions.filter((_, other) => other !== index))}>
              <Trash2 aria-hidden size={16} />
            </IconButton>
          </span>
        </div>
      ))}
      <div>
        <Button size="sm" onPress={() => onChange([...exceptions, { date: '', type: 'cancelled_training', note: '' }])}>
          <Plus aria-hidden size={14} />
          {t('years.addException')}
        </Button>
      </div>
    </div>
  )
}
