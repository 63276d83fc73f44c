import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DutyWatchRule } from '../../../../shared/domain/duty-watch-rules.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { defaultTimings } from '../../../../shared/domain/timings.ts'
import { openDutyDesk, planner, refusalOf, type DutyDesk } from './testing/duty-desk.ts'
import { watchNights } from './watch-nights.ts'

let desk: DutyDesk
beforeEach(async () => {
  desk = await openDutyDesk()
})
afterEach(() => desk.close())

const night = (scheduleId: string, seat = 'QM', nightDate = '2026-11-24') => ({ scheduleId, nightDate, positionId: desk.seat(seat) })
const team = async () => (await desk.schedule.tonight()).team.map(({ position, member, source, replaces, present }) => [position?.code, member.displayName, source, replaces?.displayName ?? null, present])

describe('a night that differs (domain.md 4.13)', () => {
  test('somebody instead, one more, one less; each on a watch night of that week, and for who is on that seat', async () => {
    const [swk, qm, other, third] = [await desk.enlist('Swk', { qualified: ['SWK'] }), await desk.enlist('Qm'), await desk.enlist('Other', { qualified: ['QM'] }), await desk.enlist('Third')]
    const dds = await desk.create('DDS', '2026-11-23')
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'SWK', swk)
    await desk.assign(watch, 'QM', qm)
    const add = (input: Parameters<typeof desk.schedule.addOverride>[0]) => refusalOf(desk.schedule.addOverride(input, planner))
    expect(await add({ kind: 'add', ...night(dds), memberId: other })).toEqual(['override_only_watch', undefined])
    for (const nightDate of ['2026-11-25', '2026-12-01', '2026-11-17']) expect(await add({ kind: 'add', ...night(watch, 'QM', nightDate), memberId: other })).toEqual(['override_no_watch', { date: nightDate }])
    expect(await add({ kind: 'replace', ...night(watch), memberId: other, baseMemberId: swk })).toEqual(['override_base_missing', { name: 'PO2 Swk, T', seat: 'QM' }])
    expect(await add({ kind: 'replace', ...night(watch), memberId: qm, baseMemberId: qm })).toEqual(['override_same_member', undefined])
    expect(await add({ kind: 'add', ...night(watch), positionId: watch, memberId: other })).toEqual(['duty_position_unknown', undefined])
    expect(await add({ kind: 'add', ...night(watch), memberId: watch })).toEqual(['member_unknown', undefined])

    const replaced = await desk.schedule.addOverride({ kind: 'replace', ...night(watch), memberId: other, baseMemberId: qm }, planner)
    expect(replaced.warnings.filter(({ memberId }) => memberId === other)).toEqual([])
    expect(await add({ kind: 'remove', ...night(watch), baseMemberId: qm })).toEqual(['override_exists', { name: 'PO2 Qm, T', date: '2026-11-24' }])
    expect(await add({ kind: 'add', ...night(watch, 'APS'), memberId: other })).toEqual(['override_member_taken', { name: 'PO2 Other, T', date: '2026-11-24' }])
    await desk.schedule.addOverride({ kind: 'add', ...night(watch, 'APS'), memberId: third }, planner)
    await desk.schedule.addOverride({ kind: 'remove', ...night(watch, 'SWK'), baseMemberId: swk }, planner)
    expect((await desk.roster('DUTY_WATCH')).overrides.map(({ kind, member, base }) => [kind, member?.displayName, base?.displayName])).toEqual([['remove', undefined, 'PO2 Swk, T'], ['replace', 'PO2 Other, T', 'PO2 Qm, T'], ['add', 'PO2 Third, T', undefined]])
    await desk.schedule.removeOverride({ overrideId: replaced.overrideId }, planner)
    expect(await refusalOf(desk.schedule.removeOverride({ overrideId: replaced.overrideId }, planner))).toEqual(['override_unknown', undefined])
    // In the trail of both: who stands in, and for whom.
    const replacing = { nightDate: '2026-11-24', seat: 'QM', kind: 'replace', member: 'PO2 Other, T', base: 'PO2 Qm, T' }
    expect((await desk.trail('duty_watch_override_create')).slice(0, 2).map(({ details }) => details)).toMatchObject([{ name: 'PO2 Other, T', memberId: other, after: replacing }, { name: 'PO2 Qm, T', memberId: qm, after: replacing }])
    expect((await desk.trail('duty_watch_override_delete')).map(({ details }) => details)).toMatchObject([{ name: 'PO2 Other, T', before: replacing }, { name: 'PO2 Qm, T', before: replacing }])
  })

  test('two seats on one night, and a stand-in for somebody who was swapped away, are said', async () => {
    const [swk, qm, other] = [await desk.enlist('Swk', { qualified: ['SWK', 'QM'] }), await desk.enlist('Qm', { qualified: ['QM', 'SWK'] }), await desk.enlist('Other', { qualified: ['QM'] })]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const first = await desk.assign(watch, 'SWK', swk)
    const second = await desk.assign(watch, 'QM', qm)
    const { warnings } = await desk.schedule.addOverride({ kind: 'add', ...night(watch, 'QM'), memberId: swk }, planner)
    expect(warnings.map(({ kind, dates }) => [kind, dates])).toEqual([['double_seat', ['2026-11-24']], ['double_seat', ['2026-11-24']]])
    await desk.schedule.addOverride({ kind: 'replace', ...night(watch, 'QM', '2026-11-26'), memberId: other, baseMemberId: qm }, planner)
    await desk.schedule.swap({ first: first.assignmentId, second: second.assignmentId }, planner)
    expect((await desk.roster('DUTY_WATCH')).warnings.filter(({ kind }) => kind === 'base_not_rostered')).toMatchObject([{ memberId: qm, dates: ['2026-11-26'], what: 'PO2 Qm, T' }])
  })

  test('whoever is replaced has no second duty that night', async () => {
    const roy = await desk.enlist('Roy', { qualified: ['QM', 'DDS'] })
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'QM', roy)
    await desk.assign(await desk.create('DDS', '2026-11-23'), null, roy)
    await desk.schedule.addOverride({ kind: 'remove', ...night(watch), baseMemberId: roy }, planner)
    expect((await desk.roster('DUTY_WATCH')).warnings.map(({ kind, dates }) => [kind, dates])).toEqual([['two_duties', ['2026-11-26']]])
  })
})

