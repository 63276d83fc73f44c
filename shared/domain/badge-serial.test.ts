import { expect, test } from 'vitest'
import { canonicalSerial, serialTail } from './badge-serial.ts'

test.each([
  ['em4100:0059c217', 'em4100:0059C217'],
  [' EM4100:0059C217\r\n', 'em4100:0059C217'],
  ['04:a1:b2:c3', '04A1B2C3'],
  ['04-A1 b2.c3', '04A1B2C3'],
  ['0005882391', '0005882391'],
  ['V-014-A', 'V014A'],
  // A reader that prints 3+5 digits (hardware.md 3.1).
  ['089,49687', '08949687'],
])('%j is kept as %s', (text, canonical) => {
  expect(canonicalSerial(text)).toBe(canonical)
})

test.each(['', '   ', '\u0000', '12', 'é€ñ!', "'; drop table badge; --", '0000000000', 'FFFFFFFF', 'em4100:00000000', '1'.repeat(65)])(
  '%j is no badge (scenario 19)',
  (text) => {
    expect(canonicalSerial(text)).toBeUndefined()
  },
)

test('bringing a serial to its canonical form twice changes nothing', () => {
  for (const text of ['em4100:0059c217', '04:a1:b2:c3', 'abcd 1234']) {
    const once = canonicalSerial(text)
    expect(once).toBeDefined()
    expect(canonicalSerial(once ?? '')).toBe(once)
  }
})

test('the tail shows four characters only', () => {
  expect(serialTail('em4100:0059C217')).toBe('C217')
})
