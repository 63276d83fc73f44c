/** Alerts as people see them, and notes that wait for one person (domain.md 4.11). Raising is raise.ts: only causes raise. */
import { and, eq, inArray } from 'drizzle-orm'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { alerts } from '../../../../shared/contract/alerts.ts'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { UnitTime } from '../../../../shared/domain/operational-day.ts'
import type { Database } from '../../db/database.ts'
import { alert, member, personalNote } from '../../db/schema/index.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Hub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { refuse } from '../../kit/refusal.ts'
import { writeAudit, writeAuditLines, type Actor } from '../audit/write.ts'
import { readActive, readCounts, readNotes, readPage, type ListInput } from './queries.ts'

interface Dependencies {
  readonly database: Database
  readonly clock: Clock
  readonly hub: Hub<SentinelEvents>
  readonly unitTime: () => UnitTime
}

export type AlertsService = ReturnType<typeof createAlertsService>

export function createAlertsService({ database, clock, hub, unitTime }: Dependencies) {
  return {
    active: () => database.read(async (tx) => ({ alerts: await readActive(tx) })),
    counts: () => database.read(readCounts),

    async list(input: ListInput): Promise<OutputOf<typeof alerts.list>> {
      const rows = await database.read((tx) => readPage(tx, input, unitTime()))
      const page = rows.slice(0, input.limit)
      const last = page.at(-1)
      return { alerts: page, next: rows.length > input.limit && last !== undefined ? { lastAt: last.lastAt, seq: last.seq } : null }
    },

    /** All of them or none. Refuses `alert_unknown`, `alert_not_active`. */
    async acknowledge({ alertIds, note }: InputOf<typeof alerts.acknowledge>, actor: Actor): Promise<{ acknowledged: number }> {
      const ids = [...new Set(alertIds)]
      const at = clock.now()
      await database.transaction(async (tx) => {
        const rows = await tx.select({ id: alert.id, type: alert.type, status: alert.status, count: alert.count, details: alert.details }).from(alert).where(inArray(alert.id, ids)).orderBy(alert.id).for('update')
        if (rows.length < ids.length) throw refuse('alert_unknown')
        if (rows.some(({ status }) => status !== 'active')) throw refuse('alert_not_active')
        await tx.update(alert).set({ status: 'acknowledged', acknowledgedAt: at, acknowledgedBy: actor.id, acknowledgedByName: actor.name, acknowledgeNote: note === '' ? null : note }).where(inArray(alert.id, ids))
        await writeAuditLines(tx, rows.map(({ id, type, count, details }) => ({ at, actor, action: 'alert_acknowledge', entityType: 'alert', entityId: id, details: { type, count, facts: details, note } })))
      })
      hub.emit('alerts.changed', {})
      return { acknowledged: ids.length }
    },

    notes: (input: InputOf<typeof alerts.notes>) => database.read(async (tx) => ({ notes: await readNotes(tx, input, clock.now()) })),

    async addNote({ member: memberId, severity, message, expiresAt }: InputOf<typeof alerts.addNote>, actor: Actor): Promise<{ noteId: string }> {
      const noteId = newId()
      const at = clock.now()
      const ends = expiresAt === null ? null : new Date(expiresAt)
      if (ends !== null && ends.getTime() <= at.getTime()) throw refuse('note_runs_out_before_now')
      await database.transaction(async (tx) => {
        const [person] = await tx.select({ name: member.displayName, status: member.status }).from(member).where(eq(member.id, memberId)).for('share')
        if (person === undefined) throw refuse('member_unknown')
        if (person.status === 'archived') throw refuse('member_archived', { name: person.name })
        await tx.insert(personalNote).values({ id: noteId, memberId, severity, message, expiresAt: ends, createdAt: at, createdBy: actor.id, createdByName: actor.name })
        await writeAudit(tx, { at, actor, action: 'note_create', entityType: 'personal_note', entityId: noteId, details: { memberId, name: person.name, severity, message, expiresAt } })
      })
      hub.emit('alerts.changed', {})
      return { noteId }
    },

    async dismissNote(noteId: string, actor: Actor): Promise<void> {
      const at = clock.now()
      await database.transaction(async (tx) => {
        const [note] = await tx
          .select({ memberId: personalNote.memberId, message: personalNote.message, dismissedAt: personalNote.dismissedAt, name: member.displayName })
          .from(personalNote)
          .innerJoin(member, eq(member.id, personalNote.memberId))
          .where(eq(personalNote.id, noteId))
          .for('update', { of: personalNote })
        if (note === undefined) throw refuse('note_unknown')
        if (note.dismissedAt !== null) throw refuse('note_dismissed')
        await tx.update(personalNote).set({ dismissedAt: at, dismissedByName: actor.name }).where(and(eq(personalNote.id, noteId)))
        await writeAudit(tx, { at, actor, action: 'note_dismiss', entityType: 'personal_note', entityId: noteId, details: { memberId: note.memberId, name: note.name, message: note.message } })
      })
      hub.emit('alerts.changed', {})
    },
  }
}
