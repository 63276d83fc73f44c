import { afterEach, describe, expect, test } from 'vitest'
import { rdm6300Frame } from '../../../test/rigs/serial-frames.ts'
import { createFakeClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'
import { createSimulatedDriver } from './drivers/simulated.ts'
import { createReaderManager } from './manager.ts'
import { createFakeDesk, front, settle } from './testing/fake-desk.ts'

const card = { version: 1, number: 0x0059c217 }

let desks: ReturnType<typeof createFakeDesk>[] = []
afterEach(async () => {
  for (const { manager } of desks) await manager.stop()
  desks = []
})
const desk = (): ReturnType<typeof createFakeDesk> => {
  const made = createFakeDesk()
  desks.push(made)
  return made
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
      drivers: { simulated: createSimulatedDriver(), hid: () => Promise.reject(new Error('native trouble')), pcsc: () => Promise.reject(new Error('native trouble')), serial: () => Promise.reject(new Error('native trouble')) },
      discovery: { watch: () => () => {} },
    })
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
    const stop = async (): Promise<void> => {
      await manager.stop()
      done = true
    }
    void stop()
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
