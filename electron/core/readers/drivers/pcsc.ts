/** Contactless desk readers by the system's PC/SC service, such as an ACR122U (hardware.md 1.6, 3). */
import type { Clock } from '../../kit/clock.ts'
import { pcscFrame } from '../decode/pcsc.ts'
import type { Connection, ConnectionEvents, Drivers, Opened, ReaderProblem } from '../driver.ts'
import { startPolling } from './polling.ts'
import { openPcsc, type OpenPcsc, type Pcsc } from './pcsc-module.ts'
import { isCardGone, pcscProblem } from './pcsc-problem.ts'

const askForUid = Uint8Array.of(0xff, 0xca, 0x00, 0x00, 0x00)

/** The service numbers its readers in the order in which they are plugged in: what a reader is called is without that. */
export const pcscReaderName = (name: string): string => name.replace(/( [\dA-F]{2}){1,2}$/, '')

export interface PcscDriverOptions {
  readonly clock: Clock
  readonly open?: OpenPcsc
}

/** Each connection has a context of its own with the service. */
export function createPcscDriver({ clock, open = openPcsc }: PcscDriverOptions): Drivers['pcsc'] {
  return async ({ reader }, events) => {
    let pcsc: Pcsc
    try {
      pcsc = await open()
    } catch (error) {
      // Neither a library that is missing nor a service that does not run will come by itself.
      return { problem: { ...pcscProblem(error), fault: 'driver-missing' } }
    }
    try {
      const name = (await pcsc.readers()).find((one) => pcscReaderName(one) === reader)
      if (name !== undefined) return await opened(pcsc, { name, clock, events })
      await pcsc.end()
      return { problem: { fault: 'absent', message: 'not among the readers of the PC/SC service' } }
    } catch (error) {
      await pcsc.end().catch(() => {})
      return { problem: pcscProblem(error) }
    }
  }
}

function opened(pcsc: Pcsc, { name, clock, events }: { name: string; clock: Clock; events: ConnectionEvents }): Promise<Opened> {
  return new Promise((resolve) => {
    let over = false
    let isOpen = false
    let isTold = false

    /** Empty when there is nothing new: a card is asked once while it lies there. */
    async function look(): Promise<Uint8Array> {
      if (!(await pcsc.isCardOn(name))) {
        isTold = false
        return new Uint8Array()
      }
      if (isTold) return new Uint8Array()
      try {
        const answer = await pcsc.ask(name, askForUid)
        isTold = true
        return pcscFrame(answer)
      } catch (error) {
        if (isCardGone(error)) return new Uint8Array()
        throw error
      }
    }
    function gone(problem: ReaderProblem): void {
      over = true
      // What there was to tell was told by the call that failed.
      pcsc.end().catch(() => {})
      if (isOpen) events.onGone(problem)
      else resolve({ problem })
    }
    const stop = startPolling({
      clock,
      ask: look,
      onAnswer(frame) {
        if (!isOpen) {
          isOpen = true
          resolve({ connection })
        }
        if (frame.length > 0) events.onBytes(frame)
      },
      isEnd: (error) => pcscProblem(error).fault !== 'io' && pcscProblem(error).fault !== 'in-use',
      onEnd(_why, error) {
        const problem = pcscProblem(error)
        gone(problem.fault === 'io' ? { ...problem, fault: 'silent' } : problem)
      },
    })
    const connection: Connection = {
      // Every poll looks.
      check: async () => {},
      async close() {
        if (over) return
        over = true
        stop()
        await pcsc.end()
      },
    }
  })
}

/** Names of the contactless readers that the service knows. None where there is no such service: most desks have none. */
export async function listPcscReaders(open: OpenPcsc = openPcsc): Promise<string[]> {
  try {
    const pcsc = await open()
    const names = await pcsc.readers().finally(() => pcsc.end())
    return [...new Set(names.map(pcscReaderName))]
  } catch {
    return []
  }
}
