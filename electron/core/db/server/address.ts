/** Where a PostgreSQL server is, read from one URL. The password in it is never shown, logged or put into an error. */
import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { isThisMachine } from '../../../../shared/domain/server-move.ts'

export interface ServerAddress {
  readonly host: string
  readonly port: number
  readonly user: string
  /** undefined = from PGPASSWORD or the password file of the account (`~/.pgpass`), as psql does. */
  readonly password: string | undefined
  readonly database: string
  /** false = in the clear. */
  readonly ssl: false | ConnectionOptions
}

/** Says in plain English what is wrong with an address; never holds its password. */
export class AddressError extends Error {}

export const urlShape = 'postgres://USER:PASSWORD@HOST:5432/DATABASE?sslmode=verify-full&sslrootcert=/path/to/ca.pem'

const modes = ['disable', 'require', 'verify-ca', 'verify-full'] as const
type Mode = (typeof modes)[number]
const understood = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey']

/**
 * Reads `postgres://…`. `sslmode` is what libpq means by it: `disable`, `require` (encrypted, whoever answers; with `sslrootcert` as
 * `verify-ca`), `verify-ca`, `verify-full`. `sslrootcert`, `sslcert` and `sslkey` name files. A socket's folder is given as `?host=/var/run/postgresql`, which goes before the host.
 * Throws an AddressError.
 */
export function parseServerUrl(text: string): ServerAddress {
  const { url, user, password, database } = read(text)
  const given = url.searchParams
  const unknown = [...given.keys()].find((key) => key !== 'host' && !understood.includes(key))
  if (unknown !== undefined) throw new AddressError(`The database’s address has “${unknown}”, which Sentinel does not know. It may have: host, ${understood.join(', ')}.`)
  const host = (given.get('host') ?? url.hostname).replace(/^\[(.*)\]$/, '$1')
  for (const [part, value] of Object.entries({ host, user, database })) if (value === '') throw new AddressError(`The database’s address names no ${part}. It looks like ${urlShape}`)
  return { host, port: url.port === '' ? 5432 : Number(url.port), user, password: password === '' ? undefined : password, database, ssl: readTls(host, given) }
}

/** Errors of the platform's own would repeat the address, with the password. */
function read(text: string): { url: URL; user: string; password: string; database: string } {
  try {
    const url = new URL(text)
    if (/^postgres(ql)?:$/.test(url.protocol)) return { url, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database: decodeURIComponent(url.pathname.slice(1)) }
  } catch {
    // Told below.
  }
  throw new AddressError(`That is no address of a PostgreSQL database. It looks like ${urlShape}`)
}

// SECURITY: over a network the server must prove who it is, unless the address says otherwise in so many words.
function readTls(host: string, given: URLSearchParams): false | ConnectionOptions {
  const mode = given.get('sslmode') ?? (isThisMachine(host) ? 'disable' : 'verify-full')
  if (!(modes as readonly string[]).includes(mode)) throw new AddressError(`“sslmode=${mode}” is not known: choose one of ${modes.join(', ')}.`)
  if (mode === 'disable') return false
  const [ca, cert, key] = (['sslrootcert', 'sslcert', 'sslkey'] as const).map((name) => readOr(given.get(name), name))
  const kept = { ...(ca !== undefined && { ca }), ...(cert !== undefined && { cert }), ...(key !== undefined && { key }) }
  switch (mode as Exclude<Mode, 'disable'>) {
    case 'verify-full':
      return { ...kept, rejectUnauthorized: true }
    case 'verify-ca':
      return { ...kept, rejectUnauthorized: true, checkServerIdentity: () => undefined }
    case 'require':
      return ca === undefined ? { ...kept, rejectUnauthorized: false } : { ...kept, rejectUnauthorized: true, checkServerIdentity: () => undefined }
  }
}

function readOr(path: string | null, name: string): string | undefined {
  if (path === null) return undefined
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new AddressError(`The file that “${name}” names cannot be read: ${path}`)
  }
}

/** The address for a person or a log: without its password. */
export const describeAddress = ({ host, port, user, database }: ServerAddress): string => `${user}@${host}:${port}/${database}`

/** The same of a URL; `?` where it is none. */
export function describeUrl(url: string): string {
  try {
    return describeAddress(parseServerUrl(url))
  } catch (error) {
    if (error instanceof AddressError) return '?'
    throw error
  }
}
