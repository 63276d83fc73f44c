import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { canonicalSerial } from './badge-serial.ts'
import { isShortened, knownProfiles, plainProfile, ReaderProfileSchema, serialThrough, type ReaderProfile } from './reader-profile.ts'

const find = (digits: ReaderProfile['digits'], card: ReaderProfile['card'], bits: number | null, order: ReaderProfile['order'] = 'msb'): ReaderProfile => {
  const known = knownProfiles.find((one) => one.digits === digits && one.card === card && one.bits === bits && one.order === order)
  if (known === undefined) throw new Error(`no profile ${digits} ${card} ${bits} ${order}`)
  return known
}

describe('one EM4100 card has one serial, whoever read it (hardware.md 3.1)', () => {
  test.each([
    ['ten decimal digits of a keyboard', find('decimal', 'em4100', 32), '0005882391'],
    ['decimal without its zeros', find('decimal', 'em4100', 32), '5882391'],
    ['eight digits of hex in a line', find('hex', 'em4100', 32), '0059C217'],
    ['hex without its zeros, lower case', find('hex', 'em4100', 32), '59c217'],
    ['ten digits of hex with the version byte', find('hex', 'em4100', 40), '0F0059C217'],
    ['the same with separators', find('hex', 'em4100', 40), '0f:00:59:c2:17'],
    ['five and five', find('facility', 'em4100', 32), '00089,49687'],
    ['five and five, the comma lost', find('facility', 'em4100', 32), '0008949687'],
    ['hex from the other end', find('hex', 'em4100', 32, 'lsb'), '17C25900'],
    ['decimal from the other end', find('decimal', 'em4100', 32, 'lsb'), String(0x17c25900)],
    ['ten digits from the other end', find('hex', 'em4100', 40, 'lsb'), '17C259000F'],
    ['all 40 bits in decimal', find('decimal', 'em4100', 40), String(0x0f0059c217)],
    ['a reader that names the technology', find('decimal', 'em4100', 32), 'em4100:0059c217'],
  ])('%s', (_what, profile, text) => expect(serialThrough(profile, text)).toEqual({ serial: 'em4100:0059C217' }))

  test('three and five is 24 bits of it, and says so', () => {
    const profile = find('facility', 'em4100', 24)
    for (const text of ['089,49687', '08949687', '89,49687', '8949687']) expect(serialThrough(profile, text)).toEqual({ serial: 'w26:59C217' })
    expect(isShortened(profile)).toBe(true)
    expect(serialThrough(find('wiegand', 'opaque', 26), '00101100111000010000101110')).toEqual({ serial: 'w26:59C217' })
  })
})

test.each([
  ['hex', find('hex', 'iso14443', null), '04:A1:B2:C3'],
  ['hex from the other end', find('hex', 'iso14443', null, 'lsb'), 'C3B2A104'],
  ['decimal', find('decimal', 'iso14443', 32), '0077705923'],
  ['decimal from the other end', find('decimal', 'iso14443', 32, 'lsb'), '3283263748'],
])('an ISO 14443 card in %s', (_what, profile, text) => expect(serialThrough(profile, text)).toEqual({ serial: 'iso14443:04A1B2C3' }))

test('ids of seven bytes are read in whole', () => {
  expect(serialThrough(find('hex', 'iso14443', null), '04a1b2c3d4e5f6')).toEqual({ serial: 'iso14443:04A1B2C3D4E5F6' })
  expect(serialThrough(find('decimal', 'iso14443', 56), String(0x04a1b2c3d4e5f6n))).toEqual({ serial: 'iso14443:04A1B2C3D4E5F6' })
})

