/**
 * Four stations in processes of their own on one real PostgreSQL server (issue 8; decision 026): scans of the same people at all of
 * them, two killed and one of them started again, the cable of another pulled (it has a network of its own), and the leader killed in the middle of the reset.
 * Four hundred scans; `SENTINEL_SCANS=20000` for more, `SENTINEL_SEED=…` for those of a run that failed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { layCable, type Cable } from '../../../test/rigs/cable.ts'
import { startTcpProxy, type TcpProxy } from '../../../test/rigs/tcp-proxy.ts'
import { parseServerUrl } from '../db/server/address.ts'
import { connectionOptions, setUp } from '../db/server/connect.ts'
import { createServerDatabase } from '../db/server/server-database.ts'
import { startRig, type Writer } from '../db/testing/rig-process.ts'
import { copyTemplate } from '../db/testing/server-copy.ts'
import { enlist, type Enlisted } from '../domain/offline/testing/enlist.ts'
import { systemClock } from '../kit/clock.ts'
import { silentLog } from '../kit/log.ts'

const scans = Number(process.env['SENTINEL_SCANS'] ?? 400)
const seed = Number(process.env['SENTINEL_SEED'] ?? Date.now() % 1_000_000)
/** Some people, so that the same badge is often at several doors at once; a clock that goes fast, so that it often counts. */
const isLong = scans > 5_000
const people = isLong ? 100 : 40
const speed = isLong ? 10 : 100
/** Between two badges at one door. */
const pauseMs = 10
/** A Tuesday, 12:30 at the unit. */
const firstInstant = '2026-11-24T18:30:00.000Z'
const names = ['north', 'east', 'south', 'west'] as const
type Name = (typeof names)[number]

let folder: string
let url: string
let admin: pg.Pool
let cable: Cable
/** The server takes connections from this machine alone. */
let socket: TcpProxy
let enlisted: Enlisted[]
const began = Date.now()
/** Of those that were killed too. */
const runs: Writer[] = []
const running = new Map<Name, Writer>()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-stations-'))
  url = await copyTemplate('stations')
  admin = new pg.Pool({ connectionString: url, max: 4 })
  admin.on('error', () => {})
  cable = layCable()
  socket = await startTcpProxy(Number(new URL(url).port), cable.near)
  const pool = new pg.Pool({ ...connectionOptions(parseServerUrl(url), 'sentinel test'), max: 2, onConnect: setUp })
  const database = createServerDatabase({ pool, connections: 2, clock: systemClock, log: silentLog })
  enlisted = await enlist(database, new Date(firstInstant), people)
  await database.close()
}, 120_000)
afterEach(async () => {
  for (const rig of runs.splice(0)) await rig.kill()
  running.clear()
  await admin.end()
  await socket.stop()
  cable.remove()
  rmSync(folder, { recursive: true, force: true })
})

const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> => (await admin.query<R>(text, values)).rows

function start(name: Name): Writer {
  const address = new URL(url)
  const isElsewhere = name === 'west'
  if (isElsewhere) [address.hostname, address.port] = [cable.near, String(socket.port)]
  // Over a network only what says so goes in the clear.
  if (isElsewhere) address.searchParams.set('sslmode', 'disable')
  const rig = startRig('station.ts', [address.href, folder, name, firstInstant, String(began), String(speed), String(speed), enlisted.map(({ serial }) => serial).join(',')], isElsewhere ? cable.under : [])
  runs.push(rig)
  running.set(name, rig)
  rig.child.stdin?.write('window\n')
  return rig
}
const say = (name: Name, line: string): void => void running.get(name)?.child.stdin?.write(`${line}\n`)
let asked = 0
/** What a station answers to `word`. */
async function ask(name: Name, word: string): Promise<string> {
  const token = `q${(asked += 1)}`
  say(name, `${word} ${token}`)
  const line = await running.get(name)?.waitFor(new RegExp(`^${word} ${token} `))
  return (line ?? '').split(' ').slice(2).join(' ')
}
async function leaderOf(among: readonly Name[]): Promise<Name> {
  for (;;) {
    for (const name of among) if ((await ask(name, 'leads')) === 'true') return name
    await sleep(200)
  }
}
/** Lines of all runs that begin with the word, as their other words. */
const said = (word: 'ask' | 'ack'): string[][] => runs.flatMap((rig) => rig.lines().flatMap((line) => (line.startsWith(`${word} `) ? [line.split(' ').slice(1)] : [])))
const comeTo = async (count: number): Promise<void> => {
  while (said('ack').length < count) await sleep(isLong ? 2_000 : 200)
}
const readRevision = async (): Promise<number> => Number((await rows<{ value: string }>(`select value from revision where topic = 'presence'`))[0]?.value)
/** Every station shows what the record says, and has been told so: nobody read anything again by itself. */
async function expectScreensEqual(among: readonly Name[]): Promise<void> {
  const inside = (await rows<{ id: string }>(`select member_id as id from member_presence where direction = 'in' order by 1`)).map(({ id }) => id)
  const truth = { revision: await readRevision(), inside }
  await expect.poll(() => Promise.all(among.map(async (name) => JSON.parse(await ask(name, 'screen')) as unknown)), { timeout: 30_000, interval: 250 }).toEqual(among.map(() => truth))
}

