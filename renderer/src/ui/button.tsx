import { Button as HeroButton } from '@heroui/react'
import type { ComponentProps } from 'react'
import { Kbd } from './kbd.tsx'

type Variant = 'primary' | 'plain' | 'quiet' | 'danger'
const variants = { primary: 'primary', plain: 'outline', quiet: 'ghost', danger: 'danger' } as const

interface Props extends Omit<ComponentProps<typeof HeroButton>, 'variant' | 'children'> {
  readonly variant?: Variant
  readonly children: React.ReactNode
  /** Shown on the button; the key itself is heard elsewhere. */
  readonly shortcut?: string
}

/** The one button. A shortcut is part of its face, not of its name. */
export const Button = ({ variant = 'plain', shortcut, children, ...rest }: Props) => (
  <HeroButton data-first={rest.autoFocus} variant={variants[variant]} {...(shortcut !== undefined && { 'aria-keyshortcuts': shortcut })} {...rest}>
    {children}
    {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
  </HeroButton>
)
