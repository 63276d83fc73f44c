import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id12laFrame, rdm6300Frame, serialOf, withFlippedBit } from '../../../../test/rigs/serial-frames.ts'
import { em4100Vectors, lineVectors } from '../../../../test/rigs/vectors/readers.ts'
import type { SerialProtocol } from '../port.ts'
import type { Decoded } from './decoded.ts'
import { createDecoder } from './protocols.ts'

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
const tagsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'tag' ? [one.serial] : []))
const rejectsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'reject' ? [one.why] : []))

/** Feeds `bytes` cut at every `size`. */
function decode(protocol: SerialProtocol, bytes: Uint8Array, size = bytes.length): Decoded[] {
  const decoder = createDecoder(protocol)
  const out: Decoded[] = []
  for (let from = 0; from < bytes.length; from += size) out.push(...decoder.push(bytes.subarray(from, from + size)))
  return out
}

describe.each([1, 3, 1000])('every test vector of hardware.md 4, in pieces of %i bytes', (size) => {
  test.each(em4100Vectors)('EM4100: $what', ({ in: hex, tags, rejects = [] }) => {
    const decoded = decode('em4100', bytesOf(hex), size)
    expect(tagsOf(decoded)).toEqual(tags)
    expect(rejectsOf(decoded)).toEqual(rejects)
  })

  test.each(lineVectors)('line: $what', ({ in: hex, tags, rejects = [] }) => {
    const decoded = decode('line', bytesOf(hex), size)
    expect(tagsOf(decoded)).toEqual(tags)
    expect(rejectsOf(decoded)).toEqual(rejects)
  })

  test.each([...em4100Vectors.filter(({ tags }) => tags.length > 0), ...lineVectors])('auto gives the badges of both: $what', ({ in: hex, tags }) => {
    expect(tagsOf(decode('auto', bytesOf(hex), size))).toEqual(tags)
  })
})

test('what no EM4100 reader should send is no badge to auto either (hardware.md 4)', () => {
  for (const { in: hex } of em4100Vectors.filter(({ tags }) => tags.length === 0)) expect(tagsOf(decode('auto', bytesOf(hex)))).toEqual([])
})

describe('streams (hardware.md 4)', () => {
  const card = fc.record({ version: fc.nat(255), number: fc.integer({ min: 1, max: 0xfffffffe }) })
  const frame = fc.record({ card, tail: fc.boolean() }).map(({ card: one, tail }) => ({ serial: serialOf(one), bytes: tail ? id12laFrame(one) : rdm6300Frame(one) }))
  const protocols: SerialProtocol[] = ['auto', 'em4100', 'line']

  test.each(protocols)('%s: any way of cutting the bytes gives the same result, whatever the bytes', (protocol) => {
    const alphabet = fc.oneof(fc.constantFrom(2, 3, 10, 13), fc.constantFrom(...Buffer.from('0123456789ABCDEF:- ')), fc.nat(255))
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 400 }), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 50 }), (bytes, cuts) => {
        const decoder = createDecoder(protocol)
        const pieces: Decoded[] = []
        let from = 0
        for (let turn = 0; from < bytes.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1
          pieces.push(...decoder.push(Uint8Array.from(bytes.slice(from, from + size))))
          from += size
        }
        expect(pieces).toEqual(decode(protocol, Uint8Array.from(bytes)))
      }),
      { numRuns: 300 },
    )
  })

  test.each(['auto', 'em4100'] as const)('%s: joined frames of both kinds are all read, in order', (protocol) => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 30 }), (frames) => {
        expect(tagsOf(decode(protocol, Buffer.concat(frames.map(({ bytes }) => bytes))))).toEqual(frames.map(({ serial }) => serial))
      }),
    )
  })

  test('em4100: garbage before, between and after takes no badge away and adds none', () => {
    const garbage = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 2)))
    fc.assert(
      fc.property(fc.array(fc.tuple(garbage, frame), { maxLength: 20 }), garbage, (pieces, after) => {
        const bytes = Buffer.concat([...pieces.flatMap(([noise, { bytes: good }]) => [noise, good]), after])
        expect(tagsOf(decode('em4100', bytes))).toEqual(pieces.map(([, { serial }]) => serial))
      }),
    )
  })

  test('every single flipped bit of the digits is refused', () => {
    const good = id12laFrame({ version: 0x0c, number: 0x000621a5 })
    for (let at = 1; at <= 12; at += 1) {
      for (const bit of [1, 2, 4, 8, 16, 64]) {
        const bad = Buffer.from(good)
        bad[at] = (bad[at] ?? 0) ^ bit
        expect(tagsOf(decode('em4100', bad))).toEqual([])
      }
    }
    expect(rejectsOf(decode('em4100', withFlippedBit(good)))).toEqual(['checksum'])
  })

  test.each(protocols)('%s: half a frame before an unplug is not glued to what comes after it', (protocol) => {
    const whole = protocol === 'line' ? Buffer.from('0005882391\r') : rdm6300Frame({ version: 0x67, number: 0x003b51c6 })
    for (let kept = 1; kept < whole.length; kept += 1) {
      const decoder = createDecoder(protocol)
      expect(decoder.push(whole.subarray(0, kept))).toEqual([])
      decoder.reset()
      expect(decoder.push(whole)).toEqual(decode(protocol, whole))
    }
  })

  test('auto: a stray STX never makes a shortened badge out of the lines behind it', () => {
    const line = fc.stringMatching(/^[1-9]\d{9}$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(11), (lines, at) => {
        const text = lines.map((one) => `${one}\r\n`).join('')
        const decoded = tagsOf(decode('auto', Buffer.from(`${text.slice(0, at)}\u0002${text.slice(at)}`)))
        for (const tag of decoded) expect(lines).toContain(tag)
        expect(decoded.length).toBeGreaterThanOrEqual(lines.length - 1)
      }),
    )
  })
})

