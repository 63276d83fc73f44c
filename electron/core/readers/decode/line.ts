/** Readers that send a badge as a line of text: barcode scanners, CDC readers, Wiegand converters (hardware.md 3). */
import { canonicalSerial } from '../../../../shared/domain/badge-serial.ts'
import { perByte, reject, type Decoded, type Decoder, type RejectReason } from './decoded.ts'

const carriageReturn = 0x0d
const lineFeed = 0x0a
/** The longest badge number is 64 characters; the rest is room for separators. */
const longestLine = 100
/** Readers of this kind that repeat do so about once a second. */
const holdMs = 1500

export interface LineDecoder extends Decoder {
  /** Ignores everything up to the next line: what follows is the middle of something. */
  skipLine(): void
}

/** Lines end with CR, LF or both. */
export function createLineDecoder(): LineDecoder {
  let line = ''
  let skipping = false
  let lastEnd: number | undefined

  function take(byte: number): Decoded | undefined {
    if (byte === carriageReturn || byte === lineFeed) return end(byte)
    lastEnd = undefined
    if (skipping) return undefined
    const problem = byte < 0x20 || byte === 0x7f ? 'control' : byte > 0x7f ? 'characters' : line.length === longestLine ? 'length' : undefined
    if (problem === undefined) {
      line += String.fromCharCode(byte)
      return undefined
    }
    line = ''
    skipping = true
    return reject(problem)
  }

  function end(byte: number): Decoded | undefined {
    const secondOfPair = lastEnd !== undefined && lastEnd !== byte
    const text = line
    const refusedAlready = skipping
    line = ''
    skipping = false
    lastEnd = secondOfPair ? undefined : byte
    return secondOfPair || refusedAlready ? undefined : decodeLine(text)
  }

  const reset = (): void => {
    line = ''
    skipping = false
    lastEnd = undefined
  }
  return {
    ...perByte(take, reset),
    skipLine: () => {
      line = ''
      skipping = true
    },
  }
}

/** The symbology that a scanner may put before a barcode, such as `]Q3` for QR. */
const aimIdentifier = /^\][A-Za-z][0-9A-Za-z]/
const hexGroups = /^[0-9a-f]+([\s:._-]+[0-9a-f]+)*$/i
const separators = /[\s:._-]/g

function decodeLine(line: string): Decoded {
  const text = line.trim().replace(aimIdentifier, '')
  if (text.length < 4) return reject('length')
  const serial = canonicalSerial(text)
  if (serial === undefined) return reject(whyNot(text.replace(separators, '')))
  // "ets Jun  8 2016" and "entry 0x400805e4" are what an ESP32 says when it starts, not badges: words and spaces.
  const isNumber = serial.includes(':') || !/[\s:.]/.test(text) || hexGroups.test(text)
  return isNumber ? { kind: 'tag', serial, holdMs } : reject('characters')
}

const whyNot = (digits: string): RejectReason => (/^(0+|F+)$/i.test(digits) ? 'idle' : digits.length < 4 || digits.length > 64 ? 'length' : 'characters')
