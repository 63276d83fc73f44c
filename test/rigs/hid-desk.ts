/** A desk with one USB reader, inside the machine that hid-reader.py makes up. Prints what happens, one JSON object a line. */
import { systemClock } from '../../electron/core/kit/clock.ts'
import { silentLog } from '../../electron/core/kit/log.ts'
import { listHidReaders } from '../../electron/core/readers/drivers/list-hid.ts'
import { createReaderManager } from '../../electron/core/readers/manager.ts'
import { createNativeDrivers } from '../../electron/core/readers/native-drivers.ts'
import { parseReaderArgument } from '../../electron/core/readers/parse-reader-argument.ts'
import type { HidDeskEvent } from './hid-rig.ts'

const say = (event: HidDeskEvent): boolean => process.stdout.write(`${JSON.stringify(event)}\n`)

const manager = createReaderManager({ clock: systemClock, log: silentLog, ...createNativeDrivers({ log: silentLog }) })
manager.onScan(({ serial }) => say({ scan: serial }))
manager.onStatus(([reader]) => reader && say({ state: reader.state, fault: reader.fault }))
// Clicks: a reader is told only when its state changes, and this process must live until it is ended.
const alive = setInterval(() => {}, 60_000)
process.on('SIGTERM', () => {
  clearInterval(alive)
  void manager.stop().then(() => say({ stopped: true }))
})
say({ found: await listHidReaders() })
manager.apply([parseReaderArgument(process.argv[2] ?? '')])
