/** A reader manager on a fake clock over devices that do what the test says. */
import { createFakeClock } from '../../kit/clock.ts'
import { silentLog, type Log } from '../../kit/log.ts'
import type { ConnectionEvents, Opened, ReaderProblem } from '../driver.ts'
import { createSimulatedDriver } from '../drivers/simulated.ts'
import { createReaderManager } from '../manager.ts'
import type { HidReaderConfig, ReaderManager, ReaderScan, ReaderStatus, SerialReaderConfig } from '../port.ts'

export const front: SerialReaderConfig = { kind: 'serial', id: 'front', name: 'Front', stationId: 'front-door', path: '/dev/ttyUSB0', protocol: 'auto', baudRate: 9600 }
export const usb: HidReaderConfig = { kind: 'hid', id: 'usb', name: 'USB', stationId: 'front-door', family: 'rfideas', device: '0c27:3bfa' }
/** Lets promises settle: a fake clock awaits nothing. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** `device.next` is what the next opens answer. Stop the manager at the end. */
export function createFakeDesk(log: Log = silentLog) {
  const clock = createFakeClock('2026-11-23T08:00:00Z')
  const device = {
    /** What the next opens answer; null opens. */
    next: null as ReaderProblem | null,
    hangs: false,
    opened: [] as string[],
    open: 0,
    checks: 0,
    events: undefined as ConnectionEvents | undefined,
    plug: [] as (() => void)[],
    watching: 0,
    /** What was written to it. */
    sent: [] as string[],
  }
  async function open(name: string, events: ConnectionEvents): Promise<Opened> {
    device.opened.push(name)
    if (device.hangs) await new Promise(() => {})
    if (device.next !== null) return { problem: device.next }
    device.events = events
    device.open += 1
    return {
      connection: {
        check: async () => {
          device.checks += 1
        },
        send: (bytes) => void device.sent.push(Buffer.from(bytes).toString('latin1')),
        close: async () => {
          await settle()
          device.open -= 1
        },
      },
    }
  }
  const manager = createReaderManager({
    clock,
    log,
    drivers: {
      simulated: createSimulatedDriver(),
      serial: ({ path, baudRate }, events) => open(`${path}@${baudRate}`, events),
      hid: (config, events) => open(config.device, events),
      pcsc: (config, events) => open(config.reader, events),
    },
    discovery: {
      watch: (_path, onChange) => {
        device.plug.push(onChange)
        device.watching += 1
        return () => {
          device.watching -= 1
        }
      },
    },
  })
  const scans: ReaderScan[] = []
  const seen: ReaderStatus['state'][] = []
  manager.onScan((scan) => scans.push(scan))
  manager.onStatus(([first]) => first && seen.push(first.state))
  return {
    clock,
    device,
    manager,
    scans,
    seen,
    status: () => manager.statuses()[0],
    async start(wanted: Parameters<ReaderManager['apply']>[0] = [front]) {
      manager.apply(wanted)
      await settle()
    },
    async after(ms: number) {
      clock.advance(ms)
      await settle()
    },
    async gone(problem: ReaderProblem = { fault: 'absent', message: 'bad file descriptor' }) {
      device.events?.onGone(problem)
      await settle()
    },
    send: (...frames: Uint8Array[]) => {
      for (const frame of frames) device.events?.onBytes(frame)
    },
  }
}
