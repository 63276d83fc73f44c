/** Ranks and divisions that tests of members rely on, whatever the fresh database brings along. */
import type { Database } from '../../../db/database.ts'
import { division, rank } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'
import { standardDivisions } from '../standard-divisions.ts'

const codes = ['S3', 'S2', 'S1', 'MS', 'PO2', 'PO1', 'CPO2', 'CPO1', 'NCdt', 'A/SLt', 'SLt', 'Lt(N)', 'LCdr', 'Cdr']

/** Adds what is missing of domain.md 3.1 and 3.2. */
export async function ensureLists(database: Database, at: Date): Promise<void> {
  const base = { isActive: true, replacedBy: null }
  const ranks = [
    ...codes.map((code, index) => ({ ...base, code, name: code, branch: 'navy', category: 'test', displayOrder: index + 1 })),
    { ...base, code: 'Cpl', name: 'Corporal', branch: 'army', category: 'test', displayOrder: 3 },
    { ...base, code: 'CIV', name: 'Civilian', branch: 'civilian', category: 'test', displayOrder: 0 },
    { ...base, code: 'SENTINEL', name: 'System', branch: 'system', category: 'system', displayOrder: 99 },
    { ...base, code: 'AB', name: 'Able Seaman', branch: 'navy', category: 'test', displayOrder: 2, isActive: false, replacedBy: 'S2' },
  ]
  const divisions = [...standardDivisions].map(([code, name]) => ({ id: newId(), code, name, description: null, createdAt: at, updatedAt: at }))
  await database.transaction(async (tx) => {
    await tx.insert(rank).values(ranks.map((entry) => ({ ...entry, id: newId() }))).onConflictDoNothing()
    await tx.insert(division).values(divisions).onConflictDoNothing()
  })
}
