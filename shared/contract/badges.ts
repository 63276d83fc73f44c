import * as v from 'valibot'
import { call, event } from './kit.ts'
import { BadgeSerialText, Empty, Instant, StationId, Uuid } from './fields.ts'

export const Enrolment = v.object({
  memberId: Uuid,
  displayName: v.string(),
  /** Only scans of this station are taken; null = of any. */
  stationId: v.nullable(StationId),
  expiresAt: Instant,
})

export const badges = {
  enrol: call({
    needs: 'admin',
    summary: 'Gives a member the badge with this serial, creating the badge when it is new.',
    input: v.object({ memberId: Uuid, serial: BadgeSerialText }),
    output: v.object({ badgeId: Uuid, memberId: Uuid, displayName: v.string(), serialTail: v.string() }),
    errors: ['serial_invalid', 'member_unknown', 'member_archived', 'member_has_badge', 'badge_taken', 'badge_not_usable'],
  }),
  startEnrolment: call({
    needs: 'admin',
    summary: 'Waits one minute for an unknown or unassigned badge to be scanned and gives it to the member. A badge that is someone’s signs them in or out as always.',
    input: v.object({ memberId: Uuid, stationId: v.optional(v.nullable(StationId), null) }),
    output: Enrolment,
    errors: ['member_unknown', 'member_archived', 'member_has_badge'],
  }),
  cancelEnrolment: call({ needs: 'admin', summary: 'Stops waiting for a badge.', input: Empty, output: Empty, errors: [] }),
  enrolmentChanged: event({
    needs: 'admin',
    summary: 'How an enrolment by scan went on.',
    payload: v.object({ state: v.picklist(['waiting', 'enrolled', 'refused', 'expired', 'cancelled']), enrolment: Enrolment, reason: v.nullable(v.string()) }),
  }),
}
