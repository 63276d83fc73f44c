/**
 * Our own boards, Pico or ESP32 with a PN532 or RC522: one JSON object a line, LF (hardware.md 3).
 *
 *     {"type":"hello"}  {"type":"alive"}  {"type":"gone"}  {"type":"tag","tech":"14443A","uid":"04a1b2c3d4e5f6","crc":"1a2b"}
 *
 * `uid` is hex, MSB first. `crc` may be left out; it is `crc16` over the text `tech:uid` as sent, four hex digits.
 */
import * as v from 'valibot'
import { crc16, quiet, reject, tagOfId, type Decoded, type Decoder } from './decoded.ts'
import { createTextLines } from './text-lines.ts'

const lineFeed = 0x0a
const carriageReturn = 0x0d
const longestLine = 512
const holdMs = 1500

const Message = v.variant('type', [
  v.object({ type: v.picklist(['hello', 'alive', 'gone']) }),
  v.object({
    type: v.literal('tag'),
    tech: v.optional(v.string(), ''),
    uid: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2}[:\s-]?)+$/i)),
    crc: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{4}$/i))),
  }),
])

export function createJsonLinesDecoder(): Decoder {
  // Until the board has said something of its own, what comes is the text that it starts with (an ESP32 prints a page).
  let heard = false

  function decode(line: string): Decoded {
    if (!line.startsWith('{')) return heard ? reject('syntax') : quiet
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Message), line)
    if (!parsed.success) return reject('syntax')
    heard = true
    return parsed.output.type === 'tag' ? decodeTag(parsed.output) : quiet
  }

  return createTextLines({
    end: lineFeed,
    skipped: carriageReturn,
    longest: longestLine,
    decode,
    onReset: () => {
      heard = false
    },
  })
}

function decodeTag({ tech, uid, crc }: { tech: string; uid: string; crc?: string | undefined }): Decoded {
  if (crc !== undefined && crc16(Buffer.from(`${tech}:${uid}`)) !== Number.parseInt(crc, 16)) return reject('checksum')
  return tagOfId(technologyOf(tech), uid.replace(/[:\s-]/g, ''), holdMs)
}

function technologyOf(tech: string): 'em4100' | 'iso14443' | 'iso15693' | null {
  if (/^em410[02]$/i.test(tech)) return 'em4100'
  if (/^(iso)?14443-?[ab]?$/i.test(tech)) return 'iso14443'
  return /^(iso)?15693$/i.test(tech) ? 'iso15693' : null
}
