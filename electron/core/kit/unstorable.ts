/** A NUL sign, and half of a pair that makes one sign together: no database takes them. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Where a text of what came in cannot be kept; undefined = nowhere. @returns the path, such as `filters.search` */
export function unstorableAt(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.') || 'input'
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, part] of Object.entries(value)) {
    const found = isStorable(name) ? unstorableAt(part, [...path, name]) : [...path, '?'].join('.')
    if (found !== undefined) return found
  }
  return undefined
}
