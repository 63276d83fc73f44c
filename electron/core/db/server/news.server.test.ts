/** What stations hear of each other's acts (decision 026): sent if and only if the act is kept, heard once, and found out where it was missed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTcpProxy, type TcpProxy } from '../../../../test/rigs/tcp-proxy.ts'
import { systemClock } from '../../kit/clock.ts'
import { silentLog } from '../../kit/log.ts'
import type { Database, Tx } from '../database.ts'
import { copyTemplate } from '../testing/server-copy.ts'
import { parseServerUrl } from './address.ts'
import { openServer } from './open-server.ts'
import { channel } from './record-revision.ts'

let url: string
let admin: pg.Client
const opened: Database[] = []
beforeEach(async () => {
  url = await copyTemplate('news')
  admin = new pg.Client({ connectionString: url })
  await admin.connect()
})
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
  await admin.end()
})

async function station(address = url) {
  const database = await openServer({ address: parseServerUrl(address), clock: systemClock, log: silentLog, appVersion: 'test', stationId: `s${opened.length}` })
  opened.push(database)
  const stations = database.server?.stations
  if (stations === undefined) throw new Error('it has no others')
  const heard: unknown[] = []
  const stop = stations.listen({ onTold: (name, payload) => void heard.push([name, payload]), onMissed: () => void heard.push('missed') })
  return { database, stations, heard, stop }
}
const act = (n: number) => (tx: Tx) => tx.execute(sql`insert into setting (key, value, category, updated_at) values (${`test.${n}`}, '1', 'test', now())`)
const revision = async (): Promise<number> => Number((await admin.query<{ value: string }>(`select coalesce(max(value), 0) as value from revision where topic = 'record'`)).rows[0]?.value)
/** Longer than a station has to tell of its act. */
const patience = () => sleep(4_000)

test('the others hear what a station tells, at once and once; also the last of one that closes; whoever did not listen yet has missed it', async () => {
  const [a, b, c, late] = [await station(), await station(), await station(), await station()]
  late.stop()
  for (const n of [1, 2]) {
    await a.database.transaction(act(n))
    a.stations.tell('settings.changed', { keys: [`test.${n}`] })
  }
  const told = [1, 2].map((n) => ['settings.changed', { keys: [`test.${n}`] }])
  for (const { heard } of [b, c]) await expect.poll(() => heard, { interval: 10, timeout: 10_000 }).toEqual(told)
  await a.database.transaction(act(3))
  a.stations.tell('settings.changed', { keys: ['test.3'] })
  await a.database.close()
  await patience()
  const all = [...told, ['settings.changed', { keys: ['test.3'] }]]
  expect([a.heard, b.heard, c.heard]).toEqual([[], all, all])
  const heardLate: string[] = []
  late.stations.listen({ onTold: () => heardLate.push('told'), onMissed: () => heardLate.push('missed') })
  expect(heardLate).toEqual(['missed'])
})

test('only an act that wrote and was kept has a revision', async () => {
  const a = await station()
  const before = await revision()
  await a.database.transaction((tx) => tx.execute(sql`select key from setting for update`))
  await a.database.transaction((tx) => tx.execute(sql`update setting set value = '2' where key = 'not there'`))
  await expect(a.database.transaction(async (tx) => (await act(1)(tx), Promise.reject(new Error('no'))))).rejects.toThrow('no')
  expect(await revision()).toBe(before)
  await a.database.transaction(act(1))
  await a.database.transaction((tx) => tx.execute(sql`with gone as (delete from setting where key = 'test.1' returning key) select * from gone`))
  expect(await revision()).toBe(before + 2)
})

test('an act of a station that was killed before it told of it is found out, and everything is read again', async () => {
  const [a, b] = [await station(), await station()]
  // What a killed station leaves: its act is kept and announced, and nothing follows.
  await admin.query(`with next as (insert into revision values ('record', 1) on conflict (topic) do update set value = revision.value + 1 returning value) select pg_notify('${channel}', json_build_object('by', 'killed', 'revision', value)::text) from next`)
  for (const { heard } of [a, b]) await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['missed'])
})

test('what says the same number again, or is not understood, is not passed on', async () => {
  const a = await station()
  const say = (text: string) => admin.query('select pg_notify($1, $2)', [channel, text])
  await say('nonsense')
  for (const number of [1, 1, 2, 1]) await say(JSON.stringify({ by: 'x', number, done: [], events: [{ name: 'dds.changed', payload: {} }] }))
  await say(JSON.stringify({ by: 'x', number: 3, done: [], events: [{ name: 'last', payload: {} }] }))
  await expect.poll(() => a.heard.length).toBeGreaterThanOrEqual(3)
  expect(a.heard).toEqual([['dds.changed', {}], ['dds.changed', {}], ['last', {}]])
})

describe('a station whose network is cut', () => {
  let proxy: TcpProxy
  beforeEach(async () => {
    proxy = await startTcpProxy(Number(new URL(url).port))
  })
  afterEach(() => proxy.stop())

  test('misses what the others tell, and catches up when it is back', async () => {
    const a = await station()
    const through = new URL(url)
    through.port = String(proxy.port)
    const b = await station(through.href)
    proxy.cut()
    await a.database.transaction(act(1))
    a.stations.tell('settings.changed', { keys: [] })
    await sleep(200)
    expect(b.heard).toEqual([])
    proxy.heal()
    await expect.poll(() => b.heard, { timeout: 20_000 }).toEqual(['missed'])
    await a.database.transaction(act(2))
    a.stations.tell('dds.changed', {})
    await expect.poll(() => b.heard, { timeout: 10_000 }).toEqual(['missed', ['dds.changed', {}]])
  })
})
