/** What the core knows of readers: configurations go in, scans and statuses come out (hardware.md 5). */
import type * as v from 'valibot'
import type { hidFamilies, readerFaults, ReaderStatus as ReaderStatusSchema, serialProtocols } from '../../../shared/contract/readers.ts'
import type { ReaderProfile } from '../../../shared/domain/reader-profile.ts'
import type { Outcome } from './decode/decoded.ts'

export type ReaderStatus = v.InferOutput<typeof ReaderStatusSchema>
export type ReaderFault = (typeof readerFaults)[number]
export type HidFamily = (typeof hidFamilies)[number]
export type SerialProtocol = (typeof serialProtocols)[number]

interface ReaderBase {
  /** Stable over restarts and replugs. */
  readonly id: string
  readonly name: string
  readonly stationId: string
  /** How it spells a card's number; absent = its text is the serial. For what comes without its technology only. */
  readonly profile?: ReaderProfile | undefined
}
export interface SerialReaderConfig extends ReaderBase {
  readonly kind: 'serial'
  readonly path: string
  readonly protocol: SerialProtocol
  readonly baudRate: number
}
export interface HidReaderConfig extends ReaderBase {
  readonly kind: 'hid'
  readonly family: HidFamily
  /** `vvvv:pppp` or `vvvv:pppp:serialnumber`, HidDevice of the contract. */
  readonly device: string
}
export interface PcscReaderConfig extends ReaderBase {
  readonly kind: 'pcsc'
  /** Its name without the service's numbers, such as `ACS ACR122U PICC Interface`. */
  readonly reader: string
}
export interface SimulatedReaderConfig extends ReaderBase {
  readonly kind: 'simulated'
}
export type ReaderConfig = SerialReaderConfig | HidReaderConfig | PcscReaderConfig | SimulatedReaderConfig

/** One badge held to one reader once, however often the reader repeated it. */
export interface ReaderScan {
  readonly readerId: string
  readonly readerName: string
  readonly stationId: string
  /** Canonical serial, shared/domain/badge-serial.ts. */
  readonly serial: string
  /** Wall time at which the frame was complete. */
  readonly at: Date
}

/** What a reader sent at once, and what was made of it: for looking at a reader, never for signing anybody in. */
export interface RawFrame {
  readonly readerId: string
  readonly readerName: string
  readonly stationId: string
  readonly at: Date
  readonly bytes: Uint8Array
  /** What its settings say it sends; null for one that sends no bytes. */
  readonly protocol: SerialProtocol | null
  /** Badges and refusals that the bytes ended in; none = they ended in nothing. */
  readonly decoded: readonly Outcome[]
}

export interface ReaderManager {
  /** Starts, stops and replaces readers until they are what is wanted. Never throws: a reader that cannot start is a status. */
  apply(wanted: readonly ReaderConfig[]): void
  statuses(): ReaderStatus[]
  onScan(listener: (scan: ReaderScan) => void): () => void
  /** Frames are put together only while somebody listens. */
  onFrame(listener: (frame: RawFrame) => void): () => void
  onStatus(listener: (statuses: ReaderStatus[]) => void): () => void
  /** Presents a badge to a simulated reader; false when there is none with that id. */
  simulate(readerId: string, serial: string): boolean
  /** Resolves once every device is closed. */
  stop(): Promise<void>
}
