/** Answers of cards to FF CA 00 00 00, known-good and corrupted (hardware.md 4), made from the rules. In hex, without the length. */
import type { RejectReason } from '../../../electron/core/readers/decode/decoded.ts'

export interface PcscVector {
  readonly what: string
  readonly answers: readonly string[]
  readonly tags: readonly string[]
  readonly rejects?: readonly RejectReason[]
}

export const pcscVectors: readonly PcscVector[] = [
  { what: 'seven bytes', answers: ['04A1B2C3D4E5F69000'], tags: ['iso14443:04A1B2C3D4E5F6'] },
  { what: 'four bytes', answers: ['04A1B2C39000'], tags: ['iso14443:04A1B2C3'] },
  { what: 'ten bytes', answers: ['0401020304050607080A9000'], tags: ['iso14443:0401020304050607080A'] },
  { what: 'two cards', answers: ['04A1B2C39000', '04A1B2C49000'], tags: ['iso14443:04A1B2C3', 'iso14443:04A1B2C4'] },
  { what: 'a status word within the UID', answers: ['049000900090009000'], tags: ['iso14443:04900090009000'] },
  { what: 'the operation failed', answers: ['6300'], tags: [], rejects: ['status'] },
  { what: 'not supported', answers: ['6A81'], tags: [], rejects: ['status'] },
  { what: 'a UID with a bad status', answers: ['04A1B2C36300'], tags: [], rejects: ['status'] },
  { what: 'three bytes', answers: ['04A1B29000'], tags: [], rejects: ['length'] },
  { what: 'no UID', answers: ['9000'], tags: [], rejects: ['length'] },
  { what: 'half a status word', answers: ['90'], tags: [], rejects: ['truncated'] },
  { what: 'a UID made up anew each time', answers: ['08A1B2C39000'], tags: [], rejects: ['random'] },
  { what: 'seven bytes that begin as those do', answers: ['08A1B2C3D4E5F69000'], tags: ['iso14443:08A1B2C3D4E5F6'] },
  { what: 'all zeros, all ones', answers: ['000000009000', 'FFFFFFFF9000'], tags: [], rejects: ['idle', 'idle'] },
  { what: 'a bad answer, then a good one', answers: ['6300', '04A1B2C39000'], tags: ['iso14443:04A1B2C3'], rejects: ['status'] },
]
