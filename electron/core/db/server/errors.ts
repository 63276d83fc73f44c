/** What an error of a server means for the one who waits (decision 020). */
import { kindOfError } from '../errors.ts'

/**
 * - `lost`: there is no server, or no connection to it any more; it is tried again
 * - `busy`: it was too slow with this one thing
 * - `full`: its disk
 * - `other`: none of the connection's business
 */
export type ServerErrorKind = 'lost' | 'busy' | 'full' | 'other'

/** Thrown by us when a connection did not answer in its time. */
export class NoAnswer extends Error {
  constructor() {
    super('the server did not answer')
    this.name = 'NoAnswer'
  }
}

const network = ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT']
// Ended by its administrator or a crash, starting, too many connections; an act that the server ended because it idled.
const served = ['57P01', '57P02', '57P03', '57P05', '53300', '25P03']
const words = /Connection terminated|Connection ended|not queryable|timeout exceeded when trying to connect|timeout expired|Client was closed/i

function* chain(error: unknown): Generator<Error & { code?: unknown }> {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    yield current
    // Every address of a host that was tried.
    if (current instanceof AggregateError) for (const each of current.errors as unknown[]) yield* chain(each)
  }
}

/** @param reads nothing was to be written; otherwise a server that only reads has become a stand-by */
export function kindOfServerError(error: unknown, { reads }: { readonly reads: boolean }): ServerErrorKind {
  for (const { code, message, name } of chain(error)) {
    const text = typeof code === 'string' ? code : ''
    if (name === 'NoAnswer' || network.includes(text) || served.includes(text) || text.startsWith('08') || words.test(message)) return 'lost'
    if (text === '25006' && !reads) return 'lost'
    // A file of the server's that cannot be read or written is its administrator's to mend, and may be mended any moment.
    if (text === '58030') return 'lost'
    if (text === '57014' || text === '55P03') return 'busy'
  }
  return kindOfError(error) === 'disk_full' ? 'full' : 'other'
}
