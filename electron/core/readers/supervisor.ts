/** Keeps one reader connected: opens it, tries again when it fails, counts what it reads (hardware.md 5). */
import { serialTail } from '../../../shared/domain/badge-serial.ts'
import type { Clock } from '../kit/clock.ts'
import { errorFields, type Log } from '../kit/log.ts'
import { retryDelay } from './back-off.ts'
import { createDecoder } from './decode/auto.ts'
import type { Decoded } from './decode/decoded.ts'
import type { Connection, ConnectionEvents, Discovery, Drivers, Opened, ReaderProblem } from './driver.ts'
import type { ReaderConfig, ReaderScan, ReaderStatus } from './port.ts'
import { createHold } from './presence.ts'

export interface SupervisorOptions {
  readonly clock: Clock
  readonly log: Log
  readonly drivers: Drivers
  readonly discovery: Discovery
  readonly onScan: (scan: ReaderScan) => void
  readonly onStatus: () => void
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

/** No frame takes this long; what came before such a pause is a cut one. */
const brokenFrameMs = 2000
/** A connection that lasted this long was a good one: its loss starts the waiting times anew. */
const goodConnectionMs = 5000
/** Noise on the wire must not become a flood of events. */
const rejectNoticeMs = 500
/** Udev gives a new node its rights a moment after it has made it. */
const plugSettleMs = 250
const checkMs = 2000
const stopLimitMs = 2000

type TimerName = 'retry' | 'plug' | 'notice' | 'check'

/** Nothing is opened before `start`. A retry that fails as the one before did changes no status, so that the screens stay calm. */
export function createSupervisor(initial: ReaderConfig, { clock, log, drivers, discovery, onScan, onStatus }: SupervisorOptions): Supervisor {
  let config = initial
  let state: ReaderStatus['state'] = 'connecting'
  let fault: ReaderStatus['fault'] = null
  let since = clock.now()
  let lastReadAt: Date | null = null
  let scans = 0
  let rejects = 0

  let stopped = false
  let connection: Connection | undefined
  let present: ((serial: string) => void) | undefined
  let opening: Promise<void> | undefined
  let failures = 0
  let readyAt = 0
  let lastBytesAt = 0
  const timers = new Map<TimerName, () => void>()
  let unwatch: (() => void) | undefined

  const decoder = createDecoder(initial.kind === 'serial' ? initial.protocol : 'line')
  const hold = createHold()

  function setTimer(name: TimerName, ms: number, run: () => void): void {
    timers.get(name)?.()
    const cancel = clock.after(ms, () => {
      timers.delete(name)
      run()
    })
    timers.set(name, cancel)
  }

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
    setTimer('retry', retryDelay(problem, failures), attempt)
  }

  function plugged(): void {
    if (connection !== undefined) check(connection)
    else if (!timers.has('plug')) setTimer('plug', plugSettleMs, attempt)
  }

  function check(open: Connection): void {
    open.check().catch((error: unknown) => log.warn('reader.check_failed', { readerId: config.id, ...errorFields(error) }))
  }

  function checkNowAndThen(): void {
    if (connection === undefined) return
    check(connection)
    setTimer('check', checkMs, checkNowAndThen)
  }

  function attempt(): void {
    if (stopped || opening !== undefined || connection !== undefined) return
    timers.get('retry')?.()
    timers.delete('retry')
    opening = open().finally(() => {
      opening = undefined
    })
  }

  async function open(): Promise<void> {
    let goneAlready: ReaderProblem | undefined
    let opened: Connection | undefined
    const events: ConnectionEvents = {
      onBytes: (bytes) => !stopped && receive(bytes),
      onGone: (problem) => {
        if (opened === undefined) goneAlready = problem
        else if (connection === opened) gone(problem)
      },
    }
    decoder.reset()
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
    setTimer('check', checkMs, checkNowAndThen)
  }

  async function openDevice(events: ConnectionEvents): Promise<Opened> {
    if (config.kind === 'serial') return drivers.serial(config, events)
    const result = await drivers.simulated(config, events)
    if ('connection' in result) present = (serial) => result.connection.present(serial)
    return result
  }

  function gone(problem: ReaderProblem): void {
    connection = undefined
    present = undefined
    decoder.reset()
    hold.reset()
    if (stopped) return
    if (clock.monotonic() - readyAt >= goodConnectionMs) failures = 0
    failed(problem)
  }

  function receive(bytes: Uint8Array): void {
    const now = clock.monotonic()
    if (now - lastBytesAt > brokenFrameMs) decoder.reset()
    lastBytesAt = now
    for (const decoded of decoder.push(bytes)) take(decoded, now)
  }

  function take(decoded: Decoded, now: number): void {
    if (decoded.kind === 'reject') {
      rejects += 1
      log.debug('reader.reject', { readerId: config.id, why: decoded.why })
      if (!timers.has('notice')) setTimer('notice', rejectNoticeMs, onStatus)
      return
    }
    const { id: readerId, name: readerName, stationId } = config
    const at = clock.now()
    lastReadAt = at
    // Every call of a simulated reader is a new presentation.
    if (!hold.isNew(decoded.serial, config.kind === 'simulated' ? 0 : decoded.holdMs, now)) return
    scans += 1
    log.info('reader.scan', { readerId, tail: serialTail(decoded.serial) })
    onScan({ readerId, readerName, stationId, serial: decoded.serial, at })
    onStatus()
  }

  async function closeQuietly(open: Connection): Promise<void> {
    try {
      await open.close()
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
      path: config.kind === 'serial' ? config.path : null,
      stationId: config.stationId,
      state,
      fault,
      since: since.toISOString(),
      lastReadAt: lastReadAt?.toISOString() ?? null,
      scans,
      rejects,
    }),
    start() {
      if (stopped) return
      if (config.kind === 'serial') unwatch = discovery.watch(config.path, plugged)
      attempt()
    },
    simulate(serial) {
      if (present === undefined) return false
      present(serial)
      return true
    },
    async stop() {
      stopped = true
      for (const cancel of timers.values()) cancel()
      unwatch?.()
      present = undefined
      const open = connection
      connection = undefined
      // A driver that hangs in a system call must not keep the application from quitting.
      let cancelLimit = (): void => {}
      const limit = new Promise<void>((resolve) => {
        cancelLimit = clock.after(stopLimitMs, () => {
          log.warn('reader.close_hangs', { readerId: config.id })
          resolve()
        })
      })
      await Promise.race([limit, Promise.all([opening, open && closeQuietly(open)])])
      cancelLimit()
    },
  }
}
