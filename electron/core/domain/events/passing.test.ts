import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitors as visitorsContract } from '../../../../shared/contract/visitors.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { alert, attendeeMovement, badge } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createVisitorsService } from '../visitors/service.ts'
import { admin, openEventsDesk, quartermaster, type EventsDesk } from './testing/events-desk.ts'

let desk: EventsDesk
let eventId: string
beforeEach(async () => {
  desk = await openEventsDesk()
  eventId = (await desk.open()).id
})
afterEach(() => desk.database.close())

const minute = 60_000
const alerts = () => desk.database.read((tx) => tx.select().from(alert))
async function withBadge(over: object = {}, label = 'E-01') {
  const attendee = await desk.add(eventId, over)
  const lent = await desk.addBadge(label)
  await desk.service.lendBadge({ attendeeId: attendee.id, badgeId: lent.id }, admin)
  return { ...lent, attendeeId: attendee.id }
}

describe('an attendee’s badge at the scanner (domain.md 4.1 ▶, 4.9 ▶)', () => {
  test('in, out, in: recorded each time, in the list of who is inside, the counts and the activity; pending becomes active', async () => {
    const { serial, attendeeId } = await withBadge({ rank: 'Maj' })
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_in', direction: 'in', person: { displayName: 'Maj Bélanger, Émilie' }, notes: [] })
    expect(await desk.presence.now()).toMatchObject({ counts: { members: 0, visitors: 0, attendees: 1 }, people: [{ kind: 'attendee', id: attendeeId, displayName: 'Maj Bélanger, Émilie', guest: { organization: '38 CBG', pass: 'E-01', event: 'Court martial' } }] })
    expect((await desk.service.attendee({ attendeeId })).attendee).toMatchObject({ status: 'active', presence: { direction: 'in' } })
    desk.later(minute)
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_out', direction: 'out' })
    desk.later(minute)
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_in' })
    expect((await desk.presence.activity(5)).items.map(({ outcome }) => outcome)).toEqual(['attendee_in', 'attendee_out', 'attendee_in'])
    expect((await desk.service.attendee({ attendeeId })).movements.map(({ direction, method }) => [direction, method])).toEqual([['in', 'badge'], ['out', 'badge'], ['in', 'badge']])
    expect(await desk.acts(attendeeId)).toEqual(['attendee_create', 'attendee_badge_lend', 'attendee_signin', 'attendee_signout', 'attendee_signin'])
    expect(desk.events).toContain('events.changed')
  })

  test('outside their days they are refused with an alert that names them, and nothing is recorded (scenario 28)', async () => {
    const { serial, attendeeId } = await withBadge({ accessStart: '2026-11-25' })
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_outside_window', direction: null, person: { displayName: 'Bélanger, Émilie' } })
    expect(await alerts()).toMatchObject([{ type: 'unauthorized_access', severity: 'warning', details: { name: 'Bélanger, Émilie' } }])
    expect((await desk.service.attendee({ attendeeId })).movements).toEqual([])
    expect((await desk.presence.activity(5)).items).toMatchObject([{ kind: 'refused', outcome: 'attendee_outside_window', person: { displayName: 'Bélanger, Émilie' } }])
    expect(await desk.inside()).toEqual([])
  })

  test('02:59 is still the day before, 03:00 is theirs (1.1)', async () => {
    const { serial } = await withBadge({ accessStart: '2026-11-25' })
    desk.clock.set(new Date('2026-11-25T08:59:59.000Z'))
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_outside_window' })
    desk.clock.set(new Date('2026-11-25T09:00:00.000Z'))
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_in' })
  })

  test('whose days ended while they were inside gets out', async () => {
    const { serial } = await withBadge({ accessEnd: '2026-11-24' })
    await desk.scan(serial)
    desk.clock.set(new Date('2026-11-25T18:00:00.000Z'))
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_out' })
    desk.later(minute)
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_outside_window' })
  })

  test('two scans within two seconds are one movement, and the same scan asked again answers the same (scenario 13)', async () => {
    const { serial } = await withBadge()
    const scanId = newId()
    const first = await desk.scan(serial, scanId)
    desk.later(1500)
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'duplicate', direction: 'in', at: first.at })
    desk.later(minute)
    expect(await desk.scan(serial, scanId)).toMatchObject({ outcome: 'attendee_in', at: first.at })
    expect(await desk.database.read((tx) => tx.select().from(attendeeMovement))).toHaveLength(1)
  })

  test('two readers at the same instant make one movement (scenario 15)', async () => {
    const { serial } = await withBadge()
    const outcomes = (await Promise.all([desk.scan(serial), desk.scan(serial)])).map(({ outcome }) => outcome)
    expect(outcomes.toSorted()).toEqual(['attendee_in', 'duplicate'])
  })

  test('a badge that nobody has is unassigned; one that is lost is refused, whoever has it', async () => {
    const { serial } = await desk.addBadge('E-09')
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'unassigned_badge' })
    const { serial: lost, id } = await withBadge()
    await desk.database.transaction((tx) => tx.update(badge).set({ status: 'lost' }))
    expect(await desk.scan(lost)).toMatchObject({ outcome: 'inactive_badge', person: null })
    await expect(desk.service.lendBadge({ attendeeId: (await desk.add(eventId, { name: 'B' })).id, badgeId: id }, admin)).rejects.toMatchObject({ code: 'badge_not_usable' })
  })

  test('where the clock was set back the order holds, and that is said', async () => {
    const { serial } = await withBadge()
    await desk.scan(serial)
    desk.later(-3_600_000)
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'attendee_out', notes: ['clock_set_back'] })
  })

  test('what was recorded is never rewritten or deleted', async () => {
    const { serial } = await withBadge()
    await desk.scan(serial)
    await expect(desk.database.transaction((tx) => tx.delete(attendeeMovement))).rejects.toMatchObject({ cause: { message: expect.stringContaining('append-only') } })
    await expect(desk.database.transaction((tx) => tx.update(attendeeMovement).set({ direction: 'out' }))).rejects.toMatchObject({ cause: { message: expect.stringContaining('never rewritten') } })
  })
})

