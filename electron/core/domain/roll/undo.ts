/** Undo of the latest import (domain.md 4.7 ▶): all of it or nothing, and never over what people did since. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { roll } from '../../../../shared/contract/roll.ts'
import type { Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { division, member, qualificationGrant } from '../../db/schema/index.ts'
import { refuse, type Details } from '../../kit/refusal.ts'
import { writeAuditLines, type Actor } from '../audit/write.ts'
import { lockRoll } from '../members/lock-roll.ts'
import { syncAutomatic } from '../qualifications/sync.ts'
import { markUndone, readChangedSince, readIds, readLatestImport, restoreBefore, type ImportSummary } from './images.ts'
import { removeUnusedListItems } from './list-items.ts'
import { refreshNames } from './queries.ts'
import { readReferenced } from './references.ts'
import { trailOfUndo, trailOfUndoneMembers } from './trail.ts'

export type UndoResult = OutputOf<typeof roll.undoLast>

const idsIn = (ids: readonly string[]) => sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`

/**
 * Those who were added go, those who were changed get every column back; their movements, badges and qualifications since
 * stay. Refuses `roll_not_latest`, `roll_undo_changed` and `roll_undo_in_use`, with the names.
 */
export async function undoImport(tx: Tx, importId: string, actor: Actor, at: Date): Promise<{ result: UndoResult; revision: number; listsShrank: boolean }> {
  await lockRoll(tx)
  const latest = await readLatestImport(tx)
  if (latest?.id !== importId) throw refuse('roll_not_latest')
  const changed = await readChangedSince(tx, importId)
  if (changed.length > 0) throw refuse('roll_undo_changed', named(changed))
  const added = await readIds(tx, importId, 'added')
  const used = await readUsedNames(tx, added)
  if (used.length > 0) throw refuse('roll_undo_in_use', named(used))

  const undo = { importId, fileName: latest.fileName, importedAt: latest.at, importedBy: latest.actorName, actor, at }
  const memberLines = await trailOfUndoneMembers(tx, undo)
  await tx.delete(qualificationGrant).where(and(sql`${qualificationGrant.memberId} in ${idsIn(added)}`, eq(qualificationGrant.source, 'automatic')))
  await tx.delete(member).where(sql`${member.id} in ${idsIn(added)}`)
  const restored = await restoreBefore(tx, importId)
  const divisions = await removeUnusedDivisions(tx, latest.summary, latest.at)
  const listItems = await removeUnusedListItems(tx, latest.summary.listItemIds, latest.at)
  await refreshNames(tx)
  await syncAutomatic(tx, 'all', at)
  await markUndone(tx, importId, at, actor.name)
  const result: UndoResult = { removed: added.length, restored, divisionsRemoved: divisions.length, divisionsKept: latest.summary.divisionIds.length - divisions.length, listItemsRemoved: listItems.length }
  await writeAuditLines(tx, [...memberLines, ...trailOfUndo(undo, divisions, listItems, result)])
  return { result, revision: await bumpPresenceRevision(tx), listsShrank: divisions.length + listItems.length > 0 }
}

const shownNames = 10

const named = (names: readonly string[]): Details => ({ names: names.slice(0, shownNames).join('; ') + (names.length > shownNames ? ` … (${names.length})` : ''), count: names.length })

/** Of these, who holds a badge, was inside, has duties, tags or anything else by now. */
async function readUsedNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const used = ids.length === 0 ? [] : await readReferenced(tx, 'member', ids)
  if (used.length === 0) return []
  const rows = await tx.select({ name: member.displayName }).from(member).where(inArray(member.id, used)).orderBy(asc(member.searchName), asc(member.id))
  return rows.map(({ name }) => name)
}

/** A division that somebody else belongs to by now, or that was renamed, is the unit's own. */
async function removeUnusedDivisions(tx: Tx, { divisionIds }: ImportSummary, addedAt: Date): Promise<{ id: string; code: string; name: string }[]> {
  if (divisionIds.length === 0) return []
  const used = await readReferenced(tx, 'division', divisionIds)
  return tx.delete(division).where(and(sql`${division.id} in ${idsIn(divisionIds.filter((id) => !used.includes(id)))}`, eq(division.updatedAt, addedAt))).returning({ id: division.id, code: division.code, name: division.name })
}
