/** Messes and trades that a roll brings, put in their lists (domain.md 4.7: as the older system did). */
import { and, eq, sql } from 'drizzle-orm'
import { foldText } from '../../../../shared/domain/fold-text.ts'
import type { Tx } from '../../db/database.ts'
import { insertMany } from '../../db/insert-many.ts'
import { listItem, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'

const longestCode = 45

/** A code that the list can have and does not have yet. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const plain = foldText(name).replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '').slice(0, longestCode) || 'item'
  if (!taken.has(plain)) return plain
  for (let number = 2; ; number += 1) if (!taken.has(`${plain}_${number}`)) return `${plain}_${number}`
}

export interface AddedItem {
  readonly id: string
  readonly listType: 'mess' | 'moc'
  readonly code: string
  readonly name: string
}
export type RemovedItem = AddedItem

/** Adds them at the end. */
export async function addListItems(tx: Tx, listType: 'mess' | 'moc', names: readonly string[], at: Date): Promise<AddedItem[]> {
  if (names.length === 0) return []
  const standing = await tx.select({ code: listItem.code, order: listItem.displayOrder }).from(listItem).where(eq(listItem.listType, listType))
  const taken = new Set(standing.map(({ code }) => code))
  const last = Math.max(0, ...standing.map(({ order }) => order))
  const rows = names.map((name, index) => {
    const code = freeCode(name, taken)
    taken.add(code)
    return { id: newId(), listType, code, name, displayOrder: last + index + 1, isSystem: false, createdAt: at, updatedAt: at }
  })
  await insertMany(tx, listItem, rows)
  return rows
}

const carriers = { mess: member.mess, moc: member.moc } as const

/** Deletes those that nobody changed since and nobody carries. */
export async function removeUnusedListItems(tx: Tx, ids: readonly string[], addedAt: Date): Promise<RemovedItem[]> {
  const removed: RemovedItem[] = []
  for (const listType of ['mess', 'moc'] as const) {
    const rows = await tx
      .delete(listItem)
      .where(
        and(
          eq(listItem.listType, listType),
          sql`${listItem.id} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
          eq(listItem.updatedAt, addedAt),
          sql`not exists (select 1 from ${member} where lower(${carriers[listType]}) = lower(${listItem.name}))`,
        ),
      )
      .returning({ id: listItem.id, code: listItem.code, name: listItem.name })
    removed.push(...rows.map((row) => ({ ...row, listType })))
  }
  return removed
}
