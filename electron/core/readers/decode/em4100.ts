/** 125 kHz readers of EM4100 cards: RDM6300 (14 bytes) and ID-12LA/20LA (16 bytes), told apart by their tail (hardware.md 3). */
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import { perByte, reject, type Decoded, type Decoder } from './decoded.ts'

const startOfText = 0x02
const endOfText = 0x03
/** Ten digits of id, two of check, CR LF. */
const longestBody = 14
/** An RDM6300 repeats a badge every few tens of ms while it lies there. */
const holdMs = 600

export interface Em4100Decoder extends Decoder {
  /** Between STX and ETX. */
  inFrame(): boolean
}

/** STX, version and 32-bit id in hex, XOR, [CR LF], ETX. A new STX always begins a new frame: the old one was cut by an unplug. */
export function createEm4100Decoder(): Em4100Decoder {
  let body: string | undefined

  function take(byte: number): Decoded | undefined {
    if (byte === startOfText) {
      const cut = body !== undefined && body !== ''
      body = ''
      return cut ? reject('truncated') : undefined
    }
    if (body === undefined) return undefined
    if (byte === endOfText) {
      const complete = body
      body = undefined
      return decodeBody(complete)
    }
    // Only a frame's tail has line ends: this is text with a stray STX in it, and the byte begins the next line.
    if (/[\r\n]$/.test(body) && byte !== 0x0a && byte !== 0x0d) {
      body = undefined
      return reject('syntax')
    }
    body += String.fromCharCode(byte)
    if (body.length <= longestBody) return undefined
    body = undefined
    return reject('overrun')
  }

  const reset = (): void => {
    body = undefined
  }
  return { ...perByte(take, reset), inFrame: () => body !== undefined }
}

function decodeBody(body: string): Decoded {
  const digits = body.replace(/\r?\n?$/, '')
  if (!/^[0-9a-f]{12}$/i.test(digits)) return reject('syntax')
  // XOR over id and check together leaves nothing. It cannot see two flips in one column (hardware.md 4, "weak check").
  const check = (digits.match(/../g) ?? []).reduce((sum, pair) => sum ^ Number.parseInt(pair, 16), 0)
  if (check !== 0) return reject('checksum')
  // The version byte is left out: readers that print ten decimal digits do not have it (hardware.md 3.1).
  const serial = canonicalSerial(`em4100:${digits.slice(2, 10)}`)
  // All 0 or all F is what an idle or shorted line decodes to, and it passes the check.
  return serial === undefined ? reject('idle') : { kind: 'tag', serial, holdMs }
}
