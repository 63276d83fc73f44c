/** The application is killed during the roll call (screens.md P0-7.4; trust.md 3.2): the muster is open still, and no tap that was answered is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askRig, startRig, type Writer } from '../../db/testing/rig-process.ts'

const rounds = 3

let folder: string
let running: Writer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-muster-fault-'))
})
afterEach(async () => {
  await running?.kill()
  rmSync(folder, { recursive: true, force: true })
})

test(`killed while the roll is called, ${rounds} times: the muster is open, and every tap that was answered counts`, { timeout: rounds * 60_000 }, async () => {
  const dataDir = join(folder, 'desk')
  const last = new Map<string, string>()
  let answered = 0
  for (let round = 0; round < rounds; round += 1) {
    running = startRig('muster-desk.ts', ['run', dataDir])
    await running.waitFor(/^ready/)
    running.go()
    await running.waitFor(/^ack/)
    await sleep(50 + Math.random() * 200)
    await running.kill()
    const said = (word: 'ask' | 'ack') => running?.lines().flatMap((line) => (line.startsWith(word) ? [line.slice(4).split(' ')] : [])) ?? []
    const [asked, acked] = [said('ask'), said('ack')]
    answered += acked.length
    for (const [entry = '', state = ''] of acked) last.set(entry, state)
    // The one that was under way happened, or did not.
    const [inDoubt = ''] = asked.length > acked.length ? (asked.at(-1) ?? []) : []

    const { isOpen, marked } = askRig<{ isOpen: boolean; marked: Record<string, string> }>('muster-desk.ts', ['check', dataDir])
    expect(isOpen, `round ${round}`).toBe(true)
    expect([...last].filter(([id, state]) => id !== inDoubt && marked[id] !== state), `round ${round}`).toEqual([])
    last.set(inDoubt, marked[inDoubt] ?? '')
    last.delete('')
  }
  process.stdout.write(`muster: ${answered} taps answered in ${rounds} rounds\n`)
  expect(answered).toBeGreaterThanOrEqual(rounds)
})
