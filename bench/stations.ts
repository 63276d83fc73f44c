/** Scans at 1, 4 and 16 stations on a PostgreSQL server, beside as many doors at one desk that keeps its record itself: each station a process, flushes on. */
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../electron/core/db/open.ts'
import { startRig, type Writer } from '../electron/core/db/testing/rig-process.ts'
import { systemClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { hasPostgres, startPostgres } from '../test/rigs/postgres-server.ts'
import { fillUnit, serialOf } from './fill.ts'
import { round, timingOf } from './measure.ts'

const counts = [1, 4, 16] as const
/** At all stations together; enough for a p99. */
const scans = 320
const unit = { people: 500, movements: 20_000 }
/** The stations’ clocks go so much faster, so that no badge is read twice within the five seconds that count as once. */
const speed = 10

interface Figures {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

interface Door {
  readonly rig: Writer
  /** The share of the badges that are read at it. */
  readonly whose: string
}

async function scanAt(doors: readonly Door[], count: number): Promise<{ seconds: number; took: number[] }> {
  const told = ({ rig, whose }: Door): string[] => rig.lines().filter((line) => line.startsWith(`scanned ${whose} `))
  const before = doors.map((door) => told(door).length)
  const since = performance.now()
  for (const { rig, whose } of doors) rig.child.stdin?.write(`scan ${whose} ${Math.ceil(count / doors.length)} 0\n`)
  while (doors.some((door, index) => told(door).length === before[index])) await sleep(20)
  const seconds = (performance.now() - since) / 1000
  const answers = new Set(doors.flatMap(({ rig }) => rig.lines().flatMap((line) => (line.startsWith('ack ') ? [line.split(' ')[3] ?? ''] : []))))
  if ([...answers].some((answer) => !/^member_(in|out)$/.test(answer))) throw new Error(`scans were answered ${[...answers].join(', ')}`)
  return { seconds, took: doors.flatMap((door) => (told(door).at(-1) ?? '').split(' ').slice(2).map(Number)) }
}

async function measure(doors: readonly Door[]): Promise<Figures> {
  // What a process does for the first time is slower; then long enough that the same badge is no bounce.
  await scanAt(doors, 5 * doors.length)
  await sleep(1_000)
  const { seconds, took } = await scanAt(doors, scans)
  const { p50, p99 } = timingOf(took)
  return { perSecond: took.length / seconds, p50, p99 }
}

/** @returns null where no server can be started on this machine */
export async function measureStations(folder: string, note: (text: string) => void) {
  if (!hasPostgres()) {
    note('No PostgreSQL server is installed here (apt-get install postgresql): stations are not measured.')
    return null
  }
  note('Stations on a PostgreSQL server, beside a desk of its own…')
  const began = Date.now()
  const first = new Date(began)
  const server = await startPostgres(['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'shared_buffers=128MB'])
  const rigs: Writer[] = []
  try {
    const url = await server.createDatabase('bench')
    for (const databaseUrl of [url, undefined]) {
      const database = await openDatabase({ dataDir: `${folder}/desk`, databaseUrl, clock: systemClock, log: silentLog, appVersion: 'bench' })
      await fillUnit(database, first, unit)
      await database.close()
    }
    const serials = Array.from({ length: unit.people }, (_, index) => serialOf(index)).join(',')
    const start = (address: string, name: string): Writer => {
      const rig = startRig('station.ts', [address, folder, name, first.toISOString(), String(began), String(speed), '1', serials])
      rigs.push(rig)
      return rig
    }
    const desk = start('', 'desk')
    await desk.waitFor(/^ready/)
    const stations: Writer[] = []
    const rows = []
    for (const count of counts) {
      const more = Array.from({ length: count - stations.length }, (_, index) => start(url, `s${stations.length + index}`))
      stations.push(...more)
      for (const rig of more) await rig.waitFor(/^ready/)
      const shares = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`)
      const [own, shared] = [await measure(shares.map((whose) => ({ rig: desk, whose }))), await measure(shares.map((whose, index) => ({ rig: stations[index] ?? desk, whose })))]
      rows.push({ stations: count, 'server scans/s': round(shared.perSecond, 1), 'p50 ms': round(shared.p50), 'p99 ms': round(shared.p99), 'embedded scans/s': round(own.perSecond, 1), 'embedded p50 ms': round(own.p50), 'embedded p99 ms': round(own.p99), 'scans/s ratio': round(shared.perSecond / own.perSecond), 'p99 ratio': round(shared.p99 / own.p99) })
    }
    console.table(rows)
    return { scans, ...unit, rows }
  } finally {
    for (const rig of rigs) await rig.kill()
    await server.stop()
  }
}
