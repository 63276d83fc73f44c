/** Where a text of what came in has a NUL sign, which no database takes; undefined = nowhere. @returns the path, such as `filters.search` */
export function nulAt(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path.join('.') || 'input' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, part] of Object.entries(value)) {
    const found = name.includes('\0') ? [...path, '?'].join('.') : nulAt(part, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}
