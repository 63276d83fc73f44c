/** Who forgot to sign out: noted, read and, where it was no such thing, forgotten (domain.md 2.2, 4.2, screens.md P0-4). */
import { and, count, desc, eq, inArray, ne, notExists, sql, type SQL } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Tx } from '../../db/database.ts'
import { division, member, missedCheckout, movement, movementCorrection, rank } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import type { Doing, Person } from './change.ts'

type Asked = InputOf<typeof history.missedCheckouts>
type Page = OutputOf<typeof history.missedCheckouts>

/** Somebody who came in on an earlier operational day and is signed out by hand had forgotten to. @returns whether they had */
export async function noteMissedCheckout(tx: Tx, person: Person, since: Date, out: { id: string; at: Date }, { actor, reason, now }: Doing, unit: UnitTime): Promise<boolean> {
  const day = operationalDate(since, unit)
  if (day >= operationalDate(now, unit)) return false
  await tx.insert(missedCheckout).values({ id: newId(), memberId: person.id, operationalDate: day, originalCheckinAt: since, forcedCheckoutAt: out.at, resolvedBy: 'admin', actorName: actor.name, movementId: out.id, notes: reason })
  await tx
    .update(member)
    .set({ missedCheckoutCount: sql`${member.missedCheckoutCount} + 1`, lastMissedCheckout: sql`greatest(${member.lastMissedCheckout}, ${out.at.toISOString()}::timestamptz)` })
    .where(eq(member.id, person.id))
  return true
}

/** A check-out that never was closed nobody out: what was noted with it is taken back, and does not count against the person. */
export async function forgetMissedCheckouts(tx: Tx, person: Pick<Person, 'id' | 'name'>, movementIds: readonly string[], { actor, now }: { actor: Actor; now: Date }): Promise<void> {
  // A correction took the place of the one that was noted: the note follows it.
  const first = await readOriginals(tx, movementIds)
  const gone = await tx.delete(missedCheckout).where(and(eq(missedCheckout.memberId, person.id), inArray(missedCheckout.movementId, first))).returning()
  if (gone.length === 0) return
  await tx
    .update(member)
    .set({
      missedCheckoutCount: sql`greatest(${member.missedCheckoutCount} - ${gone.length}, 0)`,
      lastMissedCheckout: sql`(select max(${missedCheckout.forcedCheckoutAt}) from ${missedCheckout} where ${missedCheckout.memberId} = ${person.id})`,
    })
    .where(eq(member.id, person.id))
  for (const { id, operationalDate: day, movementId } of gone) await writeAudit(tx, { at: now, actor, action: 'checkin_missed_checkout_delete', entityType: 'missed_checkout', entityId: id, details: { memberId: person.id, name: person.name, operationalDate: day, movementId } })
}

/** These movements and all whose place they took. */
async function readOriginals(tx: Tx, movementIds: readonly string[]): Promise<string[]> {
  const all = [...movementIds]
  for (let latest: readonly string[] = movementIds; latest.length > 0; ) {
    const rows = await tx.select({ id: movementCorrection.originalId }).from(movementCorrection).where(and(inArray(movementCorrection.replacementId, [...latest]), eq(movementCorrection.kind, 'edit')))
    latest = rows.flatMap(({ id }) => id ?? [])
    all.push(...latest)
  }
  return all
}

type Checkout = NonNullable<Page['items'][number]['checkout']>

/** What stands today in the place of each of these movements; absent = nothing does. */
async function readStanding(tx: Tx, movementIds: readonly string[]): Promise<ReadonlyMap<string, Checkout>> {
  const found = new Map<string, Checkout>()
  /** The latest known in its place, and whose it is. */
  let open = new Map(movementIds.map((id) => [id, id]))
  for (let corrected = false; open.size > 0; corrected = true) {
    const rows = await tx
      .select({ id: movement.id, at: movement.at, voided: movement.voided, next: movementCorrection.replacementId })
      .from(movement)
      .leftJoin(movementCorrection, eq(movementCorrection.originalId, movement.id))
      .where(inArray(movement.id, [...open.keys()]))
    const further = new Map<string, string>()
    for (const { id, at, voided, next } of rows) {
      const first = open.get(id) ?? id
      if (!voided) found.set(first, { movementId: id, at: at.toISOString(), corrected })
      else if (next !== null) further.set(next, first)
    }
    open = further
  }
  return found
}

/** Sentinel closed them out, and nobody has said yet when they really left. */
const isOpen = (tx: Tx): SQL | undefined => and(ne(missedCheckout.resolvedBy, 'admin'), notExists(tx.select({ id: movementCorrection.id }).from(movementCorrection).where(eq(movementCorrection.originalId, missedCheckout.movementId))))

/** One page, latest first. */
export async function readMissed(tx: Tx, { openOnly, cursor, limit }: Asked): Promise<Page> {
  const wanted = openOnly ? isOpen(tx) : undefined
  const rows = await tx
    .select({ entry: missedCheckout, displayName: member.displayName, rank: rank.code, firstName: member.firstName, lastName: member.lastName, divisionCode: division.code, divisionName: division.name })
    .from(missedCheckout)
    .innerJoin(member, eq(member.id, missedCheckout.memberId))
    .innerJoin(rank, eq(rank.id, member.rankId))
    .leftJoin(division, eq(division.id, member.divisionId))
    .where(and(wanted, cursor === null ? undefined : sql`(${missedCheckout.forcedCheckoutAt}, ${missedCheckout.id}) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`))
    .orderBy(desc(missedCheckout.forcedCheckoutAt), desc(missedCheckout.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const standing = await readStanding(tx, page.flatMap(({ entry }) => entry.movementId ?? []))
  const [row] = await tx.select({ total: count() }).from(missedCheckout).where(wanted)
  const last = rows.length > limit ? page.at(-1)?.entry : undefined
  return {
    items: page.map(({ entry: { memberId, movementId, ...entry }, divisionCode, divisionName, ...names }) => ({
      ...entry,
      person: { id: memberId, ...names, division: divisionCode === null ? null : { code: divisionCode, name: divisionName ?? divisionCode } },
      originalCheckinAt: entry.originalCheckinAt.toISOString(),
      forcedCheckoutAt: entry.forcedCheckoutAt.toISOString(),
      checkout: movementId === null ? null : (standing.get(movementId) ?? null),
    })),
    total: row?.total ?? 0,
    next: last === undefined ? null : { at: last.forcedCheckoutAt.toISOString(), id: last.id },
  }
}
