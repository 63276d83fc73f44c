import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idteckVectors, jsonLineVectors, twn4Vectors } from '../../../../test/rigs/vectors/readers.ts'
import type { SerialProtocol } from '../port.ts'
import type { Decoded } from './decoded.ts'
import { createDecoder } from './protocols.ts'

const tagsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'tag' ? [one.serial] : []))
const rejectsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'reject' ? [one.why] : []))
const decode = (protocol: SerialProtocol, bytes: Uint8Array): Decoded[] => createDecoder(protocol).push(bytes)

const families = [
  { protocol: 'jsonl', vectors: jsonLineVectors },
  { protocol: 'twn4', vectors: twn4Vectors },
  { protocol: 'idteck', vectors: idteckVectors },
] as const
const cases = families.flatMap(({ protocol, vectors }) => vectors.map((vector) => ({ protocol, ...vector })))

test.each(cases)('$protocol: $what, cut at every byte', ({ protocol, in: hex, tags, rejects = [] }) => {
  const bytes = Buffer.from(hex, 'hex')
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const decoder = createDecoder(protocol)
    const decoded = [...decoder.push(bytes.subarray(0, cut)), ...decoder.push(bytes.subarray(cut))]
    expect(tagsOf(decoded)).toEqual(tags)
    expect(rejectsOf(decoded)).toEqual(rejects)
  }
})

test.each(families)('$protocol: half a frame before an unplug is not glued to what comes after it', ({ protocol, vectors }) => {
  const whole = Buffer.from(vectors[0]?.in ?? '', 'hex')
  for (let kept = 1; kept < whole.length; kept += 1) {
    const decoder = createDecoder(protocol)
    decoder.push(whole.subarray(0, kept))
    decoder.reset()
    expect(decoder.push(whole)).toEqual(decode(protocol, whole))
  }
})

describe('whatever the bytes (hardware.md 4)', () => {
  const anyBytes = fc.array(fc.oneof(fc.constantFrom(2, 3, 10, 13), fc.constantFrom(...Buffer.from('0123456789ABCDEF{}":,typetaguid')), fc.nat(255)), { maxLength: 400 }).map((bytes) => Uint8Array.from(bytes))
  /** Real frames among noise, so that the property is not about noise alone. */
  const mixed = (vectors: readonly { in: string }[]) =>
    fc.array(fc.oneof(anyBytes, fc.constantFrom(...vectors.map(({ in: hex }) => Uint8Array.from(Buffer.from(hex, 'hex'))))), { maxLength: 12 }).map((pieces) => Buffer.concat(pieces))

  test.each(families)('$protocol: any way of cutting them gives the same', ({ protocol, vectors }) => {
    fc.assert(
      fc.property(mixed(vectors), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 }), (bytes, cuts) => {
        const decoder = createDecoder(protocol)
        const pieces: Decoded[] = []
        for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1
          pieces.push(...decoder.push(bytes.subarray(from, from + size)))
          from += size
        }
        expect(pieces).toEqual(decode(protocol, bytes))
      }),
    )
  })

  test('IDTECK: a badge is only what stands in the bytes with its check behind it', () => {
    fc.assert(
      fc.property(mixed(idteckVectors), (bytes) => {
        const latin = bytes.toString('latin1')
        for (const serial of tagsOf(decode('idteck', bytes))) {
          const sum = Buffer.from(serial).reduce((xor, one) => xor ^ one, 1)
          expect(latin).toContain(`\u0002${serial}\u0003${String.fromCharCode(sum)}`)
        }
      }),
    )
  })

  test('TWN4: a badge is only what stands in the bytes as a whole answer', () => {
    fc.assert(
      fc.property(mixed(twn4Vectors), (bytes) => {
        const answers = bytes.toString('latin1').replaceAll('\n', '').toUpperCase().split('\r')
        for (const serial of tagsOf(decode('twn4', bytes))) expect(answers.some((answer) => /^0001[0-9A-F]+$/.test(answer) && answer.includes(serial.replace(/^\w+:/, '')))).toBe(true)
      }),
    )
  })

  test('JSON lines: a badge is only what stands in the bytes as a whole object', () => {
    fc.assert(
      fc.property(mixed(jsonLineVectors), (bytes) => {
        const objects = bytes.toString('latin1').replaceAll('\r', '').split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'))
        const ids = objects.map((line) => line.toUpperCase().replace(/[:\s-]/g, ''))
        for (const serial of tagsOf(decode('jsonl', bytes))) expect(ids.some((line) => line.includes(serial.replace(/^\w+:/, '')))).toBe(true)
      }),
    )
  })

  test.each([
    ['jsonl', '{"a":', '\n'],
    ['twn4', '00', '\r'],
    ['idteck', '\u0002', '\n'],
  ] as const)('%s: a megabyte without an end is forgotten as it comes, and the badge after it is read', (protocol, begin, end) => {
    const good = Buffer.from(families.find((family) => family.protocol === protocol)?.vectors[0]?.in ?? '', 'hex')
    const decoder = createDecoder(protocol)
    const decoded = decoder.push(Buffer.from(begin))
    for (let sent = 0; sent < 1 << 20; sent += 1 << 14) decoded.push(...decoder.push(Buffer.alloc(1 << 14, 'A')))
    decoded.push(...decoder.push(Buffer.from(end)), ...decoder.push(good))
    expect(rejectsOf(decoded)).toHaveLength(1)
    expect(tagsOf(decoded)).toHaveLength(1)
  })
})

test('IDTECK: every single flipped bit of the digits is refused', () => {
  const good = Buffer.from(idteckVectors[0]?.in ?? '', 'hex')
  for (let at = 1; at <= 10; at += 1) {
    for (const bit of [1, 2, 4, 8, 16, 32, 64]) {
      const bad = Buffer.from(good)
      bad[at] = (bad[at] ?? 0) ^ bit
      expect(tagsOf(decode('idteck', bad))).toEqual([])
    }
  }
})
