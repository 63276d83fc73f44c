/** Contactless readers of the PC/SC kind: a card's answer to FF CA 00 00 00, its UID and a status word (hardware.md 3). */
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import { perByte, reject, type Decoded, type Decoder } from './decoded.ts'

const statusBytes = 2
const good = 0x9000
/** Single, double and triple size (ISO 14443-3). */
const uidLengths = new Set([4, 7, 10])
/** The first byte of a UID that a card makes up anew each time, as phones and passports do. */
const random = 0x08
/** A card gives one answer when it is put on the reader; at the reader's edge it may come and go. */
const holdMs = 600

/** An answer has no end of its own: what comes before it is its length, one byte. */
export const pcscFrame = (answer: Uint8Array): Uint8Array => Uint8Array.of(answer.length, ...answer)

export function createPcscDecoder(): Decoder {
  let expected = 0
  let held: number[] = []

  function take(byte: number): Decoded | undefined {
    if (expected === 0) {
      expected = byte
      return undefined
    }
    held.push(byte)
    if (held.length < expected) return undefined
    const answer = Buffer.from(held)
    expected = 0
    held = []
    return decodeAnswer(answer)
  }
  return perByte(take, () => {
    expected = 0
    held = []
  })
}

function decodeAnswer(answer: Buffer): Decoded {
  const length = answer.length - statusBytes
  if (length < 0) return reject('truncated')
  if (answer.readUInt16BE(length) !== good) return reject('status')
  if (!uidLengths.has(length)) return reject('length')
  if (length === 4 && answer[0] === random) return reject('random')
  const serial = canonicalSerial(`iso14443:${answer.toString('hex', 0, length)}`)
  return serial === undefined ? reject('idle') : { kind: 'tag', serial, holdMs }
}
