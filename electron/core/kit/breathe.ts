/** Lets timers and I/O run: 3,000 awaited PGlite queries in a row let none (design.md F3). Call it every 50 rows of bulk work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
