import { parseArgs } from 'node:util'
import { isOwnStationCode } from '../../shared/domain/station-code.ts'

export interface HostArguments {
  readonly data: string
  /** Address of a PostgreSQL server; undefined = what was chosen for the folder. */
  readonly database: string | undefined
  /** 0 = any free port. */
  readonly port: number
  readonly dev: boolean
  readonly demo: boolean
  /** As given: `serial:/dev/ttyUSB0`. */
  readonly readers: readonly string[]
  /** undefined = what was chosen for the folder, by default `desk`. */
  readonly station: string | undefined
  /** When it begins, in development; null = now. */
  readonly now: Date | null
}

export const usage = 'Use: npm run headless -- --data FOLDER [--database postgres://…] [--port 4180] [--reader serial:/dev/ttyUSB0]… [--reader hid:0c27:3bfa]… [--station front-door] [--dev] [--demo] [--now 2026-11-24T14:00:00Z]'

/** Reads the command line. Throws an Error whose message says in plain words what is wrong, and how it is used. */
export function parseHostArguments(argv: readonly string[], packaged: boolean): HostArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      database: { type: 'string' },
      port: { type: 'string', default: '0' },
      dev: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      reader: { type: 'string', multiple: true, default: [] },
      station: { type: 'string' },
      now: { type: 'string' },
    },
  })
  if (values.data === undefined || values.data === '') throw new Error(`--data must name the folder that holds the desk’s data. ${usage}`)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port must be a number from 0 to 65535, not “${values.port}”. ${usage}`)
  if (values.station !== undefined && !isOwnStationCode(values.station)) throw new Error(`--station is a short code such as front-door, not “${values.station}”. ${usage}`)
  // SECURITY: an installed Sentinel must never run with a clock that can be set or badges that need no reader.
  if (values.dev && packaged) throw new Error('--dev works only in a checkout: an installed Sentinel refuses it.')
  if (values.now !== undefined && !values.dev) throw new Error('--now sets the clock and goes with --dev only.')
  const now = values.now === undefined ? null : new Date(values.now)
  if (now !== null && Number.isNaN(now.getTime())) throw new Error(`--now is an instant such as 2026-11-24T14:00:00Z, not “${values.now}”. ${usage}`)
  return { data: values.data, database: values.database, port, dev: values.dev, demo: values.demo, readers: values.reader, station: values.station, now }
}
