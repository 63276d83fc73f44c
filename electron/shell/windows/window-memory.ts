/** What the windows remember from one start to the next: places only. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'

const whole = v.pipe(v.number(), v.integer())
const Memory = v.object({
  desk: v.optional(v.object({ bounds: v.object({ x: whole, y: whole, width: whole, height: whole }), maximized: v.boolean() })),
  kiosk: v.optional(v.object({ displayId: v.number() })),
})
export type Memory = v.InferOutput<typeof Memory>

export interface WindowMemory {
  read(): Memory
  write(change: Memory): void
}

/** A file that is missing, torn or edited counts as nothing remembered; one that cannot be written is done without. */
export function createWindowMemory(path: string): WindowMemory {
  const load = (): Memory => {
    try {
      const parsed = v.safeParse(Memory, JSON.parse(readFileSync(path, 'utf8')))
      return parsed.success ? parsed.output : {}
    } catch {
      return {}
    }
  }
  let memory = load()
  return {
    read: () => memory,
    write(change) {
      memory = { ...memory, ...change }
      try {
        mkdirSync(dirname(path), { recursive: true })
        // A rename, so that a power cut leaves the old file or the new one.
        writeFileSync(`${path}.new`, JSON.stringify(memory), { mode: 0o600 })
        renameSync(`${path}.new`, path)
      } catch {
        // The window opens in the middle next time.
      }
    },
  }
}
