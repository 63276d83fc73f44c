/**
 * `npm run soak [hours]`: a day of the desk in as long as it takes: 300 people come and go, visitors, corrections, lockups, reports, a
 * backup an hour and the turn of the day. Prints a line a simulated hour, and one for each act that was refused; ends with 1 when
 * one was, or when memory, handles or listeners grow.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'drizzle-orm'
import { createCore } from '../electron/core/app/core.ts'
import type { Tx } from '../electron/core/db/database.ts'
import { makeBackup } from '../electron/core/db/make-backup.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import { memberPresence } from '../electron/core/db/schema/index.ts'
import { createSettableClock, systemClock } from '../electron/core/kit/clock.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { createActs, type ActName } from '../test/rigs/whole-desk/acts.ts'
import { readVerdict } from '../test/rigs/whole-desk/check.ts'
import { createRandom } from '../test/rigs/whole-desk/random.ts'
import { fillUnit } from './fill.ts'
import { round, timingOf } from './measure.ts'

const hours = Math.max(2, Number(process.argv[2] ?? 24))
const people = 300
const hourMs = 3_600_000
const mebibyte = 2 ** 20
/** The last quarter against the second: before that, caches fill. */
const allowedGrowth = 1.15

interface Hour {
  readonly acts: number
  readonly refused: number
  readonly rss: number
  readonly heap: number
  readonly handles: number
  readonly listeners: number
  readonly p50: number
  readonly p99: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const folder = mkdtempSync(join(tmpdir(), 'sentinel-soak-'))
const dataDir = join(folder, 'desk')
const clock = createSettableClock(systemClock)
// An hour before the day begins for most.
const start = new Date('2026-03-03T13:00:00Z')
clock.set(start)
const database = await openDatabase({ dataDir, clock, log: silentLog, appVersion: 'soak' })
let stateListeners = 0
const watched: typeof database = { ...database, onStateChange: (listener) => (stateListeners++, ((stop) => () => (stateListeners--, stop()))(database.onStateChange(listener))) }

/** A tenth of the unit may open the building and secure it. */
const letSomeLockUp = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`
    insert into qualification_grant (id, member_id, type_id, source, granted_at, granted_by)
    select gen_random_uuid(), member.id, qualification_type.id, 'manual', ${start.toISOString()}, 'soak' from member join qualification_type on qualification_type.code = 'BUILDING_AUTH' where member.service_number like '%0'`)

/** How often each act came to what. */
const answers = new Map<string, number>()

async function play(): Promise<Hour[]> {
  await fillUnit(database, start, { people, movements: people * 4 })
  // The last of an even number of movements is out: the day begins with nobody inside.
  await database.transaction((tx) => tx.update(memberPresence).set({ direction: 'out' }))
  await database.transaction(letSomeLockUp)
  const core = await createCore({ dataDir, database: watched, host: 'test', version: 'soak', log: silentLog, clock, dev: true })
  const random = createRandom(1)
  const badges = Array.from({ length: people }, (_, index) => `BENCH${String(index + 1).padStart(5, '0')}`)
  const acts = createActs({ core, clock, random, badges, reportFormats: ['csv', 'xlsx', 'pdf'] })
  const samples: Hour[] = []
  for (let hour = 0; hour < hours; hour += 1) {
    const end = start.getTime() + (hour + 1) * hourMs
    const times: number[] = []
    let [count, refused] = [0, 0]
    const act = async (name: ActName): Promise<void> => {
      const began = performance.now()
      const done = await acts[name]()
      if (name === 'scan') times.push(performance.now() - began)
      count += 1
      const answer = `${name} ${done.answer}`
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
      if (!done.isRefused) return
      refused += 1
      process.stdout.write(`hour ${hour + 1}: ${name} was refused, ${done.answer}, at ${clock.now().toISOString()}\n`)
    }
    for (let turn = 0; turn < 240; turn += 1) {
      clock.set(new Date(Math.max(clock.now().getTime(), end - hourMs + (turn * hourMs) / 240)))
      await act('scan')
      if (turn % 12 === 3) await act('visitorIn')
      if (turn % 15 === 4) await act('visitorOut')
      if (turn % 40 === 5) await act('correct')
    }
    await act('report')
    // Opened in one hour, secured in the next, twelve times a day.
    await act('lockup')
    await makeBackup({ database, root: resolve(dataDir), clock, appVersion: 'soak', kind: 'hourly' })
    clock.set(new Date(Math.max(clock.now().getTime(), end)))
    // The ticker of the real desk looks every half minute of real time: here it is asked.
    await core.dispatch(core.callerOf('kiosk'), 'dev.setClock', { now: null })
    await new Promise((next) => setTimeout(next, 50))
    collect()
    const { rss, heapUsed } = process.memoryUsage()
    const { p50, p99 } = timingOf(times)
    const sample = { acts: count, refused, rss: round(rss / mebibyte, 0), heap: round(heapUsed / mebibyte, 1), handles: process.getActiveResourcesInfo().length, listeners: stateListeners, p50: round(p50), p99: round(p99) }
    samples.push(sample)
    process.stdout.write(`hour ${hour + 1}: ${JSON.stringify(sample)}\n`)
  }
  const { broken } = await readVerdict(database)
  const wrong = Object.entries(broken).filter(([, found]) => found !== 0)
  await core.close()
  if (wrong.length > 0) throw new Error(`the record is not whole: ${JSON.stringify(wrong)}`)
  return samples
}

const mean = (samples: readonly Hour[], key: 'heap' | 'handles' | 'listeners' | 'rss'): number => samples.reduce((sum, sample) => sum + sample[key], 0) / Math.max(1, samples.length)
/** A timer that happens to run is no leak: what is always there counts. */
const least = (samples: readonly Hour[]): number => Math.min(...samples.map(({ handles }) => handles))

try {
  const samples = await play()
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const [second, last] = [samples.slice(quarter, Math.max(quarter * 2, quarter + 1)), samples.slice(-quarter)]
  const growth = Object.fromEntries((['heap', 'rss', 'handles', 'listeners'] as const).map((key) => [key, [round(mean(second, key), 1), round(mean(last, key), 1)]]))
  process.stdout.write(`soak: ${samples.length} hours, ${samples.reduce((sum, { acts }) => sum + acts, 0)} acts; second quarter to last: ${JSON.stringify(growth)}\n`)
  process.stdout.write(`answers: ${JSON.stringify(Object.fromEntries([...answers].toSorted()))}\n`)
  if (!answers.has('lockup ok')) {
    process.stdout.write('soak: the building was never secured\n')
    process.exitCode = 1
  }
  if (samples.some(({ refused }) => refused > 0)) {
    process.stdout.write('soak: something was refused\n')
    process.exitCode = 1
  }
  if (mean(last, 'heap') > mean(second, 'heap') * allowedGrowth || least(last) > least(second) + 1 || mean(last, 'listeners') > mean(second, 'listeners')) {
    process.stdout.write('soak: something grows\n')
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()
