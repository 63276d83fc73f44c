/** What is being typed of an item: all that any list could ask for; each list takes its own. */
import type { Api } from '../../../../../shared/contract/index.ts'
import { fixedBehaviour, type Admission, type ChipColor, type ChipVariant, type ListName } from '../../../../../shared/domain/definitions.ts'
import { foldText } from '../../../../../shared/domain/fold-text.ts'
import { frenchOf, type Item } from './list-view.ts'

export interface Draft {
  readonly name: string
  readonly nameFr: string
  /** Null = made from the name, as nobody has typed another. */
  readonly code: string | null
  readonly description: string
  readonly chipVariant: ChipVariant
  readonly chipColor: ChipColor
  readonly isHidden: boolean
  readonly admission: Admission
  readonly isFullTime: boolean
  readonly isUsable: boolean
  readonly isPositional: boolean
  readonly canReceiveLockup: boolean
  readonly isAutomatic: boolean
  readonly tagId: string | null
}

const empty: Draft = {
  name: '',
  nameFr: '',
  code: null,
  description: '',
  chipVariant: 'soft',
  chipColor: 'neutral',
  isHidden: false,
  admission: 'admit',
  isFullTime: false,
  isUsable: false,
  isPositional: false,
  canReceiveLockup: false,
  isAutomatic: false,
  tagId: null,
}

/** @param item null = a new one */
export const draftOf = (item: Item | null): Draft => (item === null ? empty : { ...empty, ...item, nameFr: frenchOf(item) ?? '', description: item.description ?? '', code: 'code' in item ? item.code : null })

/** Letters and digits of the name; the list's own form comes on top. A division's is its first word, as units write it. */
export function suggestCode(list: ListName, name: string): string {
  const words = foldText(name).split(' ')
  return list === 'divisions' ? (words[0] ?? '').slice(0, 10) : words.join('_').slice(0, 50)
}

const fieldsOf = (list: ListName, draft: Draft) => {
  const { name, chipVariant, chipColor } = draft
  const description = draft.description.trim() === '' ? null : draft.description
  const words = { name, nameFr: draft.nameFr.trim() === '' ? null : draft.nameFr, description }
  const chip = { chipVariant, chipColor }
  switch (list) {
    case 'memberStatuses':
      return { list, ...words, ...chip, isHidden: draft.isHidden, admission: draft.admission }
    case 'memberTypes':
      return { list, ...words, ...chip, isFullTime: draft.isFullTime }
    case 'visitTypes':
      return { list, ...words, ...chip }
    case 'badgeStatuses':
      return { list, ...words, ...chip, isUsable: draft.isUsable }
    case 'tags':
      return { list, ...words, ...chip, isPositional: draft.isPositional }
    case 'qualificationTypes':
      return { list, ...words, canReceiveLockup: draft.canReceiveLockup, isAutomatic: draft.isAutomatic, tagId: draft.tagId }
    case 'divisions':
      return { list, name, description }
    default:
      return { list, ...words }
  }
}

type NewItem = Parameters<Api['definitions']['create']>[0]
type ChangedItem = Parameters<Api['definitions']['update']>[0]

export function toNewItem(list: ListName, draft: Draft): NewItem {
  const fields = fieldsOf(list, draft)
  return fields.list === 'tags' ? fields : { ...fields, code: draft.code ?? suggestCode(list, draft.name) }
}
export const toChangedItem = (list: ListName, draft: Draft, key: string): ChangedItem => ({ ...fieldsOf(list, draft), key })

/** Whether Sentinel relies on what this item does: then its words may change and its effect may not. */
export const isFixed = (list: ListName, item: Item | null): boolean => item !== null && 'code' in item && fixedBehaviour[list]?.[item.code] !== undefined
