/**
 * Opens a desk's database, writes one row a transaction and prints `ack n` as soon as row n is acknowledged, until it is
 * killed, or `rows` are written. For the fault tests of electron/core/db:
 * `node db-writer.ts durable|default <folder> [rows] [bytes per row]`; `default` is PGlite as it comes, to prove that the tests can fail.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { openDatabase } from '../../electron/core/db/open.ts'
import { OpenFailure } from '../../electron/core/db/open-failure.ts'
import { audit } from '../../electron/core/db/schema/index.ts'
import { findAppRoot } from '../../electron/core/kit/app-root.ts'
import { systemClock } from '../../electron/core/kit/clock.ts'
import { silentLog } from '../../electron/core/kit/log.ts'
import { Refusal } from '../../electron/core/kit/refusal.ts'

const [engine = '', dataDir = '', rows = 'Infinity', bytes = '20'] = process.argv.slice(2)
/** Straight to the descriptor: what is printed must have left the process before it is killed. */
const say = (line: string): void => void writeSync(1, `${line}\n`)
/** Random: what can be compressed would fill no WAL files. */
const filler = randomBytes(Math.ceil(Number(bytes) / 2)).toString('hex')

interface Rig {
  readonly insert: (n: number) => Promise<unknown>
  readonly close: () => Promise<void>
}

async function openDurable(): Promise<Rig> {
  const { version } = JSON.parse(readFileSync(join(findAppRoot(), 'package.json'), 'utf8')) as { version: string }
  const database = await openDatabase({ dataDir, clock: systemClock, log: silentLog, appVersion: version, onProgress: (step) => say(`step ${step}`) })
  return {
    insert: (n) =>
      database.transaction((tx) =>
        tx.insert(audit).values({ at: new Date(), actorKind: 'rig', actorId: 'rig', actorName: 'rig', action: 'write', entityType: 'rig', entityId: String(n), details: { filler } }),
      ),
    close: () => database.close(),
  }
}

async function openDefault(): Promise<Rig> {
  const database = await PGlite.create(dataDir)
  await database.exec('create table if not exists audit (entity_type text, entity_id text, actor_name text)')
  return {
    insert: (n) => database.query('insert into audit values ($1, $2, $3)', ['rig', String(n), filler]),
    close: () => database.close(),
  }
}

try {
  const rig = await (engine === 'durable' ? openDurable() : openDefault())
  say('ready')
  // The cut may be wanted with everything before it on the disk: the test says when to go on.
  await new Promise((resolve) => process.stdin.once('data', resolve))
  process.stdin.destroy()
  for (let n = 1; n <= Number(rows); n++) {
    const began = performance.now()
    await rig.insert(n)
    say(`ack ${n} ${(performance.now() - began).toFixed(3)}`)
    // PGlite answers without ever giving a timer its turn (F3).
    if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await rig.close()
  say('closed')
} catch (error) {
  if (error instanceof OpenFailure) say(`not opened ${JSON.stringify({ kind: error.kind, ...error.facts })}`)
  else if (error instanceof Refusal) say(`refused ${error.code}`)
  else throw error
  process.exit(3)
}
