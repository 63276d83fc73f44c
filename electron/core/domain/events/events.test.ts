import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { events as contract } from '../../../../shared/contract/events.ts'
import { newId } from '../../kit/id.ts'
import { admin, openEventsDesk, quartermaster, type EventsDesk } from './testing/events-desk.ts'

let desk: EventsDesk
beforeEach(async () => {
  desk = await openEventsDesk()
})
afterEach(() => desk.database.close())

const update = async (eventId: string, over: object) => {
  const { updatedAt, name, code, startDate, endDate, roles } = await desk.service.get({ eventId })
  return desk.service.update(parse(contract.update.input, { eventId, basedOn: updatedAt, name, code, startDate, endDate, roles, ...over }), admin)
}

describe('an event of temporary access (domain.md 4.9)', () => {
  test('is a draft first, then on, then over; each is told and audited', async () => {
    const { id, status, code } = await desk.create()
    expect([status, code]).toEqual(['draft', 'CM-1'])
    expect((await desk.service.open()).events).toEqual([])
    expect(await desk.service.activate({ eventId: id }, admin)).toMatchObject({ status: 'active', closedAt: null })
    expect((await desk.service.open()).events).toEqual([{ id, name: 'Court martial' }])
    expect(await desk.service.close({ eventId: id, as: 'completed' }, admin)).toMatchObject({ event: { status: 'completed', closedAt: desk.clock.now().toISOString() }, expired: 0, inside: [], outstanding: [] })
    expect((await desk.service.open()).events).toEqual([])
    expect(await desk.acts(id)).toEqual(['event_create', 'event_activate', 'event_close'])
    expect(desk.events).toContain('events.changed')
  })

  test('the list has those that are on first, then drafts, then those that are over, the latest first', async () => {
    const over = await desk.open({ code: 'A', name: 'Over' })
    await desk.service.close({ eventId: over.id, as: 'completed' }, admin)
    const earlier = await desk.open({ code: 'B', name: 'Earlier', startDate: '2026-01-01', endDate: '2026-01-02' })
    await desk.service.close({ eventId: earlier.id, as: 'cancelled' }, admin)
    await desk.create({ code: 'C', name: 'Draft' })
    await desk.open({ code: 'D', name: 'Now' })
    expect((await desk.service.list()).events.map(({ name }) => name)).toEqual(['Now', 'Draft', 'Over', 'Earlier'])
  })

  test.each([
    ['ends before it begins', { endDate: '2026-11-19' }, 'event_dates_invalid'],
    ['has a code that another has, however it is written', { code: 'Cm-1' }, 'event_code_taken'],
  ])('one that %s is refused', async (_, over, code) => {
    await desk.create()
    await expect(desk.create({ code: 'CM-2', ...over })).rejects.toMatchObject({ code })
    expect((await desk.service.list()).events).toHaveLength(1)
  })

  test('a change is refused where somebody was faster, where it is over, and where a role is taken from somebody', async () => {
    const { id, updatedAt } = await desk.open({ roles: ['Juror', 'Judge'] })
    await desk.add(id, { role: 'Juror' })
    desk.later(1000)
    expect(await update(id, { name: 'Court martial of December' })).toMatchObject({ name: 'Court martial of December', counts: { attendees: 1 } })
    await expect(update(id, { basedOn: updatedAt })).rejects.toMatchObject({ code: 'event_changed' })
    await expect(update(id, { roles: ['Judge'] })).rejects.toMatchObject({ code: 'event_role_in_use', details: { role: 'Juror' } })
    expect(await update(id, { roles: [] })).toMatchObject({ roles: [] })
    expect((await desk.told('event_update')).map((details) => [(details as { before: object }).before, (details as { after: object }).after]), 'only what changed').toEqual([
      [{ name: 'Court martial' }, { name: 'Court martial of December' }],
      [{ customRoles: ['Juror', 'Judge'] }, { customRoles: [] }],
    ])
    await desk.service.close({ eventId: id, as: 'completed' }, admin)
    await expect(update(id, {})).rejects.toMatchObject({ code: 'event_over' })
    await expect(desk.service.activate({ eventId: id }, admin)).rejects.toMatchObject({ code: 'event_over' })
  })

  test('only a draft is deleted, with its list; what was on stays in the record (⚠ cascade)', async () => {
    const { id } = await desk.create()
    await desk.add(id)
    expect(await desk.service.remove({ eventId: id }, admin)).toEqual({ name: 'Court martial' })
    expect((await desk.service.list()).events).toEqual([])
    const { id: on } = await desk.open()
    await expect(desk.service.remove({ eventId: on }, admin)).rejects.toMatchObject({ code: 'event_not_draft' })
  })

  test('a draft whose badges are out is not deleted: nobody would know who has them', async () => {
    const { id } = await desk.create()
    const { id: attendeeId } = await desk.add(id)
    await desk.service.lendBadge({ attendeeId, badgeId: (await desk.addBadge('E-01')).id }, admin)
    await expect(desk.service.remove({ eventId: id }, admin)).rejects.toMatchObject({ code: 'event_badges_out', details: { labels: 'E-01' } })
    await desk.service.badgeReturned({ attendeeId }, admin)
    await desk.service.remove({ eventId: id }, admin)
    expect((await desk.service.badges()).free.map(({ label }) => label)).toEqual(['E-01'])
  })

  test('where closing is to end nobody’s access by itself they keep their state and their badges, and get in no more all the same', async () => {
    const { id } = await desk.open({ autoExpireBadges: false })
    const lent = await desk.addBadge('E-01')
    const { id: attendeeId } = await desk.add(id)
    await desk.service.lendBadge({ attendeeId, badgeId: lent.id }, admin)
    await desk.scan(lent.serial)
    desk.later(60_000)
    expect(await desk.service.close({ eventId: id, as: 'cancelled' }, admin)).toMatchObject({ event: { status: 'cancelled' }, expired: 0, outstanding: [{ label: 'E-01' }] })
    expect((await desk.attendees(id)).attendees).toMatchObject([{ status: 'active' }])
    expect(await desk.scan(lent.serial)).toMatchObject({ outcome: 'attendee_out' })
    desk.later(60_000)
    expect(await desk.scan(lent.serial)).toMatchObject({ outcome: 'event_closed' })
    await desk.service.badgeReturned({ attendeeId }, admin)
    expect((await desk.service.badges()).outstanding).toEqual([])
  })

  test('closing ends everybody’s access at once, frees the badges, names those not handed back and who is still inside', async () => {
    const { id } = await desk.open()
    const [e1, e2, e3] = [await desk.addBadge('E-01'), await desk.addBadge('E-02'), await desk.addBadge('E-03')]
    const [a, b, c] = [await desk.add(id, { name: 'A' }), await desk.add(id, { name: 'B' }), await desk.add(id, { name: 'C' })]
    for (const [attendee, lent] of [[a, e1], [b, e2], [c, e3]] as const) await desk.service.lendBadge({ attendeeId: attendee.id, badgeId: lent.id }, admin)
    await desk.scan(e1.serial)
    await desk.service.checkOut({ attendeeId: c.id, badgeReturned: true }, quartermaster)
    expect(await desk.service.close({ eventId: id, as: 'completed' }, admin)).toMatchObject({ expired: 2, inside: [{ id: a.id, displayName: 'A' }], outstanding: [{ label: 'E-01', name: 'A' }, { label: 'E-02', name: 'B' }] })
    expect((await desk.attendees(id)).attendees.map(({ status }) => status)).toEqual(['expired', 'expired', 'checked_out'])
    expect((await desk.service.badges()).free.map(({ label }) => label)).toEqual(['E-01', 'E-02', 'E-03'])
    expect((await desk.service.badges()).outstanding.map(({ label }) => label)).toEqual(['E-01', 'E-02'])
    // Nobody who is inside is lost by it, and the way out stays open.
    expect(await desk.inside()).toEqual(['A'])
    desk.later(60_000)
    expect(await desk.scan(e1.serial)).toMatchObject({ outcome: 'attendee_out' })
    desk.later(60_000)
    expect(await desk.scan(e1.serial)).toMatchObject({ outcome: 'event_closed' })
    expect(await desk.inside()).toEqual([])
  })

  test('statistics of an event without anybody are noughts (⚠), and of others add up', async () => {
    const { id } = await desk.open()
    expect(await desk.service.stats({ eventId: id })).toMatchObject({ total: 0, came: 0, inside: 0, byRole: [], days: [] })
    const [a] = [await desk.add(id, { name: 'A' }), await desk.add(id, { name: 'B', organization: 'RCMP', role: 'Staff' })]
    const member = await desk.enlist('Roy')
    await desk.add(id, { name: 'Roy, Test', memberId: member.id })
    await desk.signIn(a.id)
    desk.later(5000)
    await desk.scan(member.serial)
    expect(await desk.service.stats({ eventId: id })).toMatchObject({
      total: 3,
      came: 2,
      inside: 2,
      byStatus: [{ status: 'pending', total: 2 }, { status: 'active', total: 1 }, { status: 'checked_out', total: 0 }, { status: 'expired', total: 0 }],
      byRole: [{ name: 'Participant', total: 2, came: 2 }, { name: 'Staff', total: 1, came: 0 }],
      byOrganization: [{ name: '38 CBG', total: 2 }, { name: 'RCMP', total: 1 }],
      days: [{ date: '2026-11-24', came: 2 }],
    })
    await expect(desk.service.stats({ eventId: newId() })).rejects.toMatchObject({ code: 'event_unknown' })
  })
})

