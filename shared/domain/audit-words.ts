/** The details of a line as a person reads them: what changed from what to what, and what else there is to know. Pure. */
import type { AuditWords } from './audit-actions.ts'
import { auditCodes, auditFields, hiddenFields, type FieldKind } from './audit-fields.ts'

type Details = Readonly<Record<string, unknown>>

export interface AuditChange {
  readonly field: string
  /** Undefined = there was nothing to compare with: it was added. */
  readonly before: unknown
  /** Undefined = it is gone. */
  readonly after: unknown
}
export interface AuditFact {
  readonly field: string
  readonly value: unknown
}

const places = new Map(Object.keys(auditFields).map((field, place) => [field, place]))
const placeOf = (field: string): number => places.get(field.split('.')[0] ?? field) ?? places.size
/** The database keeps no order of what it was told: fields stand in the order of their words. */
const inOrder = <T extends { readonly field: string }>(of: readonly T[]): T[] => of.toSorted((a, b) => placeOf(a.field) - placeOf(b.field))

const isRecord = (value: unknown): value is Details => typeof value === 'object' && value !== null && !Array.isArray(value)
/** A list is an order; a word by itself is a state. */
const sideOf = (value: unknown): Details => (value === undefined || value === null ? {} : isRecord(value) ? value : Array.isArray(value) ? { order: value } : { status: value })

/** Both sides field by field, down to where they differ: `workingHours.regularWeekdayEnd`. */
const leavesOf = (before: Details, after: Details, path = ''): AuditChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [was, is] = [before[key], after[key]]
    return isRecord(was) && isRecord(is) ? leavesOf(was, is, `${path}${key}.`) : [{ field: `${path}${key}`, before: was, after: is }]
  })

/** The fields that changed. What reads the same on both sides did not change. */
export function changesOf(details: Details | null): AuditChange[] {
  const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''
  return inOrder(leavesOf(sideOf(details?.['before']), sideOf(details?.['after'])).filter(({ field }) => field === 'name' || !hiddenFields.has(field)))
    .filter((change) => JSON.stringify(change.before ?? null) !== JSON.stringify(change.after ?? null) && !(isEmpty(change.before) && isEmpty(change.after)))
}

/** Everything else that the line tells; what was left empty says nothing, nor does the station that the line names anyway. */
export const factsOf = (details: Details | null, stationId: string | null = null): AuditFact[] =>
  inOrder(Object.entries(details ?? {}).flatMap(([field, value]) => (hiddenFields.has(field) || (field === 'stationId' && value === stationId) || value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0) ? [] : [{ field, value }])))

/** `lastSignInAt` without words of its own reads “Last sign in at”. */
const spelledOut = (field: string): string => {
  const words = field.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/[_.-]+/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const wordsOfKey = (key: string): AuditWords => (Object.hasOwn(auditFields, key) ? auditFields[key] : undefined) ?? { en: spelledOut(key), fr: spelledOut(key) }

/** What a field is called, with that which it is a part of. */
export function wordsOfField(field: string): AuditWords {
  const words = field.split('.').map(wordsOfKey)
  return { en: words.map(({ en }) => en).join(' › '), fr: words.map(({ fr }) => fr).join(' › ') }
}

/** How the one who shows it says what is a code or an instant. */
export interface Saying {
  readonly language: 'en' | 'fr'
  /** A code of a list, a level, a station, an instant, a civil date. */
  readonly say: (kind: FieldKind, value: string) => string
}

/** What stands between a word and what it says. */
export const colon = { en: ': ', fr: '\u00a0: ' } as const
const yesNo = { en: ['No', 'Yes'], fr: ['Non', 'Oui'] } as const
const nothing = '–'

const lastOf = (field: string): string => field.slice(field.lastIndexOf('.') + 1)

/** The kind of a field's value; a status is that of what the line is about. */
function kindOf(field: string, entityType: string): FieldKind | undefined {
  const key = lastOf(field)
  if (key === 'status') return entityType === 'badge' ? 'badgeStatus' : entityType === 'member' ? 'memberStatus' : undefined
  return Object.hasOwn(auditFields, key) ? auditFields[key]?.kind : undefined
}

/** A value in words: never JSON, however deep it goes. */
export function sayValue(field: string, value: unknown, entityType: string, saying: Saying): string {
  const { language, say } = saying
  if (value === undefined || value === null || value === '') return nothing
  if (typeof value === 'boolean') return yesNo[language][value ? 1 : 0]
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((item) => sayValue(field, item, entityType, saying)).join(', ')
  if (isRecord(value)) {
    const parts = factsOf(value).map((fact) => `${wordsOfField(fact.field)[language]}${colon[language]}${sayValue(fact.field, fact.value, entityType, saying)}`)
    const name = typeof value['name'] === 'string' ? [value['name']] : []
    return [...name, ...parts].join('; ') || nothing
  }
  const text = String(value)
  const codes = lastOf(field)
  const code = Object.hasOwn(auditCodes, codes) ? auditCodes[codes] : undefined
  if (code !== undefined && Object.hasOwn(code, text)) return code[text]?.[language] ?? text
  const kind = kindOf(field, entityType)
  return kind === undefined ? text : say(kind, text)
}
