import { Search } from 'lucide-react'
import type { RefObject } from 'react'

interface Props {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** From what is looked for on to what was found. */
  readonly onLeave?: () => void
  readonly field?: RefObject<HTMLInputElement | null>
}

/** Looks for something in the list below; Esc empties it. */
export const SearchField = ({ label, hint, value, onChange, onLeave, field }: Props) => (
  <label className="flex h-[34px] w-80 items-center gap-2 rounded-lg border border-line px-2.5 focus-within:border-out">
    <Search aria-hidden size={16} className="text-ink-muted" />
    <input
      ref={field}
      type="search"
      aria-label={label}
      placeholder={hint}
      maxLength={100}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          // Whoever closes something with Esc is not meant.
          event.preventDefault()
          onChange('')
        }
        if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave?.()
      }}
      className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-muted"
    />
  </label>
)
