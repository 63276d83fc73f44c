/** The badges a unit owns: what becomes of each, and which are outstanding (domain.md 4.5; screens.md 1.10). */
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { badges } from '../../../../shared/contract/badges.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { canonicalSerial, serialTail } from '../../../../shared/domain/badge-serial.ts'
import { operationalDate, type UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database, Tx } from '../../db/database.ts'
import { badge, badgeAssignment, badgeStatus } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { keepingAnAdministrator } from '../administrators/administrators.ts'
import { writeAudit, type Actor } from '../audit/write.ts'
import { toTableFile } from '../tables/table-file.ts'
import { endAssignment, readAssignments } from './assignments.ts'
import { type BadgeListRow, countBadges, hasHistory, readBadge, readBadges, readKindCounts, readLastMovement, readStatusCounts } from './inventory-queries.ts'
import { readHolderName } from './queries.ts'
import { noteBack } from './pool.ts'
import { readStoredSerial } from './stored-serial.ts'
import { inventoryTable } from './table.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const toRow = ({ id, serial, kind, status, label, ...row }: BadgeListRow) => ({
  id,
  kind,
  status,
  label,
  serialTail: serialTail(serial),
  lastUsedAt: iso(row.lastUsedAt),
  holder: row.holderId === null ? null : { id: row.holderId, displayName: row.holderName ?? '', serviceNumber: row.holderNumber ?? '', status: row.holderStatus ?? '' },
  lent: row.isLent && row.lentSince !== null ? { displayName: row.lentName ?? '', since: row.lentSince.toISOString() } : null,
  outstanding: row.isOut && row.outstandingSince !== null ? { displayName: row.outstandingName ?? '', since: row.outstandingSince.toISOString() } : null,
})

/** Everything, for counts and exports: nothing narrowed. */
const everything = { search: '', statuses: [], kinds: [], assigned: null, outstanding: false, includeRetired: true, limit: 500, page: 1 }

/** The badge, locked. Refuses `badge_unknown`. */
async function lockBadge(tx: Tx, badgeId: string) {
  const [row] = await tx.select().from(badge).where(eq(badge.id, badgeId)).for('update')
  if (row === undefined) throw refuse('badge_unknown')
  return row
}

/** What the trail calls a badge: the end of its number, its label, and whose it is. */
const toldOf = async (tx: Tx, { serial, label, memberId }: typeof badge.$inferSelect) => ({ serialTail: serialTail(serial), label, memberId, name: memberId === null ? null : await readHolderName(tx, memberId) })

