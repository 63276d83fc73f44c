/** What a person's change comes to, as pure rules that every editable list shares. */
type Fields = Readonly<Record<string, unknown>>

/** Lists are the same when their items are. */
const same = (one: unknown, other: unknown): boolean => one === other || (Array.isArray(one) && Array.isArray(other) && JSON.stringify(one) === JSON.stringify(other))

/** The fields that differ, as they were and as they become; null when none does. */
export function changesOf(before: Fields, fields: Fields): { before: Fields; after: Fields } | null {
  const changed = Object.keys(fields).filter((field) => !same(before[field], fields[field]))
  const pick = (from: Fields): Fields => Object.fromEntries(changed.map((field) => [field, from[field]]))
  return changed.length === 0 ? null : { before: pick(before), after: pick(fields) }
}

/** A line without spaces that nobody sees; an empty one is none. */
export const tidyLine = (text: string): string | null => text.normalize('NFC').replace(/\s+/g, ' ').trim() || null

/** Whether `keys` are all of a list that has these now, each once. */
export function isWholeList(present: readonly string[], keys: readonly string[]): boolean {
  const given = new Set(keys)
  return keys.length === present.length && given.size === keys.length && present.every((key) => given.has(key))
}
