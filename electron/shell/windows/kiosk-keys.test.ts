import { expect, test } from 'vitest'
import { kioskBlocks, type KeyPress } from './kiosk-keys.ts'

/** `Ctrl+Shift+I` as Electron tells it. */
function press(text: string): KeyPress {
  const words = text.split('+')
  const key = words.at(-1) === '' ? '+' : (words.at(-1) ?? '')
  return { key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, control: words.includes('Ctrl'), alt: words.includes('Alt'), shift: words.includes('Shift'), meta: words.includes('Meta') }
}

test.each([
  ['Alt+F4', 'closes'], ['Ctrl+w', 'closes'], ['Ctrl+q', 'quits'], ['Meta+q', 'quits'], ['Meta+w', 'closes'], ['Ctrl+F4', 'closes'],
  ['Ctrl+r', 'reloads'], ['Ctrl+Shift+R', 'reloads'], ['F5', 'reloads'], ['Ctrl+F5', 'reloads'], ['BrowserRefresh', 'reloads'],
  ['Ctrl+p', 'prints'], ['Ctrl+Shift+P', 'prints'], ['PrintScreen', 'copies the screen'],
  ['Ctrl+s', 'saves'], ['Ctrl+o', 'opens a file'], ['Ctrl+u', 'shows the source'],
  ['F11', 'leaves full screen'], ['Meta+F11', 'leaves full screen'], ['Ctrl+Meta+f', 'leaves full screen'],
  ['F12', 'developer tools'], ['Ctrl+Shift+I', 'developer tools'], ['Ctrl+Shift+J', 'developer tools'], ['Ctrl+Shift+C', 'developer tools'], ['Alt+Meta+i', 'developer tools'],
  ['Ctrl++', 'zooms'], ['Ctrl+-', 'zooms'], ['Ctrl+0', 'zooms'], ['Ctrl+=', 'zooms'],
  ['Ctrl+n', 'new window'], ['Ctrl+t', 'new tab'], ['Ctrl+Tab', 'other tab'], ['Ctrl+l', 'address'], ['Ctrl+f', 'find'], ['Ctrl+h', 'history'], ['Ctrl+j', 'downloads'],
  ['Alt+ArrowLeft', 'goes back'], ['Alt+Tab', 'other program'], ['Alt+ ', 'window menu'], ['Alt+Alt', 'menu bar'], ['Alt+d', 'address'], ['Alt+Enter', 'properties'],
  ['F1', 'help'], ['F3', 'find'], ['F6', 'address'], ['F7', 'caret browsing'], ['F10', 'menu'], ['F24', 'anything'], ['Shift+F10', 'context menu'], ['ContextMenu', 'context menu'],
  ['Meta+Meta', 'start menu'], ['Meta+e', 'files'], ['Ctrl+Escape', 'start menu'], ['Ctrl+Shift+Escape', 'task manager'], ['Ctrl+Alt+Delete', 'security screen'], ['LaunchMail', 'mail'],
])('%s is blocked: it %s', (text) => {
  expect(kioskBlocks(press(text))).toBe(true)
})

test.each(['a', 'Z', 'Shift+Z', '7', 'é', 'Enter', 'Tab', 'Shift+Tab', 'Backspace', 'ArrowLeft', 'Home', 'PageDown', ' ', 'Escape', 'Shift+Shift', 'Dead'])('%s is typing', (text) => {
  expect(kioskBlocks(press(text))).toBe(false)
})

test.each(['Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'Ctrl+a', 'Ctrl+z', 'Ctrl+ArrowLeft', 'Ctrl+Shift+ArrowRight', 'Ctrl+Backspace'])('%s edits a field', (text) => {
  expect(kioskBlocks(press(text))).toBe(false)
})

test('a character typed with AltGr is typing; a letter or a digit with the same keys is not', () => {
  expect(kioskBlocks(press('Ctrl+Alt+@'))).toBe(false)
  for (const text of ['Ctrl+Alt+t', 'Ctrl+Alt+1', 'Ctrl+Alt+ArrowLeft']) expect(kioskBlocks(press(text))).toBe(true)
})

test('the exit may be asked for, on every layout, by no shorter way', () => {
  expect(kioskBlocks(press('Ctrl+Alt+Shift+K'))).toBe(false)
  expect(kioskBlocks({ ...press('Ctrl+Alt+Shift+&'), code: 'KeyK' })).toBe(false)
  for (const text of ['Ctrl+Shift+K', 'Ctrl+Alt+K', 'Alt+Shift+K', 'Ctrl+Alt+Shift+Meta+K', 'Ctrl+Alt+Shift+I']) expect(kioskBlocks(press(text))).toBe(true)
})
