import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDutyDesk, planner, refusalOf, type DutyDesk } from './testing/duty-desk.ts'

let desk: DutyDesk
beforeEach(async () => {
  desk = await openDutyDesk()
})
afterEach(() => desk.close())

const places = async (role: 'DDS' | 'DUTY_WATCH', date?: string) => (await desk.roster(role, date)).assignments.map(({ positionId, member, status }) => `${member.displayName} ${positionId === desk.seat('SWK') ? 'SWK' : positionId === desk.seat('QM') ? 'QM' : positionId === null ? 'DDS' : 'APS'} ${status}`)
const warned = ({ warnings }: { warnings: readonly { kind: string; what: string | null; dates: readonly string[] }[] }) => warnings.map(({ kind, what, dates }) => [kind, what, ...dates])

describe('putting people on a roster (domain.md 4.13)', () => {
  test('a member is on it once, a seat has so many places, and a position belongs to its duty', async () => {
    const [roy, kim, lee, extra] = [await desk.enlist('Roy'), await desk.enlist('Kim'), await desk.enlist('Lee'), await desk.enlist('Extra')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const dds = await desk.create('DDS', '2026-11-23')
    await desk.assign(watch, 'SWK', roy)
    expect(await refusalOf(desk.assign(watch, 'QM', roy))).toEqual(['roster_member_taken', { name: 'PO2 Roy, T', week: '2026-11-23' }])
    await desk.assign(watch, 'APS', kim)
    await desk.assign(watch, 'APS', lee)
    expect(await refusalOf(desk.assign(watch, 'APS', extra))).toEqual(['seat_full', { seat: 'APS', count: 2 }])
    for (const act of [desk.assign(dds, 'SWK', extra), desk.assign(watch, null, extra), desk.schedule.assign({ scheduleId: watch, positionId: watch, memberId: extra, notes: null }, planner)]) expect(await refusalOf(act)).toEqual(['duty_position_unknown', undefined])
    await desk.assign(dds, null, extra)
    expect(await refusalOf(desk.assign(dds, null, kim))).toEqual(['seat_full', { seat: 'DDS', count: 1 }])
    expect(await refusalOf(desk.assign(dds, null, watch))).toEqual(['member_unknown', undefined])
    expect(await refusalOf(desk.assign(kim, null, kim))).toEqual(['roster_unknown', undefined])
    expect((await desk.trail('schedule_assignment_create'))[0]).toMatchObject({ actorName: 'LCdr Planner, A', entityId: watch, details: { name: 'PO2 Roy, T', memberId: roy, role: 'DUTY_WATCH', weekStart: '2026-11-23', seat: 'SWK', after: { status: 'assigned' } } })
  })

  test('also on a published one; there nobody is deleted, they are released, and may be restored while the place is free', async () => {
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const [roy, leduc] = [await desk.enlist('Roy'), await desk.enlist('Leduc')]
    const { assignmentId } = await desk.assign(watch, 'QM', roy)
    await desk.publish(watch)
    expect(await refusalOf(desk.schedule.removeAssignment({ assignmentId }, planner))).toEqual(['roster_not_draft', { week: '2026-11-23' }])
    await desk.schedule.updateAssignment({ assignmentId, status: 'confirmed', notes: 'by phone' }, planner)
    desk.clock.advance(60_000)
    await desk.schedule.updateAssignment({ assignmentId, status: 'released' }, planner)
    expect((await desk.roster('DUTY_WATCH')).missing.map(({ positionId }) => positionId)).toContain(desk.seat('QM'))
    const next = await desk.assign(watch, 'QM', leduc)
    expect(await refusalOf(desk.schedule.updateAssignment({ assignmentId, status: 'confirmed' }, planner))).toEqual(['assignment_not_next', { name: 'PO2 Roy, T', from: 'released', to: 'confirmed' }])
    expect(await refusalOf(desk.schedule.updateAssignment({ assignmentId, status: 'assigned' }, planner))).toEqual(['seat_full', { seat: 'QM', count: 1 }])
    await desk.schedule.updateAssignment({ assignmentId: next.assignmentId, status: 'released' }, planner)
    await desk.schedule.updateAssignment({ assignmentId, status: 'assigned' }, planner)
    expect(await places('DUTY_WATCH')).toEqual(['PO2 Roy, T QM assigned', 'PO2 Leduc, T QM released'])
    expect((await desk.trail('schedule_assignment_release'))[0]).toMatchObject({ details: { seat: 'QM', before: { status: 'confirmed', notes: 'by phone' }, after: { status: 'released' } } })
  })

  test('a place changes hands in one act: in a draft it is changed, once published the first stays as released', async () => {
    const [roy, kim, lee] = [await desk.enlist('Roy'), await desk.enlist('Kim'), await desk.enlist('Lee')]
    const dds = await desk.create('DDS', '2026-11-23')
    const { assignmentId } = await desk.assign(dds, null, roy)
    expect(await refusalOf(desk.schedule.reassign({ assignmentId, memberId: roy }, planner))).toEqual(['roster_member_taken', { name: 'PO2 Roy, T', week: '2026-11-23' }])
    expect(await desk.schedule.reassign({ assignmentId, memberId: kim }, planner)).toMatchObject({ assignmentId })
    expect(await places('DDS')).toEqual(['PO2 Kim, T DDS assigned'])
    await desk.publish(dds)
    expect((await desk.schedule.reassign({ assignmentId, memberId: lee }, planner)).assignmentId).not.toBe(assignmentId)
    expect(await places('DDS')).toEqual(['PO2 Lee, T DDS assigned', 'PO2 Kim, T DDS released'])
    expect(await refusalOf(desk.schedule.reassign({ assignmentId, memberId: roy }, planner))).toEqual(['assignment_released', { name: 'PO2 Kim, T' }])
    expect((await desk.trail('schedule_assignment_change')).map(({ details }) => details)).toMatchObject([{ before: { name: 'PO2 Roy, T' }, after: { name: 'PO2 Kim, T' } }, { before: { name: 'PO2 Kim, T' }, after: { name: 'PO2 Lee, T' } }])
  })

  test('a draft loses somebody for good, the trail does not', async () => {
    const dds = await desk.create('DDS', '2026-11-23')
    const { assignmentId } = await desk.assign(dds, null, await desk.enlist('Roy'))
    await desk.schedule.removeAssignment({ assignmentId }, planner)
    expect(await places('DDS')).toEqual([])
    expect((await desk.trail('schedule_assignment_delete'))[0]).toMatchObject({ details: { name: 'PO2 Roy, T', seat: 'DDS', before: { status: 'assigned' } } })
    expect(await refusalOf(desk.schedule.removeAssignment({ assignmentId }, planner))).toEqual(['assignment_unknown', undefined])
  })
})

describe('two at once', () => {
  test('two planners and one place: one gets it, the other is told', async () => {
    const [roy, kim] = [await desk.enlist('Roy'), await desk.enlist('Kim')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const answers = await Promise.all([refusalOf(desk.assign(watch, 'QM', roy)), refusalOf(desk.assign(watch, 'QM', kim))])
    expect(answers.toSorted()).toEqual([['seat_full', { seat: 'QM', count: 1 }], 'no refusal'].toSorted())
    expect((await desk.roster('DUTY_WATCH')).assignments).toHaveLength(1)
  })

  test('a swap against a release: either the swap is whole or it is refused', async () => {
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const first = await desk.assign(watch, 'SWK', await desk.enlist('Roy'))
    const second = await desk.assign(watch, 'QM', await desk.enlist('Kim'))
    const [released, swapped] = await Promise.all([
      refusalOf(desk.schedule.updateAssignment({ assignmentId: second.assignmentId, status: 'released' }, planner)),
      refusalOf(desk.schedule.swap({ first: first.assignmentId, second: second.assignmentId }, planner)),
    ])
    expect(released).toBe('no refusal')
    expect(swapped).toEqual(['assignment_released', { name: 'PO2 Kim, T' }])
    expect((await places('DUTY_WATCH')).toSorted()).toEqual(['PO2 Kim, T QM released', 'PO2 Roy, T SWK assigned'])
    // The other way round both are true, one after the other.
    await desk.schedule.updateAssignment({ assignmentId: second.assignmentId, status: 'assigned' }, planner)
    await Promise.all([desk.schedule.swap({ first: first.assignmentId, second: second.assignmentId }, planner), desk.schedule.updateAssignment({ assignmentId: second.assignmentId, status: 'released' }, planner)])
    expect((await places('DUTY_WATCH')).toSorted()).toEqual(['PO2 Kim, T SWK released', 'PO2 Roy, T QM assigned'])
  })

  test('two who publish: one does, and the trail has it once', async () => {
    const id = await desk.create('DDS', '2026-11-23')
    const answers = await Promise.all([refusalOf(desk.publish(id)), refusalOf(desk.publish(id))])
    expect(answers).toContain('no refusal')
    expect(await desk.trail('schedule_publish')).toHaveLength(1)
  })
})

describe('swapping two members in one step (domain.md 4.13 ▶)', () => {
  test('within a week they exchange seats, between weeks they exchange weeks; both are to confirm anew', async () => {
    const [roy, kim, tremblay] = [await desk.enlist('Roy'), await desk.enlist('Kim'), await desk.enlist('Tremblay')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const a = await desk.assign(watch, 'SWK', roy)
    const b = await desk.assign(watch, 'QM', kim)
    await desk.schedule.updateAssignment({ assignmentId: a.assignmentId, status: 'confirmed' }, planner)
    await desk.schedule.swap({ first: a.assignmentId, second: b.assignmentId }, planner)
    expect(await places('DUTY_WATCH')).toEqual(['PO2 Kim, T SWK assigned', 'PO2 Roy, T QM assigned'])

    const [thisWeek, nextWeek] = [await desk.create('DDS', '2026-11-23'), await desk.create('DDS', '2026-11-30')]
    const first = await desk.assign(thisWeek, null, tremblay)
    const second = await desk.assign(nextWeek, null, roy)
    await desk.publish(thisWeek)
    await desk.schedule.swap({ first: first.assignmentId, second: second.assignmentId }, planner)
    expect([await places('DDS'), await places('DDS', '2026-11-30')]).toEqual([['PO2 Roy, T DDS assigned'], ['PO2 Tremblay, T DDS assigned']])
    // In the trail of each of the two.
    expect((await desk.trail('schedule_assignment_swap')).slice(2).map(({ details }) => details)).toMatchObject([
      { name: 'PO2 Tremblay, T', memberId: tremblay, with: 'PO2 Roy, T', before: { seat: 'DDS', weekStart: '2026-11-23' }, after: { seat: 'DDS', weekStart: '2026-11-30' } },
      { name: 'PO2 Roy, T', memberId: roy, with: 'PO2 Tremblay, T', before: { weekStart: '2026-11-30' }, after: { weekStart: '2026-11-23' } },
    ])
  })

  test('is refused where it changes nothing, crosses duties, or would put somebody on a week twice', async () => {
    const [roy, kim, lee] = [await desk.enlist('Roy'), await desk.enlist('Kim'), await desk.enlist('Lee')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const next = await desk.create('DUTY_WATCH', '2026-11-30')
    const dds = await desk.assign(await desk.create('DDS', '2026-11-23'), null, lee)
    const aps1 = await desk.assign(watch, 'APS', roy)
    const aps2 = await desk.assign(watch, 'APS', kim)
    const roysNext = await desk.assign(next, 'SWK', roy)
    const leesNext = await desk.assign(next, 'QM', lee)
    const swap = (first: string, second: string) => refusalOf(desk.schedule.swap({ first, second }, planner))
    expect(await swap(aps1.assignmentId, aps2.assignmentId)).toEqual(['swap_pointless', undefined])
    expect(await swap(aps1.assignmentId, aps1.assignmentId)).toEqual(['swap_pointless', undefined])
    expect(await swap(aps1.assignmentId, roysNext.assignmentId)).toEqual(['swap_pointless', undefined])
    expect(await swap(dds.assignmentId, aps1.assignmentId)).toEqual(['swap_pointless', undefined])
    expect(await swap(aps1.assignmentId, leesNext.assignmentId)).toEqual(['roster_member_taken', { name: 'PO2 Roy, T', week: '2026-11-30' }])
    expect(await swap(aps1.assignmentId, watch)).toEqual(['assignment_unknown', undefined])
  })
})

describe('what speaks against it is said and does not refuse (domain.md 4.13 ▶)', () => {
  test('on the act, and in the week', async () => {
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const dds = await desk.create('DDS', '2026-11-23')
    const plain = await desk.enlist('Plain')
    expect(warned(await desk.assign(watch, 'SWK', plain))).toEqual([['not_qualified', 'SWK']])
    const away = await desk.enlist('Away', { qualified: ['QM', 'DDS'], status: 'deployed' })
    expect(warned(await desk.assign(watch, 'QM', away))).toEqual([['not_active', 'deployed']])
    const ending = await desk.enlist('Ending', { qualified: ['APS'], contractEnd: '2026-11-24' })
    expect(warned(await desk.assign(watch, 'APS', ending))).toEqual([['contract_over', '2026-11-24']])
    const expiring = await desk.enlist('Expiring', { qualified: ['BM'] })
    await desk.expire(expiring, '2026-11-26T12:00:00.000Z')
    expect(warned(await desk.assign(watch, 'BM', expiring))).toEqual([['not_qualified', 'BM']])
    const fine = await desk.enlist('Fine', { qualified: ['DSWK', 'DDS'] })
    expect(warned(await desk.assign(watch, 'DSWK', fine))).toEqual([])
    // DDS of the week and on its watch: both nights, on both duties.
    expect(warned(await desk.assign(dds, null, fine))).toEqual([['two_duties', 'DUTY_WATCH', '2026-11-24', '2026-11-26'], ['two_duties', 'DDS', '2026-11-24', '2026-11-26']])
    expect(warned(await desk.roster('DUTY_WATCH')).map(([kind]) => kind).toSorted()).toEqual(['contract_over', 'not_active', 'not_qualified', 'not_qualified', 'two_duties'])
    expect(warned(await desk.schedule.publish({ scheduleId: watch, acceptMissing: true }, planner))).toHaveLength(5)
  })

  test('an event of the week counts as a duty of its day', async () => {
    const roy = await desk.enlist('Roy', { qualified: ['DDS'] })
    const eventId = await desk.event({ title: 'Open house', eventDate: '2026-11-28' })
    const { positionId } = await desk.calendar.addPosition({ eventId, code: 'GUIDE', name: 'Guide', maxSlots: 2 }, planner)
    await desk.calendar.assign({ positionId, memberId: roy, isVolunteer: true }, planner)
    expect(warned(await desk.assign(await desk.create('DDS', '2026-11-23'), null, roy))).toEqual([['two_duties', 'Open house', '2026-11-28']])
  })
})

describe('the member confirms (domain.md 4.13 ▶)', () => {
  test('their own place of a published roster, and nobody else’s', async () => {
    const [roy, kim] = [await desk.enlist('Roy'), await desk.enlist('Kim')]
    const dds = await desk.create('DDS', '2026-11-23')
    const { assignmentId } = await desk.assign(dds, null, roy)
    const confirm = (memberId: string | null) => refusalOf(desk.schedule.confirm({ assignmentId }, memberId, planner))
    expect(await confirm(roy)).toEqual(['roster_not_published', { week: '2026-11-23' }])
    await desk.publish(dds)
    expect(await confirm(kim)).toEqual(['duty_not_yours', { name: 'PO2 Roy, T' }])
    expect(await confirm(null)).toEqual(['duty_not_yours', { name: 'PO2 Roy, T' }])
    expect(await confirm(roy)).toBe('no refusal')
    expect(await confirm(roy)).toBe('no refusal')
    expect((await desk.roster('DDS')).assignments).toMatchObject([{ status: 'confirmed', confirmedAt: '2026-11-23T18:00:00.000Z' }])
    expect(await desk.trail('schedule_assignment_confirm')).toHaveLength(1)
    await desk.schedule.updateAssignment({ assignmentId, status: 'released' }, planner)
    expect(await confirm(roy)).toEqual(['assignment_released', { name: 'PO2 Roy, T' }])
  })
})
