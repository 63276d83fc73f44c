/** `--reader serial:/dev/ttyUSB0?protocol=line&baud=9600&name=Front&station=front-door`, `--reader hid:0c27:3bfa` */
import * as v from 'valibot'
import { StationId } from '../../../shared/contract/fields.ts'
import { HidDevice, hidFamilies, serialProtocols, usualBaudRates } from '../../../shared/contract/readers.ts'
import { knownHidReader } from './known-hid.ts'
import type { HidReaderConfig, SerialReaderConfig } from './port.ts'

const shared = {
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
  station: v.optional(StationId),
}
const SerialOptions = v.strictObject({
  protocol: v.optional(v.picklist(serialProtocols), 'auto'),
  baud: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(300), v.maxValue(921_600))),
  ...shared,
})
const HidOptions = v.strictObject({ family: v.optional(v.picklist(hidFamilies)), ...shared })
const rules: Record<string, string> = {
  protocol: `protocol is one of ${serialProtocols.join(', ')}`,
  baud: 'baud is a number from 300 to 921600, such as 9600',
  family: `family is one of ${hidFamilies.join(', ')}`,
  name: 'name has 1 to 100 characters',
  station: 'station has lower-case letters, digits, - and _, such as front-door',
}

const examples = {
  serial: 'serial:/dev/ttyUSB0 or serial:/dev/ttyUSB0?protocol=line&baud=9600&name=Front&station=front-door',
  hid: 'hid:0c27:3bfa or hid:1a2b:3c4d?family=keyboard&name=Front&station=front-door',
}

/** The reader that an argument names. Throws an Error whose message a person can act on. The same device always gives the same id. */
export function parseReaderArgument(argument: `serial:${string}`, stationId?: string): SerialReaderConfig
export function parseReaderArgument(argument: string, stationId?: string): SerialReaderConfig | HidReaderConfig
export function parseReaderArgument(argument: string, stationId = 'desk'): SerialReaderConfig | HidReaderConfig {
  const [, kind, device, query = ''] = /^(serial|hid):([^?]+)(?:\?(.*))?$/.exec(argument.trim()) ?? []
  const refuse = (why: string): Error => new Error(`The reader "${argument}" is not understood: ${why}. Write for example ${kind === 'hid' ? examples.hid : examples.serial}`)
  if (device === undefined) throw refuse('it does not begin with serial: and the path of a port, or with hid: and a USB device')

  function options<Schema extends v.GenericSchema>(schema: Schema & { readonly entries: object }): v.InferOutput<Schema> {
    const parsed = v.safeParse(schema, Object.fromEntries(new URLSearchParams(query)))
    if (parsed.success) return parsed.output
    const field = String(parsed.issues[0].path?.[0]?.key ?? '')
    throw refuse(field in schema.entries ? (rules[field] ?? field) : `it has no option "${field}", only ${Object.keys(schema.entries).join(', ')}`)
  }

  if (kind === 'hid') {
    const usb = device.replace(/^[\da-f]{4}:[\da-f]{4}(?=:|$)/i, (ids) => ids.toLowerCase())
    if (!v.is(HidDevice, usb)) throw refuse('after hid: come the vendor and the product of a USB device, four hex digits each')
    const { family = knownHidReader(usb)?.family, name, station } = options(HidOptions)
    if (family === undefined) throw refuse(`Sentinel does not know this device, so family has to be said: ${hidFamilies.join(' or ')}`)
    return { kind: 'hid', id: `hid:${usb}`, name: name ?? `Reader ${usb}`, stationId: station ?? stationId, family, device: usb }
  }
  const { protocol, baud, name, station } = options(SerialOptions)
  return { kind: 'serial', id: `serial:${device}`, name: name ?? `Reader at ${device}`, stationId: station ?? stationId, path: device, protocol, baudRate: baud ?? usualBaudRates[protocol] }
}
