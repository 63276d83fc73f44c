import { expect, test } from 'vitest'
import { createHold } from './hold.ts'

const key = (name: string, timeStamp: number, more: object = {}) => ({ key: name, timeStamp, repeat: false, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more })

function heard() {
  const told: boolean[] = []
  return { told, hold: createHold((held) => told.push(held)) }
}

test('F12 pressed is held until it is let go (screens.md 5.2)', () => {
  const { told, hold } = heard()
  hold.down(key('F12', 1_000))
  for (let at = 1_500; at < 2_500; at += 33) hold.down(key('F12', at, { repeat: true }))
  expect(told).toEqual([true])
  hold.up('F12')
  expect(told).toEqual([true, false])
})

test('a reader that sends F12 before its digits holds nothing, even where its key-up is lost', () => {
  const { told, hold } = heard()
  hold.down(key('F12', 1_000))
  for (const [index, digit] of [...'9876543210'].entries()) hold.down(key(digit, 1_005 + index * 5))
  expect(told).toEqual([true, false])
})

test('a reader that sends F12 after its digits holds nothing', () => {
  const { told, hold } = heard()
  for (const [index, digit] of [...'9876543210'].entries()) hold.down(key(digit, 1_000 + index * 5))
  hold.down(key('F12', 1_055))
  expect(told).toEqual([])
})

test('a badge that is read while somebody holds F12 does not stop them', () => {
  const { told, hold } = heard()
  hold.down(key('F12', 1_000))
  hold.down(key('9', 1_800))
  expect(told).toEqual([true])
})

test('a chord with F12 is another key', () => {
  const { told, hold } = heard()
  for (const chord of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey']) hold.down(key('F12', 1_000, { [chord]: true }))
  expect(told).toEqual([])
})

test('a window that loses the keyboard lets go', () => {
  const { told, hold } = heard()
  hold.down(key('F12', 1_000))
  hold.end()
  hold.end()
  expect(told).toEqual([true, false])
})

test('whoever has just pressed Esc may hold it at once', () => {
  const { told, hold } = heard()
  hold.down(key('Escape', 1_000))
  hold.down(key('F12', 1_040))
  expect(told).toEqual([true])
})
