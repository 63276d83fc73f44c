/** A day of invented people: who is inside and by which door, visitors, badges that did not come back, forgotten sign-outs. */
import { eq } from 'drizzle-orm'
import { foldText } from '../../../../../shared/domain/fold-text.ts'
import type { Database } from '../../../db/database.ts'
import { accessEvent, attendee, badge, badgeAssignment, member, memberPresence, missedCheckout, movement, station, visit } from '../../../db/schema/index.ts'
import { newId } from '../../../kit/id.ts'
import { enlist, inventedRoll } from './invented-roll.ts'

/** 12:30 on a Wednesday in Winnipeg. */
export const noon = new Date('2026-11-25T18:30:00.000Z')
export const longName = 'Wolfeschlegelsteinhausenbergerdorff-Montgomery'

const door = 'front-door'

/** The id of whoever has this last name. */
export async function idOf(database: Database, lastName: string): Promise<string> {
  const [row] = await database.read((tx) => tx.select({ id: member.id }).from(member).where(eq(member.lastName, lastName)))
  return row?.id ?? ''
}

/** Moves a member as the record has it; the last of their moves is where they are. */
export async function move(database: Database, memberId: string, direction: 'in' | 'out', at: string): Promise<void> {
  const id = newId()
  const state = { direction, at: new Date(at), recordedAt: new Date(at), stationId: door }
  await database.transaction(async (tx) => {
    await tx.insert(movement).values({ id, memberId, method: 'badge', ...state })
    await tx.insert(memberPresence).values({ memberId, movementId: id, ...state }).onConflictDoUpdate({ target: memberPresence.memberId, set: { movementId: id, ...state } })
  })
}

interface Visited {
  readonly name: string
  readonly type?: string
  readonly organization?: string
  readonly since: string
  readonly until?: string
  readonly endedBy?: 'desk' | 'daily_reset'
  readonly disposed?: boolean
  readonly hostMemberId?: string
  readonly badgeId?: string
}

export async function visited(database: Database, { name, type = 'guest', organization, since, until, endedBy = 'desk', disposed = false, hostMemberId, badgeId }: Visited): Promise<void> {
  const names = disposed ? { lastName: '', displayName: '', searchName: '', organization: null } : { lastName: name, displayName: name, searchName: foldText(`${name} ${organization ?? ''}`), organization: organization ?? null }
  const ended = until === undefined ? {} : { until: new Date(until), endedBy }
  const pass = badgeId === undefined ? {} : { badgeId, badgeKind: 'visitor' as const, lentAt: new Date(since) }
  const at = new Date(since)
  await database.transaction((tx) => tx.insert(visit).values({ id: newId(), requestId: newId(), visitType: type, ...names, purpose: 'information', since: at, stationId: door, method: 'desk', actorName: 'S1 Desk, D', ...ended, ...pass, ...(hostMemberId === undefined ? {} : { hostMemberId }), disposedAt: disposed ? noon : null, createdAt: at, updatedAt: at }))
}

const forgotten = (database: Database, memberId: string, date: string, since: string, closed: string, resolvedBy: 'admin' | 'daily_reset' | 'lockup_sequence', actorName: string) =>
  database.transaction((tx) => tx.insert(missedCheckout).values({ id: newId(), memberId, operationalDate: date, originalCheckinAt: new Date(since), forcedCheckoutAt: new Date(closed), resolvedBy, actorName }))

