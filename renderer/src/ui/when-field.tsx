import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useZone } from '../stores/system.ts'
import { Segments } from './segments.tsx'
import { readWhen, type When } from './when.ts'

interface Props {
  /** What happened then: names both fields. */
  readonly label: string
  readonly value: When
  readonly onChange: (value: When) => void
  /** The last date that can be meant. */
  readonly max?: string | undefined
}

const field = 'h-[38px] rounded-lg border bg-panel px-2.5 text-ink'

/** A date and a time of day, 24 hours, by the unit's clock; what is wrong with them is said below. */
export function WhenField({ label, value, onChange, max }: Props) {
  const { t } = useTranslation('history')
  const zone = useZone()
  const hint = useId()
  const result = readWhen(value, zone)
  const problem = result.ok ? undefined : result.problem
  const isTwice = result.ok && result.isTwice
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <input type="date" aria-label={t('when.date')} aria-invalid={problem === 'date'} aria-describedby={hint} max={max} value={value.date} onChange={(event) => onChange({ ...value, date: event.target.value })} className={`${field} ${problem === 'date' ? 'border-refused' : 'border-line'}`} />
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('when.time')}
          aria-invalid={problem === 'time' || problem === 'skipped'}
          aria-describedby={hint}
          maxLength={10}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.target.value })}
          className={`${field} w-24 ${problem === 'time' || problem === 'skipped' ? 'border-refused' : 'border-line'}`}
        />
        {isTwice ? (
          <Segments
            label={t('when.twice')}
            value={value.second ? 'second' : 'first'}
            onChange={(which) => onChange({ ...value, second: which === 'second' })}
            options={[
              ['first', t('when.first')],
              ['second', t('when.second')],
            ]}
          />
        ) : null}
      </div>
      <span id={hint} className={`text-xs ${problem === undefined ? 'text-ink-muted' : 'text-refused'}`}>
        {problem === undefined ? (isTwice ? `${t('when.twice')}.` : t('when.timeHint')) : t(`when.problem.${problem}`)}
      </span>
    </fieldset>
  )
}
