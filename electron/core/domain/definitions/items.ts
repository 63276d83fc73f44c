/** The statements of a list's items, the same for every list. Each takes the act's `tx`. */
import { and, asc, eq, max, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import type { Kind } from './kinds.ts'

/** A row of any list, by its columns' names. */
export type Item = Readonly<Record<string, unknown>>

const atKey = (kind: Kind, key: string) => and(sql`${kind.key}::text = ${key}`, kind.rows)

/**
 * Makes every other writer of the list wait, an import that adds divisions among them, so that what is asked before
 * writing still holds when it is written. Readers and foreign keys go on.
 */
export const lockList = (tx: Tx, { locks }: Kind) => tx.execute(sql`lock table ${sql.join([...locks], sql`, `)} in share row exclusive mode`)

/** The item, locked: against change, and where it is to be deleted also against being given to anybody. */
export async function lockItem(tx: Tx, kind: Kind, key: string, purpose: 'change' | 'delete'): Promise<Item | undefined> {
  const [row] = await tx
    .select()
    .from(kind.table)
    .where(atKey(kind, key))
    .for(purpose === 'delete' ? 'update' : 'no key update')
  return row
}

/** Whether another item than `key` has this name, in whatever capitals. */
export async function isNameTaken(tx: Tx, kind: Kind, name: string, key: string | null): Promise<boolean> {
  const others = key === null ? undefined : ne(sql`${kind.key}::text`, key)
  const rows = await tx.select({ name: kind.name }).from(kind.table).where(and(sql`lower(${kind.name}) = lower(${name})`, kind.rows, others)).limit(1)
  return rows.length > 0
}

export async function isCodeTaken(tx: Tx, kind: Kind, code: string): Promise<boolean> {
  if (kind.code === null) return false
  const rows = await tx.select({ code: kind.code }).from(kind.table).where(and(eq(kind.code, code), kind.rows)).limit(1)
  return rows.length > 0
}

/** Adds the item at the end; answers its key. */
export async function insertItem(tx: Tx, kind: Kind, fields: Item, at: Date): Promise<string> {
  const place = kind.order === null ? {} : { displayOrder: await lastPlace(tx, kind) + 1 }
  const [row] = await tx
    .insert(kind.table)
    .values({ ...kind.newRow(), ...fields, ...place, createdAt: at, updatedAt: at })
    .returning({ key: kind.key })
  return String(row?.key)
}

async function lastPlace(tx: Tx, { order, table, rows }: Kind): Promise<number> {
  const [row] = order === null ? [] : await tx.select({ last: max(order) }).from(table).where(rows)
  return Number(row?.last ?? 0)
}

export const updateItem = (tx: Tx, kind: Kind, key: string, fields: Item, at: Date) => tx.update(kind.table).set({ ...fields, updatedAt: at }).where(atKey(kind, key))

export const deleteItem = (tx: Tx, kind: Kind, key: string) => tx.delete(kind.table).where(atKey(kind, key))

/** Keys and names in their present order. */
export async function readOrder(tx: Tx, kind: Kind): Promise<{ key: string; name: string }[]> {
  const rows = await tx.select({ key: kind.key, name: kind.name }).from(kind.table).where(kind.rows).orderBy(asc(kind.order ?? kind.key), asc(kind.key))
  return rows.map(({ key, name }) => ({ key: String(key), name: String(name) }))
}

/** Gives the keys the places 1 to n, in one statement. */
export const writeOrder = (tx: Tx, kind: Kind, keys: readonly string[]) => {
  const places = sql.join(
    keys.map((key, index) => sql`(${key}::text, ${index + 1}::int)`),
    sql`, `,
  )
  return tx.execute(sql`update ${kind.table} set display_order = place.at from (values ${places}) as place(key, at) where ${kind.key}::text = place.key`)
}