describe('badges of events (domain.md 4.5 ▶, 4.9)', () => {
  test('one badge, one attendee: another is refused it until it came back', async () => {
    const { id, attendeeId } = await withBadge()
    const other = await desk.add(eventId, { name: 'Other' })
    await expect(desk.service.lendBadge({ attendeeId: other.id, badgeId: id }, admin)).rejects.toMatchObject({ code: 'badge_lent', details: { label: 'E-01', name: 'Bélanger, Émilie' } })
    expect(await desk.service.badgeReturned({ attendeeId }, admin)).toMatchObject({ badge: { label: 'E-01', returnedAt: desk.clock.now().toISOString() } })
    await expect(desk.service.badgeReturned({ attendeeId }, admin)).rejects.toMatchObject({ code: 'badge_not_outstanding' })
    expect(await desk.service.lendBadge({ attendeeId: other.id, badgeId: id }, admin)).toMatchObject({ badge: { label: 'E-01', returnedAt: null } })
  })

  test('ten at the same instant: one has it', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, (_, index) => desk.add(eventId, { name: `P${index}` })))
    const { id } = await desk.addBadge('E-01')
    const results = await Promise.allSettled(people.map((person) => desk.service.lendBadge({ attendeeId: person.id, badgeId: id }, admin)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await desk.service.get({ eventId })).counts.badgesOut).toBe(1)
  })

  test('a visitor’s pass and a member’s badge are not lent here', async () => {
    const { id: attendeeId } = await desk.add(eventId)
    const pass = await desk.addBadge('V-01', { kind: 'visitor' })
    await expect(desk.service.lendBadge({ attendeeId, badgeId: pass.id }, admin)).rejects.toMatchObject({ code: 'badge_not_of_events' })
    await expect(desk.service.lendBadge({ attendeeId, badgeId: newId() }, admin)).rejects.toMatchObject({ code: 'badge_unknown' })
  })

  test('who left with one is named until it is in somebody’s hand again', async () => {
    const { id, attendeeId } = await withBadge()
    await desk.service.checkOut({ attendeeId, badgeReturned: false }, quartermaster)
    expect((await desk.service.badges()).outstanding).toMatchObject([{ attendeeId, label: 'E-01', eventName: 'Court martial' }])
    const other = await desk.add(eventId, { name: 'Other' })
    await desk.service.lendBadge({ attendeeId: other.id, badgeId: id }, admin)
    expect((await desk.service.badges()).outstanding).toEqual([])
  })
})

