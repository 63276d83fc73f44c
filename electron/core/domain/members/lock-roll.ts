import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'

/** One change of the roll at a time: names depend on each other, and two desks could give out one number. Scans do not wait for it. */
export const lockRoll = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('sentinel.roll'))`)
