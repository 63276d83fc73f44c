/** Which acts this station knows of, by the record’s revision, and which of them nobody has told it about. Pure. */

/** Milliseconds that a station has to tell of an act it committed. */
export const patienceMs = 3_000

/** So many at once were certainly not told one by one: counted as one. */
const most = 10_000

export interface Ledger {
  /** Whatever is read from now on has all acts up to this one. Before it is called there are none. */
  begin(revision: number): void
  /** There is an act of this revision, and there are all before it. @param at monotonic ms */
  exists(revision: number, at: number): void
  /** This act is this station’s own, or was told of. */
  account(revision: number, at: number): void
  /** When the oldest of those that nobody told of counts as missed; undefined = there is none. */
  dueAt(): number | undefined
  /** Whatever is shown is read again: nothing up to here is missing any more. */
  settle(): void
}

export function createLedger(): Ledger {
  let newest = Infinity
  const untold = new Map<number, number>()
  const exists = (upTo: number, at: number): void => {
    for (let one = Math.max(newest + 1, upTo - most); one <= upTo; one += 1) untold.set(one, at)
    newest = Math.max(newest, upTo)
  }
  return {
    begin: (revision) => void (newest = revision),
    exists,
    account(one, at) {
      exists(one, at)
      untold.delete(one)
    },
    dueAt() {
      const [oldest] = untold.values()
      return oldest === undefined ? undefined : oldest + patienceMs
    },
    settle: () => untold.clear(),
  }
}
