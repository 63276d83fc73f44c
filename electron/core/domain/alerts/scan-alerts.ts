/** What a scan raises and what it tells the person, in its own transaction (domain.md 4.1, 4.11): the one real path (W-1). */
import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import type { InferOutput } from 'valibot'
import type { PersonalMessage } from '../../../../shared/contract/alerts.ts'
import type { AlertSeverity, AlertType } from '../../../../shared/domain/alerts.ts'
import { serialTail } from '../../../../shared/domain/badge-serial.ts'
import type { Tx } from '../../db/database.ts'
import { member, personalNote } from '../../db/schema/index.ts'
import { raiseAlert } from './raise.ts'

type Message = InferOutput<typeof PersonalMessage>

export interface RefusedScan {
  readonly outcome: string
  readonly serial: string
  /** Holder of the badge, or whoever held it last. */
  readonly memberId: string | null
  /** Of who is no member: an attendee of an event. */
  readonly name?: string
  readonly stationId: string
  readonly stationName: string
  readonly at: Date
}
export interface MovedScan {
  readonly memberId: string
  readonly direction: 'in' | 'out'
  /** The status of the member wants a second look. */
  readonly isNoted: boolean
  readonly stationId: string
  readonly stationName: string
  readonly at: Date
}

const raisedBy: Readonly<Record<string, readonly [AlertType, AlertSeverity] | undefined>> = {
  unknown_badge: ['badge_unknown', 'warning'],
  shared_number: ['badge_unknown', 'warning'],
  unassigned_badge: ['badge_unassigned', 'warning'],
  inactive_badge: ['badge_disabled', 'critical'],
  member_not_allowed: ['unauthorized_access', 'critical'],
  attendee_outside_window: ['unauthorized_access', 'warning'],
  event_closed: ['unauthorized_access', 'warning'],
}

export const scanAlerts = {
  /** @returns whether an alert was raised */
  async refused(tx: Tx, { outcome, serial, memberId, name, stationId, stationName, at }: RefusedScan): Promise<boolean> {
    const raised = raisedBy[outcome]
    if (raised === undefined) return false
    const [type, severity] = raised
    await raiseAlert(tx, { type, severity, subject: serial, at, memberId, stationId, facts: { name: name ?? (await nameOf(tx, memberId)), serialTail: serialTail(serial), station: stationName, ...(outcome === 'shared_number' && { isShared: true }) } })
    return true
  },

  /** Somebody came whose status wants a second look. */
  noted: async (tx: Tx, { memberId, stationId, stationName, at }: Pick<MovedScan, 'memberId' | 'stationId' | 'stationName' | 'at'>): Promise<void> =>
    raiseAlert(tx, { type: 'inactive_member', severity: 'warning', subject: memberId, at, memberId, stationId, facts: { name: await nameOf(tx, memberId), station: stationName } }),

  /** Alerts only on the way in (⚠: upstream raised it before the duplicate check, and on the way out too). */
  async moved(tx: Tx, { memberId, direction, isNoted, stationId, stationName, at }: MovedScan): Promise<{ raised: boolean; messages: Message[] }> {
    const raised = isNoted && direction === 'in'
    if (raised) await scanAlerts.noted(tx, { memberId, stationId, stationName, at })
    const messages = await tx
      .select({ id: personalNote.id, severity: personalNote.severity, message: personalNote.message })
      .from(personalNote)
      .where(and(eq(personalNote.memberId, memberId), isNull(personalNote.dismissedAt), or(isNull(personalNote.expiresAt), gt(personalNote.expiresAt, at))))
      .orderBy(desc(personalNote.createdAt), personalNote.id)
      .limit(5)
    if (messages.length > 0) await tx.update(personalNote).set({ shownAt: at }).where(and(eq(personalNote.memberId, memberId), isNull(personalNote.shownAt), isNull(personalNote.dismissedAt)))
    return { raised, messages }
  },
}

async function nameOf(tx: Tx, memberId: string | null): Promise<string | null> {
  if (memberId === null) return null
  const [row] = await tx.select({ name: member.displayName }).from(member).where(eq(member.id, memberId))
  return row?.name ?? null
}
