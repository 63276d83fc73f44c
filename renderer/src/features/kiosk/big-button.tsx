import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** A second line: what comes with it. */
  readonly detail?: string | undefined
  readonly isMain?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}

/** A choice at the door, for a thumb in a glove (screens.md 5.3: 56 px and more). */
export const BigButton = ({ children, detail, isMain = false, disabled = false, onPress }: Props) => (
  <button
    type="button"
    disabled={disabled}
    onClick={onPress}
    className={`flex min-h-16 min-w-0 cursor-pointer flex-col items-start justify-center rounded-xl border-2 px-6 py-2 text-left disabled:cursor-default disabled:opacity-50 ${isMain ? 'border-out bg-out text-on-action' : 'border-line bg-panel text-ink'}`}
  >
    <span className="text-2xl/tight font-semibold">{children}</span>
    {detail === undefined ? null : <span className="text-base/tight">{detail}</span>}
  </button>
)
