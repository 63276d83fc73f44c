import { eq } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { badge, member, rank } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'

export interface Enlisted {
  readonly id: string
  readonly serial: string
  readonly name: string
}

/** Invented members, each with a badge. */
export async function enlist(database: Database, at: Date, count: number): Promise<Enlisted[]> {
  const people = Array.from({ length: count }, (_, index) => ({ id: newId(), badgeId: newId(), index }))
  const serialOf = (badgeId: string): string => `em4100:${badgeId.slice(0, 8).toUpperCase()}`
  await database.transaction(async (tx) => {
    const [s1] = await tx.select().from(rank).where(eq(rank.code, 'S1'))
    await insertMany(tx, member, people.map(({ id, index }) => ({ id, serviceNumber: `V${id.slice(0, 8)}`, rankId: s1?.id ?? '', firstName: 'Test', lastName: `Person ${index}`, displayName: `S1 Person ${index}, T`, searchName: `person ${index}`, memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })))
    await insertMany(tx, badge, people.map(({ id, badgeId }) => ({ id: badgeId, serial: serialOf(badgeId), status: 'active', memberId: id, createdAt: at, updatedAt: at })))
  })
  return people.map(({ id, badgeId, index }) => ({ id, serial: serialOf(badgeId), name: `S1 Person ${index}, T` }))
}
