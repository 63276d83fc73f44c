/** A desk at which an event is on, with its badges and a door: for the tests of events. */
import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { events as contract } from '../../../../../shared/contract/events.ts'
import type { AuditAction } from '../../../../../shared/domain/audit-actions.ts'
import { defaultUnitTime } from '../../../../../shared/domain/operational-day.ts'
import { signedInDesk } from '../../../app/testing/test-callers.ts'
import { audit, badge } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'
import { actorOf } from '../../audit/write.ts'
import { scanAlerts } from '../../alerts/scan-alerts.ts'
import { openHistoryDesk } from '../../history/testing/history-desk.ts'
import { createPresenceService } from '../../presence/service.ts'
import { createEventsService } from '../service.ts'

export const quartermaster = signedInDesk('quartermaster')
export const admin = actorOf(signedInDesk('admin'))
const reader = { kind: 'device' as const, id: 'reader', name: 'Reader' }

export async function openEventsDesk() {
  const desk = await openHistoryDesk()
  const { database, clock, hub } = desk
  const given = { database, clock, hub, unitTime: () => defaultUnitTime }
  const service = createEventsService(given)
  const presence = createPresenceService({ ...given, enrolment: { take: async () => undefined }, watcher: scanAlerts })
  const create = (over: object = {}) => service.create(parse(contract.create.input, { name: 'Court martial', code: 'cm-1', startDate: '2026-11-20', endDate: '2026-12-04', ...over }), admin)
  return {
    ...desk,
    service,
    presence,
    create,
    /** An event that is on at the clock's now, 24 November at noon in Winnipeg. */
    async open(over: object = {}) {
      const { id } = await create(over)
      return service.activate({ eventId: id }, admin)
    },
    add: (eventId: string, over: object = {}) => service.addAttendee(parse(contract.addAttendee.input, { eventId, name: 'Bélanger, Émilie', organization: '38 CBG', role: 'Participant', ...over }), admin),
    attendees: (eventId: string, over: object = {}) => service.attendees(parse(contract.attendees.input, { eventId, ...over })),
    signIn: (attendeeId: string) => service.signIn({ attendeeId }, quartermaster),
    signOut: (attendeeId: string) => service.signOut({ attendeeId }, quartermaster),
    async addBadge(label: string, over: Partial<typeof badge.$inferInsert> = {}): Promise<{ id: string; serial: string }> {
      const made = { id: newId(), serial: `BEEF${label.replace(/\W/g, '')}` }
      await database.transaction((tx) => tx.insert(badge).values({ ...made, kind: 'event', label, status: 'active', createdAt: clock.now(), updatedAt: clock.now(), ...over }))
      return made
    },
    scan: (serial: string, scanId?: string) => presence.scan({ serial, stationId: 'front-door', reader: 'Front', actor: reader, ...(scanId !== undefined && { scanId }) }),
    later: (ms: number) => clock.advance(ms),
    inside: async () => (await presence.now()).people.map(({ displayName }) => displayName),
    /** What the line of this act tells of it. */
    told: async (action: AuditAction) => (await database.read((tx) => tx.select({ details: audit.details }).from(audit).where(eq(audit.action, action)).orderBy(audit.seq))).map(({ details }) => details),
    acts: async (entityId: string) => (await database.read((tx) => tx.select({ action: audit.action }).from(audit).where(eq(audit.entityId, entityId)).orderBy(audit.seq))).map(({ action }) => action),
  }
}

export type EventsDesk = Awaited<ReturnType<typeof openEventsDesk>>
