/** The edge to the devices. Only `drivers/` touches native modules; everything above it is tested with fakes (hardware.md 5). */
import type { HidReaderConfig, PcscReaderConfig, ReaderFault, SerialReaderConfig, SimulatedReaderConfig } from './port.ts'

/** Why a device is not usable: not there, or a fault that a person can act on. */
export interface ReaderProblem {
  readonly fault: ReaderFault | 'absent'
  /** For the log. */
  readonly message: string
}

export interface ConnectionEvents {
  onBytes(bytes: Uint8Array): void
  /** The device went away by itself. Comes at most once, and never after a close that was asked for. */
  onGone(problem: ReaderProblem): void
}

export interface Connection {
  /** Looks whether the device is still there, and says `onGone` if not. Called when something changed, and now and then. */
  check(): Promise<void>
  /** Writes to a reader that must be asked. Bytes for a device that has gone are lost without a word: its end is told by `onGone`. */
  send?(bytes: Uint8Array): void
  /** Resolves once the handle is closed; also when the device has gone already. */
  close(): Promise<void>
}
export interface SimulatedConnection extends Connection {
  present(serial: string): void
}

export type Opened<C extends Connection = Connection> = { readonly connection: C } | { readonly problem: ReaderProblem }

/** One way of reaching devices. `open` never rejects: a device that cannot be opened is an answer. */
export interface Drivers {
  readonly serial: (config: SerialReaderConfig, events: ConnectionEvents) => Promise<Opened>
  readonly hid: (config: HidReaderConfig, events: ConnectionEvents) => Promise<Opened>
  readonly pcsc: (config: PcscReaderConfig, events: ConnectionEvents) => Promise<Opened>
  readonly simulated: (config: SimulatedReaderConfig, events: ConnectionEvents) => Promise<Opened<SimulatedConnection>>
}

/** Tells when something was plugged in. A trigger only: a reader that is missed here is found by its next retry. */
export interface Discovery {
  /** Calls back after changes that may concern the device at `path`; the result ends it. */
  watch(path: string, onChange: () => void): () => void
}
