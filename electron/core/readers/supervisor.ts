/** Keeps one reader connected: opens it, tries again when it fails, counts what it reads (hardware.md 5). */
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { retryDelay } from './back-off.ts'
import { protocols } from './decode/protocols.ts'
import type { Connection, ConnectionEvents, Discovery, Drivers, Opened, ReaderProblem } from './driver.ts'
import { createFrameWatch } from './frame-watch.ts'
import type { RawFrame, ReaderConfig, ReaderScan, ReaderStatus } from './port.ts'
import { createReading } from './reading.ts'
import { createNamedTimers } from './named-timers.ts'

export interface SupervisorOptions {
  readonly clock: Clock
  readonly log: Log
  readonly drivers: Drivers
  readonly discovery: Discovery
  readonly onScan: (scan: ReaderScan) => void
  readonly onStatus: () => void
  /** Who looks at what readers send. */
  readonly frames: { readonly isWatched: () => boolean; readonly tell: (frame: RawFrame) => void }
}
export interface Supervisor {
  config(): ReaderConfig
  /** Takes a new name or station without closing the device. */
  rename(config: ReaderConfig): void
  status(): ReaderStatus
  start(): void
  simulate(serial: string): boolean
  stop(): Promise<void>
}

/** A connection that lasted this long was a good one: its loss starts the waiting times anew. */
const goodConnectionMs = 5000
/** Noise on the wire must not become a flood of events. */
const rejectNoticeMs = 500
/** Udev gives a new node its rights a moment after it has made it. */
const plugSettleMs = 250
const checkMs = 2000
const stopLimitMs = 2000
/** What ends in nothing is shown after such a pause. */
const frameSilenceMs = 300
/** A USB reader has no path of its own: any such node may be it. */
const hidNodes = '/dev/hidraw'

function placeOf(config: ReaderConfig): string | null {
  if (config.kind === 'serial') return config.path
  if (config.kind === 'pcsc') return config.reader
  return config.kind === 'hid' ? config.device : null
}

