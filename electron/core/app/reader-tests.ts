/** What readers send, for those who look at it: kept while they do, and at a kiosk instead of signing anybody in or out (screens.md 5.1). */
import type { SentinelEvents } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { readers } from '../../../shared/contract/readers.ts'
import { levels, type Caller } from '../../../shared/domain/access.ts'
import { serialTail } from '../../../shared/domain/badge-serial.ts'
import type { Clock } from '../kit/clock.ts'
import type { Hub } from '../kit/hub.ts'
import { refuse } from '../kit/refusal.ts'
import type { RawFrame, ReaderManager } from '../readers/port.ts'

type Frame = OutputOf<typeof readers.frames>['frames'][number]

/** How long a test at a kiosk lasts, and how long a desk that does not ask any more is still listened for; in ms. */
export const testMs = 120_000
const deskMs = 30_000
const kept = 100

interface Dependencies {
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly readers: Pick<ReaderManager, 'onFrame'>
}

export function createReaderTests({ clock, hub, readers: manager }: Dependencies) {
  let frames: { readonly seq: number; readonly frame: RawFrame }[] = []
  let seq = 0
  let stopListening: (() => void) | undefined
  const stopTimers = new Map<string, () => void>()
  const deskKey = 'desk ' // No station has a space in its code.

  /** Listens while there is somebody to listen for. */
  function listen(): void {
    if (stopTimers.size > 0)
      stopListening ??= manager.onFrame((frame) => {
        seq += 1
        frames = [...frames, { seq, frame }].slice(-kept)
        hub.emit('readers.frameRead', { stationId: frame.stationId })
      })
    else {
      stopListening?.()
      stopListening = undefined
      frames = []
    }
  }
  function begin(key: string, ms: number, onEnd: () => void): void {
    stopTimers.get(key)?.()
    stopTimers.set(key, clock.after(ms, onEnd))
    listen()
  }
  function end(key: string): void {
    stopTimers.get(key)?.()
    if (!stopTimers.delete(key)) return
    listen()
    if (key !== deskKey) hub.emit('readers.testChanged', { stationId: key, until: null })
  }

  return {
    /** From now on badges at this station move nobody, until the time is over or the test is ended. @returns when it is over */
    start(stationId: string): { until: string } {
      frames = frames.filter(({ frame }) => frame.stationId !== stationId)
      begin(stationId, testMs, () => end(stationId))
      const until = new Date(clock.now().getTime() + testMs).toISOString()
      hub.emit('readers.testChanged', { stationId, until })
      return { until }
    },
    end,
    isTesting: (stationId: string): boolean => stopTimers.has(stationId),

    /**
     * The newest first. Asking is listening: a desk is listened for as long as it asks. Only an administrator sees whole
     * numbers; the bytes are for whoever may look. Refuses `reader_test_over`.
     */
    frames(caller: Caller, stationId: string | null): { frames: Frame[] } {
      const isStaff = caller.level >= levels.quartermaster
      if (isStaff) begin(deskKey, deskMs, () => end(deskKey))
      else if (stationId === null || !stopTimers.has(stationId)) throw refuse('reader_test_over')
      return { frames: frames.filter(({ frame }) => stationId === null || frame.stationId === stationId).toReversed().map(({ seq: number, frame }) => toFrame(number, frame, caller.level >= levels.admin)) }
    },
    stop(): void {
      for (const key of [...stopTimers.keys()]) end(key)
    },
  }
}

export type ReaderTests = ReturnType<typeof createReaderTests>

/** On the wire the bytes are hex. */
function toFrame(seq: number, { readerId, readerName, stationId, at, bytes, protocol, decoded }: RawFrame, isWhole: boolean): Frame {
  const shown = (number: string): string => (isWhole ? number : `…${serialTail(number)}`)
  return {
    seq,
    readerId,
    readerName,
    stationId,
    at: at.toISOString(),
    hex: Buffer.from(bytes).toString('hex').toUpperCase(),
    protocol,
    results: decoded.map((one) =>
      one.kind === 'tag' ? { kind: 'badge' as const, serial: shown(one.serial), ...(one.read !== undefined && { read: shown(one.read) }), decoder: decoderOf(one.read ?? one.serial, protocol) } : { kind: 'reject' as const, why: one.why, ...(one.read !== undefined && { read: shown(one.read) }) },
    ),
  }
}

/** A serial reader that was to be found out by itself sent frames or lines; of the others the number tells. */
function decoderOf(serial: string, protocol: RawFrame['protocol']) {
  if (protocol !== null && protocol !== 'auto') return protocol
  if (serial.startsWith('em4100:')) return 'em4100' as const
  if (protocol === null && /^w\d\d:/.test(serial)) return 'rfideas' as const
  return protocol === null && serial.startsWith('iso14443:') ? ('pcsc' as const) : ('line' as const)
}
