/** A station that is killed while it keeps scans (trust.md 3.2): what it answered is there, once and in order. `SENTINEL_ROUNDS=100` for more. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askRig, startRig, type Writer } from '../../db/testing/rig-process.ts'

const rounds = Number(process.env['SENTINEL_ROUNDS'] ?? 12)

let folder: string
let running: Writer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-offline-'))
})
afterEach(async () => {
  await running?.kill()
  rmSync(folder, { recursive: true, force: true })
})

test(`killed at random moments, ${rounds} times: no scan that was answered is lost, and none is damaged`, { timeout: 60_000 + rounds * 15_000 }, async () => {
  const answered = new Set<string>()
  const maybeEntered = new Set<string>()
  let [kept, left] = [0, 0]
  for (let round = 1; round <= rounds; round += 1) {
    const rig = (running = startRig('offline-writer.ts', ['write', folder]))
    await rig.waitFor(/^ready/)
    // By what was done and not by the clock: a busy machine does less in a second.
    const enough = 5 + Math.floor(Math.random() * 150)
    while (rig.lines().filter((line) => line.startsWith('ack ')).length < enough) await sleep(2)
    await rig.kill()
    for (const line of rig.lines()) {
      const [word, ...ids] = line.split(' ')
      if (word === 'ack') for (const id of ids) answered.add(id)
      if (word === 'entering') for (const id of ids) maybeEntered.add(id)
    }
    const { waiting, lost } = askRig<{ waiting: { id: string; n: number }[]; lost: number }>('offline-writer.ts', ['read', folder])
    const there = new Set(waiting.map(({ id }) => id))
    expect([...answered].filter((id) => !there.has(id) && !maybeEntered.has(id)), `lost in round ${round}`).toEqual([])
    // One may be there that nobody was told of any more: it was on the disk in the moment of the kill.
    expect(waiting.filter(({ id }) => !answered.has(id)).length, `unasked in round ${round}`).toBeLessThanOrEqual(round)
    expect(there.size, 'each once').toBe(waiting.length)
    expect(waiting.map(({ n }) => n), 'in order').toEqual(waiting.map(({ n }) => n).toSorted((a, b) => a - b))
    expect(lost).toBe(0)
    ;[kept, left] = [answered.size, waiting.length]
  }
  process.stdout.write(`offline queue: ${rounds} kills, ${kept} answered, ${maybeEntered.size} entered, ${left} left, 0 lost\n`)
  expect(kept).toBeGreaterThan(rounds)
})
