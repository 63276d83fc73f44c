/** Creating, changing, deleting and ordering the items of a list: one way for all lists (domain.md 4.17, 4.21). Each runs in its act's `tx`. */
import { count, eq, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { definitions } from '../../../../shared/contract/definitions.ts'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { ListAct } from '../../../../shared/domain/audit-actions.ts'
import { toCode, type ListName } from '../../../../shared/domain/definitions.ts'
import type { Tx } from '../../db/database.ts'
import { bumpPresenceRevision } from '../../db/presence-revision.ts'
import { member, qualificationGrant, qualificationType, tag } from '../../db/schema/index.ts'
import { changesOf, isWholeList } from '../../kit/changes.ts'
import { refuse } from '../../kit/refusal.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { deleteItem, insertItem, isCodeTaken, isNameTaken, lockItem, lockList, readOrder, updateItem, writeOrder, type Item } from './items.ts'
import { kinds, type Kind } from './kinds.ts'
import { breaksBehaviour, lacksRule, tidy, withoutDates } from './rules.ts'
import { countUses } from './usage.ts'

export interface Act {
  readonly tx: Tx
  readonly actor: Actor
  readonly at: Date
}

/** What else changed with a list, to be told after the commit. */
export interface Consequences {
  /** Members are shown differently. */
  readonly members: boolean
  /** The new revision of presence; null = nobody inside is shown differently. */
  readonly revision: number | null
}

/** Refuses `definition_code_invalid`, `definition_code_taken`, `definition_name_taken`, `qualification_without_rule`, and `definition_unknown` for a tag that is gone. */
export async function createItem(act: Act, input: InputOf<typeof definitions.create>): Promise<string> {
  const { tx, at } = act
  const { list, ...given } = input
  const kind = kinds[list]
  const code = 'code' in given ? codeOf(list, given.code) : null
  const fields: Item = { ...tidy(given), ...(code !== null && { code }) }
  if (lacksRule(code, fields)) throw refuse('qualification_without_rule', { code })
  await lockList(tx, kind)
  if (code !== null && (await isCodeTaken(tx, kind, code))) throw refuse('definition_code_taken', { code })
  await checkName(tx, kind, fields, null)
  await checkTag(tx, fields)
  const key = await insertItem(tx, kind, fields, at)
  await audit(act, kind, 'create', key, { name: fields['name'], after: await inWords(tx, fields) })
  return key
}

/**
 * Refuses `definition_unknown`, `definition_name_taken`, `definition_behaviour_fixed`, `qualification_without_rule` and `last_administrator`.
 * @returns null when nothing differs: then nothing is written
 */
export function changeItem(act: Act, input: InputOf<typeof definitions.update>): Promise<Consequences | null> {
  // What a status lets people do decides who can still sign in; that question is asked before anything is locked.
  const decidesAccess = input.list === 'memberStatuses' || input.list === 'badgeStatuses'
  return decidesAccess ? keepingAnAdministrator(act.tx, () => change(act, input)) : change(act, input)
}

async function change(act: Act, { list, key, ...given }: InputOf<typeof definitions.update>): Promise<Consequences | null> {
  const { tx, at } = act
  const kind = kinds[list]
  await lockList(tx, kind)
  const item = await lockItem(tx, kind, key, 'change')
  if (item === undefined) throw refuse('definition_unknown')
  const changes = changesOf(item, tidy(given))
  if (changes === null) return null
  const { before, after } = changes
  if (breaksBehaviour(list, item['code'], after)) throw refuse('definition_behaviour_fixed', { name: String(item['name']) })
  if (lacksRule(item['code'], after)) throw refuse('qualification_without_rule', { code: String(item['code']) })
  await checkName(tx, kind, after, key)
  await checkTag(tx, after)
  await updateItem(tx, kind, key, after, at)
  const renamedMembers = await renameCarriers(act, list, before, after)
  await audit(act, kind, 'update', key, { code: item['code'], name: item['name'], before: await inWords(tx, before), after: await inWords(tx, after), ...(renamedMembers > 0 && { renamedMembers }) })
  // A division's name stands in the list of those inside.
  return { members: shownOnMembers.has(list), revision: list === 'divisions' && 'name' in after ? await bumpPresenceRevision(tx) : null }
}

const shownOnMembers: ReadonlySet<ListName> = new Set(['memberStatuses', 'memberTypes', 'qualificationTypes', 'tags', 'divisions', 'messes', 'trades'])

/** Refuses `definition_unknown`, `definition_is_system`, and `definition_in_use` with the count. */
export async function removeItem(act: Act, { list, key }: InputOf<typeof definitions.remove>): Promise<void> {
  const { tx, at } = act
  const kind = kinds[list]
  await lockList(tx, kind)
  const item = await lockItem(tx, kind, key, 'delete')
  if (item === undefined) throw refuse('definition_unknown')
  const name = String(item['name'])
  if (item['isSystem'] === true) throw refuse('definition_is_system', { name })
  const uses = await countUses(tx, list, key, at)
  if (uses > 0) throw refuse('definition_in_use', { name, count: uses })
  const along = await goesAlong(tx, list, key)
  await deleteItem(tx, kind, key)
  await audit(act, kind, 'delete', key, { name, before: await inWords(tx, withoutDates(item)), ...along })
}

/** Refuses `definition_list_changed` when the keys are not all of the list, each once. False when the order is that already. */
export async function orderItems(act: Act, { list, keys }: InputOf<typeof definitions.reorder>): Promise<boolean> {
  const { tx } = act
  const kind = kinds[list]
  await lockList(tx, kind)
  const items = await readOrder(tx, kind)
  const before = items.map(({ key }) => key)
  if (!isWholeList(before, keys)) throw refuse('definition_list_changed')
  if (before.every((key, index) => key === keys[index])) return false
  await writeOrder(tx, kind, keys)
  const names = new Map(items.map(({ key, name }) => [key, name]))
  await audit(act, kind, 'reorder', null, { before: items.map(({ name }) => name), after: keys.map((key) => names.get(key)) })
  return true
}

function codeOf(list: ListName, text: string): string {
  const code = toCode(list, text)
  if (code === null) throw refuse('definition_code_invalid', { code: text.trim() })
  return code
}

async function checkName(tx: Tx, kind: Kind, { name }: Item, key: string | null): Promise<void> {
  if (typeof name === 'string' && (await isNameTaken(tx, kind, name, key))) throw refuse('definition_name_taken', { name })
}

/** The tag that a qualification is to bring; it stays, as the tags are locked with the qualifications. */
async function checkTag(tx: Tx, { tagId }: Item): Promise<void> {
  if (typeof tagId !== 'string') return
  const rows = await tx.select({ id: tag.id }).from(tag).where(eq(tag.id, tagId))
  if (rows.length === 0) throw refuse('definition_unknown')
}

const carriedByName: Partial<Record<ListName, { column: PgColumn; field: 'mess' | 'moc' }>> = { messes: { column: member.mess, field: 'mess' }, trades: { column: member.moc, field: 'moc' } }

/** Members carry a mess and a trade by its name: whoever had the old one has the new one (domain.md 4.21 ⚠). Answers how many. */
async function renameCarriers({ tx, at }: Act, list: ListName, before: Item, after: Item): Promise<number> {
  const carried = carriedByName[list]
  if (carried === undefined || after['name'] === undefined) return 0
  const rows = await tx
    .update(member)
    .set({ [carried.field]: after['name'], updatedAt: at })
    .where(sql`lower(${carried.column}) = lower(${String(before['name'])})`)
    .returning({ id: member.id })
  return rows.length
}

/** What the database takes away or unlinks with the item: the trail shall know. */
async function goesAlong(tx: Tx, list: ListName, key: string): Promise<Item> {
  if (list === 'qualificationTypes') {
    const [row] = await tx.select({ grants: count() }).from(qualificationGrant).where(eq(qualificationGrant.typeId, key))
    return { endedGrants: row?.grants ?? 0 }
  }
  if (list !== 'tags') return {}
  const linked = await tx.select({ code: qualificationType.code }).from(qualificationType).where(eq(qualificationType.tagId, key))
  return { unlinked: linked.map(({ code }) => code) }
}

/** A reader of the trail knows a tag by its name, not by its key. */
async function inWords(tx: Tx, { tagId, id: _id, ...item }: Item): Promise<Item> {
  if (tagId === undefined) return item
  const [row] = typeof tagId === 'string' ? await tx.select({ name: tag.name }).from(tag).where(eq(tag.id, tagId)) : []
  return { ...item, tag: row?.name ?? null }
}

const audit = ({ tx, actor, at }: Act, { list, entityType }: Kind, verb: ListAct, entityId: string | null, details: Item) =>
  writeAudit(tx, { at, actor, action: `${entityType}_${verb}`, entityType, entityId, details: { list, ...details } })
