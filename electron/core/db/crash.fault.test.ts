/** The application is killed, or started twice (trust.md 3.2, F1). */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countRows, startWriter, type Writer } from './testing/rig-process.ts'

const rounds = 20
let folder: string
let writers: Writer[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-crash-'))
})
afterEach(async () => {
  await Promise.all(writers.map((writer) => writer.kill()))
  writers = []
  rmSync(folder, { recursive: true, force: true })
})

function start(): Writer {
  const writer = startWriter({ engine: 'durable', dataDir: join(folder, 'desk') })
  writers.push(writer)
  return writer
}

test(`killed at random moments of writing, ${rounds} times: it always opens, and nothing acknowledged is lost`, { timeout: rounds * 30_000 }, async () => {
  let acknowledged = 0
  const opening: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    const writer = start()
    await writer.waitFor(/^ready/)
    opening.push(performance.now() - began)
    writer.go()
    await sleep(Math.random() * 300)
    await writer.kill()
    acknowledged += writer.acknowledged()
  }
  const { rows } = countRows('durable', join(folder, 'desk'))
  process.stdout.write(`kill: ${acknowledged} acknowledged in ${rounds} rounds, ${rows} there; a process started and opened in ${Math.round(opening.toSorted((a, b) => a - b)[rounds / 2] ?? 0)} ms (median)\n`)
  expect(acknowledged).toBeGreaterThan(rounds)
  expect(rows).toBeGreaterThanOrEqual(acknowledged)
  // One in doubt a round: written, but killed before it could be said.
  expect(rows).toBeLessThanOrEqual(acknowledged + rounds)
  // The copies after a bad end do not fill the disk.
  const copies = readdirSync(join(folder, 'desk/backups'))
  expect(copies.length).toBeGreaterThan(0)
  expect(copies.length).toBeLessThanOrEqual(5)
})

test('killed during first creation, again and again: nothing was answered, and the next start makes the desk', async () => {
  for (const ms of [100, 700, 1500]) {
    const writer = start()
    await writer.waitFor(/step create/)
    await sleep(ms)
    await writer.kill()
  }
  expect(countRows('durable', join(folder, 'desk'))).toMatchObject({ rows: 0 })
})

test('two on one desk: the second is told who has it, and opens at once when that one is killed', async () => {
  const first = start()
  await first.waitFor(/^ready/)

  const second = start()
  const told = JSON.parse((await second.waitFor(/^not opened/)).replace('not opened ', '')) as Record<string, unknown>
  expect(told).toMatchObject({ kind: 'in_use', pid: first.child.pid })
  expect(new Date(String(told['since'])).getTime()).toBeLessThanOrEqual(Date.now())
  expect(await second.exited).toBe(3)

  await first.kill()
  const third = start()
  await third.waitFor(/^ready/)
  third.go()
  await third.waitFor(/^ack 1 /)
})
