import { afterEach, describe, expect, test } from 'vitest'
import { id12laFrame, rdm6300Frame, serialOf, withFlippedBit } from '../../../test/rigs/serial-frames.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import type { ConnectionEvents, ReaderProblem } from './driver.ts'
import { createSimulatedDriver } from './drivers/simulated.ts'
import { createReaderManager } from './manager.ts'
import type { ReaderManager, ReaderScan, ReaderStatus, SerialReaderConfig } from './port.ts'

const front: SerialReaderConfig = { kind: 'serial', id: 'front', name: 'Front', stationId: 'front-door', path: '/dev/ttyUSB0', protocol: 'auto', baudRate: 9600 }
const card = { version: 1, number: 0x0059c217 }
const other = { version: 1, number: 0x00abcdef }
/** Lets promises settle: a fake clock awaits nothing. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

let managers: ReaderManager[] = []
afterEach(async () => {
  for (const manager of managers) await manager.stop()
  managers = []
})

/** A manager over devices that do what `next` says. */
function desk() {
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
  }
  const manager = createReaderManager({
    clock,
    log: silentLog,
    drivers: {
      simulated: createSimulatedDriver(),
      async serial({ path, baudRate }, events) {
        device.opened.push(`${path}@${baudRate}`)
        if (device.hangs) await new Promise(() => {})
        if (device.next !== null) return { problem: device.next }
        device.events = events
        device.open += 1
        return {
          connection: {
            check: async () => {
              device.checks += 1
            },
            close: async () => {
              await settle()
              device.open -= 1
            },
          },
        }
      },
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
  managers.push(manager)
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

describe('a reader that is wanted (hardware.md 5)', () => {
  test('is connecting, then ready, and says where it stands', async () => {
    const { manager, start, status, seen } = desk()
    manager.apply([front])
    expect(status()).toEqual({
      id: 'front',
      name: 'Front',
      kind: 'serial',
      path: '/dev/ttyUSB0',
      stationId: 'front-door',
      state: 'connecting',
      fault: null,
      since: '2026-11-23T08:00:00.000Z',
      lastReadAt: null,
      scans: 0,
      rejects: 0,
    })
    await start()
    expect(status()?.state).toBe('ready')
    expect(seen.at(-1)).toBe('ready')
  })

  test('is tried again after 0.5, 1, 2, 5, 10, 10 s while it is absent, and no status changes meanwhile', async () => {
    const { device, start, after, seen, status } = desk()
    device.next = { fault: 'absent', message: 'No such file' }
    await start()
    const told = seen.length
    for (const wait of [500, 1000, 2000, 5000, 10_000, 10_000]) {
      const before = device.opened.length
      await after(wait - 1)
      expect(device.opened).toHaveLength(before)
      await after(1)
      expect(device.opened).toHaveLength(before + 1)
    }
    expect(seen).toHaveLength(told)
    expect(status()).toMatchObject({ state: 'absent', fault: null, since: '2026-11-23T08:00:00.000Z' })
  })

  test.each(['permission', 'driver-missing', 'config'] as const)('with the fault %s is tried again every 10 s, no faster', async (fault) => {
    const { device, start, after, status } = desk()
    device.next = { fault, message: 'no' }
    await start()
    expect(status()).toMatchObject({ state: 'faulted', fault })
    await after(9999)
    expect(device.opened).toHaveLength(1)
    await after(1)
    expect(device.opened).toHaveLength(2)
    device.next = null
    await after(10_000)
    expect(status()).toMatchObject({ state: 'ready', fault: null })
  })

  test.each(['in-use', 'io'] as const)('with the fault %s is tried again soon', async (fault) => {
    const { device, start, after, status } = desk()
    device.next = { fault, message: 'no' }
    await start()
    expect(status()).toMatchObject({ state: 'faulted', fault })
    device.next = null
    await after(500)
    expect(status()).toMatchObject({ state: 'ready', fault: null })
  })

  test('is opened at once when it is plugged in, however many events that makes', async () => {
    const { device, start, after, status } = desk()
    device.next = { fault: 'absent', message: 'No such file' }
    await start()
    for (const wait of [500, 1000, 2000, 5000]) await after(wait)
    device.next = null
    const before = device.opened.length
    for (let event = 0; event < 20; event += 1) device.plug[0]?.()
    await after(250)
    expect(device.opened).toHaveLength(before + 1)
    expect(status()?.state).toBe('ready')
  })

  test('that is unplugged is absent, then comes back by itself', async () => {
    const { start, gone, after, status, device } = desk()
    await start()
    await after(60_000)
    await gone()
    expect(status()).toMatchObject({ state: 'absent', since: '2026-11-23T08:01:00.000Z' })
    await after(500)
    expect(status()?.state).toBe('ready')
    expect(device.open).toBe(2)
  })

  test('that is lost again and again right after it was opened is tried more and more seldom', async () => {
    const { start, gone, after, device } = desk()
    await start()
    for (const wait of [500, 1000, 2000]) {
      await gone({ fault: 'io', message: 'input/output error' })
      const before = device.opened.length
      await after(wait - 1)
      expect(device.opened).toHaveLength(before)
      await after(1)
    }
  })

  test('that fails while it is opened, or throws, is a status and no exception', async () => {
    const clock = createFakeClock('2026-11-23T08:00:00Z')
    const manager = createReaderManager({
      clock,
      log: silentLog,
      drivers: { simulated: createSimulatedDriver(), serial: () => Promise.reject(new Error('native trouble')) },
      discovery: { watch: () => () => {} },
    })
    managers.push(manager)
    manager.apply([front])
    await settle()
    expect(manager.statuses()[0]).toMatchObject({ state: 'faulted', fault: 'io' })
  })

  test('is looked at now and then, and when the bus changes: one that hung up in mid-frame says nothing by itself', async () => {
    const { start, after, device } = desk()
    await start()
    await after(2000)
    await after(2000)
    expect(device.checks).toBe(2)
    device.plug[0]?.()
    expect(device.checks).toBe(3)
  })
})

describe('what is wanted changes', () => {
  test('a reader that is wanted no more is closed; the others stay open', async () => {
    const { start, device, manager, status } = desk()
    const back = { ...front, id: 'back', path: '/dev/ttyUSB1' }
    await start([front, back])
    expect(device.open).toBe(2)
    await start([back])
    await settle()
    expect(device.open).toBe(1)
    expect(manager.statuses()).toHaveLength(1)
    expect(status()?.id).toBe('back')
    expect(device.opened).toHaveLength(2)
  })

  test('another speed closes the port before it is opened again', async () => {
    const { start, device } = desk()
    await start()
    await start([{ ...front, baudRate: 115_200 }])
    await settle()
    await settle()
    expect(device.opened).toEqual(['/dev/ttyUSB0@9600', '/dev/ttyUSB0@115200'])
    expect(device.open).toBe(1)
  })

  test('another name or station needs no reconnection and is in the next scan', async () => {
    const { start, device, send, scans, status } = desk()
    await start()
    await start([{ ...front, name: 'North', stationId: 'north' }])
    send(rdm6300Frame(card))
    expect(device.opened).toHaveLength(1)
    expect(status()).toMatchObject({ name: 'North', stationId: 'north', scans: 1 })
    expect(scans[0]).toMatchObject({ readerName: 'North', stationId: 'north' })
  })

  test('of two readers with one id the first counts', async () => {
    const { start, manager } = desk()
    await start([front, { ...front, path: '/dev/ttyUSB9' }])
    expect(manager.statuses().map(({ path }) => path)).toEqual(['/dev/ttyUSB0'])
  })
})

describe('scans (hardware.md 5, Presence)', () => {
  test('a badge is one scan with its reader, station and time', async () => {
    const { start, send, scans, status, after } = desk()
    await start()
    await after(1000)
    send(id12laFrame(card))
    expect(scans).toEqual([{ readerId: 'front', readerName: 'Front', stationId: 'front-door', serial: 'em4100:0059C217', at: new Date('2026-11-23T08:00:01Z') }])
    expect(status()).toMatchObject({ scans: 1, rejects: 0, lastReadAt: '2026-11-23T08:00:01.000Z' })
  })

  test('the same frame 50 times in a row is one scan; a badge held for 60 s is one scan', async () => {
    const { start, send, scans, clock, status } = desk()
    await start()
    send(...Array.from({ length: 50 }, () => rdm6300Frame(card)))
    expect(scans).toHaveLength(1)
    for (let ms = 0; ms < 60_000; ms += 65) {
      send(rdm6300Frame(card))
      clock.advance(65)
    }
    expect(scans).toHaveLength(1)
    expect(status()?.scans).toBe(1)
  })

  test('a badge is new again after 600 ms of absence on a framed reader, after 1500 ms on a line reader', async () => {
    const { start, send, scans, clock } = desk()
    await start()
    const line = Buffer.from('0005882391\r')
    send(rdm6300Frame(card))
    clock.advance(599)
    send(rdm6300Frame(card))
    clock.advance(600)
    send(rdm6300Frame(card))
    expect(scans).toHaveLength(2)
    send(line)
    clock.advance(1499)
    send(line)
    clock.advance(1500)
    send(line)
    expect(scans).toHaveLength(4)
  })

  test('another badge ends the presence at once: three badges in turn within a second are all scans, in order', async () => {
    const { start, send, scans, clock } = desk()
    await start()
    for (const one of [card, other, card]) {
      send(rdm6300Frame(one))
      clock.advance(300)
    }
    expect(scans.map(({ serial }) => serial)).toEqual([serialOf(card), serialOf(other), serialOf(card)])
  })

  test('a misread frame is counted and is never a scan, and noise makes no flood of events', async () => {
    const { start, send, scans, status, seen, after } = desk()
    await start()
    const told = seen.length
    send(...Array.from({ length: 200 }, () => withFlippedBit(rdm6300Frame(card))))
    expect(scans).toEqual([])
    expect(status()?.rejects).toBe(200)
    await after(500)
    expect(seen).toHaveLength(told + 1)
  })

  test('half a frame before an unplug, or before a long pause, is not glued to the next', async () => {
    const { start, gone, after, send, scans, status } = desk()
    await start()
    send(rdm6300Frame(card).subarray(0, 8))
    await gone()
    await after(500)
    send(rdm6300Frame(card).subarray(8), Buffer.from('00058'))
    expect(scans).toEqual([])
    await after(2001)
    send(Buffer.from('0005882391\r'))
    expect(scans.map(({ serial }) => serial)).toEqual(['0005882391'])
    expect(status()?.rejects).toBe(1)
  })

  test('a listener that throws stops neither the reader nor the other listeners', async () => {
    const { start, send, scans, manager } = desk()
    manager.onScan(() => {
      throw new Error('a window is gone')
    })
    const heard: ReaderScan[] = []
    const unsubscribe = manager.onScan((scan) => heard.push(scan))
    await start()
    send(rdm6300Frame(card))
    unsubscribe()
    send(rdm6300Frame(other))
    expect(heard).toHaveLength(1)
    expect(scans).toHaveLength(2)
  })
})

describe('the simulated reader', () => {
  const simulated = { kind: 'simulated', id: 'sim', name: 'Simulated', stationId: 'desk' } as const

  test('presents a badge each time that it is asked, and refuses what is no badge', async () => {
    const { start, manager, scans, status } = desk()
    await start([simulated])
    expect(status()).toMatchObject({ state: 'ready', kind: 'simulated', path: null })
    expect(manager.simulate('sim', 'em4100:0059c217')).toBe(true)
    expect(manager.simulate('sim', 'em4100:0059c217')).toBe(true)
    expect(manager.simulate('sim', '00')).toBe(true)
    expect(scans.map(({ serial }) => serial)).toEqual(['em4100:0059C217', 'em4100:0059C217'])
    expect(status()).toMatchObject({ scans: 2, rejects: 1 })
  })

  test('is only what was configured as one', async () => {
    const { start, manager } = desk()
    await start([front])
    expect(manager.simulate('front', '0005882391')).toBe(false)
    expect(manager.simulate('nobody', '0005882391')).toBe(false)
  })
})

describe('stopping', () => {
  test('resolves once every device is closed; nothing is opened or heard afterwards', async () => {
    const { start, manager, device, after, send, scans } = desk()
    await start([front, { ...front, id: 'back', path: '/dev/ttyUSB1' }])
    await manager.stop()
    expect(device).toMatchObject({ open: 0, watching: 0 })
    send(rdm6300Frame(card))
    manager.apply([front])
    await after(60_000)
    expect(scans).toEqual([])
    expect(device).toMatchObject({ open: 0 })
    expect(device.opened).toHaveLength(2)
  })

  test('while a port is being opened closes it as soon as it is open', async () => {
    const { manager, device } = desk()
    manager.apply([front])
    await Promise.resolve()
    await manager.stop()
    await settle()
    expect(device.open).toBe(0)
  })

  test('does not wait for ever for a driver that hangs', async () => {
    const { start, manager, device, after } = desk()
    device.hangs = true
    await start()
    let done = false
    void manager.stop().then(() => {
      done = true
    })
    await after(1999)
    expect(done).toBe(false)
    await after(1)
    expect(done).toBe(true)
  })

  test('500 connects and disconnects leave nothing open and no timer behind', async () => {
    const { start, gone, after, device, manager } = desk()
    await start()
    for (let turn = 0; turn < 500; turn += 1) {
      device.open -= 1
      await gone()
      await after(10_000)
    }
    expect(device).toMatchObject({ open: 1, watching: 1 })
    await manager.stop()
    const { opened } = device
    const before = opened.length
    await after(60_000)
    expect(opened).toHaveLength(before)
  })
})
