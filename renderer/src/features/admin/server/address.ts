/** A server's address as the fields that a person fills in, and as the one line that the core takes (docs/server.md). Pure. */

export const encryptionModes = ['auto', 'require', 'disable'] as const
export type EncryptionMode = (typeof encryptionModes)[number]

export interface AddressFields {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly mode: EncryptionMode
  /** File of a certificate on the desk's PC; empty = none. */
  readonly authority: string
  /** What else a pasted address said, kept as it stands. */
  readonly rest: string
}

export const usualPort = 5432
export const noAddress: AddressFields = { host: '', port: usualPort, database: '', user: '', password: '', mode: 'auto', authority: '', rest: '' }

export const isWholeAddress = (text: string): boolean => /^\s*postgres(ql)?:\/\//i.test(text)

/** Undefined = that is none. */
export function fieldsOf(text: string): AddressFields | undefined {
  if (!isWholeAddress(text)) return undefined
  try {
    const url = new URL(text.trim())
    const given = new URLSearchParams(url.search)
    const mode = given.get('sslmode')
    const authority = given.get('sslrootcert') ?? ''
    // Those that the fields do not know are said again as they were.
    const isKnown = mode === null || mode === 'require' || mode === 'disable' || mode === 'verify-full'
    if (isKnown) given.delete('sslmode')
    given.delete('sslrootcert')
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? usualPort : Number(url.port),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      mode: mode === 'require' || mode === 'disable' ? mode : 'auto',
      authority,
      rest: given.toString(),
    }
  } catch {
    return undefined
  }
}

export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535

export const isFilledIn = ({ host, port, database, user }: AddressFields): boolean => host.trim() !== '' && database.trim() !== '' && user.trim() !== '' && isPort(port)

export function urlOf({ host, port, database, user, password, mode, authority, rest }: AddressFields): string {
  const more = new URLSearchParams(rest)
  if (mode !== 'auto') more.set('sslmode', mode)
  if (mode !== 'disable' && authority.trim() !== '') more.set('sslrootcert', authority.trim())
  const name = host.trim()
  const who = password === '' ? encodeURIComponent(user.trim()) : `${encodeURIComponent(user.trim())}:${encodeURIComponent(password)}`
  const query = more.toString()
  return `postgres://${who}@${name.includes(':') ? `[${name}]` : name}:${port}/${encodeURIComponent(database.trim())}${query === '' ? '' : `?${query}`}`
}
