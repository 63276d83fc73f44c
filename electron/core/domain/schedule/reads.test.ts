import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { createScheduleService } from './service.ts'
import { openDutyDesk, planner, refusalOf, type DutyDesk } from './testing/duty-desk.ts'

let desk: DutyDesk
beforeEach(async () => {
  desk = await openDutyDesk()
})
afterEach(() => desk.close())

/** The same database, with every statement counted. */
function counted(database: Database): { database: Database; statements: () => number } {
  let statements = 0
  const watch = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, key, receiver) {
        if (key === 'select' || key === 'selectDistinct' || key === 'selectDistinctOn' || key === 'execute' || key === '$count') statements += 1
        return Reflect.get(target, key, receiver) as unknown
      },
    })
  return { statements: () => statements, database: { ...database, read: (query) => database.read((tx) => query(watch(tx))) } }
}

describe('a month and a quarter (screens.md 1.11)', () => {
  test('tell who has each week, what is missing, and what stands on each day', async () => {
    const [dds, swk] = [await desk.enlist('Tremblay', { qualified: ['DDS'] }), await desk.enlist('Roy')]
    const published = await desk.create('DDS', '2026-11-23')
    await desk.assign(published, null, dds)
    await desk.publish(published)
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const { assignmentId } = await desk.assign(watch, 'SWK', swk)
    await desk.schedule.updateAssignment({ assignmentId, status: 'confirmed' }, planner)
    await desk.schedule.addOverride({ kind: 'remove', scheduleId: watch, nightDate: '2026-11-26', positionId: desk.seat('SWK'), baseMemberId: swk }, planner)
    await desk.calendar.addHoliday({ date: '2026-11-11', name: 'Remembrance Day', nameFr: 'Jour du Souvenir', province: null, isActive: true }, planner)
    const eventId = await desk.event({ title: 'Mess dinner', eventDate: '2026-11-28', startTime: '18:00', requiresDutyWatch: true })
    await desk.calendar.setEventStatus({ eventId, status: 'planned' }, planner)

    const { today, weeks } = await desk.schedule.overview({ from: '2026-11-01', to: '2026-11-30' })
    expect(today).toBe('2026-11-23')
    expect(weeks.map(({ weekStart, days }) => `${weekStart} ${days.length}`)).toEqual(['2026-10-26 7', '2026-11-02 7', '2026-11-09 7', '2026-11-16 7', '2026-11-23 7', '2026-11-30 7'])
    const week = weeks[4]
    expect(week?.rosters).toEqual([
      { role: 'DDS', status: 'published', people: [{ id: dds, displayName: 'PO2 Tremblay, T' }], filled: 1, seats: 1, missing: 0, confirmed: 0, warnings: 0 },
      { role: 'DUTY_WATCH', status: 'draft', people: [], filled: 1, seats: 6, missing: 5, confirmed: 1, warnings: 1 },
    ])
    expect(week?.days.map(({ date, watch: stands }) => [date, stands && [stands.start, stands.filled, stands.missing, stands.differs]])).toEqual([
      ['2026-11-23', null],
      ['2026-11-24', ['19:00', 1, 5, false]],
      ['2026-11-25', null],
      ['2026-11-26', ['19:00', 0, 6, true]],
      ['2026-11-27', null],
      ['2026-11-28', ['18:00', 1, 5, false]],
      ['2026-11-29', null],
    ])
    expect(week?.days[5]?.events).toMatchObject([{ id: eventId, title: 'Mess dinner', startTime: '18:00', status: 'planned' }])
    expect(weeks[2]?.days[2]?.holiday).toEqual({ date: '2026-11-11', name: 'Remembrance Day', nameFr: 'Jour du Souvenir' })
    expect(weeks[5]?.rosters.map(({ status }) => status)).toEqual(['none', 'none'])
  })

  test('take as many statements for a quarter as for a day, and no more than half a year at once', async () => {
    for (let week = 0; week < 4; week += 1) {
      const date = addDays('2026-11-23', 7 * week)
      await desk.assign(await desk.create('DDS', date), null, await desk.enlist(`Dds${week}`))
    }
    const count = async (to: string): Promise<number> => {
      const { database, statements } = counted(desk.database)
      await createScheduleService({ database, clock: desk.clock, hub: desk.hub, unitTime: () => defaultUnitTime }).overview({ from: '2026-11-23', to })
      return statements()
    }
    const [day, quarter] = [await count('2026-11-23'), await count('2027-02-21')]
    expect(quarter).toBe(day)
    expect(day).toBeGreaterThan(5)
    expect(await refusalOf(desk.schedule.overview({ from: '2026-01-01', to: '2026-12-31' }))).toEqual(['range_too_long', { days: 200 }])
    expect(await refusalOf(desk.schedule.overview({ from: '2026-01-02', to: '2026-01-01' }))).toEqual(['range_too_long', { days: 200 }])
  })
})

