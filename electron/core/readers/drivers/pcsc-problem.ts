import type { ReaderProblem } from '../driver.ts'
import { PcscError } from './pcsc-module.ts'

const faults = new Map<number, ReaderProblem['fault']>([
  [0x80100009, 'absent'], // unknown reader
  [0x80100017, 'absent'], // reader unavailable
  [0x8010002e, 'absent'], // no readers available
  [0x8010001d, 'driver-missing'], // the service does not run
  [0x8010001e, 'driver-missing'], // the service was stopped
  [0x8010000b, 'in-use'], // sharing violation
  [0x8010006a, 'permission'], // refused by the service's rules
])
/** No card, removed, reset, without power, mute: it went while it was spoken to. */
const cardGone = new Set([0x8010000c, 0x80100066, 0x80100067, 0x80100068, 0x80100069])

export const isCardGone = (error: unknown): boolean => error instanceof PcscError && cardGone.has(error.code)

/** What a failed PC/SC call means to a person. */
export function pcscProblem(error: unknown): ReaderProblem {
  const message = error instanceof Error ? error.message : String(error)
  return { fault: (error instanceof PcscError ? faults.get(error.code) : undefined) ?? 'io', message }
}
