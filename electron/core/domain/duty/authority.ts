/** Who may hold lockup (domain.md 4.15, grades A, B and C): one definition for the door, the lists and the acts. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { division, lockupCycle, member, memberPresence, qualificationGrant, qualificationType, rank } from '../../db/schema/index.ts'
import { holds } from '../qualifications/queries.ts'
import type { DutyDay } from './duty-day.ts'

/** A = holds it now, B = a qualification that can receive lockup, C = has the duty or is rostered for it. */
export type Ground = 'holder' | 'qualification' | 'dds' | 'scheduled_dds'

export interface Authorised {
  readonly memberId: string
  readonly displayName: string
  readonly serviceNumber: string
  readonly divisionCode: string | null
  readonly divisionName: string | null
  readonly isPresent: boolean
  readonly grounds: readonly Ground[]
  /** Qualifications that give it, in the order of their list. */
  readonly qualifications: readonly string[]
}

interface Question {
  readonly now: Date
  readonly duty: DutyDay
  /** null = everybody who is inside. */
  readonly memberIds: readonly string[] | null
}

/** The holder of lockup; undefined when the building is secured. */
export async function readHolder(tx: Tx): Promise<{ memberId: string; displayName: string } | undefined> {
  const [row] = await tx.select({ memberId: member.id, displayName: member.displayName }).from(lockupCycle).innerJoin(member, eq(member.id, lockupCycle.holderId)).where(sql`${lockupCycle.status} <> 'secured'`)
  return row
}

/** Those of the members asked about who may hold lockup, senior first. */
export async function readAuthorised(tx: Tx, { now, duty, memberIds }: Question): Promise<Authorised[]> {
  const among = memberIds === null ? eq(memberPresence.direction, 'in') : inArray(member.id, [...memberIds])
  if (memberIds?.length === 0) return []
  const granted = await tx
    .select({ memberId: member.id, code: qualificationType.code })
    .from(qualificationGrant)
    .innerJoin(qualificationType, eq(qualificationType.id, qualificationGrant.typeId))
    .innerJoin(member, eq(member.id, qualificationGrant.memberId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(and(eq(qualificationType.canReceiveLockup, true), holds(now), among))
    .orderBy(qualificationType.displayOrder, qualificationType.code)
  const codesOf = Map.groupBy(granted, ({ memberId }) => memberId)
  const holder = await readHolder(tx)
  const dds = [duty.live?.memberId, duty.assignment?.memberId]
  const ids = new Set([...codesOf.keys(), ...[holder?.memberId, duty.thisWeek?.memberId, ...dds].flatMap((id) => id ?? [])])
  const people = await tx
    .select({ memberId: member.id, displayName: member.displayName, serviceNumber: member.serviceNumber, divisionCode: division.code, divisionName: division.name, direction: memberPresence.direction })
    .from(member)
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(and(inArray(member.id, [...ids]), among))
    .orderBy(desc(rank.displayOrder), asc(member.searchName), asc(member.id))
  return people.map(({ direction, ...person }) => {
    const qualifications = (codesOf.get(person.memberId) ?? []).map(({ code }) => code)
    const grounds: Ground[] = [
      ...(person.memberId === holder?.memberId ? (['holder'] as const) : []),
      ...(qualifications.length > 0 ? (['qualification'] as const) : []),
      ...(dds.includes(person.memberId) ? (['dds'] as const) : []),
      ...(person.memberId === duty.thisWeek?.memberId ? (['scheduled_dds'] as const) : []),
    ]
    return { ...person, isPresent: direction === 'in', grounds, qualifications }
  })
}

/** What this member may hold lockup for; undefined = nothing, they may not. */
export const readAuthority = async (tx: Tx, memberId: string, question: Omit<Question, 'memberIds'>): Promise<Authorised | undefined> => (await readAuthorised(tx, { ...question, memberIds: [memberId] }))[0]

/** Members inside who hold the qualification that DDS asks for, senior first. @param memberIds null = everybody inside */
export async function readDdsQualified(tx: Tx, now: Date, memberIds: readonly string[] | null): Promise<{ memberId: string; displayName: string; serviceNumber: string }[]> {
  return tx
    .selectDistinctOn([rank.displayOrder, member.searchName, member.id], { memberId: member.id, displayName: member.displayName, serviceNumber: member.serviceNumber })
    .from(qualificationGrant)
    .innerJoin(qualificationType, and(eq(qualificationType.id, qualificationGrant.typeId), eq(qualificationType.code, 'DDS')))
    .innerJoin(member, eq(member.id, qualificationGrant.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(and(holds(now), memberIds === null ? eq(memberPresence.direction, 'in') : inArray(member.id, [...memberIds])))
    .orderBy(desc(rank.displayOrder), asc(member.searchName), asc(member.id))
}
