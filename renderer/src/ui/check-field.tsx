interface Props {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly hint?: string | undefined
  readonly isDisabled?: boolean | undefined
}

/** Yes or no, with what yes means below it. */
export const CheckField = ({ label, isSelected, onChange, hint, isDisabled = false }: Props) => (
  <label className={`flex items-start gap-2.5 ${isDisabled ? 'text-ink-muted' : 'cursor-pointer'}`}>
    <input type="checkbox" checked={isSelected} disabled={isDisabled} onChange={(event) => onChange(event.target.checked)} className="mt-0.5 size-4 flex-none accent-(--out)" />
    <span className="grid">
      <span className="text-sm font-medium">{label}</span>
      {hint === undefined ? null : <span className="text-xs text-ink-muted">{hint}</span>}
    </span>
  </label>
)
