/** Who is expected: written down beforehand, so that the desk only confirms (screens.md P0-3). */
import { and, asc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import { expectedVisit, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { checkedDetails } from './answers.ts'
import type { Dependencies } from './acts.ts'

type Expected = OutputOf<typeof visitors.expected>['expected'][number]

export function createExpectedVisits({ database, clock, hub, unitTime }: Dependencies & { readonly unitTime: () => UnitTime }) {
  const today = (): string => operationalDate(clock.now(), unitTime())
  return {
    /** In the order of date and time, those of any time last of their day. */
    expected: ({ date, days }: InputOf<typeof visitors.expected>): Promise<OutputOf<typeof visitors.expected>> =>
      database.read(async (tx) => {
        const first = date ?? today()
        const rows = await tx
          .select({ expected: expectedVisit, hostName: member.displayName })
          .from(expectedVisit)
          .leftJoin(member, eq(member.id, expectedVisit.hostMemberId))
          .where(and(gte(expectedVisit.date, first), lte(expectedVisit.date, addDays(first, days - 1))))
          .orderBy(asc(expectedVisit.date), sql`${expectedVisit.time} nulls last`, asc(expectedVisit.searchName), asc(expectedVisit.id))
        return {
          expected: rows.map(({ expected: { hostMemberId, searchName: _search, createdAt: _at, createdBy: _by, ...row }, hostName }): Expected => ({ ...row, host: hostMemberId === null || hostName === null ? null : { id: hostMemberId, displayName: hostName } })),
        }
      }),

    /** Refuses `visit_expected_past` and what the details lack. */
    async expect({ date, time, ...details }: InputOf<typeof visitors.expect>, actor: Actor): Promise<{ id: string }> {
      if (date < today()) throw refuse('visit_expected_past')
      const id = newId()
      await database.transaction(async (tx) => {
        const at = clock.now()
        const row = await checkedDetails(tx, details)
        await tx.insert(expectedVisit).values({ id, date, time, ...row, createdAt: at, createdBy: actor.name })
        await writeAudit(tx, { at, actor, action: 'visitor_expect', entityType: 'expected_visit', entityId: id, details: { name: row.displayName, date, time, memberId: row.hostMemberId } })
      })
      hub.emit('visitors.changed', {})
      return { id }
    },

    /** Refuses `visit_expected_unknown`. */
    async forget({ expectedId }: InputOf<typeof visitors.forget>, actor: Actor): Promise<{ displayName: string }> {
      const displayName = await database.transaction(async (tx) => {
        const [row] = await tx.delete(expectedVisit).where(and(eq(expectedVisit.id, expectedId), isNull(expectedVisit.visitId))).returning({ displayName: expectedVisit.displayName, date: expectedVisit.date })
        if (row === undefined) throw refuse('visit_expected_unknown')
        await writeAudit(tx, { at: clock.now(), actor, action: 'visitor_forget', entityType: 'expected_visit', entityId: expectedId, details: { name: row.displayName, date: row.date } })
        return row.displayName
      })
      hub.emit('visitors.changed', {})
      return { displayName }
    },
  }
}
