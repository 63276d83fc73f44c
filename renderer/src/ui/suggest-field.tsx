import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What was written here before; anything else may be. */
  readonly suggestions: readonly string[]
  readonly placeholder?: string
  readonly maxLength?: number
  readonly error?: string | undefined
}

/** A line of text, which suggests what was written before: type, arrow, Enter. */
export function SuggestField({ label, value, onChange, suggestions, placeholder, maxLength, error }: Props) {
  return (
    <ComboBox className="grid gap-1" defaultItems={suggestions.map((id) => ({ id }))} inputValue={value} onInputChange={onChange} onSelectionChange={(key) => key !== null && onChange(String(key))} selectedKey={null} allowsCustomValue isInvalid={error !== undefined} validationBehavior="aria">
      <Label className="text-sm font-medium">{label}</Label>
      <Input autoComplete="off" placeholder={placeholder} maxLength={maxLength} className="h-[38px] rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out data-invalid:border-refused" />
      <FieldError className="text-xs text-refused">{error}</FieldError>
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-panel p-1 text-ink shadow-lg">
        <ListBox<{ id: string }> className="max-h-60 overflow-y-auto outline-none">
          {({ id }) => (
            <ListBoxItem textValue={id} className="cursor-pointer rounded-md px-2.5 py-1.5 outline-none focus:bg-chip">
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
