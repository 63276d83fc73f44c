import { eq, sql } from 'drizzle-orm'
import type { Tx } from './database.ts'
import { revision } from './schema/index.ts'

/**
 * The next revision of presence: for every act that changes who is inside or how they are shown, names, ranks and
 * divisions among it. Its row lock is taken last and makes the order of revisions the order of commits.
 */
export async function bumpPresenceRevision(tx: Tx): Promise<number> {
  const [row] = await tx
    .update(revision)
    .set({ value: sql`${revision.value} + 1` })
    .where(eq(revision.topic, 'presence'))
    .returning({ value: revision.value })
  if (row === undefined) throw new Error('the presence revision is missing')
  return row.value
}