export function createInventory({ database, clock, hub, unitTime }: Dependencies) {
  const act = async <T>(run: (tx: Tx, at: Date) => Promise<T>): Promise<T> => {
    const result = await database.transaction((tx) => run(tx, clock.now()))
    hub.emit('badges.changed', {})
    hub.emit('members.changed', {})
    return result
  }

  return {
    list: (input: InputOf<typeof badges.list>): Promise<OutputOf<typeof badges.list>> => database.read(async (tx) => ({ badges: (await readBadges(tx, input)).map(toRow), total: await countBadges(tx, input) })),

    inventory: (): Promise<OutputOf<typeof badges.inventory>> =>
      database.read(async (tx) => {
        const count = (input: Partial<InputOf<typeof badges.list>>) => countBadges(tx, { ...everything, ...input })
        const total = await count({})
        const assigned = await count({ assigned: true })
        return { total, assigned, unassigned: total - assigned, outstanding: await count({ outstanding: true }), byStatus: await readStatusCounts(tx), byKind: await readKindCounts(tx) }
      }),

    /** Refuses `badge_unknown`. */
    get: (badgeId: string): Promise<OutputOf<typeof badges.get>> =>
      database.read(async (tx) => {
        const row = await readBadge(tx, { id: badgeId })
        if (row === undefined) throw refuse('badge_unknown')
        const history = (await readAssignments(tx, badgeId)).map(({ assignment, displayName }) => ({ ...assignment, displayName, assignedAt: assignment.assignedAt.toISOString(), endedAt: iso(assignment.endedAt), returnedAt: iso(assignment.returnedAt) }))
        return { ...toRow(row), serial: row.serial, note: row.note, createdAt: row.createdAt.toISOString(), history, hasHistory: await hasHistory(tx, badgeId) }
      }),

    /** Refuses `serial_invalid`, `number_shared`, `badge_unknown`. */
    bySerial: (typed: string): Promise<OutputOf<typeof badges.bySerial>> =>
      database.read(async (tx) => {
        const serial = canonicalSerial(typed)
        if (serial === undefined) throw refuse('serial_invalid')
        const stored = await readStoredSerial(tx, serial)
        if (stored === null) throw refuse('number_shared')
        const row = await readBadge(tx, { serial: stored })
        if (row === undefined) throw refuse('badge_unknown')
        return { ...toRow(row), lastMovement: row.holderId === null ? null : await readLastMovement(tx, row.holderId) }
      }),

    /** Decommissioned badges leave their holder; all others stay theirs. Refuses `badge_unknown`, `badge_status_unknown`, `last_administrator`. */
    setStatus: ({ badgeId, status, note }: InputOf<typeof badges.setStatus>, actor: Actor): Promise<void> =>
      act((tx, at) =>
        keepingAnAdministrator(tx, async () => {
          const row = await lockBadge(tx, badgeId)
          const [known] = await tx.select({ code: badgeStatus.code }).from(badgeStatus).where(eq(badgeStatus.code, status)).for('share')
          if (known === undefined) throw refuse('badge_status_unknown', { status })
          const next = { status, note: note === undefined ? row.note : note === '' ? null : note }
          if (next.status === row.status && next.note === row.note) return
          await tx.update(badge).set({ ...next, updatedAt: at }).where(eq(badge.id, badgeId))
          if (status === 'decommissioned' && row.memberId !== null) await endAssignment(tx, badgeId, { at, by: actor.name, reason: 'unassigned', returned: true })
          await writeAudit(tx, { at, actor, action: 'badge_status_change', entityType: 'badge', entityId: badgeId, details: { ...(await toldOf(tx, row)), reason: note, before: { status: row.status, note: row.note }, after: next } })
        }),
      ),

    /** Refuses `badge_unknown`, `badge_unassigned`, `last_administrator`. */
    takeBack: ({ badgeId, returned }: InputOf<typeof badges.takeBack>, actor: Actor): Promise<void> =>
      act((tx, at) =>
        keepingAnAdministrator(tx, async () => {
          const row = await lockBadge(tx, badgeId)
          if (row.memberId === null) throw refuse('badge_unassigned')
          await endAssignment(tx, badgeId, { at, by: actor.name, reason: returned ? 'returned' : 'unassigned', returned })
          await writeAudit(tx, { at, actor, action: 'badge_unassign', entityType: 'badge', entityId: badgeId, details: { ...(await toldOf(tx, row)), reason: returned ? 'returned' : 'unassigned', returned } })
        }),
      ),

    /** Refuses `badge_unknown`, `badge_not_outstanding`. */
    markReturned: (badgeId: string, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const row = await lockBadge(tx, badgeId)
        if (row.kind !== 'member') {
          if (!(await noteBack(tx, row, at, actor))) throw refuse('badge_not_outstanding')
          return
        }
        const [latest] = await tx.select().from(badgeAssignment).where(eq(badgeAssignment.badgeId, badgeId)).orderBy(desc(badgeAssignment.seq)).limit(1)
        if (latest === undefined || latest.endedAt === null || latest.returnedAt !== null) throw refuse('badge_not_outstanding')
        await tx.update(badgeAssignment).set({ returnedAt: at }).where(and(eq(badgeAssignment.id, latest.id), isNull(badgeAssignment.returnedAt)))
        await writeAudit(tx, { at, actor, action: 'badge_returned', entityType: 'badge', entityId: badgeId, details: await toldOf(tx, { ...row, memberId: latest.memberId }) })
      }),

    /** All or none. Refuses `serial_invalid`, `number_shared`, `serial_exists`, `label_taken`. */
    addToPool: ({ kind, badges: added }: InputOf<typeof badges.addToPool>, actor: Actor): Promise<{ added: number }> =>
      act(async (tx, at) => {
        const labels = new Set((await tx.select({ label: badge.label }).from(badge)).flatMap(({ label }) => (label === null ? [] : [label.toLowerCase()])))
        for (const { serial: typed, label } of added) {
          const read = canonicalSerial(typed)
          if (read === undefined) throw refuse('serial_invalid')
          const serial = await readStoredSerial(tx, read)
          if (serial === null) throw refuse('number_shared')
          if (labels.has(label.toLowerCase())) throw refuse('label_taken', { label })
          labels.add(label.toLowerCase())
          const id = newId()
          const rows = await tx.insert(badge).values({ id, serial, kind, label, status: 'active', createdAt: at, updatedAt: at }).onConflictDoNothing({ target: badge.serial }).returning({ id: badge.id })
          if (rows.length === 0) throw refuse('serial_exists', { tail: serialTail(serial) })
          await writeAudit(tx, { at, actor, action: 'badge_create', entityType: 'badge', entityId: id, details: { kind, label, serialTail: serialTail(serial) } })
        }
        return { added: added.length }
      }),

    /** Refuses `badge_unknown`, `badge_has_history`. */
    remove: (badgeId: string, actor: Actor): Promise<void> =>
      act(async (tx, at) => {
        const row = await lockBadge(tx, badgeId)
        if (row.memberId !== null || (await hasHistory(tx, badgeId))) throw refuse('badge_has_history')
        await tx.delete(badge).where(eq(badge.id, badgeId))
        await writeAudit(tx, { at, actor, action: 'badge_delete', entityType: 'badge', entityId: badgeId, details: { ...(await toldOf(tx, row)), kind: row.kind, before: { status: row.status, note: row.note } } })
      }),

    async export({ format, language }: InputOf<typeof badges.export>, actor: Actor): Promise<OutputOf<typeof badges.export>> {
      const rows: BadgeListRow[] = []
      for (let page = 1; ; page += 1) {
        const batch = await database.read((tx) => readBadges(tx, { ...everything, page }))
        rows.push(...batch)
        if (batch.length < everything.limit) break
      }
      const file = await toTableFile(`sentinel-badges-${operationalDate(clock.now(), unitTime())}`, inventoryTable(rows, unitTime(), language), format)
      await database.transaction((tx) => writeAudit(tx, { at: clock.now(), actor, action: 'export', entityType: 'badge', entityId: null, details: { format, rows: rows.length } }))
      return { ...file, rows: rows.length }
    },
  }
}

export type Inventory = ReturnType<typeof createInventory>
