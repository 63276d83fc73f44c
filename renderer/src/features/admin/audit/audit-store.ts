/** What of the audit log is shown: kept while a person looks into another room. */
import { create } from 'zustand'
import type { InputOf, OutputOf } from '../../../../../shared/contract/kit.ts'
import type { audit } from '../../../../../shared/contract/audit.ts'
import { actionsOf, type AuditAction, type AuditArea } from '../../../../../shared/domain/audit-actions.ts'

export type Line = OutputOf<typeof audit.list>['lines'][number]

export interface Filters {
  readonly search: string
  readonly area: AuditArea | ''
  readonly action: AuditAction | ''
  /** A name or a part of it. */
  readonly actor: string
  /** Operational dates; '' = open. */
  readonly from: string
  readonly to: string
  /** Everything about one thing, or by one actor, chosen from a line. */
  readonly about: { readonly entityType: string; readonly entityId: string; readonly name: string } | null
  readonly by: { readonly id: string; readonly name: string } | null
}

export const noFilters: Filters = { search: '', area: '', action: '', actor: '', from: '', to: '', about: null, by: null }

interface AuditView {
  readonly filters: Filters
  /** The line whose details are open. */
  readonly opened: Line | null
}

export const useAuditView = create<AuditView>(() => ({ filters: noFilters, opened: null }))

/** An act that is not in the chosen area would leave nothing to see. */
export const setFilters = (change: Partial<Filters>): void =>
  useAuditView.setState(({ filters }) => {
    const next = { ...filters, ...change }
    const isElsewhere = next.area !== '' && next.action !== '' && !actionsOf(next.area).includes(next.action)
    return { filters: isElsewhere ? { ...next, action: '' } : next }
  })

/** The search has its own field and its own way to be emptied. */
export const isFiltered = ({ search: _search, ...rest }: Filters): boolean => JSON.stringify(rest) !== JSON.stringify({ ...noFilters, search: undefined })

/** As the core is asked. */
export const toInput = ({ search, area, action, actor, from, to, about, by }: Filters): Omit<InputOf<typeof audit.list>, 'cursor' | 'limit'> => ({
  search,
  actor,
  actorId: by?.id ?? null,
  areas: area === '' ? [] : [area],
  actions: action === '' ? [] : [action],
  entityType: about?.entityType ?? null,
  entityId: about?.entityId ?? null,
  from: from === '' ? null : from,
  to: to === '' ? null : to,
})