describe('1 MB of noise (hardware.md 4)', () => {
  const megabyte = 1 << 20
  /** A fixed sequence (mulberry32), so that a failure can be seen again. */
  function noise(pick: (random: number) => number): Uint8Array {
    let state = 20_261_123
    return Uint8Array.from({ length: megabyte }, () => {
      state = (state + 0x6d2b79f5) | 0
      const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return pick((more ^ (more >>> 14)) >>> 0)
    })
  }

  test('of any bytes is no badge to a framed reader, and the badge after it is', () => {
    const bytes = Buffer.concat([noise((random) => random % 256), rdm6300Frame({ version: 1, number: 42 })])
    expect(tagsOf(decode('em4100', bytes))).toEqual(['em4100:0000002A'])
  })

  test('in whole frames passes no more often than an XOR of 8 bits lets it, one in 256', () => {
    const digits = Buffer.from('0123456789ABCDEF')
    const bytes = noise((random) => digits[random % 16] ?? 0).map((byte, at) => (at % 14 === 0 ? 2 : at % 14 === 13 ? 3 : byte))
    const decoded = decode('em4100', bytes)
    const frames = Math.floor(megabyte / 14)
    expect(rejectsOf(decoded).filter((why) => why === 'checksum').length + tagsOf(decoded).length).toBe(frames)
    expect(tagsOf(decoded).length).toBeLessThan((frames / 256) * 1.2)
  })

  test.each(['auto', 'em4100', 'line'] as const)('without an end is forgotten as it comes: %s refuses it once and reads on', (protocol) => {
    const bytes = Buffer.concat([Buffer.from([2]), Buffer.alloc(megabyte, 'A'), Buffer.from('\r\n'), Buffer.from('0005882391\r\n'), rdm6300Frame({ version: 1, number: 42 })])
    const decoded = decode(protocol, bytes, 4096)
    expect(rejectsOf(decoded)).toContain(protocol === 'line' ? 'control' : 'overrun')
    expect(tagsOf(decoded).at(0)).toBe(protocol === 'em4100' ? 'em4100:0000002A' : '0005882391')
    expect(decoded.length).toBeLessThan(4)
  })
})
