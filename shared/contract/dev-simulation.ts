import * as v from 'valibot'
import { CivilDate, Count } from './fields.ts'

const Percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))

/** The share of people, in per cent, who come where they are expected; and of visits that do not go as they should (domain.md 4.24). */
export const SimulationRates = v.object({
  ftsWorkDay: Percent,
  ftsTrainingNight: Percent,
  ftsAdminNight: Percent,
  reserveTrainingNight: Percent,
  reserveAdminNight: Percent,
  bmqAttendance: Percent,
  edtAppearance: Percent,
  edgeCases: Percent,
})

export const simulationScenarios = ['empty', 'busy-day', 'edge-cases', 'realistic-week'] as const

export const SimulationRange = v.object({ from: CivilDate, to: CivilDate })

/** Which days: the last so many operational days before today, or from one to another. */
export const SimulationDays = v.object({
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
  range: v.optional(SimulationRange),
})

export const SimulationSeed = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295))

export const SimulationPrecheck = v.object({
  ...SimulationRange.entries,
  days: Count,
  /** Days of the range that hold movements already: they are left as they are. */
  daysTaken: Count,
  movementsThere: Count,
  /** Who would be simulated: those whom the door lets in and who hold a badge that works. */
  people: v.object({ fts: Count, ftsEdt: Count, reserve: Count, reserveEdt: Count, bmqStudent: Count }),
})

/** Visitors and events join with their own features. */
export const SimulationResult = v.object({
  ...SimulationRange.entries,
  seed: SimulationSeed,
  daysFilled: Count,
  daysTaken: Count,
  movements: Count,
  forgotten: Count,
  late: Count,
  early: Count,
  flagged: Count,
  milliseconds: Count,
})
