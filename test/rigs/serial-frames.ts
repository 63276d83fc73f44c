/** The bytes that badge readers send, for tests: built from the rules of hardware.md 3. */

export interface EmCard {
  /** The first byte of the card; the badge's number leaves it out. */
  readonly version: number
  readonly number: number
}

const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')

function body({ version, number }: EmCard): string {
  const id = hex(version, 2) + hex(number, 8)
  const check = (id.match(/../g) ?? []).reduce((sum, pair) => sum ^ Number.parseInt(pair, 16), 0)
  return id + hex(check, 2)
}

/** 14 bytes: STX, id, check, ETX. */
export const rdm6300Frame = (card: EmCard): Buffer => Buffer.from(`\u0002${body(card)}\u0003`, 'latin1')
/** 16 bytes: the same with CR LF before the ETX. */
export const id12laFrame = (card: EmCard): Buffer => Buffer.from(`\u0002${body(card)}\r\n\u0003`, 'latin1')
/** The badge that a frame stands for. */
export const serialOf = ({ number }: EmCard): string => `em4100:${hex(number, 8)}`

/** The frame with one bit of its id flipped, as noise on the wire does it. */
export function withFlippedBit(frame: Buffer, at = 5): Buffer {
  const copy = Buffer.from(frame)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