describe('at the desk', () => {
  test('somebody without a badge is signed in and out by name, on their days only', async () => {
    const { id } = await desk.add(eventId)
    expect(await desk.signIn(id)).toMatchObject({ status: 'active', presence: { direction: 'in', stationName: 'Desk' } })
    await expect(desk.signIn(id)).rejects.toMatchObject({ code: 'attendee_inside' })
    expect(await desk.signOut(id)).toMatchObject({ presence: { direction: 'out' } })
    await expect(desk.signOut(id)).rejects.toMatchObject({ code: 'attendee_not_inside' })
    const { id: later } = await desk.add(eventId, { name: 'Later', accessStart: '2026-11-30' })
    await expect(desk.signIn(later)).rejects.toMatchObject({ code: 'attendee_outside_window', details: { from: '2026-11-30', to: '2026-12-04' } })
    await desk.service.close({ eventId, as: 'completed' }, admin)
    await expect(desk.signIn(id)).rejects.toMatchObject({ code: 'event_not_open' })
  })

  test('leaving for good signs them out, and lets them in no more', async () => {
    const { serial, attendeeId } = await withBadge()
    await desk.scan(serial)
    expect(await desk.service.checkOut({ attendeeId, badgeReturned: true }, quartermaster)).toMatchObject({ status: 'checked_out', presence: { direction: 'out' } })
    await expect(desk.service.checkOut({ attendeeId, badgeReturned: true }, quartermaster)).rejects.toMatchObject({ code: 'attendee_gone' })
    await expect(desk.signIn(attendeeId)).rejects.toMatchObject({ code: 'attendee_gone' })
    desk.later(minute)
    expect(await desk.scan(serial)).toMatchObject({ outcome: 'unassigned_badge' })
  })

  test('a coming or going is taken back within a minute: the state before it is there again', async () => {
    const { serial, attendeeId } = await withBadge()
    await desk.scan(serial)
    desk.later(minute)
    expect(await desk.service.undo({ attendeeId }, quartermaster)).toEqual({ name: 'Bélanger, Émilie' })
    expect((await desk.service.attendee({ attendeeId })).attendee).toMatchObject({ status: 'pending', presence: null })
    await expect(desk.service.undo({ attendeeId }, quartermaster)).rejects.toMatchObject({ code: 'attendee_nothing_to_undo' })
    await desk.scan(serial)
    desk.later(5000)
    await desk.scan(serial)
    await desk.service.undo({ attendeeId }, quartermaster)
    expect(await desk.inside()).toEqual(['Bélanger, Émilie'])
    desk.later(minute)
    await expect(desk.service.undo({ attendeeId }, quartermaster)).rejects.toMatchObject({ code: 'undo_too_late' })
  })
})

test('a visitor comes for an event that is on, and for no other (4.8)', async () => {
  const { database, clock, hub } = desk
  const visitors = createVisitorsService({ database, clock, hub, unitTime: () => defaultUnitTime })
  const signIn = (of: string) => visitors.signIn(parse(visitorsContract.signIn.input, { requestId: newId(), visitType: 'guest', lastName: 'Roy', purpose: 'information', eventId: of }), quartermaster)
  expect(await signIn(eventId)).toMatchObject({ event: { id: eventId, name: 'Court martial' } })
  await expect(signIn((await desk.create({ code: 'X' })).id)).rejects.toMatchObject({ code: 'visit_event_unknown' })
  expect((await desk.presence.now()).people).toMatchObject([{ kind: 'visitor', guest: { event: 'Court martial' } }])
})
