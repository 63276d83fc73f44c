import * as v from 'valibot'
import { call, event } from './kit.ts'
import { WayOut, wayOutErrors } from './kiosk.ts'
import { Count, Empty, Instant, StationId, Uuid } from './fields.ts'
import { ReaderProfileSchema } from '../domain/reader-profile.ts'
import { calibrationDoubts } from '../domain/reader-calibration.ts'

export const readerKinds = ['serial', 'hid', 'pcsc', 'keyboard-wedge', 'simulated'] as const
/** How the bytes of a serial reader are framed (hardware.md 3); `auto` tells frames from lines by itself. */
export const serialProtocols = ['auto', 'em4100', 'line', 'jsonl', 'twn4', 'idteck'] as const
/** The line speed that a reader of such a protocol comes with, in baud. */
export const usualBaudRates: Readonly<Record<(typeof serialProtocols)[number], number>> = { auto: 9600, em4100: 9600, line: 9600, jsonl: 115_200, twn4: 9600, idteck: 9600 }
export const readerFaults = ['permission', 'in-use', 'driver-missing', 'io', 'silent', 'config'] as const
/** How a USB reader that is no serial port is spoken to: asked for its card, or listened to as the keyboard that it says it is. */
export const hidFamilies = ['rfideas', 'keyboard'] as const
/** Of a reader that is chosen from a list: also contactless ones, by the system's PC/SC service. */
export const usbFamilies = [...hidFamilies, 'pcsc'] as const
/** What the PC/SC service calls a reader, without the numbers behind it. */
export const PcscReader = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
/** VID:PID of a USB device in lower-case hex, and its serial number where it has one: `0c27:3bfa`. Never a node's name, which a replug changes (hardware.md 3). */
export const HidDevice = v.pipe(v.string(), v.regex(/^[\da-f]{4}:[\da-f]{4}(:[!-~]{1,100})?$/, 'a USB device such as 0c27:3bfa'))

export const ReaderStatus = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(readerKinds),
  /** The device, such as `/dev/ttyUSB0` or `0c27:3bfa`; null where there is none. */
  path: v.nullable(v.string()),
  stationId: StationId,
  state: v.picklist(['absent', 'connecting', 'ready', 'faulted']),
  fault: v.nullable(v.picklist(readerFaults)),
  since: Instant,
  lastReadAt: v.nullable(Instant),
  scans: Count,
  /** Frames that failed their check and were not counted. */
  rejects: Count,
})

/** Why bytes that looked like a badge were not taken for one (hardware.md 4). */
export const rejectReasons = ['checksum', 'syntax', 'truncated', 'overrun', 'idle', 'length', 'control', 'characters', 'bitcount', 'status', 'random'] as const

export const ReaderFrame = v.object({
  seq: Count,
  readerId: v.string(),
  readerName: v.string(),
  stationId: StationId,
  at: Instant,
  /** The bytes as they came. */
  hex: v.string(),
  protocol: v.nullable(v.picklist(serialProtocols)),
  /** None = the bytes came to nothing. */
  results: v.array(
    v.variant('kind', [
      /** `read` = what it printed, where its profile made the serial of it. */
      v.object({ kind: v.literal('badge'), serial: v.string(), read: v.optional(v.string()), decoder: v.picklist(['em4100', 'line', 'jsonl', 'twn4', 'idteck', 'rfideas', 'pcsc']) }),
      v.object({ kind: v.literal('reject'), why: v.picklist(rejectReasons), read: v.optional(v.string()) }),
    ]),
  ),
})

const named = { name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)), stationId: StationId }

/** Whose spelling it is: a reader's, or that of the keyboard readers of a station, which cannot be told apart. */
export const ProfileOwner = v.variant('kind', [v.object({ kind: v.literal('reader'), readerId: v.string() }), v.object({ kind: v.literal('keyboard'), stationId: StationId })])
const CardText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))

