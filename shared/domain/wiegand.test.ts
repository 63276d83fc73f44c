import { expect, test } from 'vitest'
import { readWiegand } from './wiegand.ts'

test.each([
  ['H10301, 123 / 12345', '00111101100110000001110011', '7B3039'],
  ['H10301, 89 / 49687', '00101100111000010000101110', '59C217'],
  ['H10306, 4660 / 22136', '1000100100011010001010110011110001', '12345678'],
  ['H10304, 1234 / 123456', '1000001001101001000111100010010000001', '02691E240'],
  ['H10302, 12345678901', '1010110111111101110000011100001101010', '2DFDC1C35'],
  ['Corporate 1000, 1501 / 654321', '01010111011101100111111011111100010', '5DD9FBF1'],
])('%s (hardware.md 4)', (_what, bits, hex) => {
  expect(readWiegand(bits)).toBe(hex)
  for (let at = 0; at < bits.length; at += 1) {
    const flipped = bits.slice(0, at) + (bits[at] === '1' ? '0' : '1') + bits.slice(at + 1)
    expect(readWiegand(flipped)).toBeUndefined()
  }
})

test('a lost bit is refused; two flips in one half pass, for parity is weak', () => {
  expect(readWiegand('0111101100110000001110011')).toBeUndefined()
  expect(readWiegand('00100101100110000001110011')).toBe('4B3039')
})
