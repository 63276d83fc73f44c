/** From rows to what windows are told of a visit. */
import type * as v from 'valibot'
import type { Visit as VisitSchema } from '../../../../shared/contract/visitors.ts'
import { badgeName } from '../../../../shared/domain/badge-serial.ts'
import type { VisitRow } from './queries.ts'

export type Visit = v.InferOutput<typeof VisitSchema>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export function toVisit({ visit, typeName, typeNameFr, hostName, hostDirection, stationName, passLabel, passSerial, eventName }: VisitRow): Visit {
  const { id, displayName, firstName, lastName, rank, organization, purpose, details, recruitmentStep, phone, licensePlate, notes, method, actorName, endedBy } = visit
  return {
    ...{ id, displayName, firstName, lastName, rank, organization, purpose, details, recruitmentStep, phone, licensePlate, notes, method, actorName, endedBy, stationName },
    visitType: { code: visit.visitType, name: typeName, nameFr: typeNameFr },
    event: visit.eventId === null || eventName === null ? null : { id: visit.eventId, name: eventName },
    host: visit.hostMemberId === null || hostName === null ? null : { id: visit.hostMemberId, displayName: hostName, isInside: hostDirection === 'in' },
    pass: visit.badgeId === null || visit.lentAt === null || passSerial === null ? null : { badgeId: visit.badgeId, label: badgeName({ label: passLabel, serial: passSerial }), lentAt: visit.lentAt.toISOString(), returnedAt: iso(visit.returnedAt) },
    since: visit.since.toISOString(),
    isDisposed: visit.disposedAt !== null,
    until: iso(visit.until),
    updatedAt: visit.updatedAt.toISOString(),
  }
}

/** “A. B.”: all that a kiosk tells of anybody. */
export const initialsOf = ({ firstName, lastName }: { firstName: string | null; lastName: string }): string => [firstName, lastName].flatMap((name) => name?.trim().slice(0, 1).toLocaleUpperCase() || []).join('. ').concat('.')

/** What a kiosk shows of somebody inside: enough to find oneself by. */
export const toLeaving = ({ visit: { id, firstName, lastName, since, returnedAt }, passLabel, passSerial }: VisitRow) => ({
  visitId: id,
  initials: initialsOf({ firstName, lastName }),
  since: since.toISOString(),
  passLabel: passSerial === null || returnedAt !== null ? null : badgeName({ label: passLabel, serial: passSerial }),
})
