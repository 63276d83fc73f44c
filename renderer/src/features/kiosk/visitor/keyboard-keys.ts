/** The keys of the keyboard on the screen, and what they do to a field. Pure. */
import type { FieldState } from '../../../wedge/text-entry.ts'

/** Thirteen a row: digits, letters, and the accents of French names beside them (screens.md W-16). */
export const keyRows: readonly (readonly string[])[] = ['1234567890ÉÈÊ', 'QWERTYUIOPËÇÀ', 'ASDFGHJKL\'ÂÎÏ', 'ZXCVBNM-./ÔÛÙ'].map((row) => [...row])

/** What a key writes, in place of what is selected; nothing where the field is full. */
export function withText({ value, selectionStart, selectionEnd }: FieldState, text: string, maxLength: number): FieldState {
  const start = selectionStart ?? value.length
  const next = value.slice(0, start) + text + value.slice(selectionEnd ?? start)
  return next.length > maxLength && maxLength >= 0 ? { value, selectionStart, selectionEnd } : caretAt(next, start + text.length)
}

/** Takes out what is selected, or the character before the caret, with its accents. */
export function withoutOne({ value, selectionStart, selectionEnd }: FieldState): FieldState {
  const end = selectionEnd ?? value.length
  const start = selectionStart ?? end
  if (start < end) return caretAt(value.slice(0, start) + value.slice(end), start)
  const [last = ''] = value.slice(0, end).match(/\P{M}\p{M}*$/u) ?? []
  return caretAt(value.slice(0, end - last.length) + value.slice(end), end - last.length)
}

const caretAt = (value: string, at: number): FieldState => ({ value, selectionStart: at, selectionEnd: at })
