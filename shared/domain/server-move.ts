/** What can be planned for a PC’s next start about where its record is (issue 8.1, decision 027). */

/**
 * - `to`: this PC's record is carried to an empty database on a server, and used there
 * - `join`: the record that is on a server is used; this PC's own stays in its folder
 * - `from`: the record on the server is carried into this PC's folder, and used here
 * - `leave`: the record that this PC had before it joined is used again
 * - `station`: only the code of the station changes
 */
export const moveWays = ['to', 'join', 'from', 'leave', 'station'] as const
export type MoveWay = (typeof moveWays)[number]

/** What a database on a server holds: nothing, a desk, or something that is not Sentinel's. */
export const databaseContents = ['empty', 'desk', 'other'] as const
/** Whether this version can work with a desk's record there; `older` is brought up to date by whoever opens it. */
export const deskVersions = ['same', 'older', 'newer', 'other'] as const

/** From how many seconds on a server's clock is too far from this PC's to go unsaid. */
export const clockOffLimitSeconds = 5

/** Nobody sits between this PC and a server at such a host, also a socket's folder: there it need not be encrypted. */
export const isThisMachine = (host: string): boolean => host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host)
