/** Lets timers and I/O run: 3,000 awaited PGlite queries in a row let none (design.md F3). Call it every 50 rows of bulk work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Shorter than what anybody at the door would notice; milliseconds. */
const turn = 8

/** For loops whose steps cost unlike much: what it gives is awaited at each, and lets others run whenever the loop has had its turn. */
export function createPace(): () => Promise<void> | undefined {
  let since = performance.now()
  const rest = async (): Promise<void> => {
    await breathe()
    since = performance.now()
  }
  return () => (performance.now() - since < turn ? undefined : rest())
}
