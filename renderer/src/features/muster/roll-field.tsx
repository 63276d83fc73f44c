import { Search } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Takes the keyboard at once. */
  readonly isFirst: boolean
  readonly controls: string
  /** The row that Enter marks. */
  readonly active: string | undefined
  /** What the list makes of a key. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** Letters look for a name, the arrows move in the list below, Enter marks; the keyboard never has to leave it. */
export function RollField({ value, onChange, isFirst, controls, active, onKey }: Props) {
  const { t } = useTranslation('muster')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) field.current?.focus()
  }, [isFirst])
  return (
    <label className="flex h-14 w-[min(26rem,100%)] items-center gap-3 rounded-lg border-2 border-line px-3 focus-within:border-out">
      <Search aria-hidden size={24} className="flex-none text-ink-muted" />
      <input
        ref={field}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={t('field.label')}
        aria-expanded
        aria-haspopup="grid"
        aria-controls={controls}
        aria-activedescendant={active}
        aria-autocomplete="list"
        maxLength={100}
        placeholder={t('field.hint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault()
            onChange('')
          } else onKey(event)
        }}
        className="min-w-0 flex-1 bg-transparent text-xl outline-none placeholder:text-base placeholder:text-ink-muted"
      />
    </label>
  )
}
