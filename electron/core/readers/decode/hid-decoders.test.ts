import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { another, h10301, keyboardVectors, noCard, report, rfideasVectors, typed } from '../../../../test/rigs/vectors/hid-readers.ts'
import type { Decoded } from './decoded.ts'
import { createKeyboardReports } from './keyboard-report.ts'
import { createLineDecoder } from './line.ts'
import { createRfideasDecoder } from './rfideas.ts'

const tagsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'tag' ? [one.serial] : []))
const rejectsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'reject' ? [one.why] : []))

type Poll = readonly [card: string, bits: string]
const bytesOf = (polls: readonly Poll[]): Buffer => Buffer.from(polls.flat().join(''), 'hex')
/** Feeds `bytes` cut at every `size`. */
function decodePolls(bytes: Uint8Array, size = bytes.length): Decoded[] {
  const decoder = createRfideasDecoder()
  const out: Decoded[] = []
  for (let from = 0; from < bytes.length; from += size) out.push(...decoder.push(bytes.subarray(from, from + size)))
  return out
}
/** What the driver and the reading make of reports. */
function decodeReports(reports: readonly Uint8Array[]): Decoded[] {
  const keyboard = createKeyboardReports()
  const lines = createLineDecoder()
  return reports.flatMap((one) => lines.push(Buffer.from(keyboard.take(one), 'latin1')))
}

describe('rfIDEAS in SDK mode (hardware.md 4)', () => {
  test.each(rfideasVectors)('$what', ({ polls, tags, rejects = [] }) => {
    for (const size of [1, 5, 16, 1000]) {
      const decoded = decodePolls(bytesOf(polls), size)
      expect(tagsOf(decoded)).toEqual(tags)
      expect(rejectsOf(decoded)).toEqual(rejects)
    }
  })

  test('after an unplug half a poll is forgotten, and the card that is there again is a new presentation', () => {
    const decoder = createRfideasDecoder()
    decoder.push(bytesOf([h10301, h10301]))
    decoder.push(bytesOf([another]).subarray(0, 9))
    decoder.reset()
    expect(tagsOf(decoder.push(bytesOf([h10301, h10301])))).toEqual(['w26:7B3039'])
  })

  test('whatever it answers: a badge is exactly what two answers in a row said, and never more than one of them', () => {
    const byte = fc.oneof(fc.constantFrom(0, 0x18, 0x20, 0xff), fc.nat(255))
    const answer = fc.array(byte, { minLength: 8, maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('hex'))
    const bits = fc.tuple(fc.nat(70), fc.constantFrom(0, 0, 0, 1)).map(([count, off]) => Buffer.from([count, count + off, 0, 0, 0, 0, 0, 0]).toString('hex'))
    const poll = fc.oneof(fc.constantFrom<Poll>(h10301, another, noCard), fc.tuple(answer, bits))
    fc.assert(
      fc.property(fc.array(fc.tuple(poll, fc.integer({ min: 1, max: 4 })), { maxLength: 40 }), (runs) => {
        const polls = runs.flatMap(([one, count]) => Array.from({ length: count }, () => one))
        const confirmed = polls.filter((one, index) => index > 0 && bytesOf([one]).equals(bytesOf([polls[index - 1] ?? noCard])))
        const decoded = decodePolls(bytesOf(polls))
        expect(decoded.length).toBeLessThanOrEqual(confirmed.length)
        const possible = new Set(confirmed.map(([card]) => Buffer.from(card, 'hex').readBigUInt64LE(0)))
        for (const serial of tagsOf(decoded)) {
          expect(serial).toMatch(/^w\d\d:[0-9A-F]{4,16}$/)
          expect(possible).toContain(BigInt(`0x${serial.slice(4)}`))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a reader that says it is a keyboard (hardware.md 2c)', () => {
  test.each(keyboardVectors)('$what', ({ reports, tags, rejects = [] }) => {
    const decoded = decodeReports(reports)
    expect(tagsOf(decoded)).toEqual(tags)
    expect(rejectsOf(decoded)).toEqual(rejects)
  })

  const digits = fc.array(fc.constantFrom(...'0123456789ABCDEF'), { minLength: 4, maxLength: 30 }).map((signs) => signs.join(''))
  const sound = digits.filter((text) => !/^(0+|F+)$/.test(text))

  test('any number is read as it was typed, and what stays unclear anywhere in a line is no badge', () => {
    // Keys that are no digits, so that none of them is down already.
    const spoilt = fc.constantFrom(report([1, 1, 1, 1, 1, 1]), report([0x10, 0x11]), report([0x4f]), report([0x10], 0x04), Uint8Array.of(0, 0), new Uint8Array(9))
    fc.assert(
      fc.property(sound, spoilt, fc.nat(100), (text, bad, place) => {
        const reports = typed(`${text}\n`)
        expect(tagsOf(decodeReports(reports))).toEqual([text])
        // Before the Enter, which ends the line.
        const at = place % (reports.length - 1)
        expect(tagsOf(decodeReports(reports.toSpliced(at, 0, bad)))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('any reports: one report is one character at most, and a badge is made of keys that went down one by one', () => {
    const key = fc.oneof(fc.constant(0), fc.constantFrom(0x28, 0x58), fc.integer({ min: 0x1e, max: 0x27 }), fc.nat(255))
    const anyReport = fc.oneof(
      fc.tuple(fc.constantFrom(0, 0, 0, 2, 1), fc.array(key, { maxLength: 3 })).map(([modifiers, usages]) => report(usages, modifiers)),
      fc.uint8Array({ maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 200 }), (reports) => {
        const keyboard = createKeyboardReports()
        const signs = reports.map((one) => keyboard.take(one))
        expect(signs.every((sign) => sign.length <= 1)).toBe(true)
        const lines = signs.join('').split('\r').slice(0, -1)
        const tags = tagsOf(decodeReports(reports))
        expect(tags.every((tag) => lines.some((line) => line.replaceAll(/[-,]/g, '') === tag))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('100,000 reports without an Enter are forgotten as they come', () => {
    const decoded = decodeReports([...Array.from({ length: 5000 }, () => typed('0123456789')).flat(), ...typed('\n0005882391\n')])
    expect(tagsOf(decoded)).toEqual(['0005882391'])
    expect(rejectsOf(decoded)).toEqual(['length'])
  })
})
