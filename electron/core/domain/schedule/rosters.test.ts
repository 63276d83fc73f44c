import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMembersService } from '../members/service.ts'
import { openDutyDesk, planner, refusalOf, type DutyDesk } from './testing/duty-desk.ts'

let desk: DutyDesk
beforeEach(async () => {
  desk = await openDutyDesk()
})
afterEach(() => desk.close())

const names = async (role: 'DDS' | 'DUTY_WATCH', date?: string) => (await desk.roster(role, date)).assignments.map(({ member, status }) => `${member.displayName} ${status}`)

describe('a roster of a week (domain.md 4.13)', () => {
  test('there is one a duty and Monday: any date snaps to its week, and a second one is refused', async () => {
    expect(await desk.schedule.createRoster({ role: 'DDS', date: '2026-11-29', notes: ' ' }, planner)).toMatchObject({ weekStart: '2026-11-23' })
    expect(await refusalOf(desk.schedule.createRoster({ role: 'DDS', date: '2026-11-23', notes: null }, planner))).toEqual(['roster_exists', { role: 'DDS', week: '2026-11-23' }])
    expect(await desk.schedule.createRoster({ role: 'DDS', date: '2026-11-30', notes: null }, planner)).toMatchObject({ weekStart: '2026-11-30' })
    expect(await desk.schedule.createRoster({ role: 'DUTY_WATCH', date: '2026-11-25', notes: null }, planner)).toMatchObject({ weekStart: '2026-11-23' })
    expect(await refusalOf(desk.schedule.createRoster({ role: 'NIGHT_COOK', date: '2026-11-25', notes: null }, planner))).toEqual(['duty_role_unknown', { role: 'NIGHT_COOK' }])
  })

  test('only a draft is published or deleted, only a published one goes back; the trail has it', async () => {
    const id = await desk.create('DDS', '2026-11-23')
    await desk.assign(id, null, await desk.enlist('Tremblay', { qualified: ['DDS'] }))
    expect(await refusalOf(desk.schedule.revertToDraft({ scheduleId: id }, planner))).toEqual(['roster_not_published', { week: '2026-11-23' }])
    await desk.schedule.publish({ scheduleId: id, acceptMissing: false }, planner)
    expect(await desk.roster('DDS')).toMatchObject({ status: 'published', publishedBy: 'LCdr Planner, A', publishedAt: '2026-11-23T18:00:00.000Z' })
    expect(await refusalOf(desk.publish(id))).toEqual(['roster_not_draft', { week: '2026-11-23' }])
    expect(await refusalOf(desk.schedule.removeRoster({ scheduleId: id }, planner))).toEqual(['roster_not_draft', { week: '2026-11-23' }])
    await desk.schedule.revertToDraft({ scheduleId: id }, planner)
    expect(await desk.roster('DDS')).toMatchObject({ status: 'draft', publishedAt: null, publishedBy: null })
    await desk.schedule.removeRoster({ scheduleId: id }, planner)
    expect(await desk.roster('DDS')).toMatchObject({ status: 'none', scheduleId: null, assignments: [] })
    expect(await refusalOf(desk.schedule.removeRoster({ scheduleId: id }, planner))).toEqual(['roster_unknown', undefined])
    expect((await desk.trail('schedule_publish'))[0]).toMatchObject({ actorName: 'LCdr Planner, A', entityId: id, details: { role: 'DDS', weekStart: '2026-11-23', before: { status: 'draft' }, after: { status: 'published' }, people: [{ name: 'PO2 Tremblay, T' }] } })
    expect((await desk.trail('schedule_revert'))[0]).toMatchObject({ details: { before: { publishedBy: 'LCdr Planner, A' } } })
    expect((await desk.trail('schedule_delete'))[0]).toMatchObject({ details: { name: 'DDS 2026-11-23', before: { status: 'draft' }, people: [{ name: 'PO2 Tremblay, T', status: 'assigned' }] } })
  })

  test('is published with empty places only when that is said, and the refusal names them', async () => {
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'SWK', await desk.enlist('Roy'))
    await desk.assign(watch, 'APS', await desk.enlist('Okafor'))
    expect(await refusalOf(desk.schedule.publish({ scheduleId: watch, acceptMissing: false }, planner))).toEqual(['roster_incomplete', { count: 4, seats: 'DSWK, QM, BM, APS' }])
    expect((await desk.roster('DUTY_WATCH')).status).toBe('draft')
    await desk.publish(watch)
    expect(await desk.roster('DUTY_WATCH')).toMatchObject({ status: 'published', missing: [{ count: 1 }, { count: 1 }, { count: 1 }, { count: 1 }] })
    const empty = await desk.create('DDS', '2026-11-23')
    expect(await refusalOf(desk.schedule.publish({ scheduleId: empty, acceptMissing: false }, planner))).toEqual(['roster_incomplete', { count: 1, seats: 'DDS' }])
  })

  test('is begun from the week before: its people, anew to be confirmed; archived ones and lost places are named', async () => {
    const before = await desk.create('DUTY_WATCH', '2026-11-16')
    const [swk, aps1, aps2, gone] = [await desk.enlist('Swk'), await desk.enlist('Aps One'), await desk.enlist('Aps Two'), await desk.enlist('Gone')]
    const { assignmentId } = await desk.assign(before, 'SWK', swk)
    await desk.schedule.updateAssignment({ assignmentId, status: 'confirmed' }, planner)
    await desk.assign(before, 'APS', aps1)
    await desk.assign(before, 'APS', aps2)
    await desk.assign(before, 'QM', gone)
    const released = await desk.assign(before, 'BM', await desk.enlist('Released'))
    await desk.schedule.updateAssignment({ assignmentId: released.assignmentId, status: 'released' }, planner)
    await desk.setStatus(gone, 'archived')
    await desk.schedule.updatePosition({ positionId: desk.seat('APS'), name: 'Access Point Sentry', nameFr: null, maxSlots: 1, isRequired: true }, planner)
    expect(await desk.schedule.copyRoster({ role: 'DUTY_WATCH', date: '2026-11-27' }, planner)).toMatchObject({ copied: 2, leftOut: ['PO2 Gone, T', 'PO2 Aps Two, T'] })
    expect(await names('DUTY_WATCH')).toEqual(['PO2 Swk, T assigned', 'PO2 Aps One, T assigned'])
    expect(await refusalOf(desk.schedule.copyRoster({ role: 'DUTY_WATCH', date: '2026-11-27' }, planner))).toEqual(['roster_not_empty', { role: 'DUTY_WATCH', week: '2026-11-23' }])
    expect(await refusalOf(desk.schedule.copyRoster({ role: 'DDS', date: '2026-11-27' }, planner))).toEqual(['roster_nothing_to_copy', { role: 'DDS', week: '2026-11-16' }])
    expect((await desk.trail('schedule_copy'))[0]).toMatchObject({ details: { from: '2026-11-16', people: [{ name: 'PO2 Swk, T' }, { name: 'PO2 Aps One, T' }], leftOut: ['PO2 Gone, T', 'PO2 Aps Two, T'] } })
  })

  test('an empty draft is filled by the copy and not made twice', async () => {
    await desk.assign(await desk.create('DDS', '2026-11-16'), null, await desk.enlist('Tremblay'))
    const draft = await desk.create('DDS', '2026-11-23')
    expect(await desk.schedule.copyRoster({ role: 'DDS', date: '2026-11-23' }, planner)).toMatchObject({ scheduleId: draft, copied: 1 })
  })

  test('carries a note', async () => {
    const id = await desk.create('DDS', '2026-11-23')
    await desk.schedule.updateRoster({ scheduleId: id, notes: 'Keys with the XO' }, planner)
    await desk.schedule.updateRoster({ scheduleId: id, notes: 'Keys with the XO' }, planner)
    expect((await desk.roster('DDS')).notes).toBe('Keys with the XO')
    expect(await desk.trail('schedule_update')).toHaveLength(1)
  })

  test('every act tells the windows once, after it is true', async () => {
    desk.events.length = 0
    await desk.create('DDS', '2026-11-23')
    await refusalOf(desk.schedule.createRoster({ role: 'DDS', date: '2026-11-23', notes: null }, planner))
    expect(desk.events).toEqual(['schedule.changed'])
  })
})

