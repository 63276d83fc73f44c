interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly (readonly [value: T, words: string])[]
}

/** A few choices of which one holds. */
export const Segments = <T extends string>({ label, value, onChange, options }: Props<T>) => (
  <div role="group" aria-label={label} className="flex overflow-hidden rounded-lg border border-line bg-panel">
    {options.map(([option, words]) => (
      <button
        key={option}
        type="button"
        aria-pressed={option === value}
        onClick={() => onChange(option)}
        className={`h-[30px] cursor-pointer px-2.5 whitespace-nowrap -outline-offset-2! ${option === value ? 'bg-chip font-semibold' : 'text-ink-muted hover:bg-chip'}`}
      >
        {words}
      </button>
    ))}
  </div>
)
