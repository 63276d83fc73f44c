/** Badges that are lent: who of the visitors and attendees has one, or left with it (domain.md 4.5 ▶ pool; decision 012). */
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Tx } from '../../db/database.ts'
import { attendee, badge, visit } from '../../db/schema/index.ts'
import { writeAudit, type Actor } from '../audit/write.ts'

/** The latest of each badge that has not come back: with whom it is, or from whom it is outstanding. Another kind of bearer joins by a query here and a line in `noteBack`. */
export function lentBadges(tx: Tx) {
  const ofVisits = tx
    .select({ badgeId: sql<string>`${visit.badgeId}`.as('out_badge_id'), name: sql<string>`${visit.displayName}`.as('name'), searchName: sql<string>`${visit.searchName}`.as('search_name'), has: sql<boolean>`${visit.until} is null`.as('has'), since: sql<Date>`coalesce(${visit.until}, ${visit.lentAt})`.mapWith(visit.since).as('since') })
    .from(visit)
    .where(and(isNotNull(visit.badgeId), isNull(visit.returnedAt), eq(visit.voided, false)))
  const ofAttendees = tx
    .select({ badgeId: sql<string>`${attendee.badgeId}`.as('out_badge_id'), name: sql<string>`concat_ws(' ', ${attendee.rank}, ${attendee.name})`.as('name'), searchName: sql<string>`${attendee.searchName}`.as('search_name'), has: sql<boolean>`${attendee.status} in ('pending', 'active')`.as('has'), since: sql<Date>`case when ${attendee.status} in ('pending', 'active') then ${attendee.lentAt} else coalesce(${attendee.movedAt}, ${attendee.updatedAt}) end`.mapWith(visit.since).as('since') })
    .from(attendee)
    .where(and(isNotNull(attendee.badgeId), isNull(attendee.returnedAt)))
  const out = unionAll(ofVisits, ofAttendees).as('out')
  return tx.selectDistinctOn([out.badgeId], { badgeId: sql<string>`${out.badgeId}`.as('lent_badge_id'), name: sql<string>`${out.name}`.as('lent_name'), searchName: sql<string>`${out.searchName}`.as('lent_search_name'), has: sql<boolean>`${out.has}`.as('lent_has'), since: sql<Date>`${out.since}`.mapWith(visit.since).as('lent_since') }).from(out).orderBy(out.badgeId, desc(out.has), desc(out.since)).as('lent')
}

/** Notes a lent badge as handed back by whoever left with it. @returns whether it was out */
export async function noteBack(tx: Tx, { id: badgeId, label }: Pick<typeof badge.$inferSelect, 'id' | 'label'>, at: Date, actor: Actor): Promise<boolean> {
  const visits = await tx.update(visit).set({ returnedAt: at, updatedAt: at }).where(and(eq(visit.badgeId, badgeId), isNull(visit.returnedAt), isNotNull(visit.until))).returning({ id: visit.id, name: visit.displayName })
  const attendees = await tx.update(attendee).set({ returnedAt: at, updatedAt: at }).where(and(eq(attendee.badgeId, badgeId), isNull(attendee.returnedAt), sql`${attendee.status} in ('checked_out', 'expired')`)).returning({ id: attendee.id, name: attendee.name })
  for (const { id, name } of visits) await writeAudit(tx, { at, actor, action: 'visitor_pass_return', entityType: 'visit', entityId: id, details: { name, label } })
  for (const { id, name } of attendees) await writeAudit(tx, { at, actor, action: 'attendee_badge_return', entityType: 'attendee', entityId: id, details: { name, label } })
  return visits.length + attendees.length > 0
}
