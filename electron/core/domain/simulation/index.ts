/** What a checkout has and an installed Sentinel has not. */
import { Temporal } from 'temporal-polyfill'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { fillDay, readUnit } from './fill.ts'
import { defaultRates, defaultSeed } from './rates.ts'

export { createAwaySwitch, type AwaySwitch } from './away-switch.ts'
export { createSimulation, type SimulationService } from './service.ts'

/** Fills the `days` operational days before `today` in the act of `tx`, on a record that holds nothing yet: the past of a demonstration. */
export async function fillPast(tx: Tx, { today, days, unitTime }: { today: string; days: number; unitTime: UnitTime }): Promise<void> {
  const unit = await readUnit(tx)
  let last: Awaited<ReturnType<typeof fillDay>>['last'] = new Map()
  for (let back = days; back >= 1; back -= 1) {
    const date = Temporal.PlainDate.from(today).subtract({ days: back }).toString()
    ;({ last } = await fillDay(tx, date, unit, { seed: defaultSeed, rates: defaultRates, unitTime }, last))
  }
}
