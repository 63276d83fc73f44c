/**
 * The power goes (trust.md 3.2, 3.3): what the disk held at that moment is mounted elsewhere, opened and counted.
 * Five rounds; `SENTINEL_ROUNDS=50` for more, in fives: one cut during first creation, one just after, three of writing.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createScratchDisk, type ScratchDisk } from './testing/scratch-disk.ts'
import { countRows, startWriter, type Engine, type Writer } from './testing/rig-process.ts'

const fives = Array.from({ length: Math.ceil(Number(process.env['SENTINEL_ROUNDS'] ?? 5) / 5) }, (_, index) => ({ five: index + 1 }))
/** Of the durable engine. */
const cuts: { acknowledged: number; there: number; openMs: number }[] = []

let disk: ScratchDisk
let writer: Writer | undefined
beforeEach(() => {
  disk = createScratchDisk(400)
})
afterEach(async () => {
  await writer?.kill()
  writer = undefined
  disk.dispose()
})
afterAll(() => {
  const sum = (key: 'acknowledged' | 'there'): number => cuts.reduce((total, cut) => total + cut[key], 0)
  const opening = cuts.map(({ openMs }) => openMs).toSorted((a, b) => a - b)
  process.stdout.write(`power cuts: ${cuts.length}, ${sum('acknowledged')} acknowledged, ${sum('there')} there; opened, counted and closed in ${opening[Math.floor(cuts.length / 2)]} ms (median), ${opening.at(-1)} ms (slowest)\n`)
})

const start = (engine: Engine, bytes?: number): Writer => (writer = startWriter({ engine, dataDir: join(disk.path, 'desk'), ...(bytes && { bytes }) }))

/** Cuts the power `ms` after now, and tells what had been acknowledged since `before` rows and what of that is there afterwards. */
async function cutAfter(ms: number, engine: Engine, running: Writer, before = 0): Promise<{ acknowledged: number; there: number }> {
  await sleep(ms)
  await running.freeze()
  const folder = disk.cut()
  const acknowledged = running.acknowledged()
  await running.kill()
  const { rows, ms: openMs } = countRows(engine, join(folder, 'desk'))
  const there = rows - before
  if (engine === 'durable') cuts.push({ acknowledged, there, openMs })
  else process.stdout.write(`power cut, PGlite as it comes: ${acknowledged} acknowledged, ${there} there\n`)
  return { acknowledged, there }
}

describe.each(fives)('a power cut (F2), five $five', () => {
  test('during first creation: whatever was there, the desk opens or is made anew', async () => {
    const running = start('durable')
    await running.waitFor(/step create/)
    expect(await cutAfter(200 + Math.random() * 3000, 'durable', running)).toEqual({ acknowledged: 0, there: 0 })
  })

  test('just after first creation, when nothing but the writer has flushed anything: every acknowledged row is there', async () => {
    const running = start('durable')
    await running.waitFor(/^ready/)
    running.go()
    await running.waitFor(/^ack 5 /)
    const { acknowledged, there } = await cutAfter(Math.random() * 600, 'durable', running)
    expect(acknowledged).toBeGreaterThanOrEqual(5)
    expect(there).toBeGreaterThanOrEqual(acknowledged)
    expect(there).toBeLessThanOrEqual(acknowledged + 1)
  })

  test('at a random moment of writing, three times on one desk, over more than one WAL file: every acknowledged row is there', async () => {
    let before = 0
    for (let round = 0; round < 3; round++) {
      // Large rows: WAL files are 16 MB, and their names must survive as well.
      const running = start('durable', 100_000)
      await running.waitFor(/^ready/)
      running.go()
      await running.waitFor(/^ack 80 /)
      const { acknowledged, there } = await cutAfter(Math.random() * 2000, 'durable', running, before)
      expect(there).toBeGreaterThanOrEqual(acknowledged)
      expect(there).toBeLessThanOrEqual(acknowledged + 1)
      // The disk itself was not cut: at most one row more than was counted on the copy.
      before = countRows('durable', join(disk.path, 'desk')).rows
    }
    expect(readdirSync(join(disk.path, 'desk/pgdata/pg_wal')).filter((name) => /^[\dA-F]{24}$/.test(name)).toSorted().at(-1)).toMatch(/[2-9A-F]$/)
  })
})

test('this rig can fail: PGlite as it comes loses acknowledged rows', async () => {
  const running = start('default')
  await running.waitFor(/^ready/)
  disk.sync()
  running.go()
  await running.waitFor(/^ack 200 /)
  const { acknowledged, there } = await cutAfter(300, 'default', running)
  expect(acknowledged).toBeGreaterThanOrEqual(200)
  expect(there).toBeLessThan(acknowledged)
})
