/**
 * One of several stations on a PostgreSQL server, in a process of its own that can be killed, or a desk with a record of its own beside
 * them: for electron/core/app/four-stations.server.test.ts and bench/stations.ts.
 * `node station.ts <url> <folder> <station> <first instant> <began> <speed> <pace> <serial,…>`: without a url the record is in the folder.
 * Its clock said `first instant` at `began` (ms of the machine) and goes `speed` times as fast, so that nobody’s badge is read twice
 * within the five seconds that count as once; what it does now and then it does `pace` times as often.
 * Prints `ready`, and understands these lines: `scan <whose> <count> <pause>` (whose = a seed, by which badges are drawn, or `2/4`, the
 * second quarter of them in turn; pause in ms; prints `ask <id> <serial>`, `ack <id> <serial> <outcome>`, and `scanned <whose> <ms> …`
 * with what each took), `stop`, `clock <instant>`, `window` (opens one), `screen` (what it shows, read again only after an event), `leads`, `waiting`
 * (scans that it keeps) and `close`; those that ask are followed by a word that stands in the answer.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createCore } from '../../electron/core/app/core.ts'
import { signedInDesk } from '../../electron/core/app/testing/test-callers.ts'
import { openDatabase } from '../../electron/core/db/open.ts'
import { systemClock, type Clock } from '../../electron/core/kit/clock.ts'
import { silentLog } from '../../electron/core/kit/log.ts'
import { createRandom } from './whole-desk/random.ts'

const [url = '', folder = '', stationId = '', first = '', began = '', speed = '1', pace = '1', badges = ''] = process.argv.slice(2)
const serials = badges.split(',')
/** Straight to the descriptor: what is printed must have left the process before it is killed. */
const say = (line: string): void => void writeSync(1, `${line}\n`)

let jumpMs = 0
const wall = (): number => Date.parse(first) + (Date.now() - Number(began)) * Number(speed) + jumpMs
const clock: Clock = {
  now: () => new Date(wall()),
  // A clock that somebody set would be told of at every look.
  monotonic: () => wall() - Date.parse(first),
  // Not so fast that a station does nothing else than look after itself.
  after: (ms, run) => systemClock.after(Math.min(ms, Math.max(1_000, ms / Number(pace))), run),
}

const opened = await openDatabase({ dataDir: join(folder, stationId), databaseUrl: url === '' ? undefined : url, clock: systemClock, log: silentLog, appVersion: 'rig', stationId })
// The server's clock goes as the stations' do.
const { server } = opened
const database = server === undefined ? opened : { ...opened, server: { ...server, now: async () => (await server.now(), clock.now()) } }
const core = await createCore({ dataDir: folder, database, offlineRoot: join(folder, stationId), stationId, host: 'test', version: 'rig', log: silentLog, clock })
const caller = { ...signedInDesk('admin'), stationId }

/** What a window shows: read when it opens, and after that only because of an event. */
interface Screen {
  readonly revision: number
  readonly people: readonly { readonly id: string }[]
}
let screen: Screen = { revision: -1, people: [] }
let reading: Promise<void> | undefined
let isStale = true
async function read(): Promise<void> {
  while (isStale) {
    isStale = false
    const result = await core.dispatch(caller, 'presence.now', {})
    if (result.ok) screen = result.value as Screen
  }
}
const show = (): void => {
  isStale = true
  reading ??= read().finally(() => (reading = undefined))
}
function openWindow(): void {
  core.onEvent((name, payload) => {
    if (name === 'settings.changed' || (name === 'presence.changed' && (payload as { revision: number }).revision > screen.revision)) show()
  })
  show()
}

const stopping = new AbortController()
async function scan(whose: string, count: number, pauseMs: number): Promise<void> {
  const random = createRandom(Number(whose))
  const [part = 0, of = 0] = whose.includes('/') ? whose.split('/').map(Number) : []
  const own = of === 0 ? serials : serials.slice(((part - 1) * serials.length) / of, (part * serials.length) / of)
  const took: number[] = []
  for (let done = 0; done < count && !stopping.signal.aborted; done += 1) {
    const serial = own[of === 0 ? random.below(own.length) : done % own.length] ?? ''
    const scanId = randomUUID()
    say(`ask ${scanId} ${serial}`)
    const asked = performance.now()
    const result = await core.dispatch(caller, 'presence.scan', { serial, stationId, scanId })
    took.push(performance.now() - asked)
    say(`ack ${scanId} ${serial} ${result.ok ? (result.value as { outcome: string }).outcome : `refused:${result.error.code}`}`)
    if (pauseMs > 0) await new Promise((next) => setTimeout(next, pauseMs))
  }
  say(`scanned ${whose} ${took.map((ms) => ms.toFixed(2)).join(' ')}`)
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, one = '', two = '', three = '0'] = line.split(' ')
  if (word === 'scan') void scan(one, Number(two), Number(three))
  if (word === 'window') openWindow()
  if (word === 'stop') stopping.abort()
  if (word === 'clock') jumpMs += Date.parse(one) - wall()
  if (word === 'screen') say(`screen ${one} ${JSON.stringify({ revision: screen.revision, inside: screen.people.map(({ id }) => id).toSorted() })}`)
  if (word === 'leads') say(`leads ${one} ${database.server?.stations?.leads()}`)
  if (word === 'waiting') void core.dispatch(caller, 'offline.status', {}).then((result) => say(`waiting ${one} ${result.ok ? (result.value as { kept: number }).kept : '?'}`))
  if (word === 'close') void core.close().then(() => process.exit(0))
})
say('ready')