test(`four stations, ${scans} scans of the same people, two killed, one cut off, the leader killed in the reset: nothing lost, nothing twice, the same on every screen`, { timeout: 300_000 + scans * 60 }, async () => {
  process.stdout.write(`four stations: seed ${seed}\n`)
  // Whoever comes first leads.
  const [leader, other] = ['north', 'east'] as const
  await start(leader).waitFor(/^ready/)
  for (const name of names) if (name !== leader) start(name)
  for (const name of names) await running.get(name)?.waitFor(/^ready/)
  expect(await Promise.all(names.map((name) => ask(name, 'leads')))).toEqual(['true', 'false', 'false', 'false'])
  const since = performance.now()
  names.forEach((name, index) => say(name, `scan ${seed + index} ${scans} ${pauseMs}`))

  await comeTo(scans / 4)
  for (const name of [leader, other]) running.get(name)?.child.kill('SIGKILL')
  start(leader)
  running.delete(other)
  const live = names.filter((name) => name !== other)

  await comeTo(scans / 2)
  cable.pull()
  const again = running.get(leader)?.waitFor(/^ready/).then(() => say(leader, `scan ${seed + 10} ${scans} ${pauseMs}`))
  await comeTo((scans * 3) / 4)
  // It keeps what is scanned there, and says so: it has noticed.
  await expect.poll(async () => Number(await ask('west', 'waiting')), { timeout: 60_000, interval: 500 }).toBeGreaterThan(0)
  cable.plugIn()
  await comeTo(scans)
  const seconds = (performance.now() - since) / 1000
  await again
  for (const name of live) say(name, 'stop')
  for (const name of live) await running.get(name)?.waitFor(/^scanned/)
  await expect.poll(() => Promise.all(live.map((name) => ask(name, 'waiting'))), { timeout: 120_000, interval: 500 }).toEqual(['0', '0', '0'])

  const stored = new Map((await rows<{ id: string; count: string }>('select scan_id as id, count(*) as count from movement where scan_id is not null group by 1')).map(({ id, count }) => [id, Number(count)]))
  const late = new Set((await rows<{ id: string }>('select id from offline_scan')).map(({ id }) => id))
  const acknowledged = said('ack')
  const answered = (pattern: RegExp) => acknowledged.filter(([, , outcome = '']) => pattern.test(outcome))
  const [moved, kept, same] = [answered(/^member_(in|out)$/), answered(/^kept/), answered(/^duplicate$/)]
  expect(moved.length + kept.length + same.length, 'answered otherwise').toBe(acknowledged.length)
  expect(moved.filter(([id = '']) => !stored.has(id)), 'acknowledged and lost').toEqual([])
  expect(kept.filter(([id = '']) => !late.has(id)), 'kept and not entered').toEqual([])
  expect([...stored.values()].filter((count) => count !== 1), 'written twice').toEqual([])
  const everAsked = new Set(said('ask').map(([id]) => id))
  expect([...stored.keys()].filter((id) => !everAsked.has(id)), 'asked by nobody').toEqual([])

  const chains = new Map<string, string[]>()
  for (const { member_id, direction } of await rows<{ member_id: string; direction: string }>('select member_id, direction from movement where not voided order by at, seq')) chains.set(member_id, [...(chains.get(member_id) ?? []), direction])
  const wrong = [...chains].filter(([, directions]) => directions.some((direction, index) => direction !== (index % 2 === 0 ? 'in' : 'out')))
  expect(wrong, 'in and out alternate').toEqual([])
  const last = new Map((await rows<{ member_id: string; direction: string }>('select member_id, direction from member_presence')).map((row) => [row.member_id, row.direction]))
  expect(new Map([...chains].map(([id, directions]) => [id, directions.at(-1)])), 'who is inside').toEqual(last)
  await expectScreensEqual(live)
  process.stdout.write(`four stations: ${acknowledged.length} acknowledged in ${seconds.toFixed(1)} s, ${moved.length} moved somebody at once, ${kept.length} were kept and entered, ${same.length} were the same again; ${stored.size} in the record, ${everAsked.size - acknowledged.length} in doubt, 0 lost\n`)

  // The leader is killed when all of the reset is written and nothing of it is kept: what it writes last has to wait.
  const before = await rows(`select from job_run where job = 'daily_reset' and outcome = 'done'`)
  const wasInside = [...last.values()].filter((direction) => direction === 'in').length
  const second = await leaderOf(live)
  const holding = await admin.connect()
  await holding.query('begin; lock table session in share mode')
  const rollover = '2026-11-25T09:00:01.000Z'
  for (const name of live) say(name, `clock ${rollover}`)
  await expect.poll(async () => (await rows(`select from pg_stat_activity where application_name = 'sentinel ${second}' and wait_event_type = 'Lock' and query like 'update "session"%'`)).length, { timeout: 60_000, interval: 100 }).toBe(1)
  running.get(second)?.child.kill('SIGKILL')
  const killed = performance.now()
  expect(await rows(`select from job_run where job = 'daily_reset' and outcome = 'done'`), 'nothing by halves').toHaveLength(before.length)
  await holding.query('rollback')
  holding.release()
  await expect.poll(async () => (await rows(`select from job_run where job = 'daily_reset' and key = '2026-11-24' and outcome = 'done'`)).length, { timeout: 60_000, interval: 250 }).toBe(1)
  process.stdout.write(`four stations: the reset was done by another ${((performance.now() - killed) / 1000).toFixed(1)} s after the leader was killed in it\n`)
  const left = live.filter((name) => name !== second)
  await expectScreensEqual(left)
  expect(await rows(`select from movement where method = 'system' and at = '2026-11-25T09:00:00.000Z'`), 'each out once').toHaveLength(wasInside)
  expect(await rows('select from missed_checkout')).toHaveLength(wasInside)
  for (const name of left) say(name, 'close')
  for (const name of left) expect(await running.get(name)?.exited, name).toBe(0)
})
