/** IDTECK readers of the SR10/SR30 type: STX, 8 or 10 digits, ETX, and one byte of check, the XOR of all before it (hardware.md 3). */
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import { perByte, reject, type Decoded, type Decoder } from './decoded.ts'

const startOfText = 0x02
const endOfText = 0x03
const lengths = [8, 10]
const holdMs = 1500

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** Read by count: the check itself may be 02, 03 or 0D. */
export function createIdteckDecoder(): Decoder {
  let digits: string | undefined
  let ended = false

  const reset = (): void => {
    digits = undefined
    ended = false
  }
  const begin = (): void => {
    digits = ''
    ended = false
  }
  const refuse = (why: 'syntax' | 'truncated' | 'checksum'): Decoded => {
    reset()
    return reject(why)
  }

  function take(byte: number): Decoded | undefined {
    if (digits === undefined) {
      if (byte === startOfText) begin()
      return undefined
    }
    if (ended) return check(digits, byte)
    if (byte === startOfText) {
      const cut = digits !== ''
      begin()
      return cut ? reject('truncated') : undefined
    }
    if (byte === endOfText && lengths.includes(digits.length)) {
      ended = true
      return undefined
    }
    if (!isDigit(byte) || digits.length === 10) return refuse('syntax')
    digits += String.fromCharCode(byte)
    return undefined
  }

  function check(complete: string, byte: number): Decoded {
    const sum = Buffer.from(complete, 'latin1').reduce((xor, one) => xor ^ one, startOfText ^ endOfText)
    if (byte !== sum) {
      const refused = refuse('checksum')
      // Where the check was lost, this is the next frame's beginning.
      if (byte === startOfText) begin()
      return refused
    }
    reset()
    const serial = canonicalSerial(complete)
    return serial === undefined ? reject('idle') : { kind: 'tag', serial, holdMs }
  }

  return perByte(take, reset)
}