describe('the seats (domain.md 3.4)', () => {
  test('begin with the six of the Duty Watch and the one of the DDS, each with the qualification it asks for', async () => {
    const { roles } = await desk.schedule.roles()
    expect(roles.map(({ code, kind, qualification }) => [code, kind, qualification])).toEqual([['DDS', 'single', 'DDS'], ['DUTY_WATCH', 'team', null]])
    expect(roles[1]?.positions.map(({ code, maxSlots, qualification, isRequired }) => [code, maxSlots, qualification, isRequired])).toEqual([['SWK', 1, 'SWK', true], ['DSWK', 1, 'DSWK', true], ['QM', 1, 'QM', true], ['BM', 1, 'BM', true], ['APS', 2, 'APS', true]])
  })

  test('an administrator changes words, places and what must be filled; never below who is on it from this week on', async () => {
    const positionId = desk.seat('APS')
    const fields = { positionId, name: 'Sentry', nameFr: 'Sentinelle', isRequired: false }
    const past = await desk.create('DUTY_WATCH', '2026-11-16')
    for (const name of ['A', 'B']) await desk.assign(past, 'APS', await desk.enlist(name))
    await desk.schedule.updatePosition({ ...fields, maxSlots: 1 }, planner)
    await desk.schedule.updatePosition({ ...fields, maxSlots: 3 }, planner)
    const now = await desk.create('DUTY_WATCH', '2026-11-23')
    for (const name of ['C', 'D']) await desk.assign(now, 'APS', await desk.enlist(name))
    expect(await refusalOf(desk.schedule.updatePosition({ ...fields, maxSlots: 1 }, planner))).toEqual(['position_slots_filled', { name: 'Sentry', count: 2 }])
    expect((await desk.roster('DUTY_WATCH')).missing.some((entry) => entry.positionId === positionId)).toBe(false)
    expect((await desk.trail('duty_position_update'))[0]).toMatchObject({ details: { seat: 'APS', before: { maxSlots: 2, isRequired: true }, after: { maxSlots: 1, isRequired: false, nameFr: 'Sentinelle' } } })
    await desk.schedule.updateRole({ role: 'DDS', name: 'Duty Day Staff', nameFr: null, description: 'One a week' }, planner)
    expect((await desk.schedule.roles()).roles[0]).toMatchObject({ nameFr: null, description: 'One a week' })
    expect(await refusalOf(desk.schedule.updateRole({ role: 'NOBODY', name: 'X', nameFr: null, description: null }, planner))).toEqual(['duty_role_unknown', { role: 'NOBODY' }])
  })
})

