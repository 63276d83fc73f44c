type TextEntry = HTMLInputElement | HTMLTextAreaElement

const typed = new Set(['text', 'search', 'password', 'email', 'tel', 'url', 'number'])

/** The text field that keys go into, or null where nothing is typed. */
export function textEntryOf(target: EventTarget | null): TextEntry | null {
  if (target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLInputElement && typed.has(target.type) ? target : null
}

/** Takes out the last `count` characters before the caret, in a way that React hears too. */
export function removeBeforeCaret(field: TextEntry, count: number): void {
  // Fields of type number have no caret to ask for: there the characters are the last ones.
  const caret = field.type === 'number' ? field.value.length : (field.selectionStart ?? field.value.length)
  const kept = field.value.slice(0, Math.max(0, caret - count)) + field.value.slice(caret)
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  // React watches the element's own `value`; the prototype's setter passes it by, and the event tells it.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, kept)
  if (field.type !== 'number') field.setSelectionRange(Math.max(0, caret - count), Math.max(0, caret - count))
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
