/** What a file is, by its bytes and not by its name alone (trust.md V5 5.2.1, 5.2.2): size, ending, and contents that fit it. */
import { rollProblems, type RollFileProblem } from '../../../../../shared/i18n/roll-problems.ts'
import { listEndings, maxListBytes } from '../../../../../shared/domain/list-file.ts'
import { refuse, type Refusal } from '../../../kit/refusal.ts'

export type FileKind = 'text' | 'workbook'

/** `roll_unreadable` with the reason and the way out in words, and its code for windows of another language. */
export const unreadable = (problem: RollFileProblem, details: { readonly row?: number; readonly ending?: string } = {}): Refusal => {
  const fill = (words: string): string => words.replace('{{row}}', String(details.row ?? '')).replace('{{ending}}', details.ending ?? '')
  const { problem: what, howToFix } = rollProblems.en.file[problem]
  return refuse('roll_unreadable', { problem: fill(what), advice: fill(howToFix), problemCode: problem, ...details })
}

const signatures = {
  zip: [0x50, 0x4b],
  /** The container of workbooks before 2007, and of every workbook that has a password. */
  compound: [0xd0, 0xcf, 0x11, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte)
const holds = (bytes: Uint8Array, name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le')

/** Refuses `roll_unreadable` for what is too large, has another ending, or is not what its ending says. */
export function kindOfFile(fileName: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw unreadable('empty')
  if (bytes.length > maxListBytes) throw unreadable('too_large')
  const ending = /\.([^.\\/]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  if (begins(bytes, signatures.compound)) throw unreadable(holds(bytes, 'EncryptedPackage') ? 'password' : 'old_workbook')
  if (!(listEndings as readonly string[]).includes(ending)) throw unreadable('ending', { ending })
  const expected: FileKind = ending === 'xlsx' ? 'workbook' : 'text'
  const found = begins(bytes, signatures.zip) ? 'workbook' : begins(bytes, signatures.pdf) ? 'other' : 'text'
  // A text may begin with “PK”; only where it also goes on like an archive it is one.
  const isArchive = found === 'workbook' && (bytes[2] ?? 0) < 9 && (bytes[3] ?? 0) < 9
  if (expected === 'workbook' ? !isArchive : isArchive || found === 'other') throw unreadable(expected === 'workbook' ? 'not_workbook' : isArchive ? 'workbook_as_text' : 'not_text')
  return expected
}