export async function inventDay(database: Database): Promise<void> {
  await database.transaction((tx) => tx.insert(station).values({ id: door, name: 'Front door', nameFr: 'Porte avant', createdAt: noon, updatedAt: noon }))
  await enlist(database, [...inventedRoll, { serviceNumber: 'V10000007', rank: 'S2', lastName: '=cmd|calc', firstName: '@SUM(1)', division: 'CMD', type: 'reg_force' }], noon)
  const [lheureux, singh, angstrom, gone] = await Promise.all(['L’Heureux-Œuvray', 'Singh', 'Ångström', 'Gone'].map((name) => idOf(database, name)))
  await move(database, lheureux ?? '', 'in', '2026-11-25T13:05:00Z')
  // Came before the day turned over at 03:00, and is still here.
  await move(database, singh ?? '', 'in', '2026-11-25T08:59:00Z')
  await move(database, angstrom ?? '', 'in', '2026-11-25T14:00:00Z')
  await move(database, angstrom ?? '', 'out', '2026-11-25T16:40:00Z')
  // Archived, and inside all the same: whoever is in the building is on the list (4.3 ▶).
  await move(database, gone ?? '', 'in', '2026-11-25T15:00:00Z')

  const [pass, stray, event] = [newId(), newId(), newId()]
  await database.transaction(async (tx) => {
    for (const [id, serial, kind, label, status] of [[pass, '0A0B0C0D', 'visitor', 'V-01', 'active'], [stray, '0A0B0C0E', 'member', null, 'lost'], [newId(), '0A0B0C0F', 'event', 'E-01', 'active']] as const) await tx.insert(badge).values({ id, serial, kind, label, status, createdAt: noon, updatedAt: noon })
    await tx.insert(badgeAssignment).values({ id: newId(), badgeId: stray, memberId: gone ?? '', assignedAt: new Date('2026-01-05T15:00:00Z'), assignedBy: 'S1 Desk, D', endedAt: new Date('2026-10-01T15:00:00Z'), endedBy: 'S1 Desk, D', endReason: 'archived' })
    await tx.update(member).set({ missedCheckoutCount: 5 }).where(eq(member.id, singh ?? ''))
    await tx.update(member).set({ missedCheckoutCount: 3 }).where(eq(member.id, angstrom ?? ''))
    await tx.insert(accessEvent).values({ id: event, name: 'Cours de sécurité nautique', code: 'NAUT', startDate: '2026-11-25', endDate: '2026-11-26', status: 'active', createdBy: 'S1 Desk, D', createdAt: noon, updatedAt: noon })
    await tx.insert(attendee).values({ id: newId(), eventId: event, name: 'Gagné, Zoé', rank: 'Cpl', organization: 'Régiment', role: 'Participant', searchName: 'gagne zoe regiment', status: 'active', direction: 'in', movedAt: new Date('2026-11-25T15:30:00Z'), moveRecordedAt: noon, movementId: newId(), stationId: door, createdAt: noon, updatedAt: noon })
  })
  await visited(database, { name: '+Évrard', organization: 'Élévateurs du Nord ltée', type: 'contractor', since: '2026-11-25T15:10:00Z', badgeId: pass, hostMemberId: lheureux ?? '' })
  // 02:59 is of the day before, 03:00 of the day itself (1.1).
  await visited(database, { name: 'Before', organization: 'Cadets', since: '2026-11-24T08:59:00Z', until: '2026-11-24T10:04:00Z' })
  await visited(database, { name: 'After', organization: 'Cadets', since: '2026-11-24T09:00:00Z', until: '2026-11-24T10:00:00Z' })
  await visited(database, { name: 'After', organization: 'Cadets', since: '2026-11-24T19:00:00Z', until: '2026-11-25T09:00:00Z', endedBy: 'daily_reset' })
  await visited(database, { name: 'Somebody', disposed: true, since: '2026-11-24T18:00:00Z', until: '2026-11-24T18:30:00Z' })
  await forgotten(database, singh ?? '', '2026-11-23', '2026-11-24T01:00:00Z', '2026-11-24T09:00:00Z', 'daily_reset', 'Sentinel')
  await forgotten(database, singh ?? '', '2026-11-24', '2026-11-25T01:00:00Z', '2026-11-25T04:10:00Z', 'lockup_sequence', 'PO2 Singh, H')
  await forgotten(database, angstrom ?? '', '2026-11-24', '2026-11-25T08:59:00Z', '2026-11-25T14:00:00Z', 'admin', 'S1 Desk, D')
}
