import type { ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
  /** A second line: what comes with it. */
  readonly detail?: string | undefined
  readonly isMain?: boolean
  /** In a row of keys: no higher than they are. */
  readonly isSlim?: boolean
  /** Has the focus when it is drawn: what whoever stands there will most likely do. */
  readonly isFirst?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}

/** A choice at the door, for a thumb in a glove (screens.md 5.3: 56 px and more). */
export const BigButton = ({ children, detail, isMain = false, isSlim = false, isFirst = false, disabled = false, onPress }: Props) => (
  <button
    type="button"
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    autoFocus={isFirst}
    disabled={disabled}
    onClick={onPress}
    className={`flex min-w-0 cursor-pointer flex-col items-start justify-center rounded-xl border-2 text-left disabled:cursor-default disabled:opacity-50 ${isSlim ? 'min-h-14 items-center! px-3' : 'min-h-16 px-6 py-2'} ${isMain ? 'border-out bg-out text-on-action' : 'border-line bg-panel text-ink'}`}
  >
    <span className="text-2xl/tight font-semibold">{children}</span>
    {detail === undefined ? null : <span className="text-base/tight">{detail}</span>}
  </button>
)
