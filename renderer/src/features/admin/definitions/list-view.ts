/** What the lists have in common, so that one table and one dialog show them all. */
import type { Definitions } from '../../../stores/definitions.ts'
import { plainLists, type ListName } from '../../../../../shared/domain/definitions.ts'

/** The lists in the order of the column, in groups that a person looks for them by. */
export const groups = [
  ['members', ['memberStatuses', 'memberTypes', 'divisions', 'ranks', 'qualificationTypes', 'tags', 'messes', 'trades']],
  ['badges', ['badgeStatuses']],
  ['visits', ['visitTypes', 'eventRoles']],
] as const satisfies readonly (readonly [string, readonly (ListName | 'ranks')[]])[]

export type AnyList = (typeof groups)[number][1][number]

type RowOf<K extends keyof Definitions> = Definitions[K][number]
/** An item with the list it stands on, which tells what else it has. */
export type Item =
  | ({ readonly list: 'memberStatuses' } & RowOf<'memberStatuses'>)
  | ({ readonly list: 'memberTypes' } & RowOf<'memberTypes'>)
  | ({ readonly list: 'visitTypes' } & RowOf<'visitTypes'>)
  | ({ readonly list: 'badgeStatuses' } & RowOf<'badgeStatuses'>)
  | ({ readonly list: 'qualificationTypes' } & RowOf<'qualificationTypes'>)
  | ({ readonly list: 'tags' } & RowOf<'tags'>)
  | ({ readonly list: 'divisions' } & RowOf<'divisions'>)
  | ({ readonly list: keyof typeof plainLists } & RowOf<'listItems'>)

/** The list's items in their order. */
export function itemsOf(definitions: Definitions, list: ListName): readonly Item[] {
  switch (list) {
    case 'eventRoles':
    case 'messes':
    case 'trades':
      return definitions.listItems.filter(({ listType }) => listType === plainLists[list]).map((row) => ({ list, ...row }))
    default:
      return definitions[list].map((row) => ({ list, ...row }) as Item)
  }
}

/** The code of an item of the coded lists, the id of all others. */
export const keyOf = (item: Item): string => ('id' in item ? item.id : item.code)

export const countOf = (definitions: Definitions, list: AnyList): number => (list === 'ranks' ? definitions.ranks.length : itemsOf(definitions, list).length)

export const frenchOf = (item: Item): string | null => ('nameFr' in item ? item.nameFr : null)

/** The name that a window in this language shows. */
export const nameIn = (item: Item, language: string): string => (language === 'fr' ? (frenchOf(item) ?? item.name) : item.name)

export const isSystem = (item: Item): boolean => 'isSystem' in item && item.isSystem
