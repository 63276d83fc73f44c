/** What an import leaves in the trail: a line for each member and division it touched, and one that sums it up (domain.md 4.7, 4.23). Pure. */
import type { Actor, AuditEntry } from '../audit/write.ts'
import type { ImportResult } from './import-roll.ts'
import type { RollPlan } from './roll-plan.ts'
import type { NewMember } from './roll-queries.ts'

interface Import {
  readonly plan: RollPlan
  readonly result: ImportResult
  /** As they were written. */
  readonly members: readonly NewMember[]
  readonly divisions: readonly { readonly id: string; readonly code: string; readonly name: string }[]
  /** Ids of those who were deactivated. */
  readonly deactivated: readonly string[]
  readonly fileName: string
  readonly fingerprint: string
  readonly actor: Actor
  readonly at: Date
}

/** The sum comes last: newest first, it stands above its lines. */
export function trailOfImport({ plan, result, members, divisions, deactivated, fileName, fingerprint, actor, at }: Import): AuditEntry[] {
  const shared = { at, actor }
  const written = new Map(members.map((row) => [row.serviceNumber, row]))
  const leaving = new Set(deactivated)
  return [
    ...divisions.map(({ id, code, name }): AuditEntry => ({ ...shared, action: 'division_create', entityType: 'division', entityId: id, details: { list: 'divisions', name, fileName, after: { code, name } } })),
    ...plan.add.map(({ values }): AuditEntry => {
      const row = written.get(values.serviceNumber ?? '')
      return { ...shared, action: 'member_create', entityType: 'member', entityId: row?.id ?? null, details: { name: row?.displayName, serviceNumber: row?.serviceNumber, fileName, after: renamed(values) } }
    }),
    ...plan.update.map(({ member, changes }): AuditEntry => {
      const side = (of: 'from' | 'to') => renamed(Object.fromEntries(changes.map((change) => [change.field, change[of]])))
      return { ...shared, action: 'member_update', entityType: 'member', entityId: member.id, details: { name: member.displayName, fileName, before: side('from'), after: side('to') } }
    }),
    ...plan.review
      .filter(({ id }) => leaving.has(id))
      .map(({ id, displayName, status }): AuditEntry => ({ ...shared, action: 'member_update', entityType: 'member', entityId: id, details: { name: displayName, fileName, before: { status }, after: { status: 'inactive' } } })),
    { ...shared, action: 'import_execute', entityType: 'roll', entityId: null, details: { fileName, fingerprint, ...result, excludedRows: plan.excluded, newDivisions: divisions.map(({ code }) => code) } },
  ]
}

/** The roll calls `details` what everybody else calls `classDetails`. */
const renamed = ({ details, ...values }: Readonly<Record<string, string | null | undefined>>) => ({ ...values, ...(details !== undefined && { classDetails: details }) })
