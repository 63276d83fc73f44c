/** Who hears a keyboard reader in place of the desk: a dialog that looks at what the reader types. The newest one, if any. */
let listeners: readonly ((text: string) => void)[] = []

/** Until the result is called, badges at this window's keyboard readers move nobody. */
export function hearInstead(listener: (text: string) => void): () => void {
  const own = (text: string): void => listener(text)
  listeners = [own, ...listeners]
  return () => {
    listeners = listeners.filter((other) => other !== own)
  }
}

/** @returns whether somebody took it */
export function isHeardInstead(text: string): boolean {
  const [newest] = listeners
  newest?.(text)
  return newest !== undefined
}