describe('whoever is on a roster is not taken off the roll first (domain.md 4.6.1 ▶)', () => {
  const archive = (memberId: string) => createMembersService({ database: desk.database, clock: desk.clock, hub: desk.hub }).archive(memberId, planner)

  test('neither of this week nor of a later one, draft or published; released or past ones do not hold', async () => {
    const id = await desk.enlist('Tremblay')
    const past = await desk.assign(await desk.create('DDS', '2026-11-16'), null, id)
    const { assignmentId } = await desk.assign(await desk.create('DDS', '2026-12-07'), null, id)
    expect(past.assignmentId).not.toBe(assignmentId)
    expect(await refusalOf(archive(id))).toEqual(['member_rostered', { name: 'PO2 Tremblay, T', duty: 'Duty Day Staff', week: '2026-12-07' }])
    await desk.schedule.updateAssignment({ assignmentId, status: 'released' }, planner)
    await archive(id)
  })

  test('nor one who stands in for a night, or has a place at an event', async () => {
    const [base, other] = [await desk.enlist('Base'), await desk.enlist('Other')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'QM', base)
    const { overrideId } = await desk.schedule.addOverride({ kind: 'replace', scheduleId: watch, nightDate: '2026-11-26', positionId: desk.seat('QM'), memberId: other, baseMemberId: base }, planner)
    expect(await refusalOf(archive(other))).toEqual(['member_rostered', { name: 'PO2 Other, T', duty: 'Duty Watch', week: '2026-11-23' }])
    await desk.schedule.removeOverride({ overrideId }, planner)
    const eventId = await desk.event({ title: 'Open house', requiresDutyWatch: true })
    const position = (await desk.calendar.event({ eventId })).positions[0]
    await desk.calendar.assign({ positionId: position?.id ?? '', memberId: other, isVolunteer: false }, planner)
    expect(await refusalOf(archive(other))).toEqual(['member_on_event', { name: 'PO2 Other, T', title: 'Open house', date: '2026-11-25' }])
    await desk.calendar.setEventStatus({ eventId, status: 'cancelled' }, planner)
    await archive(other)
  })
})
