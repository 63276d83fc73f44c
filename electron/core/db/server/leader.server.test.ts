/** One station does what is done once for all (decision 026): by a lock of the server's, which goes where the leader goes. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTcpProxy, type TcpProxy } from '../../../../test/rigs/tcp-proxy.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import { copyTemplate } from '../testing/server-copy.ts'
import { parseServerUrl } from './address.ts'
import { leaderPace, startLeader, type Leader } from './leader.ts'

let url: string
let proxy: TcpProxy
const started: Leader[] = []
beforeEach(async () => {
  url = await copyTemplate('leader')
  proxy = await startTcpProxy(Number(new URL(url).port))
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((leader) => leader.stop()))
  await proxy.stop()
})

/** The proportions of the real ones, ten times as fast. */
const pace = { beat: leaderPace.beat / 10, trust: leaderPace.trust / 10, idle: leaderPace.idle / 10 }
async function join(name: string, address = url, clock = systemClock): Promise<Leader> {
  const leader = await startLeader({ address: parseServerUrl(address), name, clock, log: silentLog, pace })
  started.push(leader)
  return leader
}
const leads = (all: readonly Leader[]) => all.map((leader) => leader.leads())

test('whoever comes first leads; who closes lets go, and another is told that it leads now', async () => {
  const all = [await join('a'), await join('b'), await join('c')] as const
  expect(leads(all)).toEqual([true, false, false])
  const told: string[] = []
  for (const [index, leader] of all.entries()) leader.onLeading(() => told.push('abc'.charAt(index)))
  await all[0].stop()
  await expect.poll(() => leads(all).filter(Boolean), { timeout: 10_000, interval: 20 }).toHaveLength(1)
  expect(told).toEqual([all[1].leads() ? 'b' : 'c'])
})

test('a leader whose connection is ended leads no more, and one leads again', async () => {
  const all = [await join('first'), await join('second')]
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'first'`)
  await admin.end()
  await expect.poll(() => leads(all).filter(Boolean), { timeout: 10_000, interval: 20 }).toHaveLength(1)
})

test('a leader whose network is cut has stopped before the server lets its lock go to another, and never are there two', async () => {
  const through = new URL(url)
  through.port = String(proxy.port)
  const cut = await join('cut', through.href)
  const other = await join('other')
  expect(leads([cut, other])).toEqual([true, false])
  // Three beats, so that it has proven itself again.
  await sleep(3 * pace.beat)
  proxy.cut()
  let together = 0
  const since = performance.now()
  while (!other.leads() && performance.now() - since < 20_000) {
    if (cut.leads() && other.leads()) together += 1
    await sleep(5)
  }
  expect({ other: other.leads(), cut: cut.leads(), together }).toEqual({ other: true, cut: false, together: 0 })
  proxy.heal()
  await sleep(4 * pace.beat)
  expect(leads([cut, other]), 'who took over keeps it').toEqual([false, true])
})

test('a leader that slept leads no more when it wakes, and again only once it has asked', async () => {
  let sleptMs = 0
  const sleeper = await join('sleeper', url, { ...systemClock, monotonic: () => systemClock.monotonic() + sleptMs })
  expect(sleeper.leads()).toBe(true)
  sleptMs = pace.trust
  expect(sleeper.leads()).toBe(false)
  await expect.poll(() => sleeper.leads(), { timeout: 10_000, interval: 20 }).toBe(true)
})

test('with no server nobody leads, and nothing is thrown', async () => {
  const nowhere = new URL(url)
  nowhere.port = '1'
  expect((await join('lonely', nowhere.href)).leads()).toBe(false)
})
