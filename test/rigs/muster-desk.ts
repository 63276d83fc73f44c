/**
 * A desk that calls the roll as fast as it goes, until it is killed, for the fault test of electron/core/domain/muster:
 * `node muster-desk.ts run|check <folder>`. `run` prints `ready` once a muster is open, waits for a line, then prints
 * `ask <entry> <state>` before and `ack <entry> <state>` as soon as a tap is answered. `check` prints one JSON line: what the record has of each.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SentinelEvents } from '../../shared/contract/index.ts'
import type { Caller } from '../../shared/domain/access.ts'
import { openDatabase } from '../../electron/core/db/open.ts'
import { createMusterService } from '../../electron/core/domain/muster/service.ts'
import { defaultUnitProfile } from '../../electron/core/domain/settings/unit-profile.ts'
import { systemClock } from '../../electron/core/kit/clock.ts'
import { createHub } from '../../electron/core/kit/hub.ts'
import { silentLog } from '../../electron/core/kit/log.ts'

const [mode = '', dataDir = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const database = await openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: 'rig' })
const muster = createMusterService({ database, clock: systemClock, hub: createHub<SentinelEvents>(silentLog), log: silentLog, unit: () => defaultUnitProfile, folder: mode === 'run' ? join(dataDir, 'muster') : null })
await muster.begin()
const desk: Caller = { kind: 'desk', id: 'desk', stationId: 'desk', scopes: ['desk'], person: null, level: 0, liveDds: false }

async function run(): Promise<void> {
  const { musterId } = await muster.start({ requestId: randomUUID(), kind: 'live' }, desk)
  for (let index = (await muster.rollCall({ musterId })).entries.length; index < 40; index += 1) await muster.addUnlisted({ requestId: randomUUID(), musterId, lastName: `Rig${index}`, firstName: null, organization: null, note: null, state: 'missing' }, desk)
  const entries = (await muster.rollCall({ musterId })).entries.map(({ id }) => id)
  say('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  for (let turn = 0; ; turn += 1) {
    const entryId = entries[turn % entries.length] ?? ''
    const state = turn % 3 === 0 ? 'missing' : 'safe'
    say(`ask ${entryId} ${state}`)
    await muster.mark({ musterId, entryIds: [entryId], state, note: null }, desk)
    say(`ack ${entryId} ${state}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

if (mode === 'run') await run()
else {
  const { open } = await muster.state()
  const { entries } = open === null ? { entries: [] } : await muster.rollCall({ musterId: open.id })
  say(JSON.stringify({ isOpen: open !== null, marked: Object.fromEntries(entries.map(({ id, state }) => [id, state])) }))
  await database.close()
  process.exit(0)
}