describe('what a member has before them (domain.md 4.13)', () => {
  const summary = async (memberId: string) => {
    const { total, duties } = await desk.schedule.memberSummary({ memberId })
    return { total, duties: duties.map(({ role, position, dates, status }) => [role, position?.code ?? null, dates[0], dates.length, status]) }
  }

  test('published duties of eight weeks, four of them in full; drafts, released places and what is over are none', async () => {
    const roy = await desk.enlist('Roy')
    desk.clock.set(new Date('2026-11-25T18:00:00.000Z'))
    for (const [week, role, seat] of [[0, 'DUTY_WATCH', 'QM'], [1, 'DDS', null], [2, 'DUTY_WATCH', 'SWK'], [3, 'DDS', null], [7, 'DDS', null], [8, 'DDS', null]] as const) {
      const id = await desk.create(role, addDays('2026-11-23', 7 * week))
      await desk.assign(id, seat, roy)
      await desk.publish(id)
    }
    await desk.assign(await desk.create('DDS', '2026-11-23'), null, roy)
    expect(await summary(roy)).toEqual({
      total: 5,
      duties: [
        ['DUTY_WATCH', 'QM', '2026-11-26', 1, 'assigned'],
        ['DDS', null, '2026-11-30', 7, 'assigned'],
        ['DUTY_WATCH', 'SWK', '2026-12-08', 2, 'assigned'],
        ['DDS', null, '2026-12-14', 7, 'assigned'],
      ],
    })
  })

  test('a night that somebody else stands is not theirs, one that they stand in for is', async () => {
    const [roy, kim] = [await desk.enlist('Roy'), await desk.enlist('Kim')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    const { assignmentId } = await desk.assign(watch, 'QM', roy)
    await desk.schedule.addOverride({ kind: 'replace', scheduleId: watch, nightDate: '2026-11-26', positionId: desk.seat('QM'), memberId: kim, baseMemberId: roy }, planner)
    await desk.publish(watch)
    expect(await desk.schedule.memberSummary({ memberId: roy })).toMatchObject({ total: 1, duties: [{ assignmentId, dates: ['2026-11-24'] }] })
    expect(await desk.schedule.memberSummary({ memberId: kim })).toMatchObject({ total: 1, duties: [{ assignmentId: null, dates: ['2026-11-26'] }] })
  })
})

describe('what a card at the door says of the weeks to come (screens.md 1.5, domain.md 4.13 ▶)', () => {
  test('the next night and the next week of published rosters within six weeks, the nearest first; today is none of them', async () => {
    const roy = await desk.enlist('Roy')
    desk.clock.set(new Date('2026-11-24T18:00:00.000Z'))
    for (const [week, role, seat, published] of [[0, 'DUTY_WATCH', 'QM', true], [0, 'DDS', null, true], [1, 'DDS', null, false], [2, 'DDS', null, true], [3, 'DDS', null, true], [7, 'DUTY_WATCH', 'SWK', true]] as const) {
      const id = await desk.create(role, addDays('2026-11-23', 7 * week))
      await desk.assign(id, seat, roy)
      if (published) await desk.publish(id)
    }
    expect(await desk.schedule.nextDuties(roy)).toEqual([
      { role: 'DUTY_WATCH', date: '2026-11-26' },
      { role: 'DDS', date: '2026-12-07' },
    ])
  })

  test('whoever stands in for one night has that night, and whoever is relieved has not', async () => {
    const [roy, kim] = [await desk.enlist('Roy'), await desk.enlist('Kim')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-30')
    await desk.assign(watch, 'QM', roy)
    await desk.schedule.addOverride({ kind: 'replace', scheduleId: watch, nightDate: '2026-12-01', positionId: desk.seat('QM'), memberId: kim, baseMemberId: roy }, planner)
    await desk.publish(watch)
    expect(await desk.schedule.nextDuties(roy)).toEqual([{ role: 'DUTY_WATCH', date: '2026-12-03' }])
    expect(await desk.schedule.nextDuties(kim)).toEqual([{ role: 'DUTY_WATCH', date: '2026-12-01' }])
  })

  test('whoever is on no roster costs one statement', async () => {
    const roy = await desk.enlist('Roy')
    const { database, statements } = counted(desk.database)
    expect(await createScheduleService({ database, clock: desk.clock, hub: desk.hub, unitTime: () => defaultUnitTime }).nextDuties(roy)).toEqual([])
    expect(statements()).toBe(1)
  })
})

describe('who could have a duty (domain.md 4.13 ▶)', () => {
  const candidates = async (seat: object, search = '') => {
    const input = desk.asked(desk.contract.candidates, { seat, search })
    return (await desk.schedule.candidates(input)).candidates.map(({ displayName, qualified, warnings }) => `${displayName} ${qualified ? 'qualified' : warnings.map(({ kind }) => kind).join('+')}`)
  }

  test('the qualified first, then who is active, then senior; archived members and those on the roster already are none', async () => {
    await desk.enlist('Senior', { rankCode: 'LCdr' })
    await desk.enlist('Away', { qualified: ['SWK'], status: 'inactive', rankCode: 'Lt(N)' })
    await desk.enlist('Roy', { qualified: ['SWK'], rankCode: 'PO1' })
    await desk.enlist('Old', { qualified: ['SWK'], status: 'archived' })
    await desk.expire(await desk.enlist('Expiring', { qualified: ['SWK'] }), '2026-11-26T12:00:00.000Z')
    const taken = await desk.enlist('Taken', { qualified: ['SWK'] })
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'QM', taken)
    const seat = { of: 'roster', role: 'DUTY_WATCH', date: '2026-11-25', positionId: desk.seat('SWK') }
    expect(await candidates(seat)).toEqual(['PO1 Roy, T qualified', 'Lt(N) Away, T qualified', 'LCdr Senior, T not_qualified', 'PO2 Expiring, T not_qualified'])
    expect(await candidates(seat, 'sén')).toEqual(['LCdr Senior, T not_qualified'])
    expect(await candidates({ ...seat, positionId: null }).catch((error: unknown) => error)).toMatchObject({ code: 'duty_position_unknown' })
  })

  test('each with what would speak against them there, and when they had it last', async () => {
    const roy = await desk.enlist('Roy', { qualified: ['DDS'] })
    const past = await desk.create('DDS', '2026-11-02')
    await desk.assign(past, null, roy)
    await desk.publish(past)
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'QM', roy)
    const { candidates: found, total } = await desk.schedule.candidates(desk.asked(desk.contract.candidates, { seat: { of: 'roster', role: 'DDS', date: '2026-11-23', positionId: null } }))
    expect([found, total]).toMatchObject([[{ id: roy, qualified: true, lastWeek: '2026-11-02', warnings: [{ kind: 'two_duties', what: 'DUTY_WATCH', dates: ['2026-11-24', '2026-11-26'] }] }], 1])
  })

  test('for one night, and for a position of an event', async () => {
    const [roy, kim] = [await desk.enlist('Roy', { qualified: ['QM'] }), await desk.enlist('Kim')]
    const watch = await desk.create('DUTY_WATCH', '2026-11-23')
    await desk.assign(watch, 'SWK', roy)
    expect(await candidates({ of: 'night', date: '2026-11-24', positionId: desk.seat('QM') })).toEqual(['PO2 Roy, T qualified', 'PO2 Kim, T not_qualified'])
    const eventId = await desk.event({ title: 'Mess dinner', requiresDutyWatch: true, eventDate: '2026-11-24' })
    const positionId = (await desk.calendar.event({ eventId })).positions.find(({ code }) => code === 'QM')?.id ?? ''
    expect(await candidates({ of: 'event', positionId })).toEqual(['PO2 Roy, T qualified', 'PO2 Kim, T not_qualified'])
    await desk.calendar.assign({ positionId, memberId: kim, isVolunteer: false }, planner)
    expect(await candidates({ of: 'event', positionId })).toEqual(['PO2 Roy, T qualified'])
    expect(await candidates({ of: 'event', positionId: eventId }).catch((error: unknown) => error)).toMatchObject({ code: 'event_position_unknown' })
  })
})
