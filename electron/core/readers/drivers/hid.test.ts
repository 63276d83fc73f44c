import { describe, expect, test } from 'vitest'
import { h10301, report, typed } from '../../../../test/rigs/vectors/hid-readers.ts'
import { createFakeClock } from '../../kit/clock.ts'
import type { ReaderProblem } from '../driver.ts'
import { parseReaderArgument } from '../parse-reader-argument.ts'
import type { HidReaderConfig } from '../port.ts'
import { settle } from '../testing/fake-desk.ts'
import { createFakeHid, rfideasInfo, typingInfo } from '../testing/fake-hid.ts'
import { answerLimitMs, pollMs } from './polling.ts'
import { hidProblem } from './hid-problem.ts'
import { createHidDriver } from './hid.ts'

const rfideas = parseReaderArgument('hid:0c27:3bfa') as HidReaderConfig
const typing = parseReaderArgument('hid:ffff:0035') as HidReaderConfig

/** A driver over a device that does what the test says, on a clock that stands still. */
function bench(devices = [rfideasInfo, typingInfo], platform: NodeJS.Platform = 'linux') {
  const clock = createFakeClock('2026-11-26T08:00:00Z')
  const { fake, load } = createFakeHid(devices)
  const open = createHidDriver({ clock, load, platform })
  const gone: ReaderProblem[] = []
  const bytes: Uint8Array[] = []
  return {
    fake,
    gone,
    bytes,
    text: () => Buffer.concat(bytes).toString('latin1'),
    open: (config: HidReaderConfig) => open(config, { onBytes: (some) => bytes.push(some), onGone: (problem) => gone.push(problem) }),
    async after(ms: number, times = 1) {
      for (let turn = 0; turn < times; turn += 1) {
        clock.advance(ms)
        await settle()
      }
    },
  }
}
async function openBench(config: HidReaderConfig) {
  const desk = bench()
  const opened = await desk.open(config)
  if (!('connection' in opened)) throw new Error(opened.problem.message)
  return { ...desk, connection: opened.connection }
}

test.each([
  ["cannot open device with path /dev/hidraw0: Failed to open a device with path '/dev/hidraw0': Permission denied", 'permission'],
  ["cannot open device with path /dev/hidraw0: Failed to open a device with path '/dev/hidraw0': No such file or directory", 'absent'],
  ["ioctl(GRDESCSIZE) error for '/dev/null', not a HIDRAW device?: Inappropriate ioctl for device", 'config'],
  ['could not read from HID device: hid_read_timeout: unexpected poll error (device disconnected)', 'absent'],
  ['cannot send feature report: ioctl (SFEATURE): No such device', 'absent'],
  ['hid_open_path: failed to open IOHIDDevice from mach entry: (0xE00002C5) (iokit/common) exclusive access and device already open', 'in-use'],
  ['ioctl (GFEATURE): Connection timed out', 'io'],
])('%s is %s, as an Error and as the plain string that node-hid gives', (message, fault) => {
  expect(hidProblem(new Error(message))).toEqual({ fault, message })
  expect(hidProblem(message)).toEqual({ fault, message })
})

describe('opening', () => {
  test('the native part that does not load is a fault: driver-missing (hardware.md 1.1)', async () => {
    const { fake, open } = bench()
    fake.listError = new Error('libusb-1.0.so.0: cannot open shared object file')
    expect(await open(rfideas)).toMatchObject({ problem: { fault: 'driver-missing' } })
  })

  test('a device that is not there is absent, one without rights says so', async () => {
    const { fake, open } = bench([typingInfo])
    expect(await open(rfideas)).toMatchObject({ problem: { fault: 'absent' } })
    fake.openError = new Error("Failed to open a device with path '/dev/hidraw3': Permission denied")
    expect(await open(typing)).toMatchObject({ problem: { fault: 'permission' } })
  })

  test('a reader with a serial number is that one and no other; without, any of its kind', async () => {
    const desk = bench([rfideasInfo, { ...rfideasInfo, path: '/dev/hidraw1', serialNumber: 'DESK01' }])
    await desk.open({ ...rfideas, device: '0c27:3bfa:DESK01' })
    await desk.open(rfideas)
    expect(await desk.open({ ...rfideas, device: '0c27:3bfa:DESK02' })).toMatchObject({ problem: { fault: 'absent' } })
    expect(desk.fake.opened).toEqual(['/dev/hidraw1', '/dev/hidraw0'])
  })

  test('of several interfaces the keyboard is opened', async () => {
    const desk = bench([{ ...typingInfo, path: '/dev/hidraw2', interface: 1, usagePage: 0xff00, usage: 1 }, typingInfo])
    await desk.open(typing)
    expect(desk.fake.opened).toEqual(['/dev/hidraw3'])
  })

  test('a reader that types is not opened where the system keeps keyboards to itself (hardware.md 2)', async () => {
    const { fake, open } = bench([typingInfo], 'win32')
    expect(await open(typing)).toMatchObject({ problem: { fault: 'config' } })
    expect(fake.opened).toEqual([])
  })
})

