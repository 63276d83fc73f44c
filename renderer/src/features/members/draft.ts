/** What is being filled in about a member. Pure. */
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { members } from '../../../../shared/contract/members.ts'

export type Profile = OutputOf<typeof members.get>

export const textFields = ['serviceNumber', 'lastName', 'firstName', 'initials', 'employeeNumber', 'email', 'mobilePhone', 'homePhone', 'mess', 'moc', 'classDetails', 'contractStart', 'contractEnd', 'joinedOn', 'notes'] as const
export const choiceFields = ['rank', 'division', 'memberType', 'status'] as const
export type Field = (typeof textFields)[number] | (typeof choiceFields)[number]
export type Draft = Readonly<Record<Field, string>>

const fields: readonly Field[] = [...textFields, ...choiceFields]
/** A member has these, always; the others may be left blank. */
const needed: readonly Field[] = ['serviceNumber', 'lastName', 'firstName', 'rank', 'memberType', 'status']

export const emptyDraft = (source: 'nominal_roll' | 'civilian_manual'): Draft => ({
  ...(Object.fromEntries(fields.map((field) => [field, ''])) as Draft),
  rank: source === 'civilian_manual' ? 'CIV' : '',
  memberType: source === 'civilian_manual' ? 'civilian_staff' : 'class_a',
  status: 'active',
})

export const draftOf = (profile: Profile): Draft => Object.fromEntries(fields.map((field) => [field, profile[field] ?? ''])) as Draft

export type DraftProblem = 'needed' | 'number' | 'email' | 'date' | 'dates'

/** What can be said of a field before anybody is asked; undefined = nothing. */
export function problemOf(draft: Draft, field: Field, source: Profile['source']): DraftProblem | undefined {
  const value = draft[field].trim()
  if (value === '') {
    if (field === 'division') return source === 'nominal_roll' ? 'needed' : undefined
    // A civilian without a number gets the next one.
    if (field === 'serviceNumber' && source === 'civilian_manual') return undefined
    return needed.includes(field) ? 'needed' : undefined
  }
  if (field === 'serviceNumber' && !/^[\p{L}\p{N}-]{6,20}$/u.test(value.replace(/\s+/g, ''))) return 'number'
  if (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email'
  if ((field === 'contractStart' || field === 'contractEnd' || field === 'joinedOn') && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date'
  if (field === 'contractEnd' && draft.contractStart !== '' && value < draft.contractStart) return 'dates'
  return undefined
}

export const isGood = (draft: Draft, source: Profile['source']): boolean => fields.every((field) => problemOf(draft, field, source) === undefined)

/** Only what differs from what was there; a blank takes a value away. */
export function changesOf(before: Draft, after: Draft): Record<string, string | null> {
  const changed = fields.filter((field) => before[field] !== after[field].trim())
  return Object.fromEntries(changed.map((field) => [field, after[field].trim() === '' && !needed.includes(field) ? null : after[field].trim()]))
}
