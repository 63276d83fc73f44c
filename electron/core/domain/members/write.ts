/** Putting people on the roll and changing them (domain.md 4.6.1). Each in the act of its caller, under the lock of the roll. */
import { and, eq, inArray, like, ne, sql } from 'drizzle-orm'
import type { InputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'
import { operationalDate } from '../../../../shared/domain/operational-day.ts'
import { caseName, searchNameOf } from '../../../../shared/domain/names.ts'
import type { Tx } from '../../db/database.ts'
import { member, memberTag, tag } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { writeAudit, writeAuditLines, type Actor, type AuditEntry } from '../audit/write.ts'
import { syncAutomatic } from '../qualifications/sync.ts'
import { readUnitProfile } from '../settings/unit-profile.ts'
import { canonicalNumber, toColumns, type Columns } from './columns.ts'
import { lockRoll } from './lock-roll.ts'
import { keepsOut, refuseWhileNeeded, refuseWhileOnDuty } from './obstacles.ts'
import { readNames, renameGroup } from './rename.ts'
import { readInWords, type InWords } from './trail.ts'

type Row = typeof member.$inferSelect

/** Refuses `service_number_taken`, whoever has it, archived or not: a number is a person's for good. */
async function refuseTakenNumber(tx: Tx, serviceNumber: string, own?: string): Promise<void> {
  const [other] = await tx.select({ name: member.displayName }).from(member).where(and(eq(member.serviceNumber, serviceNumber), own === undefined ? undefined : ne(member.id, own)))
  if (other !== undefined) throw refuse('service_number_taken', { serviceNumber, name: other.name })
}

function refuseDates({ contractStart, contractEnd }: Pick<Row, 'contractStart' | 'contractEnd'>): void {
  if (contractStart !== null && contractEnd !== null && contractEnd < contractStart) throw refuse('contract_dates')
}

/** `CIV-0001` and on: the number after the greatest there is. */
async function nextCivilianNumber(tx: Tx): Promise<string> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(substring(${member.serviceNumber} from 5)::int), 0)`.mapWith(Number) })
    .from(member)
    .where(and(like(member.serviceNumber, 'CIV-%'), sql`${member.serviceNumber} ~ '^CIV-[0-9]{4,8}$'`))
  return `CIV-${String((row?.last ?? 0) + 1).padStart(4, '0')}`
}

/** Refuses what `toColumns` refuses, `service_number_taken`, `division_needed`, `contract_dates`. */
export async function createMember(tx: Tx, { source, serviceNumber: typed, ...fields }: InputOf<typeof members.create>, actor: Actor, at: Date) {
  await lockRoll(tx)
  const columns = await toColumns(tx, { memberType: source === 'civilian_manual' ? 'civilian_staff' : 'class_a', status: 'active', ...fields })
  if (source === 'nominal_roll' && columns.divisionId == null) throw refuse('division_needed')
  const serviceNumber = source === 'civilian_manual' && typed.trim() === '' ? await nextCivilianNumber(tx) : canonicalNumber(typed)
  await refuseTakenNumber(tx, serviceNumber)
  const { rankId, memberType = 'class_a', status = 'active' } = columns
  if (rankId === undefined) throw refuse('rank_unknown', { rank: fields.rank })
  const names = { firstName: caseName(fields.firstName), lastName: caseName(fields.lastName) }
  // Whoever is put on the roll by hand has just come, unless it is said since when they are here (4.19 ▶).
  const joinedOn = columns.joinedOn === undefined ? operationalDate(at, await readUnitProfile(tx)) : columns.joinedOn
  const row = { ...columns, ...names, joinedOn, id: newId(), serviceNumber, rankId, memberType, status, source, displayName: names.lastName, searchName: searchNameOf(names), createdAt: at, updatedAt: at }
  refuseDates({ contractStart: row.contractStart ?? null, contractEnd: row.contractEnd ?? null })
  await tx.insert(member).values(row)
  await renameGroup(tx, [names.lastName])
  await syncAutomatic(tx, [row.id], at)
  const displayName = (await readNames(tx, [row.id])).get(row.id) ?? ''
  await writeAudit(tx, { at, actor, action: 'member_create', entityType: 'member', entityId: row.id, details: { name: displayName, serviceNumber, after: (await readInWords(tx))(row) } })
  return { id: row.id, serviceNumber, displayName }
}

/** The row, locked against scans and other desks, and on the roll. Refuses `member_unknown`, `member_archived`. */
async function lockMember(tx: Tx, memberId: string): Promise<Row> {
  const [row] = await tx.select().from(member).where(eq(member.id, memberId)).for('update')
  if (row === undefined) throw refuse('member_unknown')
  if (row.status === 'archived') throw refuse('member_archived', { name: row.displayName })
  return row
}

/** Writes what differs, with all that hangs on it: names, qualifications, the trail. @returns whether anything did */
async function applyColumns(tx: Tx, row: Row, columns: Columns, { actor, at, action, inWords }: Pick<AuditEntry, 'actor' | 'at' | 'action'> & { inWords: InWords }): Promise<boolean> {
  const changed = Object.fromEntries(Object.entries(columns).filter(([key, to]) => to !== undefined && row[key as keyof Row] !== to)) as Columns
  if (Object.keys(changed).length === 0) return false
  const next = { ...row, ...changed }
  refuseDates(next)
  if (changed.serviceNumber !== undefined) await refuseTakenNumber(tx, changed.serviceNumber, row.id)
  const isKeptOut = changed.status !== undefined && (await keepsOut(tx, changed.status))
  if (isKeptOut) await refuseWhileNeeded(tx, row.id, at)
  else if (changed.status === 'inactive') await refuseWhileOnDuty(tx, row.id, at)
  const write = () => tx.update(member).set({ ...changed, searchName: searchNameOf(next), updatedAt: at }).where(eq(member.id, row.id))
  await (isKeptOut ? keepingAnAdministrator(tx, write) : write())
  if (changed.lastName !== undefined || changed.firstName !== undefined || changed.rankId !== undefined) await renameGroup(tx, [row.lastName, next.lastName])
  if (changed.rankId !== undefined || changed.divisionId !== undefined) await syncAutomatic(tx, [row.id], at)
  const before = Object.fromEntries(Object.keys(changed).map((key) => [key, row[key as keyof Row]]))
  await writeAudit(tx, { at, actor, action, entityType: 'member', entityId: row.id, details: { name: row.displayName, before: inWords(before), after: inWords(changed) } })
  return true
}

/** Refuses `member_changed` when the member is not as `basedOn` knew them, and what the parts refuse. */
export async function updateMember(tx: Tx, { memberId, basedOn, changes }: InputOf<typeof members.update>, actor: Actor, at: Date) {
  await lockRoll(tx)
  const row = await lockMember(tx, memberId)
  if (row.updatedAt.getTime() !== new Date(basedOn).getTime()) throw refuse('member_changed', { name: row.displayName })
  // Later than what it was, even where the clock stands still or was set back: it is the mark of this version.
  const stamp = new Date(Math.max(at.getTime(), row.updatedAt.getTime() + 1))
  const changed = await applyColumns(tx, row, await toColumns(tx, changes), { actor, at: stamp, action: 'member_update', inWords: await readInWords(tx) })
  return { displayName: (await readNames(tx, [memberId])).get(memberId) ?? '', updatedAt: (changed ? stamp : row.updatedAt).toISOString() }
}

/** All or none. Refuses `tag_unknown`, and what an update refuses. @returns how many changed */
export async function bulkUpdateMembers(tx: Tx, { ids, addTags, removeTags, ...changes }: InputOf<typeof members.bulkUpdate>, actor: Actor, at: Date): Promise<number> {
  await lockRoll(tx)
  const columns = await toColumns(tx, changes)
  const wanted = [...new Set(addTags)]
  const tags = new Map((await tx.select({ id: tag.id, name: tag.name }).from(tag).where(inArray(tag.id, [...wanted, ...removeTags]))).map(({ id, name }) => [id, name]))
  if (wanted.some((id) => !tags.has(id))) throw refuse('tag_unknown')
  const inWords = await readInWords(tx)
  const touched = new Set<string>()
  // In one order, so that two acts wait for each other instead of locking crosswise.
  for (const memberId of [...new Set(ids)].sort()) {
    const row = await lockMember(tx, memberId)
    if (await applyColumns(tx, row, columns, { actor, at: new Date(Math.max(at.getTime(), row.updatedAt.getTime() + 1)), action: 'member_bulk_update', inWords })) touched.add(memberId)
  }
  const all = [...new Set(ids)]
  const added = wanted.length === 0 ? [] : await tx.insert(memberTag).values(all.flatMap((memberId) => wanted.map((tagId) => ({ memberId, tagId, createdAt: at })))).onConflictDoNothing().returning(given)
  const removed = removeTags.length === 0 ? [] : await tx.delete(memberTag).where(and(inArray(memberTag.memberId, all), inArray(memberTag.tagId, removeTags))).returning(given)
  for (const { memberId } of [...added, ...removed]) touched.add(memberId)
  const names = await readNames(tx, all)
  const line = (action: 'member_tag_add' | 'member_tag_remove') => ({ memberId, tagId }: (typeof added)[number]) => ({ at, actor, action, entityType: 'member' as const, entityId: memberId, details: { name: names.get(memberId), tag: tags.get(tagId) ?? tagId } })
  await writeAuditLines(tx, [...added.map(line('member_tag_add')), ...removed.map(line('member_tag_remove'))])
  return touched.size
}

const given = { memberId: memberTag.memberId, tagId: memberTag.tagId }
