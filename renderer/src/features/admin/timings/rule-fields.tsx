import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ordinals, type DutyWatchRule, type Recurrence } from '../../../../../shared/domain/duty-watch-rules.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { useTimes } from '../../../ui/time.ts'
import { weekdayOptions } from '../../../ui/weekdays.ts'
import { useProblemWords } from '../settings/problem-words.ts'

interface Props {
  readonly rule: DutyWatchRule
  readonly problems: Readonly<Record<string, string>>
  /** Where the rule stands in the document. */
  readonly path: string
  readonly onChange: (rule: DutyWatchRule) => void
}

/** One rule of the Duty Watch: its name, on which nights, from when to when. */
export function RuleFields({ rule, problems, path, onChange }: Props) {
  const { t } = useTranslation('settings')
  const { locale } = useTimes()
  const words = useProblemWords()
  const { recurrence } = rule
  const about = (field: string): string | undefined => words(problems[`${path}.${field}`])
  const put = (changes: Partial<DutyWatchRule>): void => onChange({ ...rule, ...changes })
  const repeat = (kind: Recurrence['kind']): void => {
    const { weekday } = recurrence
    put({ recurrence: kind === 'weekly' ? { kind, weekday, intervalWeeks: 1 } : { kind, weekday, ordinal: 'first' } })
  }
  const isOpen = rule.startTime === rule.endTime
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Braces: newer Chromium answers with a promise, which is no clean-up.
    fields.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={fields} className="grid scroll-mb-4 gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField label={t('rule.name')} value={rule.name} onChange={(name) => put({ name })} error={about('name')} maxLength={100} autoFocus />
        <TextField label={t('rule.effectiveStartDate')} value={rule.effectiveStartDate} onChange={(effectiveStartDate) => put({ effectiveStartDate })} error={about('effectiveStartDate')} hint={t('rule.dateHint')} maxLength={10} autoComplete="off" />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <SelectField
          label={t('rule.repeats')}
          value={recurrence.kind}
          onChange={repeat}
          options={[
            ['weekly', t('rule.weekly')],
            ['monthly', t('rule.monthly')],
          ]}
        />
        {recurrence.kind === 'weekly' ? (
          <NumberField label={t('rule.intervalWeeks')} value={recurrence.intervalWeeks} onChange={(intervalWeeks) => put({ recurrence: { ...recurrence, intervalWeeks } })} error={about('recurrence.intervalWeeks')} hint={recurrence.intervalWeeks > 1 ? t('rule.intervalHint') : undefined} />
        ) : (
          <SelectField label={t('rule.ordinal')} value={recurrence.ordinal} onChange={(ordinal) => put({ recurrence: { ...recurrence, ordinal } })} options={ordinals.map((ordinal) => [ordinal, t(`ordinal.${ordinal}`)] as const)} />
        )}
        <SelectField label={t('rule.weekday')} value={String(recurrence.weekday)} onChange={(weekday) => put({ recurrence: { ...recurrence, weekday: Number(weekday) } })} options={weekdayOptions(locale)} />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-3">
        <TimeField label={t('rule.startTime')} value={rule.startTime} onChange={(startTime) => put(isOpen ? { startTime, endTime: startTime } : { startTime })} error={about('startTime')} />
        <TimeField label={t('rule.endTime')} value={isOpen ? '' : rule.endTime} isDisabled={isOpen} onChange={(endTime) => put({ endTime })} error={isOpen ? undefined : about('endTime')} hint={isOpen ? undefined : t('rule.endHint')} />
        <div className="pt-7">
          <CheckField label={t('rule.untilItEnds')} isSelected={isOpen} onChange={(open) => put({ endTime: open ? rule.startTime : laterThan(rule.startTime) })} />
        </div>
      </div>
    </div>
  )
}

/** Something to begin with when a watch is given an end: three hours on, before midnight. */
function laterThan(startTime: string): string {
  const hour = Number(startTime.slice(0, 2))
  return `${String(Number.isNaN(hour) ? 22 : Math.min(hour + 3, 23)).padStart(2, '0')}:${hour >= 20 ? '59' : '00'}`
}
