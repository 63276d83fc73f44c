import { Description, FieldError, Input, Label, TextField as HeroTextField } from '@heroui/react'
import type { ComponentProps, RefObject } from 'react'

interface Props extends Omit<ComponentProps<typeof HeroTextField>, 'children' | 'onChange' | 'value'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly placeholder?: string | undefined
  readonly inputMode?: 'text' | 'numeric'
  readonly inputRef?: RefObject<HTMLInputElement | null> | undefined
}

/** A labelled line of text; what is wrong with it is said below and read aloud. */
export const TextField = ({ label, hint, error, placeholder, inputMode, inputRef, ...rest }: Props) => (
  // Told by ARIA only: natively, a field that was refused once would keep its form from ever being sent again.
  <HeroTextField {...rest} data-first={rest.autoFocus} validationBehavior="aria" isInvalid={error !== undefined} fullWidth>
    <Label>{label}</Label>
    <Input ref={inputRef} placeholder={placeholder} inputMode={inputMode} />
    {hint === undefined ? null : <Description>{hint}</Description>}
    <FieldError>{error}</FieldError>
  </HeroTextField>
)