describe('watch nights (domain.md 1.2, 4.10 ▶)', () => {
  const event = (fields: object) => ({ id: 'e', title: 'Mess dinner', date: '2026-11-27', startTime: '18:00' as string | null, status: 'planned' as const, requiresDutyWatch: true, ...fields })
  const [tuesday] = defaultTimings.operational.dutyWatchRules
  const tuesdays = tuesday === undefined ? [] : [tuesday]
  const nights = (rules: readonly DutyWatchRule[], events: Parameters<typeof watchNights>[3]) => watchNights('2026-11-23', '2026-11-29', rules, events, defaultUnitTime)

  test('an event with a Duty Watch adds one on its date; on a night of the rule the earlier beginning counts', () => {
    expect(nights(tuesdays, [event({})])).toEqual([{ date: '2026-11-24', start: '19:00', events: [] }, { date: '2026-11-27', start: '18:00', events: ['Mess dinner'] }])
    expect(nights(tuesdays.map((rule) => ({ ...rule, startTime: '00:30' })), [event({ date: '2026-11-24' })])).toEqual([{ date: '2026-11-24', start: '18:00', events: ['Mess dinner'] }])
    expect(nights([], [event({ startTime: null })])).toEqual([{ date: '2026-11-27', start: null, events: ['Mess dinner'] }])
  })

  test.each(['draft', 'cancelled', 'postponed'] as const)('one that is %s adds none, nor one without a watch', (status) => {
    expect(nights([], [event({ status }), event({ requiresDutyWatch: false })])).toEqual([])
  })

  test('from the calendar to the roster: the night can be changed once the event takes place', async () => {
    const eventId = await desk.event({ title: 'Mess dinner', eventDate: '2026-11-27', startTime: '18:30', requiresDutyWatch: true })
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const add = () => refusalOf(desk.schedule.addOverride({ kind: 'add', ...night(watch, 'QM', '2026-11-27'), memberId: guest }, planner))
    const guest = await desk.enlist('Guest')
    expect(await add()).toEqual(['override_no_watch', { date: '2026-11-27' }])
    await desk.calendar.setEventStatus({ eventId, status: 'planned' }, planner)
    expect((await desk.week()).nights).toEqual([{ date: '2026-11-24', start: '19:00', events: [] }, { date: '2026-11-26', start: '19:00', events: [] }, { date: '2026-11-27', start: '18:30', events: ['Mess dinner'] }])
    expect(await add()).toBe('no refusal')
  })
})

