/**
 * A station whose server is away, for electron/core/domain/offline/scan-queue.fault.test.ts: `node offline-writer.ts write <folder>`
 * keeps scans as fast as it goes and enters some, until it is killed. Prints `ack <id>` once one is kept, and `entering <id …>`
 * before some leave. `node offline-writer.ts read <folder>` prints what is there as JSON.
 */
import { writeSync } from 'node:fs'
import { openScanQueue } from '../../electron/core/domain/offline/scan-queue.ts'
import { newId } from '../../electron/core/kit/id.ts'
import { silentLog } from '../../electron/core/kit/log.ts'

const [mode = '', folder = ''] = process.argv.slice(2)
/** Straight to the descriptor: what is printed must have left the process before it is killed. */
const say = (line: string): void => void writeSync(1, `${line}\n`)
const queue = openScanQueue({ folder, log: silentLog, perFile: 20 })

function write(): never {
  say('ready')
  for (;;) {
    const at = new Date()
    const id = newId()
    queue.append({ id, at: at.toISOString(), run: 'rig', mono: performance.now(), serial: '04A2B3C4D5', stationId: 'front-door', reader: null, actor: { kind: 'device', id: 'rig', name: 'Rig' }, predicted: { outcome: 'kept_in', direction: 'in', memberId: null } }, at)
    say(`ack ${id}`)
    if (Math.random() > 0.02) continue
    const entered = queue.waiting().slice(0, Math.floor(Math.random() * 60)).map((scan) => scan.id)
    say(`entering ${entered.join(' ')}`)
    queue.remove(entered)
  }
}

if (mode === 'write') write()
say(JSON.stringify({ waiting: queue.waiting().map(({ id, n }) => ({ id, n })), lost: queue.lost().length }))
