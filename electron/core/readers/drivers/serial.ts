/** Readers on a serial port, by the `serialport` package. Main process only: in a worker thread it delivers nothing (hardware.md 1.1). */
import { stat } from 'node:fs/promises'
import type { SerialPort } from 'serialport'
import type { Connection, ConnectionEvents, Drivers, Opened, ReaderProblem } from '../driver.ts'
import { serialProblem } from './serial-problem.ts'

/** The part of the package that is used. */
export interface SerialModule {
  readonly SerialPort: typeof SerialPort
}
export type LoadSerialModule = () => Promise<SerialModule>

/** Lazily, because a machine where the native part does not load must still run the desk. */
export const loadSerialModule: LoadSerialModule = () => import('serialport')

/** Opens ports exclusively, each time anew: a port object is of no use after a disconnect. */
export function createSerialDriver(load: LoadSerialModule = loadSerialModule): Drivers['serial'] {
  return async ({ path, baudRate }, events) => {
    let serial: SerialModule
    try {
      serial = await load()
    } catch (error) {
      return { problem: { fault: 'driver-missing', message: error instanceof Error ? error.message : String(error) } }
    }
    try {
      const node = await nodeAt(path)
      // hupcl false: an ESP32 restarts when the line drops at close.
      return await opened(new serial.SerialPort({ path, baudRate, autoOpen: false, lock: true, hupcl: false }), node, events)
    } catch (error) {
      return { problem: serialProblem(error) }
    }
  }
}

function opened(port: SerialPort, node: string | undefined, events: ConnectionEvents): Promise<Opened> {
  const { path } = port
  let asked = false
  let over = false
  let why: ReaderProblem | undefined
  const gone = (problem: ReaderProblem): void => {
    if (asked || over) return
    over = true
    events.onGone(why ?? problem)
  }
  const closeAndGone = async (problem: ReaderProblem): Promise<void> => {
    if (asked || over) return
    why ??= problem
    try {
      await closeOf(port)
    } catch {
      // The device is lost either way, and why is told below.
    }
    gone(problem)
  }
  port.on('data', (bytes: Uint8Array) => !asked && !over && events.onBytes(bytes))
  // A close that we asked for comes with null, an unplug with a DisconnectedError and no `error` event (hardware.md 1.2).
  port.on('close', (error: Error | null) => gone({ fault: 'absent', message: error?.message ?? 'closed' }))
  // Without a listener an `error` would end the process.
  port.on('error', (error: Error) => void closeAndGone({ fault: 'io', message: error.message }))
  // Zero bytes read: the other end hung up and serialport would wait for ever.
  port.on('end', () => void closeAndGone({ fault: 'absent', message: 'end of file' }))

  const connection: Connection = {
    // A device unplugged while it was sending is not noticed by serialport 13: it reads zero bytes again and again, without end
    // and at full speed. Its node is gone, though, or another one by now.
    async check() {
      if (asked || over || node === undefined || (await nodeAt(path)) === node) return
      await closeAndGone({ fault: 'absent', message: 'the device node is gone' })
    },
    // A write to a port that is not open would be kept for ever (hardware.md 1.2).
    send: (bytes) => void (!asked && !over && port.isOpen && port.write(bytes)),
    close() {
      asked = true
      return closeOf(port)
    },
  }
  return new Promise((resolve) => port.open((error) => resolve(error ? { problem: serialProblem(error) } : { connection })))
}

const closeOf = (port: SerialPort): Promise<void> =>
  new Promise((resolve, reject) => {
    // While a disconnect is being closed `isOpen` is false already, and its end comes as `close`.
    if (port.closing) port.once('close', () => resolve())
    else if (port.isOpen) port.close((error) => (error ? reject(error) : resolve()))
    else resolve()
  })

/** Which device node is at `path`; undefined when none is, or where the system has no device nodes. */
async function nodeAt(path: string): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  try {
    const { dev, ino, rdev } = await stat(path)
    return `${dev}:${ino}:${rdev}`
  } catch {
    return undefined
  }
}
