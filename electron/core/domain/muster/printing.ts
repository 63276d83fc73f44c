/** A muster’s paper: at once, again and again, and never silently not (trust.md: “prints at once, re-prints, retries, and says when printing failed”). */
import type { MusterSettings } from '../../../../shared/domain/muster.ts'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import type { Printer } from './printer.ts'

/** A printer that does not answer has failed. Milliseconds. */
export const printLimitMs = 20_000
/** Before each further try. Milliseconds. */
export const retryWaitsMs = [3_000, 10_000] as const

export interface PrintState {
  readonly state: 'printing' | 'printed' | 'failed'
  readonly at: Date
  readonly copies: number
  readonly problem: string | null
}

interface Dependencies {
  /** Absent where the host cannot print by itself. */
  readonly printer: Printer | undefined
  readonly clock: Clock
  readonly log: Log
  readonly settings: () => MusterSettings
  /** After each change of the state. */
  readonly onState: (state: PrintState) => void
}

export function createMusterPrinting({ printer, clock, log, settings, onState }: Dependencies) {
  let state: PrintState | null = null
  let cancelWait = (): void => {}
  let cancelReprint = (): void => {}
  /** The sheet that is to be on paper: a newer one takes its place. */
  let current = 0

  const set = (next: Omit<PrintState, 'at'>): void => {
    state = { ...next, at: clock.now() }
    onState(state)
  }
  const limited = (work: Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const inTime = clock.after(printLimitMs, () => reject(new Error('The printer does not answer.')))
      work.then(resolve, reject).finally(inTime)
    })

  async function attempt(on: Printer, html: string, copies: number, job: number, tries: number): Promise<void> {
    try {
      await limited(on.print(html, { copies, printer: settings().printer }))
      if (job === current) set({ state: 'printed', copies, problem: null })
    } catch (error) {
      log.error('muster.not_printed', { try: tries + 1, ...errorFields(error) })
      if (job !== current) return
      // Said at once, though it is tried again: whoever waits at the printer must know.
      set({ state: 'failed', copies, problem: error instanceof Error ? error.message : String(error) })
      const wait = retryWaitsMs[tries]
      if (wait === undefined) return
      cancelWait = clock.after(wait, () => void attempt(on, html, copies, job, tries + 1))
    }
  }

  return {
    isPossible: (): boolean => printer !== undefined,
    state: (): PrintState | null => state,
    printers: async (): Promise<string[]> => {
      try {
        return (await printer?.list()) ?? []
      } catch (error) {
        log.error('muster.printers_unknown', errorFields(error))
        return []
      }
    },
    /** Asks the printer now. Waits for nothing: what becomes of it is the state. */
    print(html: string): void {
      if (printer === undefined) return
      cancelWait()
      current += 1
      const { copies } = settings()
      set({ state: 'printing', copies, problem: null })
      void attempt(printer, html, copies, current, 0)
    },
    /** Prints what `html` gives every so many minutes of the settings, until it is stopped. */
    keepPrinting(html: () => Promise<string>): void {
      cancelReprint()
      const { reprintMinutes } = settings()
      if (printer === undefined || reprintMinutes === 0) return
      cancelReprint = clock.after(reprintMinutes * 60_000, () => {
        this.keepPrinting(html)
        html().then(this.print, (error: unknown) => log.error('muster.sheet_not_made', errorFields(error)))
      })
    },
    /** No further paper; what the printer has already, it prints. */
    stop(): void {
      cancelWait()
      cancelReprint()
      current += 1
      state = null
    },
  }
}

export type MusterPrinting = ReturnType<typeof createMusterPrinting>
