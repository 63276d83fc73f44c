import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventStates, nextEventStates, type EventState } from '../../../../shared/domain/unit-events.ts'
import { openCalendarDesk, admin, refusalOf, type CalendarDesk } from './testing/calendar-desk.ts'

let desk: CalendarDesk
beforeEach(async () => {
  desk = await openCalendarDesk()
})
afterEach(() => desk.close())

const get = (eventId: string) => desk.calendar.event({ eventId })
const setStatus = (eventId: string, status: EventState) => refusalOf(desk.calendar.setEventStatus({ eventId, status }, admin))
const codes = async (eventId: string) => (await get(eventId)).positions.map(({ code, maxSlots, isStandard }) => `${code} ${maxSlots}${isStandard ? '' : ' extra'}`)
const positionOf = async (eventId: string, code: string): Promise<string> => (await get(eventId)).positions.find((position) => position.code === code)?.id ?? ''
const assign = async (eventId: string, code: string, memberId: string) => desk.calendar.assign({ positionId: await positionOf(eventId, code), memberId, isVolunteer: false }, admin)
const change = async (eventId: string, fields: object) => {
  const { title, type, eventDate, startTime, endTime, location, description, organizer, notes, requiresDutyWatch, updatedAt } = await get(eventId)
  return desk.calendar.updateEvent(desk.asked(desk.contract.updateEvent, { eventId, basedOn: updatedAt, title, typeId: type?.id ?? null, eventDate, startTime, endTime, location, description, organizer, notes, requiresDutyWatch, ...fields }), admin)
}
/** Takes a new event to a status by a way that is allowed. */
const ways: Record<EventState, readonly EventState[]> = { draft: [], planned: ['planned'], confirmed: ['planned', 'confirmed'], in_progress: ['planned', 'confirmed', 'in_progress'], completed: ['planned', 'confirmed', 'in_progress', 'completed'], cancelled: ['cancelled'], postponed: ['planned', 'postponed'] }
const eventThatIs = async (status: EventState, fields: object = {}): Promise<string> => {
  const eventId = await desk.create(fields)
  for (const next of ways[status]) await desk.calendar.setEventStatus({ eventId, status: next }, admin)
  return eventId
}

describe('how an event goes on (domain.md 4.10)', () => {
  test('from each status to those that may follow and to no other; the refusal names them', async () => {
    for (const from of eventStates) {
      for (const to of eventStates) {
        const eventId = await eventThatIs(from)
        const allowed = nextEventStates[from]
        expect([from, to, await setStatus(eventId, to)]).toEqual([from, to, allowed.includes(to) ? 'no refusal' : ['event_status_not_next', { title: 'Open house', from, to, allowed: allowed.join(', ') }]])
        expect((await get(eventId)).status).toBe(allowed.includes(to) ? to : from)
      }
    }
  })

  test('completed and cancelled are final, and a postponed one is planned again', () => {
    expect([nextEventStates.completed, nextEventStates.cancelled, nextEventStates.postponed]).toEqual([[], [], ['planned']])
  })

  test('is changed as a draft, planned or postponed, on the state that was looked at; deleted as a draft alone', async () => {
    const eventId = await desk.create()
    const { updatedAt } = await get(eventId)
    await change(eventId, { title: 'Family day', startTime: '13:00', endTime: '01:00', notes: ' two\nlines ' })
    expect(await get(eventId)).toMatchObject({ title: 'Family day', startTime: '13:00', endTime: '01:00', notes: 'two\nlines', createdBy: 'PO1 Boss, A' })
    expect(await refusalOf(change(eventId, { basedOn: updatedAt }))).toEqual(['event_changed', { title: 'Family day' }])
    expect(await refusalOf(change(eventId, { startTime: null, endTime: '14:00' }))).toEqual(['event_times', undefined])
    for (const [status, allowed] of [['planned', true], ['postponed', true], ['confirmed', false], ['in_progress', false], ['completed', false], ['cancelled', false]] as const) {
      const other = await eventThatIs(status)
      expect([status, await refusalOf(change(other, { title: 'New title' }))]).toEqual([status, allowed ? 'no refusal' : ['event_not_editable', { title: 'Open house', status }]])
      expect(await refusalOf(desk.calendar.removeEvent({ eventId: other }, admin))).toEqual(['event_not_draft', { title: allowed ? 'New title' : 'Open house', status }])
    }
    await desk.calendar.removeEvent({ eventId }, admin)
    expect(await refusalOf(get(eventId))).toEqual(['event_unknown', undefined])
    expect((await desk.trail('unit_event_update'))[0]).toMatchObject({ details: { before: { title: 'Open house' }, after: { title: 'Family day', startTime: '13:00' } } })
    expect((await desk.trail('unit_event_delete'))[0]).toMatchObject({ details: { name: 'Family day', before: { title: 'Family day' } } })
  })
})

