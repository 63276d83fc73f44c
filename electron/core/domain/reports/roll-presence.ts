/** Everybody of the roll with whether they are inside at this moment (domain.md 4.3): what parade states are made from. */
import { eq } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { division, member, memberPresence, memberStatus, memberType, rank, station } from '../../db/schema/index.ts'
import type { Placed } from './layout.ts'

interface Named {
  readonly name: string
  readonly nameFr: string | null
}

export interface RollPerson extends Placed {
  readonly serviceNumber: string
  readonly rank: string
  /** On the roll of reports: of a status that lists do not leave out. */
  readonly isOnRoll: boolean
  readonly status: Named & { readonly admission: 'admit' | 'note' | 'refuse' }
  readonly type: Named & { readonly isFullTime: boolean }
  /** The latest movement; null = never here. */
  readonly latest: { readonly direction: 'in' | 'out'; readonly at: Date; readonly door: Named } | null
}

export const isInside = ({ latest }: RollPerson): boolean => latest?.direction === 'in'

const byKey = <R, K extends string>(rows: readonly R[], key: (row: R) => K): ReadonlyMap<string, R> => new Map(rows.map((row) => [key(row), row]))

/**
 * Whoever is on the roll or inside, in no order. Small lists are read beside: with each table that is joined, planning
 * takes longer than reading.
 * @param divisionCode `-` = without a division, null = all
 */
export async function readRollPresence(tx: Tx, { divisionCode, memberId = null }: { readonly divisionCode: string | null; readonly memberId?: string | null }): Promise<RollPerson[]> {
  const divisions = byKey(await tx.select().from(division), ({ id }) => id)
  const statuses = byKey(await tx.select().from(memberStatus), ({ code }) => code)
  const types = byKey(await tx.select().from(memberType), ({ code }) => code)
  const stations = byKey(await tx.select({ id: station.id, name: station.name, nameFr: station.nameFr }).from(station), ({ id }) => id)
  const rows = await tx
    .select({ id: member.id, serviceNumber: member.serviceNumber, rank: rank.code, rankOrder: rank.displayOrder, lastName: member.lastName, firstName: member.firstName, divisionId: member.divisionId, status: member.status, memberType: member.memberType, direction: memberPresence.direction, at: memberPresence.at, stationId: memberPresence.stationId })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(memberId === null ? undefined : eq(member.id, memberId))
  return rows.flatMap(({ divisionId, status: statusCode, memberType: typeCode, direction, at, stationId, ...person }) => {
    const own = divisionId === null ? undefined : divisions.get(divisionId)
    const status = statuses.get(statusCode)
    const type = types.get(typeCode)
    if (status === undefined || type === undefined) return []
    if (divisionCode !== null && (own?.code ?? '-') !== divisionCode) return []
    const door = stations.get(stationId ?? '') ?? { name: stationId ?? '', nameFr: null }
    const latest = direction === null || at === null ? null : { direction, at, door }
    // Somebody who is asked for by name is found whatever their status is.
    return memberId !== null || !status.isHidden || direction === 'in' ? [{ ...person, division: own === undefined ? null : { code: own.code, name: own.name }, isOnRoll: !status.isHidden, status, type, latest }] : []
  })
}

/** What the unit calls a division; its code where nothing is known of it. */
export async function readDivisionName(tx: Tx, code: string): Promise<string> {
  const [row] = await tx.select({ name: division.name }).from(division).where(eq(division.code, code))
  return row?.name ?? code
}
