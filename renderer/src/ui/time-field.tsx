import { useState } from 'react'
import { TextField } from './text-field.tsx'
import { toTimeOfDay } from './time-of-day.ts'

interface Props {
  readonly label: string
  /** `HH:MM`, or whatever was typed that is none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isDisabled?: boolean | undefined
}

/** A time of day, 24 hours. `1900` is brought to `19:00` when the field is left or Enter is pressed; while somebody types nothing is held against them. */
export function TimeField({ value, onChange, error, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const settle = (): void => {
    if (typed !== null) onChange(toTimeOfDay(typed) ?? typed)
    setTyped(null)
  }
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      onChange={(text) => {
        setTyped(text)
        // A whole time counts at once: what depends on it follows as one types.
        if (/^\d\d:\d\d$/.test(text)) onChange(text)
      }}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      error={typed === null ? error : undefined}
      inputMode="numeric"
      maxLength={7}
      placeholder="00:00"
      autoComplete="off"
    />
  )
}
