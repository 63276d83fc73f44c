/** The statements of visits (domain.md 4.8, 1.4). Inside an act each takes the act's `tx`. */
import { and, asc, count, desc, eq, exists, gte, inArray, isNotNull, isNull, like, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { searchTerms } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { accessEvent, badge, badgeStatus, member, memberPresence, memberStatus, rank, station, visit, visitType } from '../../db/schema/index.ts'

const host = alias(member, 'host')

const select = (tx: Tx) =>
  tx
    .select({ visit, typeName: visitType.name, typeNameFr: visitType.nameFr, hostName: host.displayName, hostDirection: memberPresence.direction, stationName: station.name, passLabel: badge.label, passSerial: badge.serial, eventName: accessEvent.name })
    .from(visit)
    .innerJoin(visitType, eq(visitType.code, visit.visitType))
    .innerJoin(station, eq(station.id, visit.stationId))
    .leftJoin(host, eq(host.id, visit.hostMemberId))
    .leftJoin(memberPresence, eq(memberPresence.memberId, visit.hostMemberId))
    .leftJoin(badge, eq(badge.id, visit.badgeId))
    .leftJoin(accessEvent, eq(accessEvent.id, visit.eventId))

export type VisitRow = Awaited<ReturnType<typeof select>>[number]

export const isInside = and(isNull(visit.until), eq(visit.voided, false))

/** Visits that fit, the oldest first. */
export const readVisits = (tx: Tx, where: SQL | undefined): Promise<VisitRow[]> => select(tx).where(where).orderBy(asc(visit.since), asc(visit.seq))

/** Visitors in the building, the latest first. */
export const readVisitsInside = (tx: Tx): Promise<VisitRow[]> => select(tx).where(isInside).orderBy(desc(visit.since), desc(visit.seq))

export async function readVisit(tx: Tx, visitId: string): Promise<VisitRow | undefined> {
  const [row] = await select(tx).where(and(eq(visit.id, visitId), eq(visit.voided, false)))
  return row
}

export async function readVisitOfRequest(tx: Tx, requestId: string): Promise<VisitRow | undefined> {
  const [row] = await select(tx).where(eq(visit.requestId, requestId))
  return row
}

/** The visit with its row locked; undefined where there is none or it was taken back. */
export async function lockVisit(tx: Tx, visitId: string) {
  const [row] = await tx.select().from(visit).where(and(eq(visit.id, visitId), eq(visit.voided, false))).for('update')
  return row
}

/** Who has this pass at this moment, with the visit's row locked. */
export async function lockBearer(tx: Tx, badgeId: string) {
  const [row] = await tx.select().from(visit).where(and(eq(visit.badgeId, badgeId), isInside, isNull(visit.returnedAt))).for('update')
  return row
}

/** A badge that might be lent. The badge is locked before the visit, as a scan locks them. */
export async function lockPass(tx: Tx, badgeId: string) {
  const [row] = await tx.select({ id: badge.id, kind: badge.kind, status: badge.status, label: badge.label, isUsable: badgeStatus.isUsable }).from(badge).innerJoin(badgeStatus, eq(badgeStatus.code, badge.status)).where(eq(badge.id, badgeId)).for('update', { of: badge })
  return row
}

/** A pass that is in somebody’s hand again was handed back by whoever left with it. */
export const noteReturned = (tx: Tx, badgeId: string, at: Date) => tx.update(visit).set({ returnedAt: at, updatedAt: at }).where(and(eq(visit.badgeId, badgeId), isNotNull(visit.until), isNull(visit.returnedAt)))

/** Passes that nobody inside has, in the order of their labels; those that somebody left with come last. */
export function readFreePasses(tx: Tx) {
  const gone = alias(visit, 'gone')
  const isOutstanding = sql<boolean>`${exists(tx.select({ one: sql`1` }).from(gone).where(and(eq(gone.badgeId, badge.id), isNotNull(gone.until), isNull(gone.returnedAt), eq(gone.voided, false))))}`
  return tx
    .select({ badgeId: badge.id, label: badge.label, serial: badge.serial, isOutstanding })
    .from(badge)
    .innerJoin(badgeStatus, eq(badgeStatus.code, badge.status))
    .leftJoin(visit, and(eq(visit.badgeId, badge.id), isInside, isNull(visit.returnedAt)))
    .where(and(eq(badge.kind, 'visitor'), eq(badgeStatus.isUsable, true), isNull(visit.id)))
    .orderBy(isOutstanding, asc(badge.label), asc(badge.serial))
}

/** Passes whose last bearer is gone and did not hand them back. */
export const readOutstandingPasses = (tx: Tx) =>
  tx
    .select({ visitId: visit.id, label: badge.label, serial: badge.serial, displayName: visit.displayName, organization: visit.organization, phone: visit.phone, until: visit.until })
    .from(visit)
    .innerJoin(badge, eq(badge.id, visit.badgeId))
    .where(and(isNotNull(visit.until), isNull(visit.returnedAt), eq(visit.voided, false)))
    .orderBy(desc(visit.until), desc(visit.seq))

type Sought = Omit<InputOf<typeof visitors.history>, 'limit'>

function inHistory({ search, types, overstayed, cursor }: Sought, start: Date | null, end: Date | null): SQL | undefined {
  const words = searchTerms(search).map((term) => or(like(visit.searchName, `%${term}%`), like(host.searchName, `%${term}%`)))
  return and(
    eq(visit.voided, false),
    ...words,
    types.length === 0 ? undefined : inArray(visit.visitType, types),
    start === null ? undefined : gte(visit.since, start),
    end === null ? undefined : lt(visit.since, end),
    overstayed ? inArray(visit.endedBy, ['lockup_sequence', 'daily_reset']) : undefined,
    cursor === null ? undefined : sql`(${visit.since}, ${visit.id}) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`,
  )
}

/** One page of visits, newest first, with one more where there is one. @param start @param end instants of the operational dates asked for */
export const readHistory = (tx: Tx, { limit, ...sought }: InputOf<typeof visitors.history>, start: Date | null, end: Date | null): Promise<VisitRow[]> =>
  select(tx).where(inHistory(sought, start, end)).orderBy(desc(visit.since), desc(visit.id)).limit(limit + 1)

export async function countHistory(tx: Tx, sought: Sought, start: Date | null, end: Date | null): Promise<number> {
  const [row] = await tx.select({ total: count() }).from(visit).leftJoin(host, eq(host.id, visit.hostMemberId)).where(inHistory(sought, start, end))
  return row?.total ?? 0
}

/** The latest visit of everybody whose name and organization have these words, with how often they came. */
export async function readReturning(tx: Tx, search: string, limit: number) {
  const words = searchTerms(search).map((term) => like(visit.searchName, `%${term}%`))
  const latest = tx
    .selectDistinctOn([visit.searchName], { id: visit.id, since: visit.since, visits: sql<number>`count(*) over (partition by ${visit.searchName})`.mapWith(Number).as('visits'), inside: sql<boolean>`bool_or(${visit.until} is null) over (partition by ${visit.searchName})`.as('inside') })
    .from(visit)
    .where(and(eq(visit.voided, false), isNull(visit.disposedAt), ...words))
    .orderBy(visit.searchName, desc(visit.since))
    .as('latest')
  return tx
    .select({ visit, visits: latest.visits, isInside: latest.inside, hostName: host.displayName, hostAdmission: memberStatus.admission })
    .from(latest)
    .innerJoin(visit, eq(visit.id, latest.id))
    .leftJoin(host, eq(host.id, visit.hostMemberId))
    .leftJoin(memberStatus, eq(memberStatus.code, host.status))
    .orderBy(desc(latest.since), asc(visit.id))
    .limit(limit)
}

/** Whom somebody may come to see: those whom the door admits without a word. */
const mayHost = eq(memberStatus.admission, 'admit')

export const readHosts = (tx: Tx, search: string, limit: number) =>
  tx
    .select({ id: member.id, displayName: member.displayName })
    .from(member)
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .where(and(mayHost, ...searchTerms(search).map((term) => or(like(member.searchName, `%${term}%`), like(sql`lower(${rank.code})`, `${term}%`)))))
    .orderBy(asc(member.searchName), asc(member.id))
    .limit(limit)

/** An active member who may be visited; undefined = nobody may come to see them. */
export async function readHost(tx: Tx, memberId: string) {
  const [row] = await tx
    .select({ id: member.id, displayName: member.displayName, direction: memberPresence.direction })
    .from(member)
    .innerJoin(memberStatus, eq(memberStatus.code, member.status))
    .leftJoin(memberPresence, eq(memberPresence.memberId, member.id))
    .where(and(eq(member.id, memberId), mayHost))
  return row
}

export async function isVisitType(tx: Tx, code: string): Promise<boolean> {
  const [row] = await tx.select({ code: visitType.code }).from(visitType).where(eq(visitType.code, code)).for('share')
  return row !== undefined
}

/** An event of temporary access that is on: what a visitor may come for. */
export async function isOpenEvent(tx: Tx, eventId: string): Promise<boolean> {
  const [row] = await tx.select({ id: accessEvent.id }).from(accessEvent).where(and(eq(accessEvent.id, eventId), eq(accessEvent.status, 'active'))).for('share')
  return row !== undefined
}
