/** USB readers that are no serial ports, by the `node-hid` package (hardware.md 1.5, 2c, 3). */
import type { Clock } from '../../kit/clock.ts'
import { createKeyboardReports } from '../decode/keyboard-report.ts'
import type { Connection, ConnectionEvents, Drivers, Opened, ReaderProblem } from '../driver.ts'
import type { HidReaderConfig } from '../port.ts'
import { pickHidDevice } from './hid-device.ts'
import { loadHidModule, type HidDeviceInfo, type HidHandle, type HidModule, type LoadHidModule } from './hid-module.ts'
import { startPolling } from './polling.ts'
import { hidProblem } from './hid-problem.ts'

/** A handle that takes longer to close hangs in a call that has not come back. */
const closeLimitMs = 1000
/** Which card, and how many bits it has; the second only after the first (hardware.md 3). */
const questions = [0x8f, 0x8e] as const
const reportBytes = 8
/** The decoder believes the second equal answer; more of the same say nothing new. */
const tellingAnswers = 2

export interface HidDriverOptions {
  readonly clock: Clock
  readonly load?: LoadHidModule
  readonly platform?: NodeJS.Platform
}

/** Finds the device anew at each open: the name of its node is another one after a replug. */
export function createHidDriver({ clock, load = loadHidModule, platform = process.platform }: HidDriverOptions): Drivers['hid'] {
  const closing = new Map<string, Promise<void>>()

  /** Opening a device whose last call still hangs would let one more thread of the pool wait for it. */
  async function isClosed(device: string): Promise<boolean> {
    const pending = closing.get(device)
    if (pending === undefined) return true
    let cancel = (): void => {}
    const limit = new Promise<void>((resolve) => {
      cancel = clock.after(closeLimitMs, resolve)
    })
    await Promise.race([pending, limit])
    cancel()
    return !closing.has(device)
  }

  function closeInBackground(device: string, handle: HidHandle): void {
    const closed = handle
      .close()
      // What there was to tell of the device was told when it was lost.
      .catch(() => {})
      .finally(() => closing.delete(device))
    closing.set(device, closed)
  }

  return async (config, events) => {
    // Elsewhere the system keeps what a keyboard types to itself (hardware.md 2): there the windows catch the keys.
    if (config.family === 'keyboard' && platform !== 'linux') return { problem: { fault: 'config', message: 'a reader that types is read directly on Linux only' } }
    if (!(await isClosed(config.device))) return { problem: { fault: 'silent', message: 'the last call to the device has not come back' } }
    let hid: HidModule
    let found: HidDeviceInfo[]
    try {
      hid = await load()
      found = await hid.devicesAsync()
    } catch (error) {
      return { problem: { fault: 'driver-missing', message: error instanceof Error ? error.message : String(error) } }
    }
    const device = pickHidDevice(found, config)
    if (device === undefined) return { problem: { fault: 'absent', message: 'not among the USB devices' } }
    try {
      const handle = await hid.HIDAsync.open(device.path)
      return await opened(handle, { config, path: device.path, hid, clock, events, lose: () => closeInBackground(config.device, handle) })
    } catch (error) {
      return { problem: hidProblem(error) }
    }
  }
}

interface OpenedOptions {
  readonly config: HidReaderConfig
  readonly path: string
  readonly hid: HidModule
  readonly clock: Clock
  readonly events: ConnectionEvents
  readonly lose: () => void
}

/** A polled reader is open once it has answered, a typing one at once. */
function opened(handle: HidHandle, { config, path, hid, clock, events, lose }: OpenedOptions): Promise<Opened> {
  return new Promise((resolve) => {
    let over = false
    let isOpen = false
    let stopPolling = (): void => {}

    function gone(problem: ReaderProblem): void {
      if (over) return
      over = true
      stopPolling()
      lose()
      if (isOpen) events.onGone(problem)
      else resolve({ problem })
    }
    const connection: Connection = {
      async check() {
        const found = await hid.devicesAsync()
        if (pickHidDevice(found.filter((one) => one.path === path), config) === undefined) gone({ fault: 'absent', message: 'no longer among the USB devices' })
      },
      async close() {
        if (over) return
        over = true
        stopPolling()
        await handle.close()
      },
    }
    function ready(): void {
      if (isOpen) return
      isOpen = true
      resolve({ connection })
    }

    const keyboard = createKeyboardReports()
    handle.on('error', (error) => gone(hidProblem(error)))
    // Without a listener here an unplug would never be told.
    handle.on('data', (report) => {
      if (over || config.family !== 'keyboard') return
      const signs = keyboard.take(report)
      if (signs !== '') events.onBytes(Buffer.from(signs, 'latin1'))
    })
    if (config.family === 'keyboard') return ready()

    const isNews = createNews()
    stopPolling = startPolling({
      clock,
      ask: () => askForCard(handle),
      onAnswer(answer) {
        ready()
        if (isNews(answer)) events.onBytes(answer)
      },
      isEnd: (error) => hidProblem(error).fault === 'absent',
      onEnd: (why, error) => gone(why === 'silent' ? { fault: 'silent', message: hidProblem(error).message } : hidProblem(error)),
    })
  })
}

async function askForCard(handle: HidHandle): Promise<Uint8Array> {
  const answers: Uint8Array[] = []
  for (const question of questions) {
    // The first byte is the number of the report, of which this reader has none.
    await handle.sendFeatureReport([0, question, ...Array.from({ length: reportBytes - 1 }, () => 0)])
    const answer = await handle.getFeatureReport(0, reportBytes + 1)
    if (answer.length !== reportBytes + 1) throw new Error(`an answer of ${answer.length} bytes`)
    answers.push(answer.subarray(1))
  }
  return Buffer.concat(answers)
}

function createNews(): (answer: Uint8Array) => boolean {
  let last = Buffer.alloc(questions.length * reportBytes)
  let count = tellingAnswers
  return (answer) => {
    count = last.equals(answer) ? count + 1 : 1
    last = Buffer.from(answer)
    return count <= tellingAnswers
  }
}
