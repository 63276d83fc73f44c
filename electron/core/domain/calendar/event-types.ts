/** Kinds of events (domain.md 2.3, 4.10). */
import { and, asc, count, eq, max, ne, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { EventTypeRow, type calendar } from '../../../../shared/contract/calendar.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { Tx } from '../../db/database.ts'
import { unitEvent, unitEventType } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'

type Row = typeof unitEventType.$inferSelect
type Fields = InputOf<typeof calendar.createEventType>
type Position = Fields['extraPositions'][number]

/** The further positions of a type as stored; what cannot be read counts as none. */
export const extraPositionsOf = ({ extraPositions }: Pick<Row, 'extraPositions'>): Position[] => {
  const parsed = v.safeParse(EventTypeRow.entries.extraPositions, extraPositions)
  return parsed.success ? parsed.output : []
}

export async function listEventTypes(tx: Tx): Promise<OutputOf<typeof calendar.eventTypes>> {
  const rows = await tx
    .select({ type: unitEventType, uses: count(unitEvent.id) })
    .from(unitEventType)
    .leftJoin(unitEvent, eq(unitEvent.typeId, unitEventType.id))
    .groupBy(unitEventType.id)
    .orderBy(asc(unitEventType.displayOrder), asc(unitEventType.name), asc(unitEventType.id))
  return { types: rows.map(({ type, uses }) => ({ ...type, extraPositions: extraPositionsOf(type), uses })) }
}

async function refuseTaken(tx: Tx, name: string, own?: string): Promise<void> {
  const [other] = await tx.select({ name: unitEventType.name }).from(unitEventType).where(and(sql`lower(${unitEventType.name}) = lower(${name})`, own === undefined ? undefined : ne(unitEventType.id, own)))
  if (other !== undefined) throw refuse('event_type_taken', { name: other.name })
}

/** Refuses `position_code_taken` for a code that is there twice. */
export function refuseTwice(positions: readonly { readonly code: string }[]): void {
  const seen = new Set<string>()
  for (const { code } of positions) {
    if (seen.has(code.toUpperCase())) throw refuse('position_code_taken', { code })
    seen.add(code.toUpperCase())
  }
}

const auditable = ({ name, nameFr, category, defaultDurationMinutes, requiresDutyWatch, extraPositions }: Fields | Row) => ({ name, nameFr, category, defaultDurationMinutes, requiresDutyWatch, extraPositions })

/** Refuses `event_type_taken`, `position_code_taken`. */
export async function createEventType(tx: Tx, fields: Fields, actor: Actor, at: Date): Promise<string> {
  await refuseTaken(tx, fields.name)
  refuseTwice(fields.extraPositions)
  const [last] = await tx.select({ order: max(unitEventType.displayOrder) }).from(unitEventType)
  const id = newId()
  await tx.insert(unitEventType).values({ id, ...fields, displayOrder: (last?.order ?? 0) + 1, createdAt: at, updatedAt: at })
  await writeAudit(tx, { at, actor, action: 'unit_event_type_create', entityType: 'unit_event_type', entityId: id, details: { name: fields.name, after: auditable(fields) } })
  return id
}

async function lockType(tx: Tx, typeId: string): Promise<Row> {
  const [row] = await tx.select().from(unitEventType).where(eq(unitEventType.id, typeId)).for('update')
  if (row === undefined) throw refuse('event_type_unknown')
  return row
}

/** Refuses `event_type_unknown`, `event_type_taken`, `position_code_taken`. */
export async function updateEventType(tx: Tx, { typeId, ...fields }: InputOf<typeof calendar.updateEventType>, actor: Actor, at: Date): Promise<void> {
  const before = await lockType(tx, typeId)
  await refuseTaken(tx, fields.name, typeId)
  refuseTwice(fields.extraPositions)
  await tx.update(unitEventType).set({ ...fields, updatedAt: at }).where(eq(unitEventType.id, typeId))
  await writeAudit(tx, { at, actor, action: 'unit_event_type_update', entityType: 'unit_event_type', entityId: typeId, details: { name: before.name, before: auditable(before), after: auditable(fields) } })
}

/** Refuses `event_type_unknown`, and `event_type_in_use` with the count. */
export async function removeEventType(tx: Tx, typeId: string, actor: Actor, at: Date): Promise<void> {
  const before = await lockType(tx, typeId)
  const uses = await tx.$count(unitEvent, eq(unitEvent.typeId, typeId))
  if (uses > 0) throw refuse('event_type_in_use', { name: before.name, count: uses })
  await tx.delete(unitEventType).where(eq(unitEventType.id, typeId))
  await writeAudit(tx, { at, actor, action: 'unit_event_type_delete', entityType: 'unit_event_type', entityId: typeId, details: { name: before.name, before: auditable(before) } })
}
