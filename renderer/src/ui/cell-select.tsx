interface Props<T extends string> {
  /** What is chosen and for what: the row says it only to those who see it. */
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly (readonly [value: T, words: string])[]
}

/** One of many, in a row of a table. */
export const CellSelect = <T extends string>({ label, value, onChange, options }: Props<T>) => (
  <select
    aria-label={label}
    value={value}
    onChange={(event) => {
      const chosen = options.find(([option]) => option === event.target.value)
      if (chosen !== undefined) onChange(chosen[0])
    }}
    className="h-[28px] w-full min-w-0 rounded-lg border border-line bg-panel px-2 text-ink"
  >
    {options.map(([option, words]) => (
      <option key={option} value={option}>
        {words}
      </option>
    ))}
  </select>
)
