import { expect, test } from 'vitest'
import { completesGesture } from './use-exit-gesture.ts'
import { isForbidden } from './use-lock-down.ts'

const key = (code: string, over: Partial<Parameters<typeof isForbidden>[0]> = {}) => isForbidden({ code, ctrlKey: false, metaKey: false, altKey: false, ...over })

test('five taps within 3.5 s ask for the exit; four, or five in more, do not (screens.md 1.5)', () => {
  expect(completesGesture([0, 500, 1000, 1500, 3500])).toBe(true)
  expect(completesGesture([0, 500, 1000, 1500])).toBe(false)
  expect(completesGesture([0, 500, 1000, 1500, 3501])).toBe(false)
  expect(completesGesture([0, 9000, 9100, 9200, 9300, 9400])).toBe(true)
})

test('print, save, reload, find and the way back are blocked; digits and the exit chord are not (trust.md 4.5)', () => {
  for (const code of ['KeyP', 'KeyS', 'KeyR', 'KeyW', 'KeyF', 'KeyI', 'KeyA', 'Digit0']) expect(key(code, { ctrlKey: true })).toBe(true)
  for (const code of ['F1', 'F5', 'F12']) expect(key(code)).toBe(true)
  expect(key('ArrowLeft', { altKey: true })).toBe(true)
  expect(key('Digit1')).toBe(false)
  expect(key('KeyP')).toBe(false)
  expect(key('KeyK', { ctrlKey: true, altKey: true })).toBe(false)
})