test.each([
  ['a number beyond 32 bits', find('decimal', 'em4100', 32), '4294967296', 'length'],
  ['two scans whose Enter was lost', find('decimal', 'em4100', 32), '00058823910005882391', 'length'],
  ['a letter among decimals', find('decimal', 'em4100', 32), '000588239A', 'characters'],
  ['a facility beyond 255', find('facility', 'em4100', 24), '256,00001', 'length'],
  ['a number beyond 65535', find('facility', 'em4100', 24), '089,65536', 'length'],
  ['nine digits of hex where eight are sent', find('hex', 'em4100', 32), '0059C2170', 'length'],
  ['a Wiegand frame with a bit flipped', find('wiegand', 'opaque', 26), '00110101100110000001110011', 'checksum'],
  ['a Wiegand frame with a bit lost', find('wiegand', 'opaque', 26), '0111101100110000001110011', 'length'],
  ['the idle line of a Wiegand reader', find('wiegand', 'opaque', 26), '00000000000000000000000001', 'idle'],
  ['all 0', find('decimal', 'em4100', 32), '0000000000', 'idle'],
  ['all F', find('decimal', 'em4100', 32), '4294967295', 'idle'],
  ['an id made up by the card', find('hex', 'iso14443', null), '08A1B2C3', 'random'],
] as const)('%s is refused', (_what, profile, text, why) => expect(serialThrough(profile, text)).toEqual({ why }))

/** How a reader of that profile prints a card: the other way round of `serialThrough`. */
function print({ digits, order, bits, card }: ReaderProfile, number: bigint): { text: string; serial: string } {
  const width = bits ?? 56
  const hex = number.toString(16).toUpperCase().padStart(width / 4, '0')
  const ordered = order === 'msb' ? hex : (hex.match(/../g) ?? []).toReversed().join('')
  const value = BigInt(`0x${ordered}`)
  const facility = `${String(number >> 16n).padStart(width === 32 ? 5 : 3, '0')},${String(number & 0xffffn).padStart(5, '0')}`
  const text = digits === 'hex' ? ordered : digits === 'decimal' ? String(value).padStart({ 32: 10, 40: 13, 56: 17 }[width] ?? 8, '0') : facility
  return { text, serial: width === 24 ? `w26:${hex}` : `${card}:${card === 'em4100' ? hex.slice(-8) : hex}` }
}

test.each(knownProfiles.filter(({ digits }) => digits !== 'text' && digits !== 'wiegand'))('whatever the card, $digits $bits bits $order of $card comes back', (profile) => {
  const most = (1n << BigInt(profile.bits ?? 56)) - 2n
  fc.assert(
    fc.property(fc.bigInt({ min: 0x1_0001n, max: most }), (number) => {
      const { text, serial } = print(profile, number)
      const expected = canonicalSerial(serial)
      const isRandom = /^iso14443:08.{6}$/.test(serial)
      expect(serialThrough(profile, text)).toEqual(isRandom ? { why: 'random' } : expected === undefined ? { why: 'idle' } : { serial: expected })
      // What is canonical stays as it is, so that a text may go through twice.
      expect(serialThrough(profile, expected ?? 'em4100:0059C217')).toEqual({ serial: expected ?? 'em4100:0059C217' })
    }),
  )
})

test('without a profile nothing changes: any text gives what canonicalSerial gives', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Fa-f:., -]{0,40}$/)), (text) => {
      const serial = canonicalSerial(text)
      expect(serialThrough(plainProfile, text)).toEqual(serial === undefined ? { why: 'characters' } : { serial })
    }),
  )
})

test('whatever the text, a profile gives a canonical serial or a reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...knownProfiles), fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-F:,]{0,40}$/)), (profile, text) => {
      const through = serialThrough(profile, text)
      expect('serial' in through ? canonicalSerial(through.serial) === through.serial : through.why.length > 0).toBe(true)
    }),
  )
})

test('only a profile that a reader can have is accepted', () => {
  for (const profile of knownProfiles) expect(v.is(ReaderProfileSchema, profile)).toBe(true)
  for (const wrong of [{}, { ...plainProfile, bits: 7 }, { ...plainProfile, extra: 1 }, { ...find('hex', 'em4100', 40), order: 'none' }]) expect(v.is(ReaderProfileSchema, wrong)).toBe(false)
})