describe('tonight’s team (domain.md 4.13)', () => {
  test('is the published roster, what differs that night, and live duty, in the order of the seats; a draft has no effect', async () => {
    desk.clock.set(new Date('2026-11-25T02:00:00.000Z'))
    const [swk, qm, other, aps, live] = [await desk.enlist('Swk'), await desk.enlist('Qm'), await desk.enlist('Other'), await desk.enlist('Aps'), await desk.enlist('Live')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'APS', aps)
    await desk.assign(watch, 'QM', qm)
    await desk.assign(watch, 'SWK', swk)
    await desk.schedule.addOverride({ kind: 'replace', ...night(watch), memberId: other, baseMemberId: qm }, planner)
    await desk.comeIn(other)
    expect(await desk.schedule.tonight()).toMatchObject({ date: '2026-11-24', isWatchNight: true, start: '19:00', status: 'draft', team: [] })
    await desk.publish(watch)
    expect(await team()).toEqual([['SWK', 'PO2 Swk, T', 'schedule', null, false], ['QM', 'PO2 Other, T', 'override', 'PO2 Qm, T', true], ['APS', 'PO2 Aps, T', 'schedule', null, false]])
    // Somebody who is on the team already is not on it twice.
    await desk.fillLive(live, desk.seat('BM'))
    await desk.fillLive(aps, desk.seat('DSWK'))
    expect(await team()).toEqual([['SWK', 'PO2 Swk, T', 'schedule', null, false], ['QM', 'PO2 Other, T', 'override', 'PO2 Qm, T', true], ['BM', 'PO2 Live, T', 'live', null, false], ['APS', 'PO2 Aps, T', 'schedule', null, false]])
    expect((await desk.schedule.tonight()).missing.map(({ position, count }) => [position.code, count])).toEqual([['DSWK', 1], ['APS', 1]])
  })

  test('goes by the operational date: at 02:59 it is still last night’s, at 03:00 no watch stands', async () => {
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'SWK', await desk.enlist('Swk'))
    await desk.publish(watch)
    desk.clock.set(new Date('2026-11-25T08:59:00.000Z'))
    expect(await desk.schedule.tonight()).toMatchObject({ date: '2026-11-24', isWatchNight: true, team: [{ member: { displayName: 'PO2 Swk, T' } }] })
    desk.clock.set(new Date('2026-11-25T09:00:00.000Z'))
    expect(await desk.schedule.tonight()).toMatchObject({ date: '2026-11-25', isWatchNight: false, start: null, team: [], missing: [] })
  })

  test('Monday at 01:00 belongs to the week before', async () => {
    desk.clock.set(new Date('2026-11-30T07:00:00.000Z'))
    expect((await desk.schedule.weeks({ date: null, count: 1 })).weeks[0]?.weekStart).toBe('2026-11-23')
    desk.clock.set(new Date('2026-11-30T09:00:00.000Z'))
    expect((await desk.schedule.weeks({ date: null, count: 1 })).weeks[0]?.weekStart).toBe('2026-11-30')
  })
})