/** Nothing is opened before `start`. A retry that fails as the one before did changes no status, so that the screens stay calm. */
export function createSupervisor(initial: ReaderConfig, { clock, log, drivers, discovery, onScan, onStatus, frames }: SupervisorOptions): Supervisor {
  let config = initial
  let state: ReaderStatus['state'] = 'connecting'
  let fault: ReaderStatus['fault'] = null
  let since = clock.now()
  let stopped = false
  let connection: Connection | undefined
  let present: ((serial: string) => void) | undefined
  let opening: Promise<void> | undefined
  let failures = 0
  let readyAt = 0
  let unwatch: (() => void) | undefined

  const timers = createNamedTimers<'retry' | 'plug' | 'notice' | 'check' | 'frame' | 'poll'>(clock)
  const watch = createFrameWatch({
    isWatched: frames.isWatched,
    // What a polled reader says when its card has gone.
    isIdle: config.kind === 'hid' ? (bytes) => bytes.every((byte) => byte === 0) : undefined,
    onFrame: (bytes, decoded) => frames.tell({ readerId: config.id, readerName: config.name, stationId: config.stationId, at: clock.now(), bytes, protocol: config.kind === 'serial' ? config.protocol : null, decoded }),
    onSilence: (run) => timers.set('frame', frameSilenceMs, run),
  })
  const reading = createReading(initial, {
    clock,
    log,
    profile: () => config.profile,
    onDecoded: watch.take,
    onBadge(serial, at) {
      onScan({ readerId: config.id, readerName: config.name, stationId: config.stationId, serial, at })
      onStatus()
    },
    onReject: () => timers.has('notice') || timers.set('notice', rejectNoticeMs, onStatus),
  })

  function become(next: ReaderStatus['state'], nextFault: ReaderStatus['fault'] = null, message?: string): void {
    if (state === next && fault === nextFault) return
    state = next
    fault = nextFault
    since = clock.now()
    log.info('reader.state', { readerId: config.id, state, fault, message })
    onStatus()
  }

  function failed({ fault: problem, message }: ReaderProblem): void {
    failures += 1
    if (problem === 'absent') become('absent', null, message)
    else become('faulted', problem, message)
    timers.set('retry', retryDelay(problem, failures), attempt)
  }

  function plugged(): void {
    if (connection !== undefined) check(connection)
    else if (!timers.has('plug')) timers.set('plug', plugSettleMs, attempt)
  }

  function check(device: Connection): void {
    device.check().catch((error: unknown) => log.warn('reader.check_failed', { readerId: config.id, ...errorFields(error) }))
  }

  function checkNowAndThen(): void {
    if (connection === undefined) return
    check(connection)
    timers.set('check', checkMs, checkNowAndThen)
  }

  /** Some readers say nothing unless they are asked. */
  function poll(): void {
    const asking = config.kind === 'serial' ? protocols[config.protocol].poll : undefined
    if (asking === undefined || connection === undefined) return
    connection.send?.(asking.request)
    timers.set('poll', asking.everyMs, poll)
  }

  function attempt(): void {
    if (stopped || opening !== undefined || connection !== undefined) return
    timers.cancel('retry')
    opening = open().finally(() => {
      opening = undefined
    })
  }

  async function open(): Promise<void> {
    let goneAlready: ReaderProblem | undefined
    let opened: Connection | undefined
    const events: ConnectionEvents = {
      onBytes: (bytes) => !stopped && reading.receive(bytes),
      onGone: (problem) => {
        if (opened === undefined) goneAlready = problem
        else if (connection === opened) gone(problem)
      },
    }
    reading.reset()
    const result: Opened = await openDevice(events).catch((error: unknown) => ({ problem: { fault: 'io' as const, message: String(errorFields(error).message ?? error) } }))
    if ('problem' in result) {
      if (!stopped) failed(result.problem)
      return
    }
    opened = result.connection
    if (stopped) return closeQuietly(opened)
    if (goneAlready !== undefined) return failed(goneAlready)
    connection = opened
    readyAt = clock.monotonic()
    become('ready')
    timers.set('check', checkMs, checkNowAndThen)
    poll()
  }

  async function openDevice(events: ConnectionEvents): Promise<Opened> {
    if (config.kind === 'serial') return drivers.serial(config, events)
    if (config.kind === 'hid') return drivers.hid(config, events)
    if (config.kind === 'pcsc') return drivers.pcsc(config, events)
    const result = await drivers.simulated(config, events)
    if ('connection' in result) present = (serial) => result.connection.present(serial)
    return result
  }

  function gone(problem: ReaderProblem): void {
    connection = undefined
    present = undefined
    reading.reset()
    if (stopped) return
    if (clock.monotonic() - readyAt >= goodConnectionMs) failures = 0
    failed(problem)
  }

  async function closeQuietly(device: Connection): Promise<void> {
    try {
      await device.close()
    } catch (error) {
      log.warn('reader.close_failed', { readerId: config.id, ...errorFields(error) })
    }
  }

  return {
    config: () => config,
    rename: (renamed) => {
      config = renamed
    },
    status: () => ({
      id: config.id,
      name: config.name,
      kind: config.kind,
      path: placeOf(config),
      stationId: config.stationId,
      state,
      fault,
      since: since.toISOString(),
      ...reading.counts(),
    }),
    start() {
      if (stopped) return
      if (config.kind === 'serial' || config.kind === 'hid') unwatch = discovery.watch(config.kind === 'serial' ? config.path : hidNodes, plugged)
      attempt()
    },
    simulate(serial) {
      if (present === undefined) return false
      present(serial)
      return true
    },
    async stop() {
      stopped = true
      timers.cancelAll()
      unwatch?.()
      present = undefined
      const device = connection
      connection = undefined
      // A driver that hangs in a system call must not keep the application from quitting.
      let cancelLimit = (): void => {}
      const limit = new Promise<void>((resolve) => {
        cancelLimit = clock.after(stopLimitMs, () => {
          log.warn('reader.close_hangs', { readerId: config.id })
          resolve()
        })
      })
      await Promise.race([limit, Promise.all([opening, device && closeQuietly(device)])])
      cancelLimit()
    },
  }
}
