import { parseArgs } from 'node:util'
import { isOwnStationCode } from '../../shared/domain/station-code.ts'

export interface ShellArguments {
  readonly dev: boolean
  readonly demo: boolean
  /** As given: `serial:/dev/ttyUSB0`. */
  readonly readers: readonly string[]
  /** Folder to use instead of this person's own for everything the application keeps. */
  readonly profile: string | undefined
  /** Code of this PC's station; undefined = what was chosen for its folder, by default `desk`. */
  readonly station: string | undefined
}

const text = (value: unknown): value is string => typeof value === 'string' && value !== ''

/**
 * Reads Sentinel's own switches and leaves Chromium's alone. Throws an Error that says in plain words what is wrong.
 * A value is joined with `=`, because Chromium reorders words that stand alone.
 */
export function parseShellArguments(argv: readonly string[], packaged: boolean): ShellArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { dev: { type: 'boolean' }, demo: { type: 'boolean' }, reader: { type: 'string', multiple: true }, profile: { type: 'string' }, station: { type: 'string' } },
  })
  const readers = (values.reader ?? []).filter(text)
  if (readers.length !== (values.reader ?? []).length) throw new Error('--reader names a reader, such as --reader=serial:/dev/ttyUSB0')
  if (values.profile !== undefined && !text(values.profile)) throw new Error('--profile names a folder, such as --profile=/home/desk/sentinel')
  if (values.station !== undefined && !(text(values.station) && isOwnStationCode(values.station))) throw new Error('--station is a short code, such as --station=front-door: small letters, digits, - and _')
  // SECURITY: an installed Sentinel must never run with a clock that can be set or badges that need no reader.
  if (values.dev === true && packaged) throw new Error('--dev works only in a checkout: an installed Sentinel refuses it.')
  return { dev: values.dev === true, demo: values.demo === true, readers, profile: text(values.profile) ? values.profile : undefined, station: text(values.station) ? values.station : undefined }
}

/** SECURITY: switches that would let another program read or steer our windows; fuses stop Node's own, these are Chromium's. */
const steeringSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'disable-web-security', 'load-extension', 'js-flags']

/** The switches for which an installed Sentinel refuses to start. */
export const refusedSwitches = (packaged: boolean, has: (name: string) => boolean): string[] => (packaged ? steeringSwitches.filter(has) : [])
