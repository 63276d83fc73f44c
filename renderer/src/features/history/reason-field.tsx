import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'

export type ReasonName = 'forgotBadge' | 'noBadge' | 'notRead' | 'forgotOut' | 'forgotIn' | 'otherDoor' | 'wrongPerson' | 'wrongTime'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly ReasonName[]
  readonly label?: string
  readonly hint?: string
}

/** Why: picked from a few that are usual, or typed. */
export function ReasonField({ value, onChange, choices, label, hint }: Props) {
  const { t } = useTranslation('history')
  return (
    <div className="grid gap-2">
      <TextField label={label ?? t('reason')} value={value} onChange={(text) => onChange(text.slice(0, 500))} hint={hint ?? t('reasonHint')} />
      <div role="group" aria-label={t('reasonHint')} className="flex flex-wrap gap-1.5">
        {choices.map((name) => {
          const words = t(`reasons.${name}`)
          return (
            <button key={name} type="button" aria-pressed={value === words} onClick={() => onChange(words)} className={`h-7 cursor-pointer rounded-md border px-2 text-xs ${value === words ? 'border-out bg-out-soft font-semibold text-out' : 'border-line hover:bg-chip'}`}>
              {words}
            </button>
          )
        })}
      </div>
    </div>
  )
}
