/** What an administrator may do to a list, as pure rules (domain.md 4.17, 4.21). */
import { codesByRank, fixedBehaviour, type ListName } from '../../../../shared/domain/definitions.ts'
import { tidyLine } from '../../kit/changes.ts'
import type { Item } from './items.ts'

const textFields: readonly string[] = ['name', 'nameFr', 'description']

/** Words without spaces that nobody sees; an empty text is none. */
export const tidy = (fields: Item): Item =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, textFields.includes(field) && typeof value === 'string' ? tidyLine(value) : value]))

/** Whether the change makes an item do something else than Sentinel relies on. */
export const breaksBehaviour = (list: ListName, code: unknown, after: Item): boolean =>
  Object.entries(fixedBehaviour[list]?.[String(code)] ?? {}).some(([field, value]) => field in after && after[field] !== value)

/** Whether a qualification is to be granted by a rule that there is not. */
export const lacksRule = (code: unknown, { isAutomatic }: Item): boolean => isAutomatic === true && !codesByRank.includes(String(code))

/** What the trail keeps of an item that is gone: all but when it was written. */
export const withoutDates = ({ createdAt: _created, updatedAt: _updated, ...item }: Item): Item => item
