interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly (readonly [value: T, words: string])[]
  /** Takes the focus when its dialog opens. */
  readonly isFirst?: boolean
}

/** One of a few, where the words are too long to stand side by side. The system's own list: it needs no learning. */
export const SelectField = <T extends string>({ label, value, onChange, options, isFirst = false }: Props<T>) => (
  <label className="grid min-w-0 gap-1">
    <span className="text-sm font-medium">{label}</span>
    <select
      data-first={isFirst || undefined}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([option]) => option === event.target.value)
        if (chosen !== undefined) onChange(chosen[0])
      }}
      className="h-[38px] w-full min-w-0 rounded-lg border border-line bg-panel px-2.5 text-ink"
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  </label>
)
