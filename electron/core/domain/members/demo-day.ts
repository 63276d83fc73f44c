/** A plausible day at the doors, always the same for the same people and the same clock. Pure. */
export interface DemoMove {
  readonly memberId: string
  readonly direction: 'in' | 'out'
  readonly at: Date
  readonly stationId: 'front-door' | 'rear-door'
}

const insideCount = 47
const leftCount = 9
const minute = 60_000
/** People come within about four hours; earlier in the day when the day is younger. */
const longest = 240 * minute

/**
 * Who came and went between `start` of the operational day and `now`, in the order of time: 47 are still inside, nine have
 * left, one of them for lunch and back. Nothing lies in the future or before the day.
 */
export function demoDay(memberIds: readonly string[], start: Date, now: Date): DemoMove[] {
  const span = Math.min(longest, now.getTime() - start.getTime() - 1)
  if (span <= 0) return []
  // Every third one on the roll, so that all ranks and divisions are there.
  const order = memberIds.map((id, index) => ({ id, key: (index * 37) % memberIds.length })).toSorted((a, b) => a.key - b.key)
  const at = (share: number): Date => new Date(now.getTime() - Math.floor(span * share))
  const door = (index: number): DemoMove['stationId'] => (index % 5 === 3 ? 'rear-door' : 'front-door')

  const moves = order.slice(0, insideCount + leftCount).flatMap(({ id: memberId }, index): DemoMove[] => {
    const come: DemoMove = { memberId, direction: 'in', at: at(0.98 - ((index * 29) % 83) / 120), stationId: door(index) }
    if (index >= insideCount) return [come, { memberId, direction: 'out', at: at(0.05 + (index - insideCount) / 60), stationId: door(index + 1) }]
    if (index !== 7) return [come]
    return [{ ...come, at: at(0.99) }, { memberId, direction: 'out', at: at(0.6), stationId: 'front-door' }, { memberId, direction: 'in', at: at(0.4), stationId: 'front-door' }]
  })
  return moves.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}
