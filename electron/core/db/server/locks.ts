/** Advisory locks of one desk's database: all of them, so that no two features take the same by accident. */

/** First key of each; the second says which. Other programs in the same database may have locks of their own. */
export const lockClass = 0x5e47

/**
 * - `act`: held by every writing act until it is over (decision 020), and by a migration. Taken at transaction level.
 * - `migrate`: held by the station that brings the schema up to date. Taken at session level.
 * - `leader`: for the one station that runs the jobs. Taken at session level.
 * - `move`: of a record that is being carried there, until it counts. Taken at transaction level.
 */
export const lockKeys = { act: 1, migrate: 2, leader: 3, move: 4 } as const
