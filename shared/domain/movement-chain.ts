/** A person's movements in order: in, out, in, out (domain.md 4.2 ▶). Pure: the core refuses by it, a dialog says so before it is asked. */

export type Direction = 'in' | 'out'

export interface Link {
  readonly id: string
  readonly direction: Direction
  readonly at: Date
  /** Order of recording: decides where two stand at one instant. */
  readonly seq: number
}

export interface Collision {
  readonly kind: 'same' | 'between'
  /** The movement that is in the way. */
  readonly with: Link
}

export const byTime = (a: Link, b: Link): number => a.at.getTime() - b.at.getTime() || a.seq - b.seq

/**
 * What is wrong with a change of the chain, or undefined.
 * Only what the change made neighbours is judged: an old flaw elsewhere stands in nobody's way. `same` = two of one
 * direction follow on each other; `between` = at one instant with another.
 * @param before in effect until now, around the change, in any order; the first of a person's life is preceded by nothing
 * @param changed ids that are new in `after`
 */
export function collisionOf(before: readonly Link[], after: readonly Link[], isWhole: boolean): Collision | undefined {
  const old = before.toSorted(byTime)
  const next = after.toSorted(byTime)
  const wereNeighbours = new Set(old.map((link, index) => `${old[index - 1]?.id ?? ''} ${link.id}`))
  for (const [index, link] of next.entries()) {
    const previous = next[index - 1]
    if (wereNeighbours.has(`${previous?.id ?? ''} ${link.id}`)) continue
    if (previous === undefined) {
      // Before the first of all nobody is inside; before a part of the chain there is more that we do not see.
      if (isWhole && link.direction === 'out') return { kind: 'same', with: link }
      continue
    }
    const isNewer = !old.some(({ id }) => id === link.id)
    const other = isNewer && old.some(({ id }) => id === previous.id) ? previous : isNewer ? previous : link
    if (previous.at.getTime() === link.at.getTime()) return { kind: 'between', with: other }
    if (previous.direction === link.direction) return { kind: 'same', with: other }
  }
  return undefined
}
