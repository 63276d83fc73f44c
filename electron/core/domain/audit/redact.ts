/** Secrets never reach the trail (domain.md 4.23 ⚠): known by the exact words of their keys, so that “shipping” and “pinned” stay. Pure. */

const secretWords: ReadonlySet<string> = new Set(['authorization', 'cookie', 'hash', 'passphrase', 'password', 'passcode', 'pin', 'secret', 'token'].flatMap((word) => [word, `${word}s`, `${word}es`]))
/** Two words that are a secret only together; a whole serial opens the door, its last four characters do not. */
const secretPairs: ReadonlySet<string> = new Set(['api key', 'api keys', 'exit code', 'setup code'])
const secretKeys: ReadonlySet<string> = new Set(['serial', 'serials', 'apikey', 'apikeys'])

export const redacted = '[redacted]'

/** The words of a key: `pinHash`, `pin_hash`, `PIN-hash` and `pin2` all begin with “pin”. */
const wordsOf = (key: string): string[] =>
  key
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)

/** True for a key whose value is a secret. */
export function isSecretKey(key: string): boolean {
  const words = wordsOf(key)
  const whole = key.toLowerCase()
  return secretKeys.has(whole) || secretWords.has(whole) || words.some((word, index) => secretWords.has(word) || secretPairs.has(`${word} ${words[index + 1] ?? ''}`))
}

/** The value as JSON keeps it, with every secret in it, at any depth, replaced by a mark; that there was none (null) is no secret. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, isSecretKey(key) && inner != null ? redacted : redact(inner)]))
}
