import { useId } from 'react'

interface Props {
  readonly label: string
  /** `YYYY-MM-DD`; empty while it is none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly error?: string | undefined
  readonly isFirst?: boolean
}

/** A civil date, by the system's own picker. */
export function DateField({ label, value, onChange, min, max, error, isFirst = false }: Props) {
  const said = useId()
  return (
    <label className="grid min-w-0 gap-1">
      <span className="text-sm font-medium">{label}</span>
      <input
        type="date"
        data-first={isFirst || undefined}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : said}
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`h-[38px] w-full min-w-0 rounded-lg border bg-panel px-2.5 text-ink ${error === undefined ? 'border-line' : 'border-refused'}`}
      />
      {error === undefined ? null : (
        <span id={said} className="text-xs text-refused">
          {error}
        </span>
      )}
    </label>
  )
}
