import { expect, test } from 'vitest'
import { createKeyUndo, type FieldState } from './text-entry.ts'

/** A field as a browser keeps it: a key replaces what is selected, and a full field takes no more. */
class Field implements FieldState {
  value: string
  selectionStart: number
  selectionEnd: number
  readonly maxLength: number
  constructor(value: string, start = value.length, end = start, maxLength = Infinity) {
    this.value = value
    this.selectionStart = start
    this.selectionEnd = end
    this.maxLength = maxLength
  }
  type(character: string): void {
    const kept = this.value.length - (this.selectionEnd - this.selectionStart)
    if (kept >= this.maxLength) return
    this.value = this.value.slice(0, this.selectionStart) + character + this.value.slice(this.selectionEnd)
    this.selectionStart = this.selectionEnd = this.selectionStart + 1
  }
}
const newUndo = () => createKeyUndo<Field>((field, before) => Object.assign(field, before))
function scanInto(undo: ReturnType<typeof newUndo>, field: Field, text: string): void {
  for (const character of text) {
    undo.remember(field)
    field.type(character)
  }
}

test('a badge leaves a field as it was, caret and all (hardware.md 2)', () => {
  const undo = newUndo()
  const field = new Field('Tremblay', 4)
  scanInto(undo, field, '9876543210')
  undo.takeBack(10)
  expect(field).toMatchObject({ value: 'Tremblay', selectionStart: 4, selectionEnd: 4 })
})

test('what was selected when the badge came is there again, and selected', () => {
  const undo = newUndo()
  const field = new Field('Tremblay', 0, 8)
  scanInto(undo, field, '9876543210')
  expect(field.value).toBe('9876543210')
  undo.takeBack(10)
  expect(field).toMatchObject({ value: 'Tremblay', selectionStart: 0, selectionEnd: 8 })
})

test('a field that was too full for the badge loses nothing of its own', () => {
  const undo = newUndo()
  const field = new Field('472905', 6, 6, 12)
  scanInto(undo, field, '9876543210')
  undo.takeBack(10)
  expect(field.value).toBe('472905')
})

test('a person’s keys before the badge stay, and a badge that ran over two fields leaves both', () => {
  const undo = newUndo()
  const [first, second] = [new Field(''), new Field('Deck')]
  scanInto(undo, first, 'tr')
  scanInto(undo, first, '98765')
  scanInto(undo, second, '43210')
  undo.takeBack(10)
  expect([first.value, second.value]).toEqual(['tr', 'Deck'])
})

test('a key that went into no field takes nothing back from one', () => {
  const undo = newUndo()
  const field = new Field('')
  scanInto(undo, field, 'tr')
  undo.remember(null)
  undo.takeBack(1)
  expect(field.value).toBe('tr')
})

test('after a badge nothing is left to take back', () => {
  const undo = newUndo()
  const field = new Field('')
  scanInto(undo, field, '9876543210')
  undo.takeBack(10)
  field.type('a')
  undo.takeBack(10)
  expect(field.value).toBe('a')
})
