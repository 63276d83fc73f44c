import { Description, FieldError, Label, TextArea, TextField as HeroTextField } from '@heroui/react'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows: number
  readonly maxLength?: number
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

/** A few labelled lines of text. */
export const TextAreaField = ({ label, value, onChange, rows, maxLength, hint, error }: Props) => (
  <HeroTextField value={value} onChange={onChange} validationBehavior="aria" isInvalid={error !== undefined} fullWidth {...(maxLength !== undefined && { maxLength })}>
    <Label>{label}</Label>
    <TextArea rows={rows} />
    {hint === undefined ? null : <Description>{hint}</Description>}
    <FieldError>{error}</FieldError>
  </HeroTextField>
)
