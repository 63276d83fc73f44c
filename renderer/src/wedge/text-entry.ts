export type TextEntry = HTMLInputElement | HTMLTextAreaElement

const typed = new Set(['text', 'search', 'password', 'email', 'tel', 'url', 'number'])

/** The text field that keys go into, or null where nothing is typed. */
export function textEntryOf(target: EventTarget | null): TextEntry | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && typed.has(target.type) ? target : null
}

/** How a field was. Fields of some types, such as number, have no selection to ask for. */
export interface FieldState {
  readonly value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
}

/** Longer than any burst that a reader sends. */
const limit = 200

/**
 * Remembers a field as it was before each key. Counting characters back would not do: a reader's first character may have
 * replaced what was selected, and a full field may have taken none of them.
 */
export function createKeyUndo<Field extends FieldState>(write: (field: Field, before: FieldState) => void) {
  let keys: ({ readonly field: Field; readonly before: FieldState } | null)[] = []
  return {
    /** Call it before the key reaches the field; null where it reaches none. */
    remember(field: Field | null): void {
      keys = [...keys.slice(1 - limit), field === null ? null : { field, before: stateOf(field) }]
    },
    /** Gives every field what it had before the last `count` keys. */
    takeBack(count: number): void {
      const earliest = new Map<Field, FieldState>()
      for (const key of keys.slice(-count)) if (key !== null && !earliest.has(key.field)) earliest.set(key.field, key.before)
      keys = []
      for (const [field, before] of earliest) write(field, before)
    },
    forget(): void {
      keys = []
    },
  }
}

const stateOf = ({ value, selectionStart, selectionEnd }: FieldState): FieldState => ({ value, selectionStart, selectionEnd })

/** Writes a field in a way that React hears too. */
export function writeField(field: TextEntry, { value, selectionStart, selectionEnd }: FieldState): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  // React watches the element's own `value`; the prototype's setter passes it by, and the event tells it.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
