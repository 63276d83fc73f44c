/** How many members were inside at each quarter of an hour of this operational day. */
import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { operationalDate, operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { movement } from '../../db/schema/index.ts'
import { isInside, type RollPerson } from './roll-presence.ts'

export interface Move {
  readonly memberId: string
  readonly direction: 'in' | 'out'
  readonly at: Date
}

const quarter = 15 * 60_000

/** The movements in effect of the day so far, in order: of one day, by its index. */
export function readMovesOfDay(tx: Tx, now: Date, unit: UnitTime): Promise<Move[]> {
  const { start } = operationalDayWindow(operationalDate(now, unit), unit)
  return tx
    .select({ memberId: movement.memberId, direction: movement.direction, at: movement.at })
    .from(movement)
    .where(and(gte(movement.at, start), lte(movement.at, now), eq(movement.voided, false)))
    .orderBy(asc(movement.at), asc(movement.seq))
}

/**
 * From the day's beginning to now, both included. Nobody's history is read: whoever did not move today is where they are
 * now, and whoever did was on the other side of their first movement.
 */
export function insideOverDay(people: readonly RollPerson[], moves: readonly Move[], now: Date, unit: UnitTime): { at: Date; inside: number }[] {
  const { start } = operationalDayWindow(operationalDate(now, unit), unit)
  const wanted = new Set(people.map(({ id }) => id))
  const own = moves.filter(({ memberId }) => wanted.has(memberId))
  const moved = new Map<string, Move>()
  for (const move of own) if (!moved.has(move.memberId)) moved.set(move.memberId, move)
  const inside = new Set(people.filter((person) => (moved.has(person.id) ? moved.get(person.id)?.direction === 'out' : isInside(person))).map(({ id }) => id))
  const points: { at: Date; inside: number }[] = []
  let next = 0
  const upTo = (at: number): void => {
    for (let move = own[next]; move !== undefined && move.at.getTime() <= at; next += 1, move = own[next]) {
      if (move.direction === 'in') inside.add(move.memberId)
      else inside.delete(move.memberId)
    }
    points.push({ at: new Date(at), inside: inside.size })
  }
  for (let at = start.getTime(); at < now.getTime(); at += quarter) upTo(at)
  upTo(now.getTime())
  return points
}
