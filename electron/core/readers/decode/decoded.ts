import type { rejectReasons } from '../../../../shared/contract/readers.ts'
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'

/** Why bytes that looked like a badge were not taken for one. Counted and shown, never a scan (hardware.md 4). */
export type RejectReason = (typeof rejectReasons)[number]

export interface DecodedTag {
  readonly kind: 'tag'
  /** Canonical, shared/domain/badge-serial.ts. */
  readonly serial: string
  /** What the reader printed, where its profile made the serial of it (shared/domain/reader-profile.ts). */
  readonly read?: string
  /** How long such a reader may be silent about a badge that is still lying on it (hardware.md 5). */
  readonly holdMs: number
}
export interface DecodedReject {
  readonly kind: 'reject'
  readonly why: RejectReason
  /** What the reader printed, where its profile could make no serial of it. */
  readonly read?: string
}
/** Bytes that are as they should be and no badge: a sign of life, or the answer that no card is there. Neither counted nor shown. */
export interface DecodedQuiet {
  readonly kind: 'quiet'
}
export type Decoded = DecodedTag | DecodedReject | DecodedQuiet
/** What is shown of a frame. */
export type Outcome = Exclude<Decoded, DecodedQuiet>

/** Bytes in, badges out. However the bytes are cut into pieces, the result is the same. */
export interface Decoder {
  push(bytes: Uint8Array): Decoded[]
  /** Forgets half a frame: the device was unplugged. */
  reset(): void
}

export const reject = (why: RejectReason): DecodedReject => ({ kind: 'reject', why })

export const quiet: DecodedQuiet = { kind: 'quiet' }

/** How many bytes the id of an ISO 14443 card has. */
const iso14443Lengths = [4, 7, 10]

/** A badge out of an id in whole bytes, in hex, MSB first; `technology` null = the reader does not tell. The version byte of an EM4100 id is left out. */
export function tagOfId(technology: 'em4100' | 'iso14443' | 'iso15693' | null, hex: string, holdMs: number): Outcome {
  const id = hex.toUpperCase()
  const bytes = id.length / 2
  if (technology === 'em4100' && bytes !== 4 && bytes !== 5) return reject('length')
  if (technology === 'iso14443' && !iso14443Lengths.includes(bytes)) return reject('length')
  // Four bytes beginning with 08 are made up by the card anew each time: such a card cannot be told again (hardware.md 3).
  if (technology === 'iso14443' && bytes === 4 && id.startsWith('08')) return reject('random')
  const kept = technology === 'em4100' ? id.slice(-8) : id
  if (kept.length < 4 || kept.length > 32) return reject('length')
  const serial = canonicalSerial(technology === null ? kept : `${technology}:${kept}`)
  return serial === undefined ? reject('idle') : { kind: 'tag', serial, holdMs }
}

/** CRC-16 of the CCITT kind, LSB first, from FFFF: what TWN4 and our own boards send. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x8408 : crc >>> 1
  }
  return crc
}

/** A decoder out of what one byte does. */
export const perByte = (take: (byte: number) => Decoded | undefined, reset: () => void): Decoder => ({
  push: (bytes) => Array.from(bytes, take).filter((decoded) => decoded !== undefined),
  reset,
})