describe('who takes part (domain.md 4.9)', () => {
  test('is found without regard to case and accents, by state, role, organization and presence, a page at a time', async () => {
    const { id } = await desk.open()
    const first = await desk.add(id)
    await desk.add(id, { name: 'Roy, Pat', organization: 'RCMP', role: 'Staff' })
    await desk.add(id, { name: 'Zimmer, Ada', rank: 'Maj' })
    await desk.signIn(first.id)
    const names = async (over: object) => (await desk.attendees(id, over)).attendees.map(({ name }) => name)
    expect(await names({})).toEqual(['Bélanger, Émilie', 'Roy, Pat', 'Zimmer, Ada'])
    expect(await names({ search: 'belanger em' })).toEqual(['Bélanger, Émilie'])
    expect(await names({ search: 'rcmp' })).toEqual(['Roy, Pat'])
    expect(await names({ roles: ['Staff'] })).toEqual(['Roy, Pat'])
    expect(await names({ organizations: ['38 CBG'], inside: false })).toEqual(['Zimmer, Ada'])
    expect(await names({ inside: true })).toEqual(['Bélanger, Émilie'])
    expect(await names({ statuses: ['active'] })).toEqual(['Bélanger, Émilie'])
    expect(await desk.attendees(id, { limit: 2, page: 2 })).toMatchObject({ attendees: [{ name: 'Zimmer, Ada' }], total: 3 })
  })

  test.each([
    ['a role that the event does not have', { role: 'Pirate' }, 'attendee_role_unknown'],
    ['days that end before they begin', { accessStart: '2026-12-01', accessEnd: '2026-11-30' }, 'attendee_window_invalid'],
    ['days that begin after the event', { accessStart: '2026-12-05' }, 'attendee_window_invalid'],
    ['a member who is not on the roll', { memberId: newId() }, 'attendee_member_unknown'],
  ])('%s are refused', async (_, over, code) => {
    const { id } = await desk.open()
    await expect(desk.add(id, over)).rejects.toMatchObject({ code })
    expect((await desk.attendees(id)).total).toBe(0)
  })

  test('a member takes part once, with their own badge: no other is lent to them, and they are not signed in twice', async () => {
    const { id } = await desk.open()
    const member = await desk.enlist('Roy')
    const { id: attendeeId } = await desk.add(id, { name: 'Roy, Test', memberId: member.id })
    await expect(desk.add(id, { memberId: member.id })).rejects.toMatchObject({ code: 'attendee_member_twice' })
    const { id: badgeId } = await desk.addBadge('E-01')
    await expect(desk.service.lendBadge({ attendeeId, badgeId }, admin)).rejects.toMatchObject({ code: 'attendee_is_member' })
    await expect(desk.signIn(attendeeId)).rejects.toMatchObject({ code: 'attendee_is_member' })
    await desk.scan(member.serial)
    expect((await desk.attendees(id, { inside: true })).attendees).toMatchObject([{ id: attendeeId, presence: { direction: 'in' } }])
    expect(await desk.presence.now()).toMatchObject({ counts: { members: 1, attendees: 0 } })
    expect((await desk.service.get({ eventId: id })).counts.inside).toBe(1)
  })

  test('is changed by who saw the latest state only; a coming or going in between is no change', async () => {
    const { id } = await desk.open()
    const attendee = await desk.add(id)
    const change = (basedOn: string, over: object) => desk.service.updateAttendee(parse(contract.updateAttendee.input, { attendeeId: attendee.id, basedOn, name: 'Bélanger, Émilie', organization: '38 CBG', role: 'Staff', ...over }), admin)
    await desk.signIn(attendee.id)
    desk.later(1000)
    expect(await change(attendee.updatedAt, { rank: 'Maj' })).toMatchObject({ rank: 'Maj', role: 'Staff', status: 'active' })
    await expect(change(attendee.updatedAt, {})).rejects.toMatchObject({ code: 'attendee_changed' })
    expect(await desk.acts(attendee.id)).toEqual(['attendee_create', 'attendee_signin', 'attendee_update'])
    expect(await desk.told('attendee_update')).toMatchObject([{ before: { rank: null, role: 'Participant' }, after: { rank: 'Maj', role: 'Staff' } }])
  })

  test('who is inside or has a badge does not become a member by a change: they would be inside twice', async () => {
    const { id } = await desk.open()
    const member = await desk.enlist('Roy')
    const attendee = await desk.add(id)
    const become = async () => desk.service.updateAttendee(parse(contract.updateAttendee.input, { attendeeId: attendee.id, basedOn: (await desk.service.attendee({ attendeeId: attendee.id })).attendee.updatedAt, name: 'Roy, Test', organization: '38 CBG', role: 'Participant', memberId: member.id }), admin)
    await desk.signIn(attendee.id)
    await expect(become()).rejects.toMatchObject({ code: 'attendee_member_fixed', details: { name: 'Bélanger, Émilie' } })
    const { id: other } = await desk.add(id, { name: 'Other' })
    expect(await desk.service.updateAttendee(parse(contract.updateAttendee.input, { attendeeId: other, basedOn: desk.clock.now().toISOString(), name: 'Roy, Test', organization: '38 CBG', role: 'Participant', memberId: member.id }), admin)).toMatchObject({ member: { id: member.id } })
  })

  test('is taken off the list only where nothing happened', async () => {
    const { id } = await desk.open()
    const [came, never] = [await desk.add(id), await desk.add(id, { name: 'Nobody' })]
    await desk.signIn(came.id)
    await expect(desk.service.removeAttendee({ attendeeId: came.id }, admin)).rejects.toMatchObject({ code: 'attendee_has_history' })
    expect(await desk.service.removeAttendee({ attendeeId: never.id }, admin)).toEqual({ name: 'Nobody' })
    expect((await desk.attendees(id)).total).toBe(1)
  })
})
