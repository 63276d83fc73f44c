import { serialTail } from '../../../shared/domain/badge-serial.ts'
import { serialThrough, type ReaderProfile } from '../../../shared/domain/reader-profile.ts'
import type { Clock } from '../kit/clock.ts'
import { correlated } from '../kit/correlation.ts'
import type { Log } from '../kit/log.ts'
import { reject, type Decoded, type Decoder } from './decode/decoded.ts'
import { createPcscDecoder } from './decode/pcsc.ts'
import { createDecoder } from './decode/protocols.ts'
import { createRfideasDecoder } from './decode/rfideas.ts'
import type { ReaderConfig, ReaderStatus } from './port.ts'
import { createHold } from './presence.ts'

export interface Reading {
  receive(bytes: Uint8Array): void
  /** Forgets half a frame and who was there: the device is a new one. */
  reset(): void
  counts(): Pick<ReaderStatus, 'lastReadAt' | 'scans' | 'rejects'>
}

/** No frame takes this long; what came before such a pause is a cut one. */
const brokenFrameMs = 2000

const isPolled = (config: ReaderConfig): boolean => config.kind === 'hid' && config.family === 'rfideas'
function decoderFor(config: ReaderConfig): Decoder {
  if (config.kind === 'pcsc') return createPcscDecoder()
  return isPolled(config) ? createRfideasDecoder() : createDecoder(config.kind === 'serial' ? config.protocol : 'line')
}

/** From one reader's bytes to presentations of badges, and their counts. */
export function createReading(
  config: ReaderConfig,
  { clock, log, profile, onDecoded, onBadge, onReject }: { clock: Clock; log: Log; profile: () => ReaderProfile | undefined; onDecoded: (bytes: Uint8Array, decoded: readonly Decoded[]) => void; onBadge: (serial: string, at: Date) => void; onReject: () => void },
): Reading {
  const decoder = decoderFor(config)
  // Answers of a polled reader come whole, and only when they change.
  const mayBeCut = !isPolled(config)
  const hold = createHold()
  let lastBytesAt = 0
  let lastReadAt: Date | null = null
  let scans = 0
  let rejects = 0

  function take(decoded: Decoded, now: number): void {
    if (decoded.kind === 'quiet') return
    if (decoded.kind === 'reject') {
      rejects += 1
      log.debug('reader.reject', { readerId: config.id, why: decoded.why })
      onReject()
      return
    }
    const at = clock.now()
    lastReadAt = at
    // Every call of a simulated reader is a new presentation.
    if (!hold.isNew(decoded.serial, config.kind === 'simulated' ? 0 : decoded.holdMs, now)) return
    scans += 1
    // Here an act begins: whatever comes of this badge is found by one number.
    correlated(() => {
      log.info('reader.scan', { readerId: config.id, tail: serialTail(decoded.serial) })
      onBadge(decoded.serial, at)
    })
  }

  return {
    receive(bytes) {
      const now = clock.monotonic()
      if (mayBeCut && now - lastBytesAt > brokenFrameMs) decoder.reset()
      lastBytesAt = now
      // Byte by byte, so that what is shown of a frame ends where the frame ends: decoders give the same either way.
      for (const byte of bytes) {
        const piece = Uint8Array.of(byte)
        const decoded = decoder.push(piece).map((one) => throughProfile(profile(), one))
        onDecoded(piece, decoded)
        for (const one of decoded) take(one, now)
      }
    },
    reset() {
      decoder.reset()
      hold.reset()
    },
    counts: () => ({ lastReadAt: lastReadAt?.toISOString() ?? null, scans, rejects }),
  }
}

/** A decoder that knows the card's technology has the canonical serial already; of a text the profile makes it. */
function throughProfile(profile: ReaderProfile | undefined, decoded: Decoded): Decoded {
  if (profile === undefined || decoded.kind !== 'tag' || decoded.serial.includes(':')) return decoded
  const through = serialThrough(profile, decoded.serial)
  return 'serial' in through ? { ...decoded, serial: through.serial, read: decoded.serial } : { ...reject(through.why), read: decoded.serial }
}
