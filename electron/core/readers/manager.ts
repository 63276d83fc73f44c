/** All readers of this desk: makes what is wanted into what is (hardware.md 5). */
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import type { Discovery, Drivers } from './driver.ts'
import type { ReaderConfig, ReaderManager } from './port.ts'
import { createSupervisor, type Supervisor } from './supervisor.ts'

export interface ReaderManagerOptions {
  readonly clock: Clock
  readonly log: Log
  readonly drivers: Drivers
  readonly discovery: Discovery
}

/** Opens nothing until `apply`. Listeners that throw are logged and stop no reader. */
export function createReaderManager({ clock, log, drivers, discovery }: ReaderManagerOptions): ReaderManager {
  let readers: Supervisor[] = []
  let stopping: Promise<void> | undefined
  const closing = new Set<Promise<void>>()
  const onScan = createListeners<Parameters<Parameters<ReaderManager['onScan']>[0]>[0]>('reader.scan_listener_failed', log)
  const onStatus = createListeners<ReturnType<ReaderManager['statuses']>>('reader.status_listener_failed', log)

  const onFrame = createListeners<Parameters<Parameters<ReaderManager['onFrame']>[0]>[0]>('reader.frame_listener_failed', log)

  const statuses = (): ReturnType<ReaderManager['statuses']> => readers.map((reader) => reader.status())
  const announce = (): void => onStatus.tell(statuses())

  function end(reader: Supervisor): void {
    const closed: Promise<void> = reader.stop().finally(() => closing.delete(closed))
    closing.add(closed)
  }

  return {
    apply(wanted) {
      if (stopping !== undefined) return
      const before = new Map(readers.map((reader) => [reader.config().id, reader]))
      const started: Supervisor[] = []
      const next: Supervisor[] = []
      const taken = new Set<string>()
      for (const config of wanted) {
        if (taken.has(config.id)) continue
        taken.add(config.id)
        const kept = before.get(config.id)
        if (kept !== undefined && sameDevice(kept.config(), config)) {
          before.delete(config.id)
          kept.rename(config)
          next.push(kept)
        } else {
          const reader = createSupervisor(config, { clock, log, drivers, discovery, onScan: onScan.tell, onStatus: announce, frames: { isWatched: onFrame.isAny, tell: onFrame.tell } })
          started.push(reader)
          next.push(reader)
        }
      }
      for (const reader of before.values()) end(reader)
      readers = next
      announce()
      // The port of a replaced reader must be closed before it can be opened again.
      void startAfter(Promise.all(closing), started)
    },
    statuses,
    onScan: onScan.add,
    onFrame: onFrame.add,
    onStatus: onStatus.add,
    simulate: (readerId, serial) => readers.find((reader) => reader.config().id === readerId)?.simulate(serial) ?? false,
    stop() {
      stopping ??= (async () => {
        for (const reader of readers) end(reader)
        await Promise.all(closing)
      })()
      return stopping
    },
  }
}

async function startAfter(closed: Promise<unknown>, readers: readonly Supervisor[]): Promise<void> {
  await closed
  for (const reader of readers) reader.start()
}

function deviceOf(config: ReaderConfig): string {
  if (config.kind === 'serial') return JSON.stringify([config.path, config.protocol, config.baudRate])
  if (config.kind === 'pcsc') return config.reader
  return config.kind === 'hid' ? JSON.stringify([config.device, config.family]) : config.kind
}
const sameDevice = (one: ReaderConfig, other: ReaderConfig): boolean => one.kind === other.kind && deviceOf(one) === deviceOf(other)

function createListeners<T>(failure: string, log: Log) {
  const all = new Set<(value: T) => void>()
  return {
    isAny: (): boolean => all.size > 0,
    add(listener: (value: T) => void): () => void {
      const own = (value: T): void => listener(value)
      all.add(own)
      return () => void all.delete(own)
    },
    tell(value: T): void {
      for (const listener of all) {
        try {
          listener(value)
        } catch (error) {
          log.error(failure, errorFields(error))
        }
      }
    },
  }
}
