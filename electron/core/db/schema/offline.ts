/** Scans that a station kept while the server was away, and what became of each (domain.md 4.4 ▶). */
import { sql } from 'drizzle-orm'
import { bigserial, boolean, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { offlineReasons } from '../../../../shared/domain/offline.ts'
import { id, instant } from './columns.ts'
import { member } from './people.ts'
import { movement } from './presence.ts'
import { station } from './stations.ts'

/** A movement that a late scan turned round. */
export interface TurnedMovement {
  readonly movementId: string
  readonly at: string
  readonly from: 'in' | 'out'
  readonly to: 'in' | 'out' | null
}

export const offlineScan = pgTable(
  'offline_scan',
  {
    /** Of the scan itself: entering it again writes nothing. */
    id: id(),
    seq: bigserial('seq', { mode: 'number' }).notNull().unique(),
    stationId: text('station_id')
      .notNull()
      .references(() => station.id, { onDelete: 'restrict' }),
    /** What the station's clock said; null = its line could not be read. */
    scannedAt: instant('scanned_at'),
    /** When it counts, by the server's clock. */
    at: instant('at').notNull(),
    enteredAt: instant('entered_at').notNull(),
    serialTail: text('serial_tail'),
    reader: text('reader'),
    /** What the person was told at the door. */
    predicted: text('predicted'),
    predictedMemberId: uuid('predicted_member_id').references(() => member.id, { onDelete: 'set null' }),
    /** What it came to. */
    outcome: text('outcome').notNull(),
    direction: text('direction', { enum: ['in', 'out'] }),
    memberId: uuid('member_id').references(() => member.id, { onDelete: 'set null' }),
    movementId: uuid('movement_id').references(() => movement.id, { onDelete: 'restrict' }),
    /** Why somebody should look at it; empty = no reason. */
    reasons: jsonb('reasons').$type<(typeof offlineReasons)[number][]>().notNull(),
    turned: jsonb('turned').$type<TurnedMovement[]>().notNull(),
    /** Somebody should look at it, and nobody has. */
    toSee: boolean('to_see').notNull(),
    seenAt: instant('seen_at'),
    seenBy: text('seen_by'),
    seenByName: text('seen_by_name'),
  },
  (table) => [
    index('offline_scan_to_see').on(table.seq).where(sql`${table.toSee}`),
    index('offline_scan_reasons').on(table.seq).where(sql`${table.reasons} <> '[]'::jsonb`),
    check('offline_scan_seen_whole', sql`${table.seenAt} is null or not ${table.toSee}`),
  ],
)
