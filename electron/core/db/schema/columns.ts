import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** An instant: `timestamptz`, read as a Date (domain.md 1.1 ▶). */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** A civil date: an ISO string `YYYY-MM-DD` on both sides, no time zone can touch it. */
export const civilDate = customType<{ data: string; driverData: string }>({ dataType: () => 'date' })

export const id = () => uuid('id').primaryKey()
export const createdAt = () => instant('created_at').notNull()
export const updatedAt = () => instant('updated_at').notNull()
