/** Who is inside, on the disk every minute (design.md; screens.md P0-7): a list is there even where Sentinel no longer starts, and at hand when the record does not answer. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../../db/sync-files.ts'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import type { InsideList } from './inside.ts'
import { insideCsv, insidePage } from './page.ts'

const everyMs = 60_000
/** Below the desk’s own folder. */
export const musterFolder = 'muster'

interface Dependencies {
  /** Where musters are written. */
  readonly folder: string
  readonly readInside: () => Promise<InsideList>
  readonly unit: () => UnitProfile
  readonly clock: Clock
  readonly log: Log
}

export interface MusterSnapshot {
  /** Writes at once, and then every minute. Never rejects: what cannot be written is logged once, and tried again. */
  start(): Promise<void>
  /** Writes a last time, so that the list on the disk is the one of this moment. */
  stop(): Promise<void>
}

export function createMusterSnapshot({ folder, readInside, unit, clock, log }: Dependencies): MusterSnapshot {
  let stopped = false
  let failing = false
  let cancel = (): void => {}
  let last: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    try {
      const sheet = { ...(await readInside()), unitName: unit().name, unit: unit() }
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // Each file whole or not at all: a half-written list would be taken for the list.
      writeWhole(join(folder, 'inside.html'), insidePage(sheet))
      writeWhole(join(folder, 'inside.csv'), insideCsv(sheet))
      if (failing) log.info('muster.written_again', {})
      failing = false
    } catch (error) {
      if (!failing) log.error('muster.not_written', errorFields(error))
      failing = true
    }
  }

  const plan = (): void => {
    if (stopped) return
    cancel = clock.after(everyMs, () => {
      last = write().finally(plan)
    })
  }

  return {
    async start() {
      await write()
      plan()
    },
    async stop() {
      stopped = true
      cancel()
      await last
      await write()
    },
  }
}
