/** Whose attendance it is: people, absences, places on courses. */
import { and, asc, desc, eq, gte, isNull, lte, ne, type SQL } from 'drizzle-orm'
import type { Person, Span } from '../../../../shared/domain/attendance.ts'
import type { ReportSettings } from '../../../../shared/domain/report-settings.ts'
import type { Tx } from '../../db/database.ts'
import { bmqCourse, bmqEnrolment, division, excusedAbsence, member, memberStatus, memberType, rank } from '../../db/schema/index.ts'

const columns = {
  id: member.id,
  serviceNumber: member.serviceNumber,
  rank: rank.code,
  rankOrder: rank.displayOrder,
  displayName: member.displayName,
  divisionCode: division.code,
  divisionName: division.name,
  memberType: member.memberType,
  isFullTime: memberType.isFullTime,
  joinedOn: member.joinedOn,
}

export interface Whose {
  readonly divisionCode?: string | null
  readonly memberId?: string | null
  readonly includeFTStaff?: boolean
  /** Their place on it rather than on the roll decides. */
  readonly courseId?: string
  readonly order: ReportSettings['formatting']['defaultSortOrder']
}

/** Somebody who is asked for by name is found whatever they are; else whoever trains: on the nominal roll, not inactive, and not hidden from lists. */
function matching({ divisionCode = null, memberId = null, includeFTStaff = true, courseId }: Whose): SQL | undefined {
  const ofDivision = divisionCode === null ? undefined : divisionCode === '-' ? isNull(member.divisionId) : eq(division.code, divisionCode)
  if (courseId !== undefined) return and(eq(bmqEnrolment.courseId, courseId), ofDivision)
  if (memberId !== null) return and(eq(member.id, memberId), ofDivision)
  return and(eq(memberStatus.isHidden, false), ne(member.status, 'inactive'), eq(member.source, 'nominal_roll'), includeFTStaff ? undefined : eq(memberType.isFullTime, false), ofDivision)
}

/** In the order of reports: senior first, where rank decides (4.20 ▶). */
export async function readPeople(tx: Tx, whose: Whose) {
  const byName = [asc(member.searchName), asc(member.id)]
  const order = { division_rank: [asc(division.code), desc(rank.displayOrder), ...byName], rank: [desc(rank.displayOrder), ...byName], alphabetical: byName }[whose.order]
  const from = tx.select(columns).from(member).innerJoin(rank, eq(rank.id, member.rankId)).innerJoin(memberType, eq(memberType.code, member.memberType)).innerJoin(memberStatus, eq(memberStatus.code, member.status)).leftJoin(division, eq(division.id, member.divisionId)).$dynamic()
  const rows = await (whose.courseId === undefined ? from : from.innerJoin(bmqEnrolment, eq(bmqEnrolment.memberId, member.id))).where(matching(whose)).orderBy(...order)
  return rows.map(({ divisionCode, divisionName, ...row }) => ({ ...row, division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode } }))
}

export type Subject = Awaited<ReturnType<typeof readPeople>>[number]

/** Excused absences that touch these days, by member. */
export async function readExcused(tx: Tx, { from, to }: Span): Promise<ReadonlyMap<string, Person['excused']>> {
  const rows = await tx.select({ memberId: excusedAbsence.memberId, from: excusedAbsence.fromDate, to: excusedAbsence.toDate }).from(excusedAbsence).where(and(lte(excusedAbsence.fromDate, to), gte(excusedAbsence.toDate, from)))
  return new Map([...Map.groupBy(rows, ({ memberId }) => memberId)].map(([memberId, spans]) => [memberId, spans.map(({ from: first, to: last }) => ({ from: first, to: last }))]))
}

/** Who is on a recruit course now, by member; the course that began last. */
export async function readRecruits(tx: Tx): Promise<ReadonlyMap<string, { courseId: string; name: string; enrolledOn: string }>> {
  const rows = await tx
    .select({ memberId: bmqEnrolment.memberId, courseId: bmqCourse.id, name: bmqCourse.name, enrolledOn: bmqEnrolment.enrolledOn })
    .from(bmqEnrolment)
    .innerJoin(bmqCourse, eq(bmqCourse.id, bmqEnrolment.courseId))
    .where(and(eq(bmqEnrolment.status, 'enrolled'), eq(bmqCourse.isActive, true)))
    .orderBy(asc(bmqCourse.startDate), asc(bmqCourse.id))
  return new Map(rows.map(({ memberId, ...course }) => [memberId, course]))
}