export const readers = {
  list: call({ needs: 'display', summary: 'Every configured reader and how it is.', input: Empty, output: v.object({ readers: v.array(ReaderStatus) }), errors: [] }),
  ports: call({
    needs: 'admin',
    summary: 'Serial ports that this machine has, and USB readers that are none.',
    input: Empty,
    output: v.object({ ports: v.array(v.object({ path: v.string(), description: v.string(), likelyReader: v.boolean() })), devices: v.array(v.object({ device: v.string(), family: v.picklist(usbFamilies), description: v.string() })), problem: v.nullable(v.string()) }),
    errors: [],
  }),
  add: call({
    needs: 'admin',
    summary: 'Adds a reader on a serial port, or a USB reader that is none, and starts it.',
    input: v.variant('kind', [
    v.object({
      kind: v.optional(v.literal('serial'), 'serial'),
      path: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      ...named,
      protocol: v.optional(v.picklist(serialProtocols), 'auto'),
      /** Left out = what such readers usually have. */
      baudRate: v.optional(v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(921_600))),
    }),
    v.object({ kind: v.literal('hid'), device: HidDevice, family: v.picklist(hidFamilies), ...named }),
    v.object({ kind: v.literal('pcsc'), reader: PcscReader, ...named }),
    ]),
    output: v.object({ id: v.string() }),
    errors: ['reader_exists', 'station_off'],
  }),
  remove: call({
    needs: 'admin',
    summary: 'Stops a reader and forgets it.',
    input: v.object({ id: v.string() }),
    output: Empty,
    errors: ['reader_unknown'],
  }),
  profiles: call({
    needs: 'admin',
    summary: 'How the readers spell the numbers of cards, for those that were told: for the others the text is the number.',
    input: Empty,
    output: v.object({ profiles: v.array(v.object({ owner: ProfileOwner, profile: ReaderProfileSchema })) }),
    errors: [],
  }),
  calibrate: call({
    needs: 'admin',
    summary: 'Which spellings make of what a reader sent what the cards are known to be, best first. Changes nothing.',
    input: v.object({
      samples: v.pipe(v.array(v.object({ known: v.variant('kind', [v.object({ kind: v.literal('printed'), text: CardText }), v.object({ kind: v.literal('badge'), badgeId: Uuid })]), read: CardText })), v.minLength(1), v.maxLength(5)),
      /** Where the kind of card is known: a number alone does not tell it. */
      card: v.nullable(v.picklist(['em4100', 'iso14443'])),
    }),
    output: v.object({ verdict: v.picklist(['one', 'several', 'none']), doubts: v.array(v.picklist(calibrationDoubts)), candidates: v.array(v.object({ profile: ReaderProfileSchema, serial: v.string(), isShortened: v.boolean() })) }),
    errors: ['badge_unknown'],
  }),
  setProfile: call({
    needs: 'admin',
    summary: 'From now on the reader’s text is taken as spelled like this; null = as it is. Badges enrolled before keep the number they were enrolled with.',
    input: v.object({ owner: ProfileOwner, profile: v.nullable(ReaderProfileSchema) }),
    output: Empty,
    errors: ['reader_unknown', 'station_off'],
  }),
  frames: call({
    needs: 'device',
    summary: 'What readers sent while somebody looked, newest first: for a quartermaster, or at a station whose readers are being tested. Badge numbers are whole for an administrator only.',
    input: v.object({ stationId: v.nullable(StationId) }),
    output: v.object({ frames: v.array(ReaderFrame) }),
    errors: ['reader_test_over'],
  }),
  startTest: call({
    needs: 'device',
    summary: 'For two minutes badges at the station are shown and sign nobody in or out. Asks for what leaving the kiosk asks for.',
    input: v.object({ ...WayOut.entries, stationId: StationId }),
    output: v.object({ until: Instant }),
    errors: ['kiosk_not_open', ...wayOutErrors],
  }),
  endTest: call({ needs: 'device', summary: 'Badges at the station count again at once.', input: v.object({ stationId: StationId }), output: Empty, errors: [] }),
  frameRead: event({ needs: 'device', summary: 'A reader sent something while somebody looks.', payload: v.object({ stationId: StationId }) }),
  testChanged: event({ needs: 'display', summary: 'A test of a station’s readers began, or ended: until = null.', payload: v.object({ stationId: StationId, until: v.nullable(Instant) }) }),
  changed: event({ needs: 'display', summary: 'A reader was plugged, unplugged, read a badge or failed.', payload: v.object({ readers: v.array(ReaderStatus) }) }),
}
