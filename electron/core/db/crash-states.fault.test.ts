/**
 * Any state in which a power cut could leave the disk (trust.md 3.4, tool B): sectors that were not flushed are there or not,
 * in any order and torn. Four states; `SENTINEL_STATES=200` for more, `SENTINEL_SEED=…` for those of a run that failed.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../../test/rigs/whole-desk/random.ts'
import { findAppRoot } from '../kit/app-root.ts'
import { openDurableEngine } from './durable-fs.ts'
import { recordFiles, type Recording } from './testing/recorded-files.ts'

const states = Number(process.env['SENTINEL_STATES'] ?? 4)
const seed = Number(process.env['SENTINEL_SEED'] ?? Date.now() % 1_000_000)
const acts = 120

let folder: string
let recording: Recording
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-states-'))
  const [pgdata, base] = [join(folder, 'pgdata'), join(folder, 'base')]
  mkdirSync(pgdata)
  const making = await openDurableEngine(pgdata)
  await making.exec('create table act (n int primary key, at timestamptz not null default now(), text text not null); create table state (id int primary key, n int not null); insert into state values (1, 0)')
  await making.close()
  cpSync(pgdata, base, { recursive: true })

  recording = recordFiles(pgdata, base)
  const engine = await openDurableEngine(pgdata, recording.observe)
  for (let n = 1; n <= acts; n += 1) {
    // What a scan is: a row more, and a row changed, in one act.
    await engine.transaction(async (tx) => {
      await tx.query('insert into act (n, text) values ($1, $2)', [n, `act ${n} `.repeat(40)])
      await tx.query('update state set n = $1 where id = 1', [n])
    })
    recording.acknowledge(n)
    // Pages are written out and, later, changed again: that is when they can be torn.
    if (n % 40 === 0) await engine.exec('checkpoint')
    if (n === 60) await engine.exec('select pg_switch_wal()')
  }
  await engine.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Found {
  readonly acts: number
  readonly highest: number
  readonly state: number
  readonly damaged: number
}

/** Opens a state as the next start would. */
async function look(target: string): Promise<Found> {
  const engine = await openDurableEngine(target)
  try {
    const { rows } = await engine.query<Found>(`
      select count(*)::int as acts, coalesce(max(n), 0)::int as highest, (select n from state) as state,
        (count(*) filter (where text <> repeat('act ' || n || ' ', 40)))::int as damaged from act`)
    return rows[0] ?? { acts: -1, highest: -1, state: -1, damaged: -1 }
  } finally {
    await engine.close()
  }
}

test(`${states} states of the disk after a power cut: each opens, and every acknowledged act is in it, whole`, { timeout: 60_000 + states * 30_000 }, async () => {
  const random = createRandom(seed)
  const moments = recording.moments()
  let [lowest, most, more] = [Infinity, 0, 0]
  for (let round = 0; round < states; round += 1) {
    const moment = random.pick(moments) ?? 0
    const target = join(folder, 'state')
    const acknowledged = recording.crashAt(moment, target, random)
    const where = `state ${round} of seed ${seed}, at ${moment}`
    const found = await look(target)
    expect(found.damaged, where).toBe(0)
    // The one that was under way is there, or is not; and it is there in both tables or in none.
    expect([acknowledged, acknowledged + 1], where).toContain(found.acts)
    expect([found.highest, found.state], where).toEqual([found.acts, found.acts])
    lowest = Math.min(lowest, acknowledged)
    most = Math.max(most, acknowledged)
    more += found.acts - acknowledged
  }
  process.stdout.write(`crash states: seed ${seed}, ${states} opened of ${moments.length} moments, ${recording.flushes()} flushes recorded, cut after ${lowest} to ${most} of ${acts} acts, 0 lost, ${more} in doubt there\n`)
})

test('this can fail: where flushes do nothing, acts are lost or the database does not open', async () => {
  const random = createRandom(7)
  const moments = recording.moments()
  let bad = 0
  for (let round = 0; round < 2; round += 1) {
    const target = join(folder, 'lied')
    const acknowledged = recording.crashAt(moments.at(-1 - round) ?? 0, target, random, 'lying')
    const { stdout } = spawnSync(process.execPath, [join(findAppRoot(), 'test/rigs/act-count.ts'), target], { encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' })
    const found = stdout.trim() === '' ? undefined : (JSON.parse(stdout) as { acts: number })
    bad += Number(found === undefined || found.acts < acknowledged)
  }
  process.stdout.write(`crash states with flushes that do nothing: ${bad} of 2 lost acts or did not open\n`)
  expect(bad).toBeGreaterThan(0)
})
