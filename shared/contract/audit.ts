/** Reading the audit trail (domain.md 4.23). Nobody writes it from outside: every act of the core leaves its own line (5.7 ⚠). */
import * as v from 'valibot'
import { auditAreaNames } from '../domain/audit-actions.ts'
import { Count, Instant, SearchDate, StationId } from './fields.ts'
import { call } from './kit.ts'

/** Lines a page holds at most (domain.md 1.4). */
export const mostAuditLines = 250

/** Where a page ended: the next one begins after it, whatever came in meanwhile. */
const Cursor = v.object({ at: Instant, seq: Count })
const Text = v.pipe(v.string(), v.maxLength(200))
const OptionalText = v.optional(v.nullable(Text), null)

export const AuditFilters = v.object({
  actorId: OptionalText,
  /** A name as it was then: every word of it, without regard to accents and capitals. */
  actor: v.optional(Text, ''),
  areas: v.optional(v.array(v.picklist(auditAreaNames)), []),
  /** Codes such as `badge_assign`; with areas, only what is in both. */
  actions: v.optional(v.pipe(v.array(Text), v.maxLength(200)), []),
  entityType: OptionalText,
  /** With its type; of a member everything that concerns them, but for their scans. */
  entityId: OptionalText,
  /** Operational dates, both included. */
  from: v.optional(v.nullable(SearchDate), null),
  to: v.optional(v.nullable(SearchDate), null),
  /** Who, whom and why, in any order. */
  search: v.optional(Text, ''),
})

const Actor = v.object({ kind: v.picklist(['member', 'admin', 'device', 'system']), id: v.string(), name: v.string() })

export const AuditLine = v.object({
  /** Order of writing: holds even when the clock is set back. */
  seq: Count,
  at: Instant,
  actor: Actor,
  area: v.picklist(auditAreaNames),
  action: v.string(),
  entityType: v.string(),
  entityId: v.nullable(v.string()),
  /** Whom or what it is about, as it was called then; null = nothing that has a name. */
  subject: v.nullable(v.string()),
  /** Null = done by Sentinel itself. */
  stationId: v.nullable(StationId),
  stationName: v.nullable(v.string()),
  /** `before`, `after`, `reason` and whatever else there is to tell; secrets never got here. */
  details: v.nullable(v.record(v.string(), v.unknown())),
  /** Under which number the log tells what led to it; null = it has none. */
  correlationId: v.nullable(v.string()),
})

const paging = { cursor: v.optional(v.nullable(Cursor), null), limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostAuditLines)), 100) }
const Page = v.object({
  lines: v.array(AuditLine),
  next: v.nullable(Cursor),
  /** The number of the newest line of the whole trail: whatever is not on the page yet came after it. */
  newest: Count,
})

export const audit = {
  list: call({
    needs: 'admin',
    summary: 'Lines of the audit trail, newest first, narrowed as asked; a page follows on the one before it by its cursor.',
    input: v.object({ ...AuditFilters.entries, ...paging }),
    output: Page,
    errors: [],
  }),
  entity: call({
    needs: 'admin',
    summary: 'The trail of one thing, newest first; of a member everything that concerns them, but for their scans.',
    input: v.object({ entityType: Text, entityId: Text, ...paging }),
    output: Page,
    errors: [],
  }),
  news: call({
    needs: 'admin',
    summary: 'How many lines that the filters let through were written after the line `after`, counted up to one page.',
    input: v.object({ filters: v.optional(AuditFilters, {}), after: Count }),
    output: v.object({ count: Count, more: v.boolean() }),
    errors: [],
  }),
  stats: call({
    needs: 'admin',
    summary: 'How many lines there are in a range of operational dates: in all, by area, act, what they are about, and actor.',
    input: v.object({ from: AuditFilters.entries.from, to: AuditFilters.entries.to }),
    output: v.object({
      total: Count,
      byArea: v.array(v.object({ area: v.picklist(auditAreaNames), count: Count })),
      byAction: v.array(v.object({ action: v.string(), area: v.picklist(auditAreaNames), count: Count })),
      byEntityType: v.array(v.object({ entityType: v.string(), count: Count })),
      /** By id, with the latest name. */
      byActor: v.array(v.object({ ...Actor.entries, count: Count })),
    }),
    errors: [],
  }),
  export: call({
    needs: 'admin',
    summary: 'What the list shows as a file for a spreadsheet, 50,000 lines at most. The export is itself in the trail.',
    input: v.object({ filters: v.optional(AuditFilters, {}), format: v.picklist(['csv', 'xlsx']), language: v.optional(v.picklist(['en', 'fr']), 'en') }),
    output: v.object({ fileName: v.string(), mediaType: v.string(), content: v.string(), rows: Count, isCut: v.boolean() }),
    errors: [],
  }),
}