describe('rfIDEAS', () => {
  test('is asked 8f, then 8e, again and again, and hands on what is new, twice', async () => {
    const { fake, after, bytes } = await openBench(rfideas)
    await after(pollMs, 3)
    expect(fake.asked.slice(0, 4)).toEqual([0x8f, 0x8e, 0x8f, 0x8e])
    expect(bytes).toEqual([])
    fake.card = h10301
    await after(pollMs, 10)
    expect(bytes.map((one) => Buffer.from(one).toString('hex'))).toEqual([h10301.join(''), h10301.join('')])
  })

  test('an unplug is told once, by a plain string or by a call that fails, and the handle is closed', async () => {
    const one = await openBench(rfideas)
    one.fake.fail('could not read from HID device: hid_read_timeout: unexpected poll error (device disconnected)')
    one.fake.answer = new Error('ioctl (SFEATURE): No such device')
    await one.after(pollMs, 3)
    const other = await openBench(rfideas)
    other.fake.answer = new Error('ioctl (SFEATURE): No such device')
    await other.after(pollMs, 3)
    for (const { gone, fake } of [one, other]) {
      expect(gone.map(({ fault }) => fault)).toEqual(['absent'])
      expect(fake.closed).toBe(1)
    }
  })

  test('two missed polls are forgiven, three in a row are silence (hardware.md 5, Watchdog)', async () => {
    const { fake, after, gone } = await openBench(rfideas)
    const timeout = new Error('ioctl (GFEATURE): Connection timed out')
    for (let turn = 0; turn < 3; turn += 1) {
      fake.answer = timeout
      await after(pollMs, 2)
      fake.answer = 'card'
      await after(pollMs)
    }
    expect(gone).toEqual([])
    fake.answer = timeout
    await after(pollMs, 3)
    expect(gone).toEqual([{ fault: 'silent', message: timeout.message }])
    expect(fake.closed).toBe(1)
  })

  test('a call that never comes back is silence too, and while it hangs the device is not opened again', async () => {
    const { fake, after, gone, open } = await openBench(rfideas)
    fake.answer = 'hangs'
    fake.closes = false
    await after(pollMs)
    await after(answerLimitMs, 2)
    expect(gone).toEqual([])
    await after(answerLimitMs)
    expect(gone).toMatchObject([{ fault: 'silent' }])
    const again = open(rfideas)
    await after(1000)
    expect(await again).toMatchObject({ problem: { fault: 'silent' } })
    expect(fake.opened).toHaveLength(1)
  })

  test('one that never answers is not open: its fault is shown without a moment of “ready”', async () => {
    const { fake, after, open, gone } = bench()
    fake.answer = new Error('ioctl (SFEATURE): Broken pipe')
    const opening = open(rfideas)
    await settle()
    await after(pollMs, 3)
    expect(await opening).toMatchObject({ problem: { fault: 'silent' } })
    expect(gone).toEqual([])
    expect(fake.closed).toBe(1)
  })

  test('after a close that was asked for nothing is asked and nothing is told', async () => {
    const { fake, after, gone, connection } = await openBench(rfideas)
    await connection.close()
    const asked = fake.asked.length
    await after(pollMs, 5)
    expect(fake.asked).toHaveLength(asked)
    expect(gone).toEqual([])
    expect(fake.closed).toBe(1)
  })
})

describe('a reader that types', () => {
  test('gives its line, and is asked nothing', async () => {
    const { fake, after, text } = await openBench(typing)
    for (const one of typed('0005882391\n')) fake.type(one)
    await after(pollMs, 5)
    expect(text()).toBe('0005882391\r')
    expect(fake.asked).toEqual([])
  })

  test('that is no longer listed is gone, also when its unplug was never told', async () => {
    const { fake, gone, connection, text } = await openBench(typing)
    await connection.check()
    expect(gone).toEqual([])
    fake.devices = [rfideasInfo]
    await connection.check()
    expect(gone).toMatchObject([{ fault: 'absent' }])
    fake.type(report([0x1e]))
    expect(text()).toBe('')
  })
})
