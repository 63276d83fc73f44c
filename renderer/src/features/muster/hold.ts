/** F12 is held for this long, in ms, before an emergency begins (screens.md 5.2). */
export const holdMs = 2_000

/** A reader's keys follow one another within this time, in ms: an F12 so close to another key is one of its own. */
const burstMs = 150

/** A sign, or what ends a line of them: Esc and the arrows are a person's. */
const isTyped = (key: string): boolean => key.length === 1 || key === 'Enter' || key === 'Tab'

interface HoldKey {
  readonly key: string
  /** The event's own time in ms. */
  readonly timeStamp: number
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/**
 * Whether F12 is being held by a person. A reader that sends F12 before or after its digits begins nothing, not even
 * where its key-up is lost; letting go, or the window losing the keyboard, ends it.
 */
export function createHold(change: (held: boolean) => void) {
  let lastOther = -Infinity
  let since: number | null = null
  const end = (): void => {
    if (since === null) return
    since = null
    change(false)
  }
  return {
    down({ key, timeStamp, repeat, ctrlKey, altKey, metaKey, shiftKey }: HoldKey): void {
      if (key !== 'F12') {
        if (!isTyped(key)) return
        if (since !== null && timeStamp - since < burstMs) end()
        lastOther = timeStamp
        return
      }
      if (repeat || since !== null || ctrlKey || altKey || metaKey || shiftKey || timeStamp - lastOther < burstMs) return
      since = timeStamp
      change(true)
    },
    up(key: string): void {
      if (key === 'F12') end()
    },
    end,
  }
}
