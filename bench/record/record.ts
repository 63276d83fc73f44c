/** The roll of 2,000 and the record of 1,000,000: how long an answer takes, whatever is asked (issue 3: 50 ms, p99). */
import { join } from 'node:path'
import { createCore } from '../../electron/core/app/core.ts'
import { signedInDesk } from '../../electron/core/app/testing/test-callers.ts'
import { openDatabase } from '../../electron/core/db/open.ts'
import { member } from '../../electron/core/db/schema/index.ts'
import type { Clock } from '../../electron/core/kit/clock.ts'
import { silentLog } from '../../electron/core/kit/log.ts'
import { round, timed, timingOf, type Timing } from '../measure.ts'
import { fillRecord, recordMovements, recordPeople } from './fill.ts'
import { questionsOf } from './questions.ts'

/** What an answer may take. Milliseconds, p99. */
const allowed = 50
/** Enough that p99 is not the one answer that a collection of garbage fell on. */
const rounds = 250

/** Fills, asks every question in turn, and prints what it took. @param note tells who waits */
export async function measureRecord(folder: string, clock: Clock, note: (text: string) => void) {
  const dataDir = join(folder, 'record')
  note(`Filling a database with ${recordPeople.toLocaleString('en-CA')} members and ${recordMovements.toLocaleString('en-CA')} movements…`)
  const database = await openDatabase({ dataDir, clock, log: silentLog, appVersion: 'bench' })
  await fillRecord(database, clock.now())
  const ids = (await database.read((tx) => tx.select({ id: member.id }).from(member))).map(({ id }) => id)
  await database.close()

  note('Questions…')
  const core = await createCore({ dataDir, host: 'test', version: 'bench', log: silentLog, clock })
  const caller = signedInDesk('admin')
  const asked: { what: string; timing: Timing }[] = []
  for (const { what, call, input } of questionsOf(clock.now(), ids)) {
    const times: number[] = []
    for (let index = 0; index < rounds + 3; index += 1) {
      const took = await timed(async () => {
        const result = await core.dispatch(caller, call, input(index))
        if (!result.ok) throw new Error(`${what}: ${result.error.message}`)
      })
      if (index >= 3) times.push(took)
    }
    asked.push({ what, timing: timingOf(times) })
  }
  await core.close()

  const rows = asked.map(({ what, timing }) => ({ what, 'p50 ms': round(timing.p50, 1), 'p99 ms': round(timing.p99, 1) }))
  console.table(rows)
  const slow = asked.filter(({ timing }) => timing.p99 > allowed)
  process.stdout.write(slow.length === 0 ? `All ${asked.length} questions within ${allowed} ms (p99)\n` : `${slow.length} of ${asked.length} questions over ${allowed} ms (p99): ${slow.map(({ what }) => what).join('; ')}\n`)
  return { people: recordPeople, movements: recordMovements, rounds, rows }
}
