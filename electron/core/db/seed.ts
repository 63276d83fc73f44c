import { defaultUnitTime } from '../../../shared/domain/operational-day.ts'
import { newId } from '../kit/id.ts'
import type { Tx } from './database.ts'
import { division, rank, setting } from './schema/index.ts'
import { divisionSeeds, rankSeeds } from './seed-values.ts'

/** Puts in what is missing and touches nothing else: what an administrator has changed stays changed (domain.md 3.3). */
export async function seed(tx: Tx, at: Date): Promise<void> {
  const dates = { createdAt: at, updatedAt: at }
  await tx
    .insert(rank)
    .values(rankSeeds.map((row) => ({ id: newId(), ...row })))
    .onConflictDoNothing({ target: rank.code })
  await tx
    .insert(division)
    .values(divisionSeeds.map(([code, name]) => ({ id: newId(), code, name, ...dates })))
    .onConflictDoNothing({ target: division.code })
  await tx
    .insert(setting)
    .values({ key: 'unit.profile', value: { name: 'HMCS Example', ...defaultUnitTime }, category: 'app_config', updatedAt: at })
    .onConflictDoNothing({ target: setting.key })
}
