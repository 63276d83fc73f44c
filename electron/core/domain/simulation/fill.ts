/** One operational day of the past, whole, in one act (domain.md 4.24): scans, and at its end those who forgot to sign out. */
import { operationalDayWindow, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { closeForgotten } from '../presence/close-out.ts'
import type { LastMovement } from '../presence/rules.ts'
import { planDay, type DayPlan } from './plan.ts'
import { playScans } from './play.ts'
import { readDoors, readLastBefore, readPeople, type SimulatedPerson } from './queries.ts'
import { createRandom } from './random.ts'
import type { Rates } from './rates.ts'

export interface Filling {
  readonly seed: number
  readonly rates: Rates
  readonly unitTime: UnitTime
}

/** What is the same on every day of a fill. */
export interface Unit {
  readonly people: readonly SimulatedPerson[]
  readonly doors: readonly string[]
}

export const readUnit = async (tx: Tx): Promise<Unit> => ({ people: await readPeople(tx), doors: await readDoors(tx) })

export interface FilledDay extends Pick<DayPlan, 'late' | 'early' | 'forgotten' | 'flagged'> {
  readonly movements: number
  /** Where everybody is at its end: the beginning of the next day. */
  readonly last: Map<string, LastMovement>
}

/**
 * The day must hold no movement. Whoever is inside at its beginning stays as they are: the record goes on for them elsewhere.
 * @param last where everybody is at its beginning, when the day before was filled by us
 */
export async function fillDay(tx: Tx, date: string, { people, doors }: Unit, { seed, rates, unitTime }: Filling, known?: Map<string, LastMovement>): Promise<FilledDay> {
  const { start } = operationalDayWindow(date, unitTime)
  const last = known ?? (await readLastBefore(tx, start))
  const outside = people.filter(({ memberId }) => last.get(memberId)?.direction !== 'in')
  const plan = planDay({ date, unitTime, seed, rates, people: outside, stations: doors })
  const moved = await playScans(tx, plan.acts, { people: new Map(outside.map((person) => [person.memberId, person])), last }, date)

  const stillIn = outside.flatMap(({ memberId }) => {
    const state = last.get(memberId)
    return state?.direction === 'in' ? [{ memberId, since: state.at }] : []
  })
  const random = createRandom(seed, `${date} end`)
  await closeForgotten(tx, { people: stillIn, at: plan.end, recordedAt: plan.end, unitTime, nextId: () => random.uuid() })
  for (const { memberId } of stillIn) last.set(memberId, { direction: 'out', at: plan.end, recordedAt: plan.end })

  const { late, early, flagged } = plan
  return { late, early, flagged, forgotten: stillIn.length, movements: moved + stillIn.length, last }
}
