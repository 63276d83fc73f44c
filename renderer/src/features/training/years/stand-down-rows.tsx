import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HolidayExclusion } from '../../../../../shared/domain/training.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SuggestField } from '../../../ui/suggest-field.tsx'
import { usualNames, usualStandDowns, type YearDraft } from './draft.ts'

interface Props {
  readonly draft: YearDraft
  readonly about: (path: string) => string | undefined
  readonly onChange: (standDowns: readonly HolidayExclusion[]) => void
}

/** Periods with their names; the usual ones are a press away. */
export function StandDownRows({ draft, about, onChange }: Props) {
  const { t } = useTranslation('training')
  const { standDowns } = draft
  const put = (at: number, changes: Partial<HolidayExclusion>): void => onChange(standDowns.map((range, index) => (index === at ? { ...range, ...changes } : range)))
  const names = usualNames.map((name) => t(`years.usual.${name}`))
  return (
    <div className="grid gap-3">
      {standDowns.length === 0 ? <p className="text-ink-muted">{t('years.noStandDowns')}</p> : null}
      {standDowns.map((range, index) => (
        <div key={index} role="group" aria-label={t('years.standDown', { number: index + 1 })} className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_27px]">
          <SuggestField label={t('years.name')} value={range.name} onChange={(name) => put(index, { name })} suggestions={names} error={about(`standDowns.${index}.name`)} maxLength={100} />
          <DateField label={t('years.start')} value={range.start} onChange={(start) => put(index, { start })} min={draft.startDate} max={draft.endDate} error={about(`standDowns.${index}.start`)} />
          <DateField label={t('years.end')} value={range.end} onChange={(end) => put(index, { end })} min={draft.startDate} max={draft.endDate} error={about(`standDowns.${index}.end`)} />
          <span className="pt-7">
            <IconButton label={t('years.takeAway', { what: range.name === '' ? t('years.standDown', { number: index + 1 }) : range.name })} onPress={() => onChange(standDowns.filter((_, other) => other !== index))}>
              <Trash2 aria-hidden size={16} />
            </IconButton>
          </span>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onPress={() => onChange([...standDowns, { name: '', start: '', end: '' }])}>
          <Plus aria-hidden size={14} />
          {t('years.addStandDown')}
        </Button>
        {usualStandDowns(draft).map(({ usual, start, end }) => (
          <Button key={`${usual} ${start}`} size="sm" variant="quiet" onPress={() => onChange([...standDowns, { name: t(`years.usual.${usual}`), start, end }])}>
            {t('years.addUsual', { name: t(`years.usual.${usual}`) })}
          </Button>
        ))}
      </div>
    </div>
  )
}
