/** The simulation as a development tool (domain.md 4.24 ▶): loaded in a checkout only, see app/development.ts. */
import { gt } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type * as v from 'valibot'
import { simulationScenarios, type SimulationDays, type SimulationPrecheck, type SimulationResult } from '../../../../shared/contract/dev-simulation.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { member } from '../../db/schema/index.ts'
import { breathe } from '../../kit/breathe.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { readRevision } from '../presence/queries.ts'
import { fillDay, readUnit, type FilledDay } from './fill.ts'
import { planCrowd } from './plan.ts'
import { playScans } from './play.ts'
import { categories } from './people.ts'
import { countByDay, readLastBefore } from './queries.ts'
import { defaultDays, defaultRates, defaultSeed, type Rates } from './rates.ts'

type Days = v.InferOutput<typeof SimulationDays>
type Range = { readonly from: string; readonly to: string }
type Result = v.InferOutput<typeof SimulationResult>
export type Scenario = (typeof simulationScenarios)[number]

export interface SimulateRequest extends Days {
  readonly seed?: number | undefined
  readonly rates?: { readonly [K in keyof Rates]?: Rates[K] | undefined } | undefined
  readonly scenario?: Scenario | undefined
  readonly actor: Actor
}

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
}

const mostDays = 365

export type SimulationService = ReturnType<typeof createSimulation>

