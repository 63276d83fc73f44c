/** A badge that lies on a reader is one scan, however often the reader repeats it (hardware.md 5, Presence). */
export interface Hold {
  /** True when this read is a new presentation of a badge, false when it is the one that is there already. */
  isNew(serial: string, holdMs: number, at: number): boolean
  reset(): void
}

/** `at` is monotonic. Each read prolongs the presence; another badge ends it at once. */
export function createHold(): Hold {
  let held: { readonly serial: string; readonly until: number } | undefined
  return {
    isNew(serial, holdMs, at) {
      const fresh = held === undefined || held.serial !== serial || at >= held.until
      held = { serial, until: at + holdMs }
      return fresh
    },
    reset() {
      held = undefined
    },
  }
}
