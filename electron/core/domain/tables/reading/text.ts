/** From a file's bytes to its text, whatever spreadsheet wrote it (domain.md 4.7). */
import { unreadable } from './file.ts'

/**
 * UTF-8 with or without byte order mark, UTF-16 likewise, else windows-1252, the way Excel in Canada saves plain CSV.
 * Refuses `roll_unreadable` for what is no text. The mark itself is not part of the text.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes)
  if (text.includes('\0')) throw unreadable('not_text')
  if (text.trim() === '') throw unreadable('empty')
  return text
}

function decode(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2))
  if (begins(bytes, 0xfe, 0xff)) return utf16(swapPairs(bytes.subarray(2)))
  if (begins(bytes, 0xef, 0xbb, 0xbf)) {
    const text = utf8(bytes.subarray(3))
    if (text === undefined) throw unreadable('damaged')
    return text
  }
  const wide = unmarkedUtf16(bytes)
  if (wide !== undefined) return utf16(wide === 'little' ? bytes : swapPairs(bytes))
  return utf8(bytes) ?? windows1252(bytes)
}

const begins = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)

/** A heading begins with two signs of ASCII, and no text has a zero byte in any other encoding. */
function unmarkedUtf16(bytes: Uint8Array): 'little' | 'big' | undefined {
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('')
  return zeros === 'x0x0' ? 'little' : zeros === '0x0x' ? 'big' : undefined
}

function utf8(bytes: Uint8Array): string | undefined {
  const attempt = (part: Uint8Array): string | undefined => {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part)
    } catch {
      return undefined
    }
  }
  const whole = attempt(bytes)
  if (whole !== undefined) return whole
  // All but the last bytes are UTF-8 with accents: not another encoding, but a copy that stopped too early.
  for (const missing of [1, 2, 3]) if (hasAccents(attempt(bytes.subarray(0, -missing)))) throw unreadable('cut_off')
  return undefined
}

const hasAccents = (text: string | undefined): boolean => text !== undefined && /[^\p{ASCII}]/u.test(text)

function utf16(bytes: Uint8Array): string {
  if (bytes.length % 2 === 1) throw unreadable('cut_off')
  const text = Buffer.from(bytes).toString('utf16le')
  if (!text.isWellFormed()) throw unreadable('damaged')
  return text
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 2 === 1) throw unreadable('cut_off')
  return Buffer.from(bytes).swap16()
}

/**
 * 0x80–0x9F of windows-1252, where it differs from Latin-1. Written out: an ICU without converters has none of it, and
 * `TextDecoder` of Node 22.13 to 24.6 read these bytes as Latin-1 (nodejs/node#56542).
 */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => upper.charAt(byte.charCodeAt(0) - 0x80))
