import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pcscVectors } from '../../../../test/rigs/vectors/pcsc-readers.ts'
import type { Decoded } from './decoded.ts'
import { createPcscDecoder, pcscFrame } from './pcsc.ts'

const tagsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'tag' ? [one.serial] : []))
const rejectsOf = (decoded: readonly Decoded[]): string[] => decoded.flatMap((one) => (one.kind === 'reject' ? [one.why] : []))

function decode(bytes: Uint8Array, size: number): Decoded[] {
  const decoder = createPcscDecoder()
  const out: Decoded[] = []
  for (let from = 0; from < bytes.length; from += size) out.push(...decoder.push(bytes.subarray(from, from + size)))
  return out
}

test.each(pcscVectors)('$what', ({ answers, tags, rejects = [] }) => {
  const bytes = Buffer.concat(answers.map((answer) => pcscFrame(Buffer.from(answer, 'hex'))))
  for (const size of [1, 3, 1000]) {
    const decoded = decode(bytes, size)
    expect(tagsOf(decoded)).toEqual(tags)
    expect(rejectsOf(decoded)).toEqual(rejects)
  }
})

test('any answers: one result each, and a badge is the UID of a good one; half an answer is forgotten by a reset', () => {
  const answer = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.uint8Array({ minLength: 1, maxLength: 12 }).map((uid) => Uint8Array.of(...uid, 0x90, 0x00)))
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 20 }), answer, (answers, cut) => {
      const decoder = createPcscDecoder()
      decoder.push(pcscFrame(cut).subarray(0, -1))
      decoder.reset()
      const decoded = answers.flatMap((one) => decoder.push(pcscFrame(one)))
      expect(decoded).toHaveLength(answers.length)
      const good = answers.map((one) => Buffer.from(one).toString('hex').toUpperCase()).filter((hex) => hex.endsWith('9000'))
      for (const tag of tagsOf(decoded)) expect(good).toContain(`${tag.slice('iso14443:'.length)}9000`)
    }),
    { numRuns: 300 },
  )
})
