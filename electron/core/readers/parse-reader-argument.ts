/** `--reader serial:/dev/ttyUSB0?protocol=line&baud=9600&name=Front&station=front-door` */
import * as v from 'valibot'
import { StationId } from '../../../shared/contract/fields.ts'
import { serialProtocols, usualBaudRates } from '../../../shared/contract/readers.ts'
import type { SerialReaderConfig } from './port.ts'

const Options = v.strictObject({
  protocol: v.optional(v.picklist(serialProtocols), 'auto'),
  baud: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(300), v.maxValue(921_600))),
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  station: v.optional(StationId),
})
const rules: Record<string, string> = {
  protocol: `protocol is one of ${serialProtocols.join(', ')}`,
  baud: 'baud is a number from 300 to 921600, such as 9600',
  name: 'name has 1 to 100 characters',
  station: 'station has lower-case letters, digits, - and _, such as front-door',
}

/** The reader that an argument names. Throws an Error whose message a person can act on. The same path always gives the same id. */
export function parseReaderArgument(argument: string, stationId = 'desk'): SerialReaderConfig {
  const refuse = (why: string): Error =>
    new Error(`The reader "${argument}" is not understood: ${why}. Write for example serial:/dev/ttyUSB0 or serial:/dev/ttyUSB0?protocol=line&baud=9600&name=Front&station=front-door`)
  const [, path, query = ''] = /^serial:([^?]+)(?:\?(.*))?$/.exec(argument.trim()) ?? []
  if (path === undefined) throw refuse('it does not begin with serial: and the path of a port')
  const parsed = v.safeParse(Options, Object.fromEntries(new URLSearchParams(query)))
  if (!parsed.success) {
    const field = String(parsed.issues[0].path?.[0]?.key ?? '')
    throw refuse(rules[field] ?? `it has no option "${field}", only ${Object.keys(rules).join(', ')}`)
  }
  const { protocol, baud, name, station } = parsed.output
  return { kind: 'serial', id: `serial:${path}`, name: name ?? `Reader at ${path}`, stationId: station ?? stationId, path, protocol, baudRate: baud ?? usualBaudRates[protocol] }
}
