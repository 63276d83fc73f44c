import type { rejectReasons } from '../../../../shared/contract/readers.ts'

/** Why bytes that looked like a badge were not taken for one. Counted and shown, never a scan (hardware.md 4). */
export type RejectReason = (typeof rejectReasons)[number]

export interface DecodedTag {
  readonly kind: 'tag'
  /** Canonical, shared/domain/badge-serial.ts. */
  readonly serial: string
  /** How long such a reader may be silent about a badge that is still lying on it (hardware.md 5). */
  readonly holdMs: number
}
export interface DecodedReject {
  readonly kind: 'reject'
  readonly why: RejectReason
}
export type Decoded = DecodedTag | DecodedReject

/** Bytes in, badges out. However the bytes are cut into pieces, the result is the same. */
export interface Decoder {
  push(bytes: Uint8Array): Decoded[]
  /** Forgets half a frame: the device was unplugged. */
  reset(): void
}

export const reject = (why: RejectReason): DecodedReject => ({ kind: 'reject', why })

/** A decoder out of what one byte does. */
export const perByte = (take: (byte: number) => Decoded | undefined, reset: () => void): Decoder => ({
  push: (bytes) => Array.from(bytes, take).filter((decoded) => decoded !== undefined),
  reset,
})
