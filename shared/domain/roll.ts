/** What a nominal roll tells of a member (domain.md 4.7). */

/** In the order in which a person reads a roll; the member type is worked out from the details. */
export const columnFields = [
  'serviceNumber',
  'employeeNumber',
  'rank',
  'lastName',
  'firstName',
  'initials',
  'division',
  'mess',
  'moc',
  'email',
  'homePhone',
  'mobilePhone',
  'details',
  'notes',
  'contractStart',
  'contractEnd',
] as const
export type ColumnField = (typeof columnFields)[number]

export const rollFields = [...columnFields, 'memberType'] as const
export type RollField = (typeof rollFields)[number]

/** A file without these cannot be a roll. */
export const requiredFields = ['serviceNumber', 'rank', 'lastName', 'firstName', 'division'] as const satisfies readonly ColumnField[]

/** Those whose blank cells may be told to empty what the member has (4.7 ▶: blank clears, or blank keeps). */
export const clearableFields = ['employeeNumber', 'initials', 'mess', 'moc', 'email', 'homePhone', 'mobilePhone', 'details', 'notes', 'contractStart', 'contractEnd'] as const satisfies readonly ColumnField[]
export type ClearableField = (typeof clearableFields)[number]

/** How far an import has come. */
export const importPhases = ['checking', 'writing', 'finishing'] as const
