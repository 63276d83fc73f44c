/**
 * What a reader prints of a card, and how that becomes the canonical serial (hardware.md 3.1). One card has many spellings:
 * decimal, hex, 3+5, the bytes the other way round. Without a profile a reader's text is the serial, as it is printed.
 */
import * as v from 'valibot'
import type { rejectReasons } from '../contract/readers.ts'
import { canonicalSerial } from './badge-serial.ts'
import { readWiegand, wiegandFormats } from './wiegand.ts'

export const profileDigits = ['text', 'decimal', 'hex', 'facility', 'wiegand'] as const

const Fields = v.strictObject({
  /** How the number is written; `text` = taken as it is, `facility` = high bits and 16 low bits, each in decimal (3+5, 5+5). */
  digits: v.picklist(profileDigits),
  /** Which byte of the number is printed first. */
  order: v.picklist(['msb', 'lsb']),
  /** What kind of card it is: what the number becomes part of. */
  card: v.picklist(['opaque', 'em4100', 'iso14443']),
  /** How many bits of the card the reader prints; null = as many as there are digits. */
  bits: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256))),
})
export type ReaderProfile = Readonly<v.InferOutput<typeof Fields>>

const profile = (digits: ReaderProfile['digits'], card: ReaderProfile['card'], bits: number | null, order: ReaderProfile['order'] = 'msb'): ReaderProfile => ({ digits, order, card, bits })

/** As a reader without a profile: its text is the serial. */
export const plainProfile: ReaderProfile = profile('text', 'opaque', null)

/** Every profile that there is, the usual ones of each kind of card first. */
export const knownProfiles: readonly ReaderProfile[] = [
  profile('decimal', 'em4100', 32),
  profile('hex', 'em4100', 32),
  profile('hex', 'em4100', 40),
  profile('facility', 'em4100', 32),
  profile('decimal', 'em4100', 40),
  profile('hex', 'em4100', 32, 'lsb'),
  profile('decimal', 'em4100', 32, 'lsb'),
  profile('hex', 'em4100', 40, 'lsb'),
  profile('hex', 'iso14443', null),
  profile('hex', 'iso14443', null, 'lsb'),
  profile('decimal', 'iso14443', 32),
  profile('decimal', 'iso14443', 32, 'lsb'),
  profile('decimal', 'iso14443', 56),
  profile('decimal', 'iso14443', 56, 'lsb'),
  profile('facility', 'em4100', 24),
  profile('hex', 'em4100', 24),
  ...wiegandFormats.map((bits) => profile('wiegand', 'opaque', bits)),
  plainProfile,
]

const isSame = (one: ReaderProfile, other: ReaderProfile): boolean => one.digits === other.digits && one.order === other.order && one.card === other.card && one.bits === other.bits

export const ReaderProfileSchema = v.pipe(
  Fields,
  v.check((candidate) => knownProfiles.some((known) => isSame(known, candidate)), 'no reader prints like this'),
)

/** The reader leaves out the high bits of the card: two cards can have the same number. */
export const isShortened = ({ card, bits }: ReaderProfile): boolean => card !== 'opaque' && bits === 24

export type ThroughProfile = { readonly serial: string } | { readonly why: (typeof rejectReasons)[number] }

/**
 * The canonical serial of what a reader printed. Text that names its technology (`em4100:0059C217`) is canonical already and
 * passes whatever the profile; leading zeros, separators and upper or lower case make no difference.
 */
export function serialThrough(asked: ReaderProfile, text: string): ThroughProfile {
  const plain = canonicalSerial(text)
  if (asked.digits === 'text' || plain?.includes(':') === true) return plain === undefined ? { why: 'characters' } : { serial: plain }
  const printed = text.trim().toUpperCase()
  const digits = printed.replace(/[\s:.,_-]/g, '')
  if (asked.digits === 'wiegand') return throughWiegand(asked.bits, digits)
  if (!(asked.digits === 'hex' ? /^[0-9A-F]+$/ : /^\d+$/).test(digits)) return { why: 'characters' }
  const number = numberOf(asked, printed, digits)
  if (number === undefined) return { why: 'length' }
  const width = asked.bits ?? hexWidths.find((bits) => bits >= digits.length * 4)
  if (width === undefined || number >= 1n << BigInt(width)) return { why: 'length' }
  return asTag(asked, inOrder(number.toString(16).toUpperCase().padStart(width / 4, '0'), asked.order))
}

/** Bits of an id of 4, 7 or 10 bytes. */
const hexWidths = [32, 56, 80]
/** How many digits a number of so many bits may be written in, least and most. Fewer would be another profile's, or the rest of a cut line. */
const hexDigits = new Map<number | null, readonly [number, number]>([
  [24, [6, 6]],
  [32, [4, 8]],
  [40, [9, 10]],
  [null, [5, 20]],
])
const decimalDigits = new Map<number | null, readonly [number, number]>([
  [32, [4, 10]],
  [40, [11, 13]],
  [56, [11, 17]],
])

const isBetween = (length: number, [least, most]: readonly [number, number] = [0, -1]): boolean => length >= least && length <= most

function numberOf({ digits: kind, bits }: ReaderProfile, printed: string, digits: string): bigint | undefined {
  if (kind === 'hex') return isBetween(digits.length, hexDigits.get(bits)) ? BigInt(`0x${digits}`) : undefined
  if (kind === 'decimal') return isBetween(digits.length, decimalDigits.get(bits)) ? BigInt(digits) : undefined
  // A separator that a line lost is no matter: the low half has five digits always.
  const [, high, low] = /^(\d{1,5})[\s:.,_-]+(\d{5})$/.exec(printed) ?? /^(\d{1,5})(\d{5})$/.exec(digits) ?? []
  if (high === undefined || low === undefined) return undefined
  const isWide = bits === 32
  // 5+5 readers print all five digits of the high half: with fewer it is the 24 bits of a 3+5 reader.
  if (high.length > 3 !== isWide || Number(low) > 0xffff || Number(high) > (isWide ? 0xffff : 0xff)) return undefined
  return BigInt(high) * 0x1_0000n + BigInt(low)
}

const inOrder = (hex: string, order: ReaderProfile['order']): string => (order === 'msb' ? hex : (hex.match(/../g) ?? []).toReversed().join(''))

function asTag({ card, bits }: ReaderProfile, id: string): ThroughProfile {
  if (bits === 24) return checked(`w26:${id}`)
  // Four bytes beginning with 08 are made up by the card anew each time (hardware.md 3).
  if (card === 'iso14443' && id.length === 8 && id.startsWith('08')) return { why: 'random' }
  // The first of the 40 bits of an EM4100 card is a version byte, which most readers leave out.
  return checked(`${card}:${card === 'em4100' ? id.slice(-8) : id}`)
}

function throughWiegand(bits: number | null, digits: string): ThroughProfile {
  if (!/^[01]+$/.test(digits)) return { why: 'characters' }
  if (digits.length !== bits) return { why: 'length' }
  const hex = readWiegand(digits)
  return hex === undefined ? { why: 'checksum' } : checked(`w${bits}:${hex}`)
}

function checked(text: string): ThroughProfile {
  const serial = canonicalSerial(text)
  return serial === undefined ? { why: 'idle' } : { serial }
}
