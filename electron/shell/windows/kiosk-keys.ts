/** Which keys a kiosk window lets through. Pure; asked before Chromium sees a key (trust.md 4.5). */

export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string
  /** `KeyboardEvent.code`: the place of the key. */
  readonly code: string
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
}

/** What a field needs: copy, cut, paste, undo, select all, and moving by words. */
const editingKeys = new Set(['a', 'c', 'v', 'x', 'z', 'arrowleft', 'arrowright', 'home', 'end', 'backspace', 'delete'])
/** Keys that act on the system or the browser by themselves. */
const systemKeys = /^(f([1-9]|1\d|2[0-4])|contextmenu|printscreen|browser.*|launch.*|mail|power|sleep|wakeup|escape)$/
/** Characters typed with AltGr arrive as Ctrl+Alt on Windows: `@` on a French keyboard. */
const typed = (press: KeyPress): boolean => press.control && press.alt && [...press.key].length === 1 && !/[a-z0-9]/i.test(press.key)

/** Asks for the exit code, and does no more (screens.md 1.5). By its place, as the page reads it: AltGr changes its letter. */
const asksForTheExit = (press: KeyPress): boolean => press.code === 'KeyK' && press.control && press.alt && press.shift && !press.meta

/**
 * SECURITY: whatever is not typing or moving in a field is blocked, so that a key we forgot is blocked too: closing, reloading,
 * printing, saving, developer tools, zoom, full screen, menus and help.
 */
export function kioskBlocks(press: KeyPress): boolean {
  if (asksForTheExit(press)) return false
  const key = press.key.toLowerCase()
  // Escape closes our own dialogs; alone it does nothing to a window in kiosk mode.
  if (key === 'escape') return press.control || press.alt || press.meta || press.shift
  if (systemKeys.test(key) || press.meta) return true
  if (typed(press)) return false
  if (press.alt) return true
  if (press.control) return press.shift ? !key.startsWith('arrow') : !editingKeys.has(key)
  return false
}
