import { TextField } from './text-field.tsx'

interface Props {
  readonly label: string
  /** NaN = the field is empty. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isDisabled?: boolean | undefined
}

/** A whole number of a few digits; other signs do not get in. */
export const NumberField = ({ value, onChange, ...rest }: Props) => (
  <TextField {...rest} value={Number.isNaN(value) ? '' : String(value)} onChange={(text) => /^\d*$/.test(text) && onChange(text === '' ? Number.NaN : Number(text))} inputMode="numeric" maxLength={5} autoComplete="off" />
)
