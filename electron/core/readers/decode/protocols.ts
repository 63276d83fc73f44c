/** How serial readers frame what they send (hardware.md 3): a new framing is one row here and one name in the contract. */
import type { SerialProtocol } from '../port.ts'
import { createAutoDecoder } from './auto.ts'
import type { Decoder } from './decoded.ts'
import { createEm4100Decoder } from './em4100.ts'
import { createIdteckDecoder } from './idteck.ts'
import { createJsonLinesDecoder } from './json-lines.ts'
import { createLineDecoder } from './line.ts'
import { createTwn4Decoder } from './twn4.ts'

export interface Poll {
  /** Asks the reader for the card that is on it. */
  readonly request: Uint8Array
  readonly everyMs: number
}

export interface ProtocolRow {
  readonly createDecoder: () => Decoder
  /** For a reader that says nothing unless it is asked. */
  readonly poll?: Poll
}

export const protocols: Readonly<Record<SerialProtocol, ProtocolRow>> = {
  auto: { createDecoder: createAutoDecoder },
  em4100: { createDecoder: createEm4100Decoder },
  line: { createDecoder: createLineDecoder },
  jsonl: { createDecoder: createJsonLinesDecoder },
  // 05 00: search for a tag; 10: room for an id of 16 bytes.
  twn4: { createDecoder: createTwn4Decoder, poll: { request: Buffer.from('050010\r', 'latin1'), everyMs: 250 } },
  idteck: { createDecoder: createIdteckDecoder },
}

/** The decoder that a reader's configuration asks for. */
export const createDecoder = (protocol: SerialProtocol): Decoder => protocols[protocol].createDecoder()
