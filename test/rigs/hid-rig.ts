/** A USB badge reader without hardware, and a desk that reads it with the real node-hid (hardware.md 6, L3). */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { HidList } from '../../electron/core/readers/drivers/list-hid.ts'
import type { ReaderStatus } from '../../electron/core/readers/port.ts'

export type HidDeskEvent = { readonly found: HidList } | { readonly scan: string } | Pick<ReaderStatus, 'state' | 'fault'> | { readonly stopped: true }

export interface HidRig {
  /** Everything that the desk told so far. */
  readonly events: readonly HidDeskEvent[]
  scans(): string[]
  /** What the reader was, one after the other; a fault by its name. */
  states(): string[]
  /** One line of hid-reader.py, such as `card 39307b0000000000 1818000000000000`. */
  tell(command: string): Promise<void>
  /** Ends the desk as a quit does, then the machine. */
  stop(): Promise<void>
}

/** Needs umockdev, gir1.2-umockdev-1.0 and the system's own python3 with gi. The reader is plugged in when the desk starts. */
export function startHidRig(kind: 'rfideas' | 'keyboard', argument: string): HidRig {
  const [reader, desk] = ['hid-reader.py', 'hid-desk.ts'].map((file) => join(import.meta.dirname, file)) as [string, string]
  const child = spawn('umockdev-wrapper', ['/usr/bin/python3', reader, kind, process.execPath, desk, argument], { stdio: ['pipe', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const events: HidDeskEvent[] = []
  const waiting: (() => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) events.push(JSON.parse(line) as HidDeskEvent)
    else waiting.shift()?.()
  })
  return {
    events,
    scans: () => events.flatMap((event) => ('scan' in event ? [event.scan] : [])),
    states: () => events.flatMap((event) => ('state' in event ? [event.fault ?? event.state] : [])).filter((state, index, all) => state !== all[index - 1]),
    async tell(command) {
      const answered = new Promise<void>((resolve) => waiting.push(resolve))
      child.stdin.write(`${command}\n`)
      await Promise.race([answered, exited.then(() => Promise.reject(new Error(`The USB rig ended before it could do "${command}".`)))])
    },
    async stop() {
      child.stdin.end()
      await exited
    },
  }
}
