/** Known-good and corrupted answers and reports of USB readers that are no serial ports (hardware.md 4), made from the rules. */
import type { RejectReason } from '../../../electron/core/readers/decode/decoded.ts'

export interface RfideasVector {
  readonly what: string
  /** Answers to 8f and 8e, in hex, one pair a poll. */
  readonly polls: readonly (readonly [card: string, bits: string])[]
  readonly tags: readonly string[]
  readonly rejects?: readonly RejectReason[]
}

/** H10301 without its parity: facility 123 = 7b, number 12345 = 3039, last byte first. */
export const h10301 = ['39307b0000000000', '1818000000000000'] as const
export const another = ['3a307b0000000000', '1818000000000000'] as const
export const noCard = ['0000000000000000', '0000000000000000'] as const
/** Corporate 1000: 1501 · 2^20 + 654321 in 32 bits. */
const c1000 = ['f1fbd95d00000000', '2020000000000000'] as const
const times = <T>(count: number, what: T): T[] => Array.from({ length: count }, () => what)

export const rfideasVectors: readonly RfideasVector[] = [
  { what: 'H10301', polls: [h10301, h10301], tags: ['w26:7B3039'] },
  { what: 'Corporate 1000', polls: [c1000, c1000], tags: ['w32:5DD9FBF1'] },
  { what: 'a card held for a minute', polls: times(500, h10301), tags: ['w26:7B3039'] },
  { what: 'held, taken away, held again', polls: [...times(3, h10301), noCard, noCard, ...times(3, h10301)], tags: ['w26:7B3039', 'w26:7B3039'] },
  { what: 'another card at once', polls: [...times(3, h10301), ...times(3, another)], tags: ['w26:7B3039', 'w26:7B303A'] },
  { what: 'no card', polls: times(10, noCard), tags: [] },
  { what: 'one answer only: not confirmed', polls: [noCard, h10301, noCard, noCard], tags: [] },
  { what: 'cards that take turns with every answer', polls: times(10, [h10301, another]).flat(), tags: [] },
  { what: 'one empty answer in the middle of a presence', polls: [h10301, h10301, noCard, h10301, h10301], tags: ['w26:7B3039'] },
  { what: 'one misread answer in the middle of a presence', polls: [h10301, h10301, ['39307b0000000000', '1819000000000000'], h10301, h10301], tags: ['w26:7B3039'] },
  { what: 'a lasting misread in the middle of a presence', polls: [h10301, h10301, ...times(2, ['39307b0000000000', '1819000000000000'] as const), h10301, h10301], tags: ['w26:7B3039'], rejects: ['bitcount'] },
  { what: 'two counts of bits', polls: times(5, ['39307b0000000000', '1819000000000000'] as const), tags: [], rejects: ['bitcount'] },
  { what: 'a byte beyond the bits', polls: times(5, ['39307b0100000000', '1818000000000000'] as const), tags: [], rejects: ['bitcount'] },
  { what: 'a card without bits: it went between the two questions', polls: times(2, ['39307b0000000000', '0000000000000000'] as const), tags: [], rejects: ['length'] },
  { what: 'more bits than the answer has', polls: times(2, ['39307b0000000000', '4141000000000000'] as const), tags: [], rejects: ['length'] },
  { what: 'too few bits for a card', polls: times(2, ['3900000000000000', '0808000000000000'] as const), tags: [], rejects: ['length'] },
  { what: 'all ones', polls: times(2, ['ffffff0000000000', '1818000000000000'] as const), tags: [], rejects: ['idle'] },
  { what: 'all ones in a count that is no multiple of four', polls: times(2, ['ffffff0300000000', '1a1a000000000000'] as const), tags: [], rejects: ['idle'] },
  { what: '64 bits', polls: times(2, ['0807060504030201', '4040000000000000'] as const), tags: ['w64:0102030405060708'] },
]

