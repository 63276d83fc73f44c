import type { ReactNode } from 'react'

interface Props {
  /** What it does and to what: its name for those who do not see the sign, and the tip for those who do. */
  readonly label: string
  readonly onPress: () => void
  readonly children: ReactNode
  /** There is nothing to do at present. It keeps the focus, which a disabled button would lose. */
  readonly isIdle?: boolean
  readonly 'data-control'?: string
}

/** A sign to press, in a row of a table. */
export const IconButton = ({ label, onPress, children, isIdle = false, ...rest }: Props) => (
  <button
    {...rest}
    type="button"
    aria-label={label}
    title={label}
    aria-disabled={isIdle}
    onClick={() => (isIdle ? undefined : onPress())}
    className={`inline-grid size-[27px] place-items-center rounded-md align-middle ${isIdle ? 'text-ink-muted opacity-30' : 'cursor-pointer text-ink-muted hover:bg-chip hover:text-ink'}`}
  >
    {children}
  </button>
)
