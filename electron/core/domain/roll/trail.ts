/** What an import and its undo leave in the trail: a line for each member and list item they touched, and one that sums it up (domain.md 4.7, 4.23). */
import { plainLists } from '../../../../shared/domain/definitions.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor, AuditEntry } from '../audit/write.ts'
import { readInWords } from '../members/trail.ts'
import { readImages } from './images.ts'
import type { ImportResult } from './import-roll.ts'
import type { AddedItem, RemovedItem } from './list-items.ts'
import { isIncluded, type RollPlan } from './plan.ts'
import type { UndoResult } from './undo.ts'

interface Import {
  readonly plan: RollPlan
  readonly result: ImportResult
  /** As they were written, by service number. */
  readonly members: ReadonlyMap<string, { readonly id: string; readonly displayName: string }>
  readonly divisions: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  readonly listItems: readonly AddedItem[]
  /** Ids of those who were deactivated. */
  readonly deactivated: readonly string[]
  readonly fileName: string
  readonly fingerprint: string
  readonly actor: Actor
  readonly at: Date
}

const listOf = (listType: AddedItem['listType']) => (listType === plainLists.messes ? 'messes' : 'trades')

/** The sum comes last: newest first, it stands above its lines. Pure. */
export function trailOfImport({ plan, result, members, divisions, listItems, deactivated, fileName, fingerprint, actor, at }: Import): AuditEntry[] {
  const shared = { at, actor }
  const leaving = new Set(deactivated)
  const { importId, ...counts } = result
  return [
    ...divisions.map(({ id, code, name }): AuditEntry => ({ ...shared, action: 'division_create', entityType: 'division', entityId: id, details: { list: 'divisions', name, fileName, after: { code, name } } })),
    ...listItems.map(({ id, listType, code, name }): AuditEntry => ({ ...shared, action: 'list_item_create', entityType: 'list_item', entityId: id, details: { list: listOf(listType), name, fileName, after: { code, name } } })),
    ...plan.add.filter(isIncluded).map(({ values }): AuditEntry => {
      const row = members.get(values.serviceNumber ?? '')
      return { ...shared, action: 'member_create', entityType: 'member', entityId: row?.id ?? null, details: { name: row?.displayName, serviceNumber: values.serviceNumber, fileName, after: renamed(values) } }
    }),
    ...plan.update.filter(isIncluded).map(({ member, changes }): AuditEntry => {
      const side = (of: 'from' | 'to') => renamed(Object.fromEntries(changes.map((change) => [change.field, change[of]])))
      return { ...shared, action: 'member_update', entityType: 'member', entityId: member.id, details: { name: member.displayName, fileName, before: side('from'), after: side('to') } }
    }),
    ...plan.review
      .filter(({ id }) => leaving.has(id))
      .map(({ id, displayName, status }): AuditEntry => ({ ...shared, action: 'member_update', entityType: 'member', entityId: id, details: { name: displayName, fileName, before: { status }, after: { status: 'inactive' } } })),
    { ...shared, action: 'import_execute', entityType: 'roll', entityId: importId, details: { fileName, fingerprint, ...counts, excludedRows: plan.excluded, newDivisions: divisions.map(({ code }) => code) } },
  ]
}

/** The roll calls `details` what everybody else calls `classDetails`. */
const renamed = ({ details, ...values }: Readonly<Record<string, string | null | undefined>>) => ({ ...values, ...(details !== undefined && { classDetails: details }) })

interface Undo {
  readonly importId: string
  readonly fileName: string
  readonly importedAt: Date
  readonly importedBy: string
  readonly actor: Actor
  readonly at: Date
}

/** Of the members, in words; ask before they are put back, while their divisions are still there. */
export async function trailOfUndoneMembers(tx: Tx, { importId, fileName, actor, at }: Undo): Promise<AuditEntry[]> {
  const inWords = await readInWords(tx)
  return (await readImages(tx, importId)).map(({ memberId, name, serviceNumber, before, after }): AuditEntry => {
    const shared = { at, actor, entityType: 'member' as const, entityId: memberId }
    if (before === null) return { ...shared, action: 'member_remove', details: { name, serviceNumber, fileName, before: inWords(after) } }
    return { ...shared, action: 'member_update', details: { name, fileName, before: inWords(after), after: inWords(before) } }
  })
}

/** Of what else went, and the sum. Pure. */
export function trailOfUndo({ importId, fileName, importedAt, importedBy, actor, at }: Undo, divisions: readonly { id: string; code: string; name: string }[], items: readonly RemovedItem[], result: UndoResult): AuditEntry[] {
  const shared = { at, actor }
  return [
    ...divisions.map(({ id, code, name }): AuditEntry => ({ ...shared, action: 'division_delete', entityType: 'division', entityId: id, details: { list: 'divisions', name, fileName, before: { code, name } } })),
    ...items.map(({ id, listType, code, name }): AuditEntry => ({ ...shared, action: 'list_item_delete', entityType: 'list_item', entityId: id, details: { list: listOf(listType), name, fileName, before: { code, name } } })),
    { ...shared, action: 'import_undo', entityType: 'roll', entityId: importId, details: { fileName, importedAt: importedAt.toISOString(), importedBy, ...result } },
  ]
}
