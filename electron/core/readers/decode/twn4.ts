/**
 * Elatec TWN4 in Simple Protocol: asked with `050010`, it answers in hex and CR, `00 01 type bits bytes id`, and after that a
 * CRC-16 where it is switched on (hardware.md 3). `0000` = no card. A first byte other than 00 is an error of its own.
 */
import { crc16, quiet, reject, tagOfId, type Decoded, type Decoder } from './decoded.ts'
import { createTextLines } from './text-lines.ts'

const lineFeed = 0x0a
const carriageReturn = 0x0d
/** The longest answer has an id of 16 bytes: 46 digits. */
const longestLine = 64
/** It is asked four times a second; four answers without the card are needed for the card to be gone. */
const holdMs = 1000
const headerBytes = 5
const crcBytes = 2
/** Tag types that are sure; the id of any other is taken as opaque. */
const technologies = new Map<number, 'em4100' | 'iso14443'>([
  [0x40, 'em4100'],
  [0x80, 'iso14443'],
])

export const createTwn4Decoder = (): Decoder => createTextLines({ end: carriageReturn, skipped: lineFeed, longest: longestLine, decode })

function decode(line: string): Decoded {
  if (line.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(line)) return reject('syntax')
  const answer = Buffer.from(line, 'hex')
  const [status = 0, found, type = 0, bits = 0, bytes = 0] = answer
  if (status !== 0) return reject('status')
  const length = found === 1 ? headerBytes + bytes : 2
  if (answer.length !== length && answer.length !== length + crcBytes) return reject('length')
  if (answer.length > length && crc16(answer.subarray(0, length)) !== answer.readUInt16LE(length)) return reject('checksum')
  if (found === 0) return quiet
  if (found !== 1) return reject('syntax')
  if (Math.ceil(bits / 8) !== bytes) return reject('length')
  return tagOfId(technologies.get(type) ?? null, answer.toString('hex', headerBytes, length), holdMs)
}