const usageOf = (sign: string): number => (sign === '\n' ? 0x28 : sign === '\t' ? 0x2b : sign === '-' ? 0x2d : sign === ',' ? 0x36 : sign === '0' ? 0x27 : /\d/.test(sign) ? 0x1d + Number(sign) : 0x04 + (sign.toUpperCase().codePointAt(0) ?? 0) - 0x41)
/** One report with these keys down. */
export const report = (usages: readonly number[], modifiers = 0): Uint8Array => Uint8Array.from([modifiers, 0, ...usages, ...times(6 - usages.length, 0)])
/** As a reader types it: each key goes down and up again. */
export const typed = (text: string): Uint8Array[] => Array.from(text, (sign) => [report([usageOf(sign)]), report([])]).flat()

export interface KeyboardVector {
  readonly what: string
  readonly reports: readonly Uint8Array[]
  readonly tags: readonly string[]
  readonly rejects?: readonly RejectReason[]
}

export const keyboardVectors: readonly KeyboardVector[] = [
  { what: 'ten digits and Enter', reports: typed('0005882391\n'), tags: ['0005882391'] },
  { what: 'ten digits and Tab', reports: typed('0005882391\t'), tags: ['0005882391'] },
  { what: 'facility and number', reports: typed('089,49687\n'), tags: ['08949687'] },
  { what: 'hex', reports: typed('0f0059c217\n'), tags: ['0F0059C217'] },
  { what: 'a barcode with its hyphens', reports: typed('VP-2026-000123\n'), tags: ['VP2026000123'] },
  { what: 'the keypad', reports: [0x5a, 0x61, 0x62, 0x59, 0x58].flatMap((usage) => [report([usage]), report([])]), tags: ['2901'] },
  { what: 'digits with Shift, as an AZERTY reader types them', reports: typed('5882391\n').map((one) => (one[2] ? Uint8Array.from([0x02, ...one.subarray(1)]) : one)), tags: ['5882391'] },
  { what: 'Shift in a report of its own', reports: [report([], 2), report([0x04], 2), report([], 2), report([]), ...typed('123\n')], tags: ['A123'] },
  { what: 'each report twice', reports: typed('0005882391\n').flatMap((one) => [one, one]), tags: ['0005882391'] },
  { what: 'a key held', reports: [...times(50, report([0x1e])), report([]), ...typed('234\n')], tags: ['1234'] },
  { what: 'keys that overlap: the next goes down before the last is up', reports: [report([0x1e]), report([0x1e, 0x1f]), report([0x1f]), report([0x1f, 0x20]), report([0x20]), ...typed('4\n')], tags: ['1234'] },
  { what: 'keys that follow without a release', reports: [report([0x1e]), report([0x1f]), report([0x20]), report([0x21]), report([0x28]), report([])], tags: ['1234'] },
  { what: 'two badges', reports: typed('0005882391\n0005882392\n'), tags: ['0005882391', '0005882392'] },
  { what: 'two keys at once: nobody knows their order', reports: [report([0x1e, 0x1f]), report([]), ...typed('345\n0005882391\n')], tags: ['0005882391'], rejects: ['control'] },
  { what: 'too many keys at once', reports: [...typed('12'), report(times(6, 1)), report([]), ...typed('345\n0005882391\n')], tags: ['0005882391'], rejects: ['control'] },
  { what: 'a short report', reports: [...typed('12'), Uint8Array.of(0, 0, 0x20), ...typed('345\n0005882391\n')], tags: ['0005882391'], rejects: ['control'] },
  { what: 'Ctrl held', reports: [...typed('123'), report([0x21], 1), report([]), ...typed('5\n')], tags: [], rejects: ['control'] },
  { what: 'an arrow key', reports: [...typed('123'), report([0x4f]), report([]), ...typed('5\n')], tags: [], rejects: ['control'] },
  { what: 'a lost Enter', reports: typed(`${'1'.repeat(101)}\n0005882391\n`), tags: ['0005882391'], rejects: ['length'] },
  { what: 'only Enter', reports: typed('\n'), tags: [], rejects: ['length'] },
  { what: 'all zeros', reports: times(1000, report([])), tags: [] },
  { what: 'nought, ten times', reports: typed('0000000000\n'), tags: [], rejects: ['idle'] },
]