export function createSimulation({ database, clock, hub, unitTime }: Dependencies) {
  let running = false
  const today = (): Temporal.PlainDate => Temporal.PlainDate.from(operationalDate(clock.now(), unitTime()))

  /** Refuses `simulation_range` unless it is 1 to 365 days of the past. */
  function rangeOf({ days = defaultDays, range }: Days): Range {
    const to = range === undefined ? today().subtract({ days: 1 }) : Temporal.PlainDate.from(range.to)
    const from = range === undefined ? to.subtract({ days: days - 1 }) : Temporal.PlainDate.from(range.from)
    const length = from.until(to).days + 1
    if (length < 1 || length > mostDays || Temporal.PlainDate.compare(to, today()) >= 0) throw refuse('simulation_range')
    return { from: from.toString(), to: to.toString() }
  }

  /** The newest seven days in a row that hold nothing, so that a scenario can be played again and again. */
  async function freeWeek(): Promise<Range> {
    for (let to = today().subtract({ days: 1 }); ; ) {
      const range = { from: to.subtract({ days: 6 }).toString(), to: to.toString() }
      const taken = [...(await database.read((tx) => countByDay(tx, datesOf(range), unitTime())))].find(([, movements]) => movements > 0)
      if (taken === undefined) return range
      to = Temporal.PlainDate.from(taken[0]).subtract({ days: 1 })
    }
  }

  async function fill(range: Range, seed: number, rates: Rates): Promise<Omit<Result, 'milliseconds'>> {
    const dates = datesOf(range)
    const { unit, counts } = await database.read(async (tx) => ({ unit: await readUnit(tx), counts: await countByDay(tx, dates, unitTime()) }))
    const sum = { daysFilled: 0, daysTaken: 0, movements: 0, forgotten: 0, late: 0, early: 0, flagged: 0 }
    let before: FilledDay | undefined
    for (const [index, date] of dates.entries()) {
      if ((counts.get(date) ?? 0) > 0) {
        sum.daysTaken += 1
        before = undefined
        continue
      }
      const known = before?.last
      const day: FilledDay = await database.transaction((tx) => fillDay(tx, date, unit, { seed, rates, unitTime: unitTime() }, known))
      before = day
      sum.daysFilled += 1
      for (const key of ['movements', 'forgotten', 'late', 'early', 'flagged'] as const) sum[key] += day[key]
      hub.emit('dev.simulating', { day: index + 1, days: dates.length, movements: sum.movements })
      await breathe()
    }
    return { ...range, seed, ...sum }
  }

  /** Now: `empty` signs out whoever is inside and holds a badge, `busy-day` signs in everybody else. */
  async function crowd(scenario: 'empty' | 'busy-day', seed: number): Promise<Omit<Result, 'milliseconds'>> {
    const now = clock.now()
    const date = today().toString()
    const movements = await database.transaction(async (tx) => {
      const { people, doors } = await readUnit(tx)
      const last = await readLastBefore(tx, now)
      const wanted = scenario === 'empty' ? 'in' : 'out'
      const memberIds = people.flatMap(({ memberId }) => ((last.get(memberId)?.direction ?? 'out') === wanted ? [memberId] : []))
      // Who came or left within the last minutes keeps their order.
      const latest = Math.max(0, ...[...last.values()].map(({ at }) => at.getTime()))
      const seconds = Math.max(0, Math.min(600, (now.getTime() - latest) / 1000 - 3))
      const acts = planCrowd({ memberIds, now, seconds, intent: scenario === 'empty' ? 'out' : 'in', seed, stations: doors })
      return playScans(tx, acts, { people: new Map(people.map((person) => [person.memberId, person])), last }, date)
    })
    return { from: date, to: date, seed, daysFilled: 0, daysTaken: 0, movements, forgotten: 0, late: 0, early: 0, flagged: 0 }
  }

  async function run({ scenario, seed = defaultSeed, rates, actor, ...days }: SimulateRequest): Promise<Result> {
    const begun = clock.monotonic()
    const wanted: Rates = { ...defaultRates, ...withoutGaps(rates ?? {}), ...(scenario === 'edge-cases' && { edgeCases: 100 }) }
    const result = scenario === 'empty' || scenario === 'busy-day' ? await crowd(scenario, seed) : await fill(scenario === undefined ? rangeOf(days) : await freeWeek(), seed, wanted)
    await database.transaction((tx: Tx) => writeAudit(tx, { at: clock.now(), actor, action: 'dev_tools_simulate', entityType: 'movement', entityId: null, details: { scenario: scenario ?? null, ...result } }))
    hub.emit('presence.changed', { revision: await database.read(readRevision) })
    return { ...result, milliseconds: Math.round(clock.monotonic() - begun) }
  }

  return {
    defaults: () => ({ days: defaultDays, seed: defaultSeed, rates: defaultRates, scenarios: [...simulationScenarios] }),

    /** Writes nothing. Refuses `simulation_range`. */
    async precheck(days: Days): Promise<v.InferOutput<typeof SimulationPrecheck>> {
      const range = rangeOf(days)
      const dates = datesOf(range)
      return database.read(async (tx) => {
        const { people } = await readUnit(tx)
        const counts = [...(await countByDay(tx, dates, unitTime())).values()]
        const of = (category: (typeof categories)[number]): number => people.filter((person) => person.category === category).length
        return {
          ...range,
          days: dates.length,
          daysTaken: counts.filter((movements) => movements > 0).length,
          movementsThere: counts.reduce((sum, movements) => sum + movements, 0),
          people: { fts: of('fts'), ftsEdt: of('ftsEdt'), reserve: of('reserve'), reserveEdt: of('reserveEdt'), bmqStudent: of('bmqStudent') },
        }
      })
    },

    /**
     * Fills the days of the range that hold no movements, one act a day, and tells how far it is. A day depends on its
     * seed, its date and the roll alone. Refuses `simulation_range`, and `simulation_running` while another one runs.
     */
    async simulate(request: SimulateRequest): Promise<Result> {
      if (running) throw refuse('simulation_running')
      running = true
      try {
        return await run(request)
      } finally {
        running = false
      }
    },

    /** @returns how many members were made to have joined at least `days` ago (4.19: whoever has just joined is “new”) */
    backdateMembers: (days: number, actor: Actor): Promise<number> =>
      database.transaction(async (tx) => {
        const now = clock.now()
        const joinedOn = addDays(operationalDate(now, unitTime()), -days)
        const rows = await tx.update(member).set({ joinedOn }).where(gt(member.joinedOn, joinedOn)).returning({ id: member.id })
        await writeAudit(tx, { at: now, actor, action: 'dev_tools_backdate', entityType: 'member', entityId: null, details: { days, members: rows.length } })
        return rows.length
      }),
  }
}

/** Every date of a range, both ends among them. */
function datesOf({ from, to }: Range): string[] {
  const first = Temporal.PlainDate.from(from)
  return Array.from({ length: first.until(Temporal.PlainDate.from(to)).days + 1 }, (_, index) => first.add({ days: index }).toString())
}

/** What is not given does not hide a default. */
const withoutGaps = (rates: NonNullable<SimulateRequest['rates']>): Partial<Rates> => Object.fromEntries(Object.entries(rates).filter(([, value]) => value !== undefined))
