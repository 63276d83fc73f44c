/** The application is killed while it secures the building (screens.md 5.8, 6; trust.md 3.2): after it is opened again, all of a lockup is there or nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askRig, startRig, type Writer } from '../../db/testing/rig-process.ts'

const rounds = 10

interface WholeRecord {
  /** Each is 0 in a record that is whole. */
  readonly broken: { readonly [what: string]: number }
  readonly requests: string[]
  readonly inside: number
  readonly standing: { status: string }[]
}
let folder: string
let running: Writer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-lockup-'))
})
afterEach(async () => {
  await running?.kill()
  rmSync(folder, { recursive: true, force: true })
})

const idsOf = (rig: Writer, word: 'ask' | 'ack'): string[] => rig.lines().flatMap((line) => (line.startsWith(word) ? [line.split(' ')[1] ?? ''] : []))

test(`killed in the middle of a lockup, ${rounds} times: all or nothing, and what was answered is there`, { timeout: rounds * 60_000 }, async () => {
  const dataDir = join(folder, 'desk')
  const answered: string[] = []
  const asked: string[] = []
  let cutOpen = 0
  for (let round = 0; round < rounds; round += 1) {
    running = startRig('lockup-desk.ts', ['run', dataDir])
    await running.waitFor(/^ready/)
    running.go()
    // One is answered, and says how long it takes here; then at any moment of the next, or a little after it.
    const ms = Number((await running.waitFor(/^ack/)).split(' ')[2])
    while (idsOf(running, 'ask').length === idsOf(running, 'ack').length) await sleep(1)
    await sleep(Math.random() * ms * 1.3)
    await running.kill()
    answered.push(...idsOf(running, 'ack'))
    asked.push(...idsOf(running, 'ask'))

    const { broken, requests, inside, standing } = askRig<WholeRecord>('lockup-desk.ts', ['check', dataDir])
    expect(Object.entries(broken).filter(([, count]) => count !== 0), `round ${round}`).toEqual([])
    expect(requests).toEqual(expect.arrayContaining(answered))
    // What was in doubt is whole: it happened, or it did not.
    expect(requests.filter((id) => !asked.includes(id))).toEqual([])
    // A building that stands open has everybody inside: nobody was signed out of it by halves. Secured, they are all out, or in again.
    expect(standing.length === 1 ? [60] : [0, 60]).toContain(inside)
    cutOpen += standing.length
  }
  process.stdout.write(`lockup: ${asked.length} asked in ${rounds} rounds, ${answered.length} answered, cut ${cutOpen} times with the building open\n`)
  expect(answered.length).toBeGreaterThanOrEqual(rounds)
  expect(cutOpen, 'some cuts hit before the building was secured').toBeGreaterThan(0)
})
