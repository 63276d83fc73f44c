import { EventEmitter } from 'node:events'
import type { SerialPort } from 'serialport'
import { describe, expect, test } from 'vitest'
import type { ConnectionEvents, ReaderProblem } from '../driver.ts'
import { parseReaderArgument } from '../parse-reader-argument.ts'
import { serialProblem } from './serial-problem.ts'
import { createSerialDriver, type LoadSerialModule } from './serial.ts'

const config = parseReaderArgument('serial:/dev/ttyUSB0')

/** Remembers what the driver reported. */
function events() {
  const gone: ReaderProblem[] = []
  const bytes: Uint8Array[] = []
  const heard: ConnectionEvents = { onBytes: (some) => bytes.push(some), onGone: (problem) => gone.push(problem) }
  return { ...heard, gone, bytes }
}

/** As much of a SerialPort as the driver uses. */
class FakePort extends EventEmitter {
  static made: FakePort[] = []
  readonly options: Record<string, unknown>
  readonly path: string
  isOpen = false
  closing = false
  readonly written: string[] = []
  constructor(options: { path: string }) {
    super()
    this.options = options
    this.path = options.path
    FakePort.made.push(this)
  }
  open(done: (error: Error | null) => void): void {
    this.isOpen = true
    done(null)
  }
  write(bytes: Uint8Array): boolean {
    this.written.push(Buffer.from(bytes).toString('latin1'))
    return true
  }
  close(done: (error: Error | null) => void): void {
    this.isOpen = false
    this.emit('close', null)
    done(null)
  }
}
const fakeModule: LoadSerialModule = async () => ({ SerialPort: FakePort as unknown as typeof SerialPort })

async function openFake() {
  const heard = events()
  const opened = await createSerialDriver(fakeModule)(config, heard)
  const port = FakePort.made.at(-1)
  if (!('connection' in opened) || port === undefined) throw new Error('the fake port did not open')
  return { heard, port, connection: opened.connection }
}

test.each([
  ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'absent'],
  ['Opening COM9: File not found', 'absent'],
  ['Error: No such device or address, cannot open /dev/ttyUSB0', 'absent'],
  ['Error: Permission denied, cannot open /dev/ttyUSB0', 'permission'],
  ['Error Resource temporarily unavailable Cannot lock port', 'in-use'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'in-use'],
  ['Opening COM3: Access denied', 'in-use'],
  ['Error: Inappropriate ioctl for device setting custom baud rate of 9600', 'config'],
  ['Error: Is a directory, cannot open /dev', 'config'],
  ['Error: Input/output error, cannot open /dev/ttyS3', 'io'],
  ['something new', 'io'],
])('%j means %s (hardware.md 1.2)', (message, fault) => {
  expect(serialProblem(new Error(message))).toEqual({ fault, message })
})

describe('the native module', () => {
  test('that is missing is the fault driver-missing, not an exception (design.md F17)', async () => {
    const name = 'no-such-native-module'
    const open = createSerialDriver(() => import(/* @vite-ignore */ name) as ReturnType<LoadSerialModule>)
    const opened = await open(config, events())
    expect(opened).toMatchObject({ problem: { fault: 'driver-missing' } })
  })

  test('answers for a path that is not there, a folder and a file with what is wrong', async () => {
    const open = createSerialDriver()
    const faultAt = async (path: string) => {
      const opened = await open({ ...config, path }, events())
      return 'problem' in opened ? opened.problem.fault : 'opened'
    }
    expect(await faultAt('/dev/ttyNOTHERE')).toBe('absent')
    expect(await faultAt('/dev')).toBe('config')
    expect(await faultAt('/dev/null')).toBe('config')
  })
})

describe('a port', () => {
  test('is opened exclusively and keeps its lines up at close, so that no board restarts', async () => {
    const { port } = await openFake()
    expect(port.options).toMatchObject({ path: '/dev/ttyUSB0', baudRate: 9600, lock: true, hupcl: false, autoOpen: false })
  })

  test('that closes because we asked is not gone; one that closes by itself is, once', async () => {
    const asked = await openFake()
    await asked.connection.close()
    await asked.connection.close()
    expect(asked.heard.gone).toEqual([])

    const unplugged = await openFake()
    unplugged.port.isOpen = false
    unplugged.port.emit('close', new Error('bad file descriptor'))
    unplugged.port.emit('close', new Error('bad file descriptor'))
    expect(unplugged.heard.gone).toEqual([{ fault: 'absent', message: 'bad file descriptor' }])
    await unplugged.connection.close()
  })

  test('that reports an error is closed and faulted, and the process lives on', async () => {
    const { port, heard } = await openFake()
    port.emit('error', new Error('input/output error'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(port.isOpen).toBe(false)
    expect(heard.gone).toEqual([{ fault: 'io', message: 'input/output error' }])
  })

  test('that ends without a close is gone', async () => {
    const { port, heard } = await openFake()
    port.emit('end')
    await new Promise((resolve) => setImmediate(resolve))
    expect(heard.gone).toHaveLength(1)
  })

  test('gives no bytes any more once it was asked to close', async () => {
    const { port, heard, connection } = await openFake()
    port.emit('data', Buffer.from('1'))
    await connection.close()
    port.emit('data', Buffer.from('2'))
    expect(heard.bytes).toHaveLength(1)
  })
})

test('what a polled reader is asked is written while the port is open, and never after that (hardware.md 1.2)', async () => {
  const { port, connection } = await openFake()
  connection.send?.(Buffer.from('050010\r'))
  expect(port.written).toEqual(['050010\r'])
  port.isOpen = false
  connection.send?.(Buffer.from('050010\r'))
  port.isOpen = true
  await connection.close()
  connection.send?.(Buffer.from('050010\r'))
  expect(port.written).toEqual(['050010\r'])
})
