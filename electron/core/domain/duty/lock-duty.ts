import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'

/** One change of responsibility at a time: DDS and lockup follow each other. Scans do not wait for it. */
export const lockDuty = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('sentinel.duty'))`)
