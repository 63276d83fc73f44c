import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface MenuAct<K extends string> {
  readonly key: K
  readonly words: string
  readonly isGrave?: boolean
}

interface Props<K extends string> {
  /** What it is the menu of, for those who do not see it. */
  readonly label: string
  readonly acts: readonly MenuAct<K>[]
  readonly onAct: (key: K) => void
  readonly children: ReactNode
  /** Its face is words, which are its name: then `label` names the menu alone. */
  readonly hasWords?: boolean
  readonly className?: string
  /** `data-control` of the button: what finds it again when it is drawn anew. */
  readonly control?: string
}

/** A button that opens what can be done: Enter opens it, arrows choose, Esc closes. One stop for the keyboard, however many acts. */
export const ActionMenu = <K extends string>({ label, acts, onAct, children, hasWords = false, className = '', control }: Props<K>) => (
  <MenuTrigger>
    <Button {...(!hasWords && { 'aria-label': label })} data-control={control} className={`cursor-pointer rounded-md text-left outline-offset-1 hover:bg-chip ${className}`}>
      {children}
    </Button>
    <Popover placement="bottom start" className="min-w-52 rounded-lg border border-line bg-panel p-1 text-ink shadow-lg">
      <Menu aria-label={label} className="grid gap-0.5 outline-none" onAction={(key) => acts.forEach((act) => act.key === key && onAct(act.key))}>
        {acts.map(({ key, words, isGrave = false }) => (
          <MenuItem key={key} id={key} className={`cursor-pointer rounded-md px-2.5 py-1.5 outline-none focus:bg-chip ${isGrave ? 'text-refused' : ''}`}>
            {words}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
)
