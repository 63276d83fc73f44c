/** What an engine's error means for the one who waits (trust.md 3.2). */
export type ErrorKind = 'disk_full' | 'io' | 'read_only' | 'damaged' | 'other'

const codesOf = (error: unknown): string[] => {
  const codes: string[] = []
  // drizzle wraps what the engine threw.
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if (current.name === 'EngineAborted') codes.push('EngineAborted')
    if ('code' in current && typeof current.code === 'string') codes.push(current.code)
    if (/No space left on device/i.test(current.message)) codes.push('ENOSPC')
  }
  return codes
}

const kinds: readonly (readonly [ErrorKind, readonly string[]])[] = [
  ['disk_full', ['53100', 'ENOSPC', 'EDQUOT']],
  // 42501 is what PostgreSQL makes of them; we connect as its superuser, so it can mean nothing else.
  ['read_only', ['EROFS', 'EACCES', 'EPERM', '42501']],
  ['damaged', ['XX001', 'XX002', 'database_damaged']],
  ['io', ['58030', 'EIO', 'EngineAborted']],
]

export function kindOfError(error: unknown): ErrorKind {
  const codes = codesOf(error)
  return kinds.find(([, known]) => known.some((code) => codes.includes(code)))?.[0] ?? 'other'
}
