/** How long a movement can be taken back (domain.md 8 scenario 9, screens.md 5.1); the core decides, and gives two seconds more for the way there. Pure. */
export const undoMs = 10_000

/** Whole seconds that are left, 10 to 0. @param now the core's time, in ms */
export const secondsLeft = (at: string | number, now: number): number => Math.min(undoMs / 1000, Math.max(0, Math.ceil((new Date(at).getTime() + undoMs - now) / 1000)))
