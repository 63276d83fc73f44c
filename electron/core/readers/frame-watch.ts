import type { Decoded, Outcome } from './decode/decoded.ts'

interface Watching {
  readonly isWatched: () => boolean
  /** Bytes that say that nothing is there are not shown; the ends of lines never are. */
  readonly isIdle?: ((bytes: Uint8Array) => boolean) | undefined
  readonly onFrame: (bytes: Uint8Array, decoded: readonly Outcome[]) => void
  /** Runs after a pause without bytes; a later call takes the place of the one before. */
  readonly onSilence: (run: () => void) => void
}

/** More than any frame, so that a reader that never ends one is shown all the same. */
const longest = 256
const isLineEnd = (byte: number): boolean => byte === 0x0d || byte === 0x0a

/** Puts together the bytes that a reader sent until they came to something, or to nothing: only while somebody looks. */
export function createFrameWatch({ isWatched, isIdle, onFrame, onSilence }: Watching): { take(bytes: Uint8Array, decoded: readonly Decoded[]): void } {
  let held: number[] = []
  function tell(decoded: readonly Outcome[]): void {
    const bytes = Uint8Array.from(held)
    held = []
    if (decoded.length > 0 || !(bytes.every(isLineEnd) || isIdle?.(bytes))) onFrame(bytes, decoded)
  }
  return {
    take(bytes, decoded) {
      if (!isWatched()) {
        held = []
        return
      }
      // The second half of a line end that came after its badge belongs to nothing.
      if (held.every(isLineEnd)) held = []
      held.push(...bytes)
      const shown = decoded.filter((one) => one.kind !== 'quiet')
      // A sign of life several times a second would push the badges off the list.
      if (shown.length < decoded.length && shown.length === 0) held = []
      else if (decoded.length > 0 || held.length >= longest) tell(shown)
      else onSilence(() => tell([]))
    },
  }
}