describe('positions (domain.md 4.10)', () => {
  test('a required watch brings its five seats, one place each, and the type its own; without an answer the type decides', async () => {
    const dinner = await desk.typeId('Annual Mess Dinner')
    expect(await codes(await desk.create({ typeId: dinner }))).toEqual(['SWK 1', 'DSWK 1', 'QM 1', 'BM 1', 'APS 1'])
    expect(await codes(await desk.create({ typeId: dinner, requiresDutyWatch: false }))).toEqual([])
    expect(await codes(await desk.create({ typeId: await desk.typeId('General Event') }))).toEqual([])
    const { typeId } = await desk.calendar.createEventType(desk.asked(desk.contract.createEventType, { name: 'Gun salute', category: 'ceremonial', requiresDutyWatch: true, extraPositions: [{ code: 'gun', name: 'Gun crew', maxSlots: 4 }, { code: 'SWK', name: 'Twice', maxSlots: 1 }] }), admin)
    expect(await codes(await desk.create({ typeId }))).toEqual(['SWK 1', 'DSWK 1', 'QM 1', 'BM 1', 'APS 1', 'GUN 4 extra'])
  })

  test('the watch can be required later and given up again, unless somebody is on it', async () => {
    const eventId = await desk.create()
    await change(eventId, { requiresDutyWatch: true })
    expect(await codes(eventId)).toHaveLength(5)
    const { assignmentId } = await assign(eventId, 'QM', await desk.enlist('Roy'))
    expect(await refusalOf(change(eventId, { requiresDutyWatch: false }))).toEqual(['event_watch_staffed', { title: 'Open house', count: 1 }])
    await desk.calendar.unassign({ assignmentId }, admin)
    await change(eventId, { requiresDutyWatch: false })
    expect(await codes(eventId)).toEqual([])
    await desk.calendar.addPosition({ eventId, code: 'QM', name: 'Quartermaster of the day', maxSlots: 1 }, admin)
    expect(await refusalOf(change(eventId, { requiresDutyWatch: true }))).toEqual(['position_code_taken', { code: 'QM' }])
  })

  test('a code is there once an event; places are never fewer than people, and a position with people stays', async () => {
    const eventId = await desk.create()
    const { positionId } = await desk.calendar.addPosition({ eventId, code: 'guide', name: 'Guide', maxSlots: 2 }, admin)
    expect(await refusalOf(desk.calendar.addPosition({ eventId, code: 'GUIDE', name: 'Other', maxSlots: 1 }, admin))).toEqual(['position_code_taken', { code: 'GUIDE' }])
    const first = await assign(eventId, 'GUIDE', await desk.enlist('Roy'))
    await assign(eventId, 'GUIDE', await desk.enlist('Kim'))
    expect(await refusalOf(desk.calendar.updatePosition({ positionId, code: 'GUIDE', name: 'Guide', maxSlots: 1 }, admin))).toEqual(['position_slots_filled', { name: 'Guide', count: 2 }])
    expect(await refusalOf(desk.calendar.removePosition({ positionId }, admin))).toEqual(['position_slots_filled', { name: 'Guide', count: 2 }])
    await desk.calendar.unassign({ assignmentId: first.assignmentId }, admin)
    await desk.calendar.updatePosition({ positionId, code: 'TOUR', name: 'Tour guide', maxSlots: 1 }, admin)
    expect(await codes(eventId)).toEqual(['TOUR 1 extra'])
    expect(await refusalOf(desk.calendar.removePosition({ positionId: eventId }, admin))).toEqual(['event_position_unknown', undefined])
  })
})

