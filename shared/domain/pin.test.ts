import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWeakPin, pinForm } from './pin.ts'

describe('a PIN (domain.md 4.22 ▶, trust.md 4.3)', () => {
  test.each(['000000', '999999999999', '123456', '987654', '890123', '121212', '454545', '123123', '19870512', '12051987', '19871987', '112233'])('%s is what a passer-by tries first', (pin) => {
    expect(isWeakPin(pin)).toBe(true)
  })
  test('a part of one’s own service number is no secret', () => {
    expect(isWeakPin('482916', 'V482916')).toBe(true)
    expect(isWeakPin('482916', 'V 48 29 16 3')).toBe(true)
    expect(isWeakPin('48291630', 'V482916')).toBe(true)
    expect(isWeakPin('482917', 'V482916')).toBe(false)
  })
  test('has 6 to 12 digits and nothing else', () => {
    for (const form of ['12345', '1234567890123', '12a456', '１２３４５６', ' 123456', '']) expect(pinForm.test(form), form).toBe(false)
    for (const form of ['472905', '472905118234']) expect(pinForm.test(form), form).toBe(true)
  })
  test('nearly every random PIN may be chosen', () => {
    const sample = fc.sample(fc.stringMatching(/^\d{6}$/), 2000)
    expect(sample.filter((pin) => isWeakPin(pin)).length).toBeLessThan(40)
  })
})
