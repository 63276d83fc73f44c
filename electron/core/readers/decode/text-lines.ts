import { perByte, reject, type Decoded, type Decoder } from './decoded.ts'

/** A decoder of lines that end with one certain byte; `skipped` bytes are no part of any line. A line longer than `longest` is refused once and forgotten as it comes. */
export function createTextLines({ end, skipped, longest, decode, onReset = () => {} }: { end: number; skipped: number; longest: number; decode: (line: string) => Decoded | undefined; onReset?: () => void }): Decoder {
  let line = ''
  let skipping = false

  function take(byte: number): Decoded | undefined {
    if (byte === end) {
      const text = line
      const refusedAlready = skipping
      line = ''
      skipping = false
      return refusedAlready || text === '' ? undefined : decode(text)
    }
    if (skipping || byte === skipped) return undefined
    if (line.length === longest) {
      line = ''
      skipping = true
      return reject('overrun')
    }
    line += String.fromCharCode(byte)
    return undefined
  }

  return perByte(take, () => {
    line = ''
    skipping = false
    onReset()
  })
}
