/** The lists as data: where each is kept, what its key is, and what the audit trail calls it. One service serves them all. */
import { eq, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { ListEntity } from '../../../../shared/domain/audit-actions.ts'
import { plainLists, type ListName, type ListType } from '../../../../shared/domain/definitions.ts'
import { badgeStatus, division, listItem, memberStatus, memberType, qualificationType, tag, visitType } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'

export interface Kind {
  readonly list: ListName
  readonly table: PgTable
  /** The tables that a change of it may write to: one way round for lists that hang together, so that two changes never wait for each other. */
  readonly locks: readonly PgTable[]
  /** What the contract calls `key`. */
  readonly key: PgColumn
  readonly name: PgColumn
  /** Null = its items have no code. */
  readonly code: PgColumn | null
  /** Null = it stands in the order of its codes. */
  readonly order: PgColumn | null
  /** Which rows of the table are this list's; undefined = all. */
  readonly rows: SQL | undefined
  /** What a new row has besides what a person writes. */
  readonly newRow: () => Readonly<Record<string, unknown>>
  readonly entityType: ListEntity
}

type CodedTable = typeof memberStatus | typeof memberType | typeof visitType | typeof badgeStatus
const coded = (list: ListName, table: CodedTable, entityType: ListEntity): Kind => ({ list, table, locks: [table], key: table.code, name: table.name, code: table.code, order: table.displayOrder, rows: undefined, newRow: () => ({ isSystem: false }), entityType })

const plain = (list: ListName, listType: ListType): Kind => ({
  list,
  table: listItem,
  locks: [listItem],
  key: listItem.id,
  name: listItem.name,
  code: listItem.code,
  order: listItem.displayOrder,
  rows: eq(listItem.listType, listType),
  newRow: () => ({ id: newId(), listType, isSystem: false }),
  entityType: 'list_item',
})

const identified = () => ({ id: newId() })

export const kinds: Readonly<Record<ListName, Kind>> = {
  memberStatuses: coded('memberStatuses', memberStatus, 'member_status'),
  memberTypes: coded('memberTypes', memberType, 'member_type'),
  visitTypes: coded('visitTypes', visitType, 'visit_type'),
  badgeStatuses: coded('badgeStatuses', badgeStatus, 'badge_status'),
  qualificationTypes: { list: 'qualificationTypes', table: qualificationType, locks: [tag, qualificationType], key: qualificationType.id, name: qualificationType.name, code: qualificationType.code, order: qualificationType.displayOrder, rows: undefined, newRow: identified, entityType: 'qualification_type' },
  tags: { list: 'tags', table: tag, locks: [tag, qualificationType], key: tag.id, name: tag.name, code: null, order: tag.displayOrder, rows: undefined, newRow: identified, entityType: 'tag' },
  divisions: { list: 'divisions', table: division, locks: [division], key: division.id, name: division.name, code: division.code, order: null, rows: undefined, newRow: identified, entityType: 'division' },
  eventRoles: plain('eventRoles', plainLists.eventRoles),
  messes: plain('messes', plainLists.messes),
  trades: plain('trades', plainLists.trades),
}