describe('staffing (domain.md 4.10)', () => {
  test('a member is on a position once, and on one event a day; a place must be free', async () => {
    const [roy, kim, lee] = [await desk.enlist('Roy'), await desk.enlist('Kim'), await desk.enlist('Lee')]
    const eventId = await desk.create({ requiresDutyWatch: true })
    const sameDay = await desk.create({ title: 'Concert', requiresDutyWatch: true })
    await assign(eventId, 'SWK', roy)
    expect(await refusalOf(assign(eventId, 'SWK', roy))).toEqual(['event_member_on_position', { name: 'S1 Roy, T', position: 'Senior Watchkeeper' }])
    expect(await refusalOf(assign(eventId, 'SWK', kim))).toEqual(['position_full', { name: 'Senior Watchkeeper', count: 1 }])
    expect(await refusalOf(assign(sameDay, 'QM', roy))).toEqual(['event_member_busy', { name: 'S1 Roy, T', title: 'Open house', date: '2026-12-05' }])
    expect(await refusalOf(assign(eventId, 'QM', eventId))).toEqual(['member_unknown', undefined])
    // A cancelled event frees its people; a postponed one too, and asks again when it is planned anew.
    await desk.calendar.setEventStatus({ eventId, status: 'planned' }, admin)
    await desk.calendar.setEventStatus({ eventId, status: 'postponed' }, admin)
    await assign(sameDay, 'QM', roy)
    expect(await setStatus(eventId, 'planned')).toEqual(['event_member_busy', { name: 'S1 Roy, T', title: 'Concert', date: '2026-12-05' }])
    await change(eventId, { eventDate: '2026-12-06' })
    expect(await setStatus(eventId, 'planned')).toBe('no refusal')
    expect(await refusalOf(change(eventId, { eventDate: '2026-12-05' }))).toEqual(['event_member_busy', { name: 'S1 Roy, T', title: 'Concert', date: '2026-12-05' }])
    await assign(eventId, 'QM', lee)
    expect(await desk.trail('unit_event_assign')).toHaveLength(3)
  })

  test('two planners and one place: one gets it', async () => {
    const eventId = await desk.create({ requiresDutyWatch: true })
    const [roy, kim] = [await desk.enlist('Roy'), await desk.enlist('Kim')]
    const answers = await Promise.all([refusalOf(assign(eventId, 'QM', roy)), refusalOf(assign(eventId, 'QM', kim))])
    expect(answers.filter((answer) => answer === 'no refusal')).toHaveLength(1)
    expect((await get(eventId)).positions.flatMap(({ assignments }) => assignments)).toHaveLength(1)
  })

  test('whoever is on it confirms or declines for themselves; declined places are free again', async () => {
    const eventId = await desk.create({ requiresDutyWatch: true })
    const [roy, kim] = [await desk.enlist('Roy'), await desk.enlist('Kim')]
    const { assignmentId } = await assign(eventId, 'QM', roy)
    const respond = (memberId: string | null, response: 'confirmed' | 'declined') => refusalOf(desk.calendar.respond({ assignmentId, response }, memberId, admin))
    expect(await respond(kim, 'confirmed')).toEqual(['duty_not_yours', { name: 'S1 Roy, T' }])
    expect(await respond(null, 'confirmed')).toEqual(['duty_not_yours', { name: 'S1 Roy, T' }])
    expect(await respond(roy, 'confirmed')).toBe('no refusal')
    expect(await respond(roy, 'declined')).toBe('no refusal')
    await assign(eventId, 'QM', kim)
    expect(await respond(roy, 'confirmed')).toEqual(['position_full', { name: 'Quartermaster', count: 1 }])
    expect((await desk.trail('unit_event_decline'))[0]).toMatchObject({ details: { name: 'S1 Roy, T', memberId: roy, before: { status: 'confirmed' }, after: { status: 'declined' }, position: 'QM' } })
  })

  test('taken off a draft a member is gone, taken off a planned event they stay as released, and may be asked again', async () => {
    const eventId = await desk.create({ requiresDutyWatch: true })
    const roy = await desk.enlist('Roy')
    const draft = await assign(eventId, 'QM', roy)
    await desk.calendar.unassign(draft, admin)
    expect(await refusalOf(desk.calendar.unassign(draft, admin))).toEqual(['event_assignment_unknown', undefined])
    await desk.calendar.setEventStatus({ eventId, status: 'planned' }, admin)
    const planned = await assign(eventId, 'QM', roy)
    await desk.calendar.unassign(planned, admin)
    expect(await refusalOf(desk.calendar.respond({ ...planned, response: 'confirmed' }, roy, admin))).toEqual(['event_assignment_unknown', undefined])
    expect(await assign(eventId, 'QM', roy)).toEqual(planned)
    await desk.calendar.setEventStatus({ eventId, status: 'cancelled' }, admin)
    expect(await refusalOf(desk.calendar.unassign(planned, admin))).toEqual(['event_is_over', { title: 'Open house', status: 'cancelled' }])
    expect(await refusalOf(assign(eventId, 'BM', roy))).toEqual(['event_is_over', { title: 'Open house', status: 'cancelled' }])
  })
})

