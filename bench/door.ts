/** The door's own share: scans and the list of who is inside, as ratios to the same statements on the bare durable engine; and how fast the application starts. */
import { join } from 'node:path'
import { createCore } from '../electron/core/app/core.ts'
import { signedInDesk } from '../electron/core/app/testing/test-callers.ts'
import { openDurableEngine } from '../electron/core/db/durable-fs.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import type { SettableClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { buildIfStale } from '../scripts/build-if-stale.ts'
import { fillUnit, movements, people, serialOf } from './fill.ts'
import { round, timed, timingOf, type Timing } from './measure.ts'
import { rawScan, rawSnapshot } from './raw-scan.ts'
import { measureStart } from './start.ts'

const scans = 600
const snapshots = 100
/** Turns of ours and the engine's, so that a busy moment of the machine falls on both. */
const batch = 30

/** Fills, scans and starts. @param note tells who waits */
export async function measureDoor(folder: string, clock: SettableClock, note: (text: string) => void) {
  note(`Filling two databases with ${people} members and ${movements.toLocaleString('en-CA')} movements…`)
  for (const name of ['ours', 'bare']) {
    const database = await openDatabase({ dataDir: join(folder, name), clock, log: silentLog, appVersion: 'bench' })
    await fillUnit(database, clock.now())
    await database.close()
  }
  const core = await createCore({ dataDir: join(folder, 'ours'), host: 'test', version: 'bench', log: silentLog, clock })
  const engine = await openDurableEngine(join(folder, 'bare', 'pgdata'))
  const caller = signedInDesk('admin')
  const call = async (name: string, input: unknown): Promise<void> => {
    const result = await core.dispatch(caller, name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  }

  const inTurns = async (runs: number, ours: (index: number) => Promise<unknown>, bare: (index: number) => Promise<unknown>): Promise<[Timing, Timing]> => {
    const times: [number[], number[]] = [[], []]
    for (let index = 0; index < 20; index += 1) {
      await ours(index)
      await bare(index)
    }
    for (let start = 20; start < runs + 20; start += batch) {
      for (let index = start; index < start + batch; index += 1) times[0].push(await timed(() => ours(index)))
      for (let index = start; index < start + batch; index += 1) times[1].push(await timed(() => bare(index)))
    }
    return [timingOf(times[0]), timingOf(times[1])]
  }

  note('Presence snapshot…')
  const [snapshot, bareSnapshot] = await inTurns(snapshots, () => call('presence.now', {}), () => rawSnapshot(engine))

  note('Scans…')
  // Ten seconds a scan: nobody scans twice within the duplicate window.
  const step = (): void => clock.set(new Date(clock.now().getTime() + 10_000))
  const [scan, bareScan] = await inTurns(
    scans,
    (index) => {
      step()
      return call('presence.scan', { serial: serialOf(index), stationId: 'front-door', scanId: crypto.randomUUID() })
    },
    (index) => rawScan(engine, serialOf(index), clock.now()),
  )
  await core.close()
  await engine.close()

  note('Cold starts…')
  buildIfStale()
  const start = await measureStart(join(folder, 'ours'), join(folder, 'fresh'))

  const rows = [
    { what: 'scan through the dispatcher', p50: scan.p50, p99: scan.p99, bareP50: bareScan.p50, ratio: scan.p50 / bareScan.p50 },
    { what: `presence snapshot, ${people} inside`, p50: snapshot.p50, p99: snapshot.p99, bareP50: bareSnapshot.p50, ratio: snapshot.p50 / bareSnapshot.p50 },
  ].map((row) => ({ what: row.what, 'p50 ms': round(row.p50), 'p99 ms': round(row.p99), 'bare p50 ms': round(row.bareP50), ratio: round(row.ratio) }))
  process.stdout.write('\n')
  console.table(rows)
  console.table(start)
  return { people, movements, scans: scan.runs, rows, start }
}
