/** The kiosk's exit code (screens.md W-15). Pure. */

/** Digits that a passer-by would try first: all alike, or a run up or down, past the nine as well. */
export function isWeakCode(code: string): boolean {
  const steps = [...code].slice(1).map((digit, index) => (Number(digit) - Number(code[index]) + 10) % 10)
  return [0, 1, 9].some((step) => steps.every((found) => found === step))
}

/** Wrong codes before the first lock. */
export const freeTries = 5

/** How long to wait after this many wrong codes in a row, in ms: nothing up to the fifth, then a minute, doubling to an hour. */
export const lockAfter = (failures: number): number => (failures < freeTries ? 0 : Math.min(60_000 * 2 ** (failures - freeTries), 3_600_000))
