import type * as v from 'valibot'
import type { SimulationRates } from '../../../../shared/contract/dev-simulation.ts'

export type Rates = v.InferOutput<typeof SimulationRates>

/** Per cent (domain.md 4.24). */
export const defaultRates: Rates = {
  ftsWorkDay: 95,
  ftsTrainingNight: 90,
  ftsAdminNight: 70,
  reserveTrainingNight: 70,
  reserveAdminNight: 40,
  bmqAttendance: 90,
  edtAppearance: 15,
  edgeCases: 10,
}

/** Days, and a seed that gives everybody the same picture. */
export const defaultDays = 30
export const defaultSeed = 20_260_105
/** Share of the visits that did not go as they should which somebody marked for a second look, in per cent. */
export const flaggedShare = 10
