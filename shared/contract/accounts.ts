/** Who may sign in, and who is signed in (domain.md 4.22). */
import * as v from 'valibot'
import { call, event } from './kit.ts'
import { BadgeSerialText, Count, Empty, Instant, PageNumber, Uuid } from './fields.ts'
import { pinForm } from '../domain/pin.ts'
import { TimeOfDay } from '../domain/timings.ts'
import { unitEntries } from '../domain/unit.ts'

/** Six to twelve digits. */
export const Pin = v.pipe(v.string(), v.regex(pinForm, '6 to 12 digits'))
/** What a person typed in the PIN's field: a wrong one may look like anything. */
const TypedPin = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
const Level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))
/** Absent = the badge that was just held to this station's reader (`accounts.awaitBadge`). */
const SignInBadge = v.optional(BadgeSerialText)

export const Session = v.object({
  memberId: Uuid,
  displayName: v.string(),
  level: Level,
  startedAt: Instant,
  /** After a while without a key or a touch the desk locks: only the PIN opens it again, or another person signing in. */
  locked: v.boolean(),
  /** The member is DDS at this moment. */
  liveDds: v.boolean(),
})

/** Somebody signed in; whoever was not inside is so from now on (domain.md 4.2). */
const Entered = v.object({
  ...Session.entries,
  /** What `history.undo` takes back; null = they were inside already. */
  arrival: v.nullable(v.object({ movementId: Uuid, at: Instant })),
})

export const AccountRow = v.object({
  memberId: Uuid,
  displayName: v.string(),
  serviceNumber: v.string(),
  level: Level,
  hasBadge: v.boolean(),
  pin: v.picklist(['set', 'code_issued', 'none']),
  disabledAt: v.nullable(Instant),
  lastSignInAt: v.nullable(Instant),
  signedInAt: v.nullable(v.string()),
})

export const accounts = {
  state: call({
    needs: 'display',
    summary: 'Who is signed in at this desk, and whether the desk has been set up.',
    input: Empty,
    output: v.object({ setUp: v.boolean(), session: v.nullable(Session), idleLockMinutes: Count }),
    errors: [],
  }),
  setUp: call({
    needs: 'device',
    summary: 'Names the unit and its first administrator, once, on an empty desk, and signs them in.',
    input: v.object({
      unit: v.object({ name: unitEntries.name, zone: unitEntries.zone, rollover: TimeOfDay }),
      administrator: v.object({
        serviceNumber: v.pipe(v.string(), v.regex(/^\S{6,20}$/, '6 to 20 characters without spaces')),
        rank: v.pipe(v.string(), v.minLength(1), v.maxLength(20)),
        firstName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
        lastName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
      }),
      serial: SignInBadge,
      pin: Pin,
    }),
    output: Session,
    errors: ['already_set_up', 'pin_weak', 'serial_invalid', 'serial_taken', 'badge_not_read', 'zone_unknown', 'rank_unknown'],
  }),
  awaitBadge: call({
    needs: 'device',
    summary: 'For half a minute the next badge of someone who can sign in, held to a reader of this station, is read for signing in and is no scan at the door.',
    input: Empty,
    output: v.object({ expiresAt: Instant }),
    errors: [],
  }),
  cancelBadge: call({ needs: 'device', summary: 'Badges count again at once.', input: Empty, output: Empty, errors: [] }),
  signIn: call({
    needs: 'device',
    summary: 'Signs a person in at this desk by badge and PIN; whoever was signed in is signed out. Who was not inside is recorded as having come in.',
    input: v.object({ serial: SignInBadge, pin: TypedPin }),
    output: Entered,
    errors: ['not_set_up', 'badge_not_read', 'sign_in_wrong', 'sign_in_wait', 'sign_in_locked'],
  }),
  choosePin: call({
    needs: 'device',
    summary: 'With a badge and its one-time set-up code a person chooses their PIN, and is signed in.',
    input: v.object({ serial: SignInBadge, setupCode: v.pipe(v.string(), v.maxLength(40)), pin: Pin }),
    output: Entered,
    errors: ['badge_not_read', 'pin_weak', 'setup_code_wrong', 'sign_in_wait', 'sign_in_locked'],
  }),
  unlock: call({
    needs: 'device',
    summary: 'The person who is signed in opens the locked desk with their PIN.',
    input: v.object({ pin: TypedPin }),
    output: Session,
    errors: ['not_signed_in', 'sign_in_wrong', 'sign_in_wait', 'sign_in_locked'],
  }),
  lock: call({ needs: 'device', summary: 'Locks the desk at once.', input: Empty, output: Empty, errors: [] }),
  signOut: call({ needs: 'device', summary: 'Ends the session at this desk.', input: Empty, output: Empty, errors: [] }),
  touch: call({ needs: 'device', summary: 'Somebody is at the desk: it does not lock yet.', input: Empty, output: Empty, errors: [] }),
  changePin: call({
    needs: 'basic',
    summary: 'Changes one’s own PIN.',
    input: v.object({ oldPin: TypedPin, pin: Pin }),
    output: Empty,
    errors: ['sign_in_wrong', 'sign_in_wait', 'sign_in_locked', 'pin_weak', 'pin_same', 'not_signed_in'],
  }),
  list: call({
    needs: 'admin',
    summary: 'Members who may do more than read, or have a PIN, by level and name.',
    input: v.object({
      search: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 100),
      page: v.optional(PageNumber, 1),
    }),
    output: v.object({ accounts: v.array(AccountRow), total: Count }),
    errors: [],
  }),
  setLevel: call({
    needs: 'admin',
    summary: 'Gives members a level, all of them or none; it bites at once.',
    input: v.object({ memberIds: v.pipe(v.array(Uuid), v.minLength(1), v.maxLength(500)), level: Level }),
    output: v.object({ changed: Count }),
    errors: ['member_unknown', 'member_archived', 'level_above_yours', 'account_above_you', 'account_own', 'last_administrator'],
  }),
  issueSetupCode: call({
    needs: 'admin',
    summary: 'Ends a member’s PIN and answers a one-time code, shown once, with which they choose a new one within a day.',
    input: v.object({ member: Uuid }),
    output: v.object({ code: v.string(), displayName: v.string(), expiresAt: Instant }),
    errors: ['member_unknown', 'member_archived', 'account_without_badge', 'account_above_you', 'account_own', 'last_administrator'],
  }),
  setDisabled: call({
    needs: 'admin',
    summary: 'Takes the right to sign in from a member, or gives it back; their badge goes on counting.',
    input: v.object({ member: Uuid, disabled: v.boolean() }),
    output: Empty,
    errors: ['member_unknown', 'account_above_you', 'account_own', 'last_administrator'],
  }),
  endSession: call({
    needs: 'admin',
    summary: 'Signs a member out wherever they are signed in.',
    input: v.object({ member: Uuid }),
    output: v.object({ ended: Count }),
    errors: ['member_unknown', 'account_above_you'],
  }),
  sessionChanged: event({ needs: 'display', summary: 'Somebody signed in or out, or the desk locked: ask for the state.', payload: v.object({}) }),
  badgeRead: event({ needs: 'device', summary: 'A badge was read for signing in.', payload: v.object({ serialTail: v.string() }) }),
  changed: event({ needs: 'admin', summary: 'An account changed.', payload: v.object({}) }),
}
