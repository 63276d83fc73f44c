/** A broken reader that sends noise without end (trust.md 3.2; hardware.md 6): the desk goes on, believes none of it, and reads the next badge. Needs python3. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, test, vi } from 'vitest'
import { rdm6300Frame, serialOf, type EmCard } from '../../../../test/rigs/serial-frames.ts'
import { startSerialRig, type SerialRig } from '../../../../test/rigs/serial-rig.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { createReaderManager } from '../manager.ts'
import { createNativeDrivers } from '../native-drivers.ts'
import { parseReaderArgument } from '../parse-reader-argument.ts'
import type { ReaderManager } from '../port.ts'

const seconds = 4
const rate = 1_000_000
const card: EmCard = { version: 7, number: 0x123456 }

let rig: SerialRig | undefined
let manager: ReaderManager | undefined
afterEach(async () => {
  await manager?.stop()
  await rig?.stop()
})

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

test(`noise as fast as the port takes it, for ${seconds} seconds: no badge, the desk has its turns, memory stays, and the badge after it is read`, async () => {
  const running = (rig = await startSerialRig())
  const readers = (manager = createReaderManager({ clock: systemClock, log: silentLog, ...createNativeDrivers({ log: silentLog }) }))
  const scans: string[] = []
  let told = 0
  readers.onScan(({ serial }) => scans.push(serial))
  readers.onStatus(() => (told += 1))
  readers.apply([parseReaderArgument(`serial:${running.path}?protocol=em4100`)])
  await vi.waitFor(() => expect(readers.statuses()[0]?.state).toBe('ready'), { timeout: 20_000 })
  await running.babble(0.5, rate, 1)

  const before = { heap: heap(), told }
  // What else happens at a desk: a timer every hundredth of a second, counted.
  let turns = 0
  const turning = setInterval(() => (turns += 1), 10)
  const sent = await running.babble(seconds, rate, 2)
  clearInterval(turning)
  const grown = heap() - before.heap
  process.stdout.write(`babble: ${(sent / 1e6).toFixed(2)} MB in ${seconds} s, ${turns} of ${seconds * 100} turns, ${scans.length} badges, ${readers.statuses()[0]?.rejects} misread frames, ${told - before.told} status events, heap ${grown >= 0 ? '+' : ''}${grown.toFixed(1)} MB\n`)
  expect(sent).toBeGreaterThan(rate / 4)
  expect(scans).toEqual([])
  expect(turns).toBeGreaterThan(seconds * 10)
  // Windows are not flooded with what the reader's counters say.
  expect(told - before.told).toBeLessThanOrEqual(seconds * 10)
  expect(grown).toBeLessThan(20)

  // A frame that noise began is given up after a pause.
  await new Promise((resolve) => setTimeout(resolve, 2_100))
  await running.send([rdm6300Frame(card)])
  await vi.waitFor(() => expect(scans).toEqual([serialOf(card)]), { timeout: 20_000 })
})
