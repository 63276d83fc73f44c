import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profilesThatFit, type Calibration } from './reader-calibration.ts'
import { plainProfile } from './reader-profile.ts'

const short = ({ verdict, doubts, candidates }: Calibration) => ({ verdict, doubts, fits: candidates.map(({ profile: { digits, card, bits, order } }) => `${digits} ${card} ${bits} ${order}`) })

describe('one card whose serial is known', () => {
  test.each([
    ['0005882391', 'decimal em4100 32 msb'],
    ['0059C217', 'hex em4100 32 msb'],
    ['0F0059C217', 'hex em4100 40 msb'],
    ['17C25900', 'hex em4100 32 lsb'],
    ['17C259000F', 'hex em4100 40 lsb'],
    ['00089,49687', 'facility em4100 32 msb'],
    ['89,49687', 'facility em4100 24 msb'],
    ['00101100111000010000101110', 'wiegand opaque 26 msb'],
  ])('%s', (read, fits) => expect(short(profilesThatFit([{ printed: 'em4100:0059C217', read }]))).toEqual({ verdict: 'one', doubts: [], fits: [fits] }))

  test('of the 13.56 MHz kind', () => {
    expect(short(profilesThatFit([{ printed: 'iso14443:04A1B2C3', read: '3283263748' }])).fits).toEqual(['decimal iso14443 32 lsb'])
    expect(short(profilesThatFit([{ printed: 'iso14443:04A1B2C3D4E5F6', read: 'F6E5D4C3B2A104' }])).fits).toEqual(['hex iso14443 null lsb'])
  })
})

test('a number that is the same from both ends cannot tell the order; a second card can', () => {
  const palindrome = { printed: 'em4100:A1B2B2A1', read: 'A1B2B2A1' }
  expect(short(profilesThatFit([palindrome]))).toEqual({ verdict: 'several', doubts: ['order'], fits: ['hex em4100 32 msb', 'hex em4100 32 lsb'] })
  expect(short(profilesThatFit([palindrome, { printed: 'em4100:0059C217', read: '17C25900' }]))).toEqual({ verdict: 'one', doubts: [], fits: ['hex em4100 32 lsb'] })
})

test('what is printed on a card does not tell its kind; whoever says it gets one answer', () => {
  const sample = { printed: '0005882391', read: '0059C217' }
  expect(short(profilesThatFit([sample]))).toEqual({ verdict: 'several', doubts: ['card'], fits: ['hex em4100 32 msb', 'hex iso14443 null msb'] })
  expect(short(profilesThatFit([sample], 'em4100'))).toEqual({ verdict: 'one', doubts: [], fits: ['hex em4100 32 msb'] })
})

test.each([
  ['0005882391', '0005882391', 'decimal em4100 32 msb'],
  ['0005882391', '17C25900', 'hex em4100 32 lsb'],
  ['089,49687', '0005882391', 'decimal em4100 32 msb'],
  ['0F0059C217', '0005882391', 'decimal em4100 32 msb'],
])('printed %s, read %s', (printed, read, fits) => expect(short(profilesThatFit([{ printed, read }], 'em4100')).fits).toEqual([fits]))

test('a reader that shortens the number is said to', () => {
  expect(profilesThatFit([{ printed: '0005882391', read: '089,49687' }], 'em4100').candidates).toMatchObject([{ serial: 'w26:59C217', isShortened: true }])
})

test('nothing fits what has nothing to do with it, and all samples must fit', () => {
  expect(short(profilesThatFit([{ printed: 'em4100:0059C217', read: '12345678' }]))).toEqual({ verdict: 'none', doubts: [], fits: [] })
  expect(profilesThatFit([{ printed: '0005882391', read: '0059C217' }, { printed: '0005882392', read: '0059C217' }], 'em4100').verdict).toBe('none')
  expect(profilesThatFit([]).verdict).toBe('none')
})

test('a barcode is taken as it is, where nothing else fits', () => {
  expect(profilesThatFit([{ printed: 'VP-2026-000123', read: 'VP2026000123' }])).toMatchObject({ verdict: 'one', candidates: [{ profile: plainProfile, serial: 'VP2026000123' }] })
})

test('whatever the card, the profile of a reader is among those that fit, and each of them gives the card', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0x0100_0000, max: 0xffff_fffe }), fc.constantFrom('hex', 'decimal'), fc.boolean(), (number, digits, lsb) => {
      const hex = number.toString(16).toUpperCase().padStart(8, '0')
      const ordered = lsb ? (hex.match(/../g) ?? []).toReversed().join('') : hex
      const read = digits === 'hex' ? ordered : String(Number.parseInt(ordered, 16)).padStart(10, '0')
      const { candidates } = profilesThatFit([{ printed: `em4100:${hex}`, read }])
      expect(candidates.some(({ profile }) => profile.digits === digits && profile.order === (lsb ? 'lsb' : 'msb'))).toBe(true)
      for (const { serial, isShortened } of candidates) expect(isShortened ? serial.slice(-6) : serial).toBe(isShortened ? hex.slice(-6) : `em4100:${hex}`)
    }),
  )
})
