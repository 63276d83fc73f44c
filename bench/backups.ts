/** What one backup costs a desk of 500 people with 200,000 movements while badges are scanned (decision 018). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createCore } from '../electron/core/app/core.ts'
import { sizeOf } from '../electron/core/db/backup.ts'
import { createBackupMaker } from '../electron/core/db/backup-maker.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import type { SettableClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { fillUnit, serialOf } from './fill.ts'
import { round, stallOf, timed, timingOf, worstOf, type Stall, type Timing } from './measure.ts'

const rounds = 5
/** Between two scans, milliseconds: a busy door. */
const pause = 50

/** Fills, makes backups while people come, and prints what it took. @param note tells who waits */
export async function measureBackups(folder: string, clock: SettableClock, note: (text: string) => void) {
  const root = join(folder, 'backups')
  note('Filling a database to back up…')
  const filling = await openDatabase({ dataDir: root, clock, log: silentLog, appVersion: 'bench' })
  await fillUnit(filling, clock.now())
  // What filling it left to be written is no part of a backup.
  await filling.close()
  const database = await openDatabase({ dataDir: root, clock, log: silentLog, appVersion: 'bench' })
  const core = await createCore({ dataDir: root, database, host: 'test', version: 'bench', log: silentLog, clock })
  const maker = createBackupMaker({ database, root, clock, appVersion: 'bench' })
  let scans = 0
  const scan = async (): Promise<void> => {
    clock.set(new Date(clock.now().getTime() + 10_000))
    const result = await core.dispatch(core.callerOf('kiosk'), 'presence.scan', { serial: serialOf(scans++), stationId: 'front-door', scanId: crypto.randomUUID() })
    if (!result.ok) throw new Error(result.error.message)
  }
  /** Scans until `work` is over; how long each took. */
  async function scanningWhile(work: Promise<unknown>): Promise<number[]> {
    const state = { over: false }
    const done = work.finally(() => (state.over = true))
    const times: number[] = []
    while (!state.over) {
      times.push(await timed(scan))
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    await done
    return times
  }

  note('Scans beside nothing, and beside backups…')
  const beside: { nothing: Timing; backups: number[] } = { nothing: timingOf(await scanningWhile(new Promise((resolve) => setTimeout(resolve, 5_000)))), backups: [] }
  const took = { asking: [] as number[], making: [] as number[], askingStalls: [] as Stall[], makingStalls: [] as Stall[] }
  // The first has nothing to compare with.
  await maker.make('hourly')
  for (let turn = 0; turn < rounds; turn += 1) {
    took.askingStalls.push(await stallOf(async () => void took.asking.push(await timed(() => maker.hasChanged()))))
    took.makingStalls.push(await stallOf(async () => void beside.backups.push(...(await scanningWhile(timed(() => maker.make('hourly')).then((ms) => took.making.push(ms)))))))
  }
  const megabytes = round(sizeOf(join(maker.folder, readdirSync(maker.folder).toSorted().at(-1) ?? '')) / 1e6, 0)
  await core.close()

  const rows = [
    { what: 'asking whether anything changed', times: timingOf(took.asking), stall: worstOf(took.askingStalls) },
    { what: `a backup, ${megabytes} MB`, times: timingOf(took.making), stall: worstOf(took.makingStalls) },
  ].map(({ what, times, stall }) => ({ what, 'p50 ms': round(times.p50, 0), 'longest ms': round(times.max, 0), 'in one piece, own ms': round(stall.own, 0), 'held up ms': round(stall.wall, 0) }))
  const door = [
    { what: 'a scan beside nothing', ...beside.nothing },
    { what: 'a scan beside a backup', ...timingOf(beside.backups) },
  ].map(({ what, runs, p50, p99, max }) => ({ what, runs, 'p50 ms': round(p50, 1), 'p99 ms': round(p99, 1), 'longest ms': round(max, 1) }))
  console.table(rows)
  console.table(door)
  return { rows, door, megabytes }
}
