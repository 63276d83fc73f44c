/** The red key with 500 people inside: how long until the list and its PDF are on the disk, idle and while another act holds the record (screens.md 5.8 no. 10: 3 s). */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SentinelEvents } from '../shared/contract/index.ts'
import { signedInDesk } from '../electron/core/app/testing/test-callers.ts'
import { openDatabase } from '../electron/core/db/open.ts'
import { createMusterService } from '../electron/core/domain/muster/service.ts'
import { defaultUnitProfile } from '../electron/core/domain/settings/unit-profile.ts'
import type { SettableClock } from '../electron/core/kit/clock.ts'
import { createHub } from '../electron/core/kit/hub.ts'
import { silentLog } from '../electron/core/kit/log.ts'
import { fillUnit, people } from './fill.ts'
import { round, stallOf, worstOf, type Stall } from './measure.ts'

const rounds = 5
/** Milliseconds, as the issue asks for it. */
const allowed = 3_000
/** Longer than the record may take before the list of the last minute goes out first. */
const heldMs = 2_500

/** Resolves with the time at which a file that is new since `before` ends like that. */
async function untilFile(folder: string, before: ReadonlySet<string>, ending: string): Promise<number> {
  for (;;) {
    if (readdirSync(folder).some((name) => !before.has(name) && name.endsWith(ending))) return performance.now()
    await sleep(2)
  }
}

/** Fills, presses in turns, and prints what it took. @param note tells who waits */
export async function measureMuster(folder: string, clock: SettableClock, note: (text: string) => void) {
  const dataDir = join(folder, 'muster')
  note(`Filling a database with ${people} members inside…`)
  const database = await openDatabase({ dataDir, clock, log: silentLog, appVersion: 'bench' })
  await fillUnit(database, clock.now())
  const files = join(folder, 'musters')
  mkdirSync(files)
  const muster = createMusterService({ database, clock, hub: createHub<SentinelEvents>(silentLog), log: silentLog, unit: () => defaultUnitProfile, folder: files })
  await muster.begin()
  const caller = signedInDesk('admin')

  note('Musters…')
  const took = { idle: { file: [] as number[], pdf: [] as number[], answer: [] as number[], stalls: [] as Stall[] }, busy: { file: [] as number[], pdf: [] as number[], answer: [] as number[], stalls: [] as Stall[] } }
  for (let index = -1; index < rounds; index += 1)
    for (const state of ['idle', 'busy'] as const) {
      // Each on a second of its own: musters are told apart by it.
      clock.set(new Date(clock.now().getTime() + 2_000))
      const before = new Set(readdirSync(files))
      let musterId = ''
      const held = state === 'busy' ? database.transaction(() => sleep(heldMs)) : Promise.resolve()
      const times = { file: 0, pdf: 0, answer: 0 }
      const stall = await stallOf(async () => {
        const start = performance.now()
        const pressed = async (): Promise<void> => {
          musterId = (await muster.start({ requestId: crypto.randomUUID(), kind: 'live' }, caller)).musterId
          times.answer = performance.now() - start
        }
        const [file, pdf] = await Promise.all([untilFile(files, before, '.html'), untilFile(files, before, '.pdf'), pressed(), held])
        times.file = file - start
        times.pdf = pdf - start
      })
      await muster.close({ musterId, reason: 'bench', remarks: null }, caller)
      // The papers of the last one are no part of the next.
      await muster.paper({ musterId, language: 'en' })
      if (index < 0) continue
      for (const what of ['file', 'pdf', 'answer'] as const) took[state][what].push(times[what])
      took[state].stalls.push(stall)
    }
  await muster.stop()
  await database.close()

  const worst = (times: readonly number[]): number => round(Math.max(...times), 0)
  const table = (['idle', 'busy'] as const).map((state) => ({ record: state, 'press → file ms': worst(took[state].file), 'press → PDF ms': worst(took[state].pdf), 'press → answer ms': worst(took[state].answer), 'stall ms': round(worstOf(took[state].stalls).wall, 0), 'own work ms': round(worstOf(took[state].stalls).own, 0) }))
  console.table(table)
  const isWithin = (['idle', 'busy'] as const).every((state) => Math.max(...took[state].file, ...took[state].pdf) <= allowed)
  process.stdout.write(`Muster with ${people} inside, the worst of ${rounds}: file and PDF ${isWithin ? 'within' : 'OVER'} ${allowed} ms, also while another act holds the record for ${heldMs} ms\n`)
  return { people, rounds, table }
}
