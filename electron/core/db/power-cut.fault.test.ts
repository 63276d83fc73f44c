/** The power goes (trust.md 3.2, 3.3): what the disk held at that moment is mounted elsewhere, opened and counted. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createScratchDisk, type ScratchDisk } from './testing/scratch-disk.ts'
import { countRows, startWriter, type Engine, type Writer } from './testing/rig-process.ts'

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

const start = (engine: Engine, bytes?: number): Writer => (writer = startWriter({ engine, dataDir: join(disk.path, 'desk'), ...(bytes && { bytes }) }))

/** Cuts the power `ms` after now, and tells what had been acknowledged and what is there afterwards. */
async function cutAfter(ms: number, engine: Engine, running: Writer): Promise<{ acknowledged: number; rows: number; ms: number }> {
  await sleep(ms)
  await running.freeze()
  const folder = disk.cut()
  const acknowledged = running.acknowledged()
  await running.kill()
  const { rows, ms: opening } = countRows(engine, join(folder, 'desk'))
  process.stdout.write(`power cut, ${engine}: ${acknowledged} acknowledged, ${rows} there, opened, counted and closed in ${opening} ms\n`)
  return { acknowledged, rows, ms: opening }
}

describe('a power cut (F2)', () => {
  test('during first creation: whatever was there, the desk opens or is made anew', async () => {
    const running = start('durable')
    await running.waitFor(/step create/)
    const { acknowledged, rows } = await cutAfter(200 + Math.random() * 3000, 'durable', running)
    expect(acknowledged).toBe(0)
    expect(rows).toBe(0)
  })

  test('just after first creation, when nothing but the writer has flushed anything: every acknowledged row is there', async () => {
    const running = start('durable')
    await running.waitFor(/^ready/)
    running.go()
    await running.waitFor(/^ack 5 /)
    const { acknowledged, rows } = await cutAfter(Math.random() * 600, 'durable', running)
    expect(acknowledged).toBeGreaterThanOrEqual(5)
    expect(rows).toBeGreaterThanOrEqual(acknowledged)
    expect(rows).toBeLessThanOrEqual(acknowledged + 1)
  })

  test('at a random moment of writing, three times on one desk, over more than one WAL file: every acknowledged row is there', async () => {
    let before = 0
    for (let round = 0; round < 3; round++) {
      // Large rows: WAL files are 16 MB, and their names must survive as well.
      const running = start('durable', 100_000)
      await running.waitFor(/^ready/)
      running.go()
      await running.waitFor(/^ack 80 /)
      const { acknowledged, rows } = await cutAfter(Math.random() * 2000, 'durable', running)
      expect(rows - before).toBeGreaterThanOrEqual(acknowledged)
      expect(rows - before).toBeLessThanOrEqual(acknowledged + 1)
      // The disk itself was not cut: at most one row more than was counted on the copy.
      before = countRows('durable', join(disk.path, 'desk')).rows
    }
    expect(readdirSync(join(disk.path, 'desk/pgdata/pg_wal')).filter((name) => /^[\dA-F]{24}$/.test(name)).toSorted().at(-1)).toMatch(/[2-9A-F]$/)
  })

  test('this rig can fail: PGlite as it comes loses acknowledged rows', async () => {
    const running = start('default')
    await running.waitFor(/^ready/)
    disk.sync()
    running.go()
    await running.waitFor(/^ack 200 /)
    const { acknowledged, rows } = await cutAfter(300, 'default', running)
    expect(acknowledged).toBeGreaterThanOrEqual(200)
    expect(rows).toBeLessThan(acknowledged)
  })
})