describe('kinds of events', () => {
  test('begin with the seven of the seed, each with a name of its own; one in use stays, and the refusal counts', async () => {
    expect((await desk.calendar.eventTypes()).types.map(({ name, defaultDurationMinutes, requiresDutyWatch }) => `${name} ${defaultDurationMinutes}${requiresDutyWatch ? ' DW' : ''}`)).toEqual(['Change of Command 180 DW', 'Annual Mess Dinner 240 DW', 'Training Night 180 DW', 'VIP Visit 120 DW', 'Remembrance Day 180 DW', 'Social Event 180', 'General Event 120'])
    const create = (fields: object) => desk.calendar.createEventType(desk.asked(desk.contract.createEventType, { category: 'other', ...fields }), admin)
    expect(await refusalOf(create({ name: 'social event' }))).toEqual(['event_type_taken', { name: 'Social Event' }])
    expect(await refusalOf(create({ name: 'X', extraPositions: [{ code: 'a', name: 'A', maxSlots: 1 }, { code: 'A', name: 'B', maxSlots: 1 }] }))).toEqual(['position_code_taken', { code: 'A' }])
    const { typeId } = await create({ name: 'Regatta' })
    await desk.create({ typeId })
    await desk.create({ typeId })
    expect(await refusalOf(desk.calendar.removeEventType({ typeId }, admin))).toEqual(['event_type_in_use', { name: 'Regatta', count: 2 }])
    await desk.calendar.updateEventType(desk.asked(desk.contract.updateEventType, { typeId, name: 'Annual regatta', category: 'social' }), admin)
    const social = await desk.typeId('Social Event')
    await desk.calendar.removeEventType({ typeId: social }, admin)
    expect(await refusalOf(desk.calendar.removeEventType({ typeId: social }, admin))).toEqual(['event_type_unknown', undefined])
    expect(await refusalOf(desk.create({ typeId: social }))).toEqual(['event_type_unknown', undefined])
    expect((await desk.calendar.eventTypes()).types.at(-1)).toMatchObject({ name: 'Annual regatta', uses: 2 })
  })
})

describe('the list of events (domain.md 1.4, 4.10)', () => {
  test('by dates, kind, status and title; in a stable order, a page at a time', async () => {
    const dinner = await desk.typeId('Annual Mess Dinner')
    await desk.create({ title: 'Fête d’été', eventDate: '2026-07-04' })
    await desk.create({ title: 'Mess dinner', typeId: dinner, eventDate: '2026-12-05', startTime: '18:00' })
    await desk.create({ title: 'Breakfast', eventDate: '2026-12-05', startTime: '07:00' })
    await eventThatIs('planned', { title: 'All day', eventDate: '2026-12-05' })
    const list = async (input: object) => (await desk.calendar.events(desk.asked(desk.contract.events, input))).events.map(({ title }) => title)
    expect(await list({})).toEqual(['Fête d’été', 'All day', 'Breakfast', 'Mess dinner'])
    expect(await list({ descending: true, limit: 2 })).toEqual(['All day', 'Mess dinner'])
    expect(await list({ descending: true, limit: 2, page: 2 })).toEqual(['Breakfast', 'Fête d’été'])
    expect(await list({ from: '2026-12-01', to: '2026-12-31', statuses: ['draft'] })).toEqual(['Breakfast', 'Mess dinner'])
    expect(await list({ typeIds: [dinner] })).toEqual(['Mess dinner'])
    expect(await list({ categories: ['mess_dinner'] })).toEqual(['Mess dinner'])
    expect(await list({ search: 'FETE' })).toEqual(['Fête d’été'])
    const { events, total } = await desk.calendar.events(desk.asked(desk.contract.events, { limit: 1, descending: true }))
    expect([events[0], total]).toMatchObject([{ places: 0, filled: 0 }, 4])
  })
})
