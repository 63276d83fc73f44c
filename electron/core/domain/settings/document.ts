/** Settings are documents, each under its key, each with a version that its writer must have seen (domain.md 2.5, 4.21). */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'

export interface StoredDocument {
  /** Undefined = none is stored. */
  readonly value: unknown
  /** 0 = none is stored. */
  readonly version: number
}

export async function readDocuments<K extends string>(tx: Tx, keys: readonly K[]): Promise<Record<K, StoredDocument>> {
  const rows = await tx
    .select({ key: setting.key, value: setting.value, version: setting.version })
    .from(setting)
    .where(inArray(setting.key, [...keys]))
  const found = new Map(rows.map(({ key, ...document }) => [key, document]))
  return Object.fromEntries(keys.map((key) => [key, found.get(key) ?? { value: undefined, version: 0 }])) as Record<K, StoredDocument>
}

export interface Saving {
  readonly key: string
  readonly category: 'app_config' | 'operations' | 'reports'
  readonly value: unknown
  readonly at: Date
}

/** Writes a document over the version that its writer saw, and answers the new one. Refuses `setting_changed` when another was saved since. */
export async function saveDocument(tx: Tx, { key, category, value, at }: Saving, basedOn: number): Promise<number> {
  const [saved] =
    basedOn === 0
      ? await tx.insert(setting).values({ key, category, value, updatedAt: at }).onConflictDoNothing().returning({ version: setting.version })
      : await tx
          .update(setting)
          .set({ value, version: basedOn + 1, updatedAt: at })
          .where(and(eq(setting.key, key), eq(setting.version, basedOn)))
          .returning({ version: setting.version })
  if (saved === undefined) throw refuse('setting_changed')
  return saved.version
}

/** Writes a document whatever was there: when a desk is set up. */
export const putDocument = (tx: Tx, { key, category, value, at }: Saving) =>
  tx
    .insert(setting)
    .values({ key, category, value, updatedAt: at })
    .onConflictDoUpdate({ target: setting.key, set: { value, version: sql`${setting.version} + 1`, updatedAt: at } })

/** As if it had never been saved. */
export const removeDocument = (tx: Tx, key: string) => tx.delete(setting).where(eq(setting.key, key))
