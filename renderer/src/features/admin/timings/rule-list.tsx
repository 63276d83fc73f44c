import { Pencil, Trash2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyWatchRule } from '../../../../../shared/domain/duty-watch-rules.ts'
import { useSystem } from '../../../stores/system.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useTimes } from '../../../ui/time.ts'
import { useRecurrenceWords, useSpanWords } from './recurrence-words.ts'
import { RuleFields } from './rule-fields.tsx'

interface Props {
  readonly rules: DutyWatchRule[]
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (rules: DutyWatchRule[]) => void
}

const path = 'operational.dutyWatchRules'

/** The rules in words; one at a time is open to be changed. */
export function RuleList({ rules, problems, onChange }: Props) {
  const { t } = useTranslation('settings')
  const { civilDate } = useTimes()
  const today = useSystem((state) => state.status?.operationalDate) ?? '2026-01-05'
  const recurrence = useRecurrenceWords()
  const span = useSpanWords()
  const [open, setOpen] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const panel = useId()
  const isWrong = (index: number): boolean => Object.keys(problems).some((key) => key.startsWith(`${path}.${index}.`))

  const add = (): void => {
    onChange([...rules, { id: crypto.randomUUID(), name: t('rule.newName'), effectiveStartDate: today, startTime: '19:00', endTime: '19:00', recurrence: { kind: 'monthly', weekday: 2, ordinal: 'first' } }])
    setOpen(rules.length)
  }
  const remove = (index: number): void => {
    onChange(rules.filter((_, at) => at !== index))
    setOpen(null)
    list.current?.focus()
  }
  return (
    <div ref={list} tabIndex={-1} role="group" aria-label={t('timings.watch')} className="grid gap-2 outline-none">
      <ul className="overflow-hidden rounded-lg border border-line">
        {rules.map((rule, index) => (
          <li key={rule.id} className="not-first:border-t border-line">
            <div className="flex min-h-[44px] items-center gap-3 px-3 py-1.5">
              <p className="min-w-0 flex-1">
                <b className="wrap-break-word">{rule.name.trim() === '' ? t('rule.unnamed') : rule.name}</b>
                <span className="ml-2 text-ink-muted">
                  {recurrence(rule.recurrence)} · {span(rule.startTime, rule.endTime)}
                  {rule.effectiveStartDate > today ? ` · ${t('rule.from', { date: civilDate(rule.effectiveStartDate) })}` : ''}
                </span>
                {isWrong(index) && open !== index ? <span className="block text-xs text-refused">{t('rule.wrong')}</span> : null}
              </p>
              <button
                type="button"
                aria-expanded={open === index}
                aria-controls={`${panel}-${index}`}
                aria-label={t('rule.changeNamed', { name: rule.name })}
                title={t('rule.changeNamed', { name: rule.name })}
                onClick={() => setOpen(open === index ? null : index)}
                className={`inline-grid size-[27px] cursor-pointer place-items-center rounded-md hover:bg-chip ${open === index ? 'bg-out-soft text-out' : 'text-ink-muted hover:text-ink'}`}
              >
                <Pencil aria-hidden size={16} />
              </button>
              <IconButton label={rules.length === 1 ? t('rule.lastOne') : t('rule.deleteNamed', { name: rule.name })} isIdle={rules.length === 1} onPress={() => remove(index)}>
                <Trash2 aria-hidden size={16} />
              </IconButton>
            </div>
            {open === index ? (
              <div id={`${panel}-${index}`} className="border-t border-line bg-ground p-3">
                <RuleFields rule={rule} problems={problems} path={`${path}.${index}`} onChange={(changed) => onChange(rules.map((other, at) => (at === index ? changed : other)))} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={add} isDisabled={rules.length >= 50}>
          {t('rule.add')}
        </Button>
      </div>
    </div>
  )
}
