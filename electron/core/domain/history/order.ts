import { desc } from 'drizzle-orm'
import { movement } from '../../db/schema/index.ts'

/** The order of the record: when it counts, then when it was written. */
export const newestFirst = [desc(movement.at), desc(movement.seq)]
