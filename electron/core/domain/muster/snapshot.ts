/** Who is inside, on the disk every minute (design.md; screens.md P0-7): a list is there even where Sentinel no longer starts. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from '../../db/sync-files.ts'
import type { Clock } from '../../kit/clock.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { toCsv } from '../tables/table-file.ts'
import { musterHeaders, musterPage, musterRows, type Snapshot } from './page.ts'

const everyMs = 60_000
export const musterFolder = 'muster'

interface Dependencies {
  /** The desk's own folder. */
  readonly dataDir: string
  readonly presence: { now(): Promise<Snapshot> }
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

export function createMusterSnapshot({ dataDir, presence, unit, clock, log }: Dependencies): MusterSnapshot {
  const folder = join(dataDir, musterFolder)
  let stopped = false
  let failing = false
  let cancel = (): void => {}
  let last: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    try {
      const snapshot = await presence.now()
      const { name } = unit()
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      // Each file whole or not at all: a half-written list would be taken for the list.
      writeWhole(join(folder, 'inside.html'), musterPage(snapshot, name, unit()))
      writeWhole(join(folder, 'inside.csv'), toCsv([musterHeaders, ...musterRows(snapshot, unit())]))
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
