/** A member as the roll calls them. In the act of its caller. */
import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { division, member, rank } from '../../db/schema/index.ts'
import { toDivision } from '../presence/outcome.ts'
import { readPhones, type MusterPerson } from './inside.ts'

export async function readMemberCalled(tx: Tx, memberId: string): Promise<MusterPerson | undefined> {
  const [row] = await tx
    .select({ rank: rank.code, lastName: member.lastName, firstName: member.firstName, displayName: member.displayName, divisionCode: division.code, divisionName: division.name })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(eq(member.id, memberId))
  if (row === undefined) return undefined
  const { divisionCode: _code, divisionName: _name, ...called } = row
  return { ...called, kind: 'member', personId: memberId, division: toDivision(row), organization: null, phone: (await readPhones(tx, [memberId])).get(memberId) ?? null, hostName: null, hostPhone: null, pass: null, since: null, stationName: null, presenceRef: null }
}
