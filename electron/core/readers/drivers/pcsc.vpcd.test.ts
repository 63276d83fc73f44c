/** The real koffi, the real PC/SC library and service, and a virtual reader (hardware.md 6, L6). */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startPcscRig, type PcscRig } from '../../../../test/rigs/pcsc-rig.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { createReaderManager } from '../manager.ts'
import { createNativeDrivers } from '../native-drivers.ts'
import type { ReaderManager } from '../port.ts'
import { listPcscReaders } from './pcsc.ts'

const waitFor = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 20_000, interval: 10 })
let rig: PcscRig
const managers: ReaderManager[] = []
beforeAll(async () => {
  rig = await startPcscRig()
})
afterEach(async () => {
  for (const manager of managers.splice(0)) await manager.stop()
})
afterAll(() => rig.stop())

async function desk(reader = rig.reader) {
  const manager = createReaderManager({ clock: systemClock, log: silentLog, ...createNativeDrivers({ log: silentLog }) })
  managers.push(manager)
  const scans: string[] = []
  manager.onScan(({ serial }) => scans.push(serial))
  manager.apply([{ kind: 'pcsc', id: 'pcsc', name: 'Front', stationId: 'desk', reader }])
  const status = () => manager.statuses()[0]
  return { scans, status, until: (state: string) => waitFor(() => expect(status()?.state).toBe(state)) }
}

describe('a contactless reader by PC/SC', () => {
  test('is listed without the numbers that the service gives', async () => {
    expect(await listPcscReaders()).toEqual(['Virtual PCD'])
  })

  test('reads each card that is held to it once, and again when it is held to it again', async () => {
    const { scans, status, until } = await desk()
    await until('ready')
    const all = ['iso14443:04A1B2C3D4E5F6', 'iso14443:04A1B2C4', 'iso14443:04A1B2C3D4E5F6']
    for (const [index, answer] of ['04A1B2C3D4E5F69000', '04A1B2C49000', '04A1B2C3D4E5F69000'].entries()) {
      const takeAway = await rig.hold(answer)
      await waitFor(() => expect(scans).toEqual(all.slice(0, index + 1)))
      await takeAway()
    }
    expect(status()).toMatchObject({ kind: 'pcsc', path: 'Virtual PCD', scans: 3, rejects: 0 })
  })

  test('a card with a number of its own making, and one that refuses, are no badges', async () => {
    const { scans, status, until } = await desk()
    await until('ready')
    for (const [index, answer] of ['08A1B2C39000', '6A81'].entries()) {
      const takeAway = await rig.hold(answer)
      await waitFor(() => expect(status()?.rejects).toBe(index + 1))
      await takeAway()
    }
    expect(scans).toEqual([])
  })

  test('one that is not there is absent; when the service ends its reader is out of order, and comes back with it', async () => {
    const other = await desk('ACS ACR122U PICC Interface')
    await other.until('absent')
    const { status, until } = await desk()
    await until('ready')
    await rig.stop()
    await waitFor(() => expect(status()).toMatchObject({ state: 'faulted', fault: 'driver-missing' }))
    expect(await listPcscReaders()).toEqual([])
    rig = await startPcscRig()
    await until('ready')
  })
})
