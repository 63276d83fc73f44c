/**
 * A whole desk (the core with every service, no window) at which everything is done at once until it is killed, for
 * electron/core/app/kill-rounds.fault.test.ts: `node whole-desk.ts run <folder> <seed> <first instant> [scanId=serial …]`.
 * Prints `ready`, then `ask <act> <id>` before and `ack <act> <id> <answer>` as soon as an act is answered. What is given
 * as `scanId=serial` is scanned first: an act in doubt, asked again. `node whole-desk.ts check <folder>` prints a Verdict, with how long the desk took to open.
 */
import { writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { demoMembers } from '../../resources/seed/demo-unit.ts'
import { createCore } from '../../electron/core/app/core.ts'
import { makeBackup } from '../../electron/core/db/make-backup.ts'
import { openDatabase } from '../../electron/core/db/open.ts'
import { createSettableClock, systemClock } from '../../electron/core/kit/clock.ts'
import { silentLog } from '../../electron/core/kit/log.ts'
import { createActs, type ActName, type Done } from './whole-desk/acts.ts'
import { readVerdict } from './whole-desk/check.ts'
import { createRandom } from './whole-desk/random.ts'

const [mode = '', dataDir = '', seed = '1', first = '', ...inDoubt] = process.argv.slice(2)
/** Straight to the descriptor: what is printed must have left the process before it is killed. */
const say = (line: string): void => void writeSync(1, `${line}\n`)
const clock = createSettableClock(systemClock)
if (first !== '') clock.set(new Date(first))
const began = performance.now()
const database = await openDatabase({ dataDir, clock, log: silentLog, appVersion: 'rig' })
const openMs = Math.round(performance.now() - began)

/** How often each is done, out of a hundred; the heavy ones are a line of their own beside it. */
const light: readonly (readonly [ActName, number])[] = [['scan', 70], ['visitorIn', 10], ['visitorOut', 8], ['correct', 6], ['record', 6]]
const heavy: readonly (ActName | 'backup')[] = ['report', 'lockup', 'import', 'lockup', 'backup', 'reset']

async function run(): Promise<void> {
  const random = createRandom(Number(seed))
  const core = await createCore({ dataDir, database, host: 'test', version: 'rig', log: silentLog, clock, dev: true, demo: true })
  const acts = createActs({ core, clock, random, badges: demoMembers.map(({ badge }) => badge), asking: (act, id) => say(`ask ${act} ${id}`) })
  const answered = ({ act, id, answer }: Done): void => say(`ack ${act} ${id ?? '-'} ${answer}`)
  say('ready')
  for (const pair of inDoubt) {
    const [scanId = '', serial = ''] = pair.split('=')
    answered(await acts.scanAs(serial, scanId))
  }
  const lightOf = (): ActName => {
    let share = random.below(100)
    return light.find(([, weight]) => (share -= weight) < 0)?.[0] ?? 'scan'
  }
  const others = async (): Promise<never> => {
    for (let turn = random.below(heavy.length); ; turn += 1) {
      const act = heavy[turn % heavy.length] ?? 'report'
      if (act === 'backup') say(`backup ${(await makeBackup({ database, root: resolve(dataDir), clock, appVersion: 'rig', kind: 'asked' })).rows}`)
      else answered(await acts[act]())
      await new Promise((next) => setTimeout(next, random.below(50)))
    }
  }
  const people = async (): Promise<never> => {
    for (;;) {
      answered(await acts[lightOf()]())
      await new Promise((next) => setImmediate(next))
    }
  }
  await Promise.all([people(), others()])
}

if (mode === 'run') await run()
else {
  say(JSON.stringify({ ...(await readVerdict(database)), openMs }))
  await database.close()
  process.exit(0)
}
