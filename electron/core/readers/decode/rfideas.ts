/** rfIDEAS pcProx / WAVE ID in SDK mode: what it answers when it is asked for the card that lies on it (hardware.md 3). */
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import { perByte, reject, type Decoded, type Decoder } from './decoded.ts'

/** One poll: eight bytes to the question 8f (the card, last byte first) and eight to 8e (how many bits it has, twice). */
export const rfideasPollBytes = 16
const cardBytes = 8
/** A `w` serial needs four digits of hex, and nothing is longer than the answer. */
const fewestBits = 13
const mostBits = cardBytes * 8
/** A standard 26-bit card without its two parity bits; the reader strips them. */
const bitsOfW26 = 24

/**
 * Polls in, badges out: 16 bytes each, of a reader that is asked again and again.
 * Its answers carry no check, so only two equal ones in a row count (hardware.md 5), and two empty ones end a card's presence.
 */
export function createRfideasDecoder(): Decoder {
  const poll = Buffer.alloc(rfideasPollBytes)
  let filled = 0
  let last = ''
  let repeats = 0
  /** The answer that was told already; empty when no card is there. */
  let told = ''

  function take(byte: number): Decoded | undefined {
    poll[filled] = byte
    filled += 1
    if (filled < rfideasPollBytes) return undefined
    filled = 0
    return takePoll(poll.toString('hex', 0, cardBytes + 2))
  }

  function takePoll(answer: string): Decoded | undefined {
    repeats = answer === last ? repeats + 1 : 1
    last = answer
    if (repeats !== 2) return undefined
    const card = isNoCard(answer) ? '' : answer
    if (card === told) return undefined
    const before = told
    const decoded = card === '' ? undefined : decodeAnswer(card)
    // A misread in the middle does not end the presence of the card that is still lying there.
    if (decoded?.kind !== 'reject' || before === '') told = card
    return decoded
  }

  return perByte(take, () => {
    filled = 0
    last = ''
    repeats = 0
    told = ''
  })
}

const isNoCard = (answer: string): boolean => /^0+$/.test(answer.slice(0, cardBytes * 2))

function decodeAnswer(answer: string): Decoded {
  const bytes = Buffer.from(answer, 'hex')
  const bits = bytes.readUInt8(cardBytes)
  if (bytes.readUInt8(cardBytes + 1) !== bits) return reject('bitcount')
  if (bits < fewestBits || bits > mostBits) return reject('length')
  const value = bytes.readBigUInt64LE(0)
  if (value >> BigInt(bits) !== 0n) return reject('bitcount')
  // All ones is what a shorted line decodes to, as all zeros is what an idle one does (hardware.md 3.1).
  if (value === (1n << BigInt(bits)) - 1n) return reject('idle')
  const name = bits === bitsOfW26 ? 26 : bits
  const hex = value.toString(16).padStart(Math.ceil(bits / 4), '0')
  const serial = canonicalSerial(`w${name}:${hex}`)
  // The decoder itself tells when a card has gone, so that each badge it gives is a new presentation.
  return serial === undefined ? reject('idle') : { kind: 'tag', serial, holdMs: 0 }
}
