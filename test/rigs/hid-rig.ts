/** A USB badge reader without hardware, for a program that reads it with the real node-hid (hardware.md 6, L3). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { HidList } from '../../electron/core/readers/drivers/list-hid.ts'
import type { ReaderStatus } from '../../electron/core/readers/port.ts'

/** What hid-desk.ts says. */
export type HidDeskEvent = { readonly found: HidList } | { readonly scan: string } | Pick<ReaderStatus, 'state' | 'fault'> | { readonly stopped: true }

export interface HidRig {
  /** Every JSON object that the program in the machine has printed so far. */
  readonly printed: readonly object[]
  /** One line of hid-reader.py, such as `card 39307b0000000000 1818000000000000`. */
  tell(command: string): Promise<void>
  /** Ends the program as a quit does, then the machine. */
  stop(): Promise<void>
}

/**
 * Needs umockdev, gir1.2-umockdev-1.0 and the system's own python3 with gi. The reader is plugged in when the program starts.
 * @param program what node runs in the machine, and its arguments
 */
export function startHidRig(kind: 'rfideas' | 'keyboard', program: readonly string[]): HidRig {
  const child = spawn('umockdev-wrapper', ['/usr/bin/python3', join(import.meta.dirname, 'hid-reader.py'), kind, process.execPath, ...program], { stdio: 'pipe' })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const exited = once(child, 'exit')
  const printed: object[] = []
  const waiting: (() => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) printed.push(JSON.parse(line) as object)
    else waiting.shift()?.()
  })
  return {
    printed,
    async tell(command) {
      const answered = new Promise<void>((resolve) => waiting.push(resolve))
      child.stdin.write(`${command}\n`)
      await Promise.race([answered, exited.then(() => Promise.reject(new Error(`The USB rig ended before it could do "${command}":\n${complaints}`)))])
    },
    async stop() {
      child.stdin.end()
      await exited
    },
  }
}

/** hid-desk.ts in the machine. @param argument as after `--reader` */
export function startHidDesk(kind: 'rfideas' | 'keyboard', argument: string) {
  const { printed, ...rig } = startHidRig(kind, [join(import.meta.dirname, 'hid-desk.ts'), argument])
  const events = printed as readonly HidDeskEvent[]
  return {
    ...rig,
    events,
    scans: (): string[] => events.flatMap((event) => ('scan' in event ? [event.scan] : [])),
    /** What the reader was, one after the other; a fault by its name. */
    states: (): string[] => events.flatMap((event) => ('state' in event ? [event.fault ?? event.state] : [])).filter((state, index, all) => state !== all[index - 1]),
  }
}
