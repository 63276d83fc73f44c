/** From a file's bytes to its text, whatever spreadsheet wrote it (domain.md 4.7). */
import type { RollFileProblem } from '../../../../shared/i18n/roll-problems.ts'
import { rollProblems } from '../../../../shared/i18n/roll-problems.ts'
import { refuse, type Refusal } from '../../kit/refusal.ts'

const maxBytes = 5_000_000

/** `roll_unreadable` with the reason in words, and its code for windows of another language. */
export const unreadable = (problem: RollFileProblem, row?: number): Refusal =>
  refuse('roll_unreadable', { problem: rollProblems.en.file[problem].replace('{{row}}', String(row)), problemCode: problem, ...(row !== undefined && { row }) })

/**
 * UTF-8 with or without byte order mark, UTF-16 with one, else windows-1252, the way Excel in Canada saves plain CSV.
 * Refuses `roll_unreadable` for what is no text. The mark itself is not part of the text.
 */
export function decodeRoll(bytes: Uint8Array): string {
  if (bytes.length > maxBytes) throw unreadable('too_large')
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw unreadable('workbook')
  const text = decode(bytes)
  if (text.includes('\0')) throw unreadable('not_text')
  return text
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2))
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(swapPairs(bytes.subarray(2)))
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const text = utf8(bytes.subarray(3))
    if (text === undefined) throw unreadable('damaged')
    return text
  }
  return utf8(bytes) ?? windows1252(bytes)
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte)

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

/** 0x80–0x9F of windows-1252, where it differs from Latin-1. Written out: an ICU without converters has none of it. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (byte) => upper.charAt(byte.charCodeAt(0) - 0x80))
