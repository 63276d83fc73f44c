/** Opens a cluster that crash-states.fault.test.ts made and prints how many acts are in it: in a process of its own, since a cluster that is beyond repair may never answer. `node act-count.ts <pgdata>` */
import { openDurableEngine } from '../../electron/core/db/durable-fs.ts'

const engine = await openDurableEngine(process.argv[2] ?? '')
const { rows } = await engine.query<{ acts: number }>('select count(*)::int as acts from act')
process.stdout.write(`${JSON.stringify(rows[0])}\n`)
process.exit(0)
