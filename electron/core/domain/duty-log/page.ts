/** The daily page: one document that an administrator writes (domain.md 4.12.6). */
import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { DutyPage } from '../../../../shared/contract/duty-log.ts'
import type { Tx } from '../../db/database.ts'
import { setting } from '../../db/schema/index.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { defaultPage } from './default-page.ts'

export const dutyPageKey = 'dds.page.content.v2'

export type DutyPage = v.InferOutput<typeof DutyPage>

const Stored = v.object({ version: v.number(), changedBy: v.nullable(v.string()), page: DutyPage })

/** Version 0 = as Sentinel came; a document that cannot be read gives way to it, so that the desk has a checklist in any case. */
export async function readPage(tx: Tx): Promise<{ page: DutyPage; version: number; changedAt: string | null; changedBy: string | null }> {
  const [row] = await tx.select({ value: setting.value, updatedAt: setting.updatedAt }).from(setting).where(eq(setting.key, dutyPageKey))
  const parsed = v.safeParse(Stored, row?.value)
  if (!parsed.success || row === undefined) return { page: v.parse(DutyPage, defaultPage), version: 0, changedAt: null, changedBy: null }
  return { ...parsed.output, changedAt: row.updatedAt.toISOString() }
}

/** Refuses `page_changed` when somebody else saved meanwhile, `page_key_twice` when two items could not be told apart. */
export async function updatePage(tx: Tx, page: DutyPage, basedOn: number, at: Date, actor: Actor): Promise<number> {
  const keys = page.checklist.flatMap(({ tasks }) => tasks.map(({ key }) => key))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw refuse('page_key_twice', { key: twice })
  // The row is there before it is locked: two first savings wait for each other too.
  const first = { version: 0, changedBy: null, page: v.parse(DutyPage, defaultPage) }
  await tx.insert(setting).values({ key: dutyPageKey, value: first, category: 'app_config', updatedAt: at }).onConflictDoNothing()
  const [row] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.key, dutyPageKey)).for('update')
  const stored = v.safeParse(Stored, row?.value)
  const before = stored.success ? stored.output : first
  if (before.version !== basedOn) throw refuse('page_changed')
  const version = before.version + 1
  await tx.update(setting).set({ value: { version, changedBy: actor.name, page }, updatedAt: at }).where(eq(setting.key, dutyPageKey))
  await writeAudit(tx, { at, actor, action: 'duty_page_update', entityType: 'setting', entityId: dutyPageKey, details: { before: before.page, after: page } })
  return version
}
