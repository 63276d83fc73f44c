/** For a reader whose kind nobody told: an STX begins an EM4100 frame, anything else is a line of text. */
import { perByte, type Decoded, type Decoder } from './decoded.ts'
import { createEm4100Decoder } from './em4100.ts'
import { createLineDecoder } from './line.ts'

const startOfText = 0x02
const endOfText = 0x03
const isLineEnd = (byte: number): boolean => byte === 0x0d || byte === 0x0a

export function createAutoDecoder(): Decoder {
  const frames = createEm4100Decoder()
  const lines = createLineDecoder()
  let justFramed = false

  function takeFramed(byte: number): Decoded | undefined {
    const [decoded] = frames.push(Uint8Array.of(byte))
    // Text before a frame is noise.
    lines.reset()
    justFramed = !frames.inFrame()
    if (!justFramed || byte === endOfText || decoded?.kind !== 'reject') return decoded
    // It was no frame but text behind a stray STX. A shortened line would be a wrong badge, so begin with a whole one.
    if (decoded.why === 'syntax') lines.push(Uint8Array.of(byte))
    else if (!isLineEnd(byte)) lines.skipLine()
    justFramed = isLineEnd(byte)
    return decoded
  }

  function take(byte: number): Decoded | undefined {
    if (byte === startOfText || frames.inFrame()) return takeFramed(byte)
    // Some readers end their frames with a line end as well.
    if (justFramed && isLineEnd(byte)) {
      lines.reset()
      return undefined
    }
    justFramed = false
    return lines.push(Uint8Array.of(byte))[0]
  }

  return perByte(take, () => {
    frames.reset()
    lines.reset()
    justFramed = false
  })
}
