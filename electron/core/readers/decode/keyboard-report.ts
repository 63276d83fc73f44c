/**
 * The reports of a badge reader that says it is a keyboard, as characters (hardware.md 2c).
 * By the usage of each key, not by what the desktop's layout makes of it: an AZERTY reader's shifted digit is that digit.
 */
const reportBytes = 8
/** Two modifiers' bytes, then up to six keys that are down. */
const firstKey = 2
const shifts = 0x22
/** Usages of 1 to 3 say that too many keys are down, or that the keyboard fails. */
const lastError = 3
/** Stands for keys that cannot be told: it makes the line decoder refuse the line, where leaving it out would shorten a badge number. */
const unclear = '\u001A'

const keys: ReadonlyMap<number, string> = new Map([
  ...row(0x04, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890'),
  ...row(0x59, '1234567890'),
  [0x28, '\r'],
  [0x2b, '\r'],
  [0x58, '\r'],
  [0x2d, '-'],
  [0x56, '-'],
  [0x36, ','],
  [0x85, ','],
])

function row(first: number, signs: string): [number, string][] {
  return Array.from(signs, (sign, index) => [first + index, sign])
}

export interface KeyboardReports {
  /** What one report, whole, adds to the line: one character or none. Enter and Tab end the line with a CR. */
  take(report: Uint8Array): string
  reset(): void
}

/** Boot keyboard reports of 8 bytes. A key counts when it goes down; letters come in capitals. */
export function createKeyboardReports(): KeyboardReports {
  let down: ReadonlySet<number> = new Set()
  return {
    take(report) {
      if (report.length !== reportBytes) return unclear
      const now = report.subarray(firstKey)
      if (now.some((usage) => usage > 0 && usage <= lastError)) return unclear
      const pressed = new Set(now)
      pressed.delete(0)
      const fresh = [...pressed].filter((usage) => !down.has(usage))
      down = pressed
      const [usage] = fresh
      if (usage === undefined) return ''
      // Of two keys that went down at once nobody knows which was first; Ctrl, Alt and the like type something else.
      if (fresh.length > 1 || ((report[0] ?? 0) & ~shifts) !== 0) return unclear
      return keys.get(usage) ?? unclear
    },
    reset() {
      down = new Set()
    },
  }
}
