import { CircleAlert } from 'lucide-react'
import { useId, type KeyboardEvent, type Ref } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly error?: string | undefined
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onChange: (value: string) => void
  readonly onFocus?: () => void
  readonly onEnter: () => void
}

/** A line of text at the kiosk. What is wrong with it stands below, in a place that is kept for it. */
export function KioskField({ label, value, maxLength, error, inputRef, onChange, onFocus, onEnter }: Props) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className="text-lg font-semibold">
        {label}
      </label>
      {/* inputMode none: the system's own keyboard must not cover ours. */}
      <input
        ref={inputRef}
        id={id}
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        maxLength={maxLength}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        className="h-14 min-w-0 rounded-xl border-2 border-ink-muted bg-ground px-4 text-2xl focus:border-visitor aria-invalid:border-refused"
      />
      <p id={`${id}-error`} aria-live="polite" className="flex min-h-6 items-start gap-1.5 text-base/snug font-semibold text-refused">
        {error === undefined ? null : (
          <>
            <CircleAlert aria-hidden size={20} className="flex-none" />
            {error}
          </>
        )}
      </p>
    </div>
  )
}
