import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openCalendarDesk, admin, refusalOf, type CalendarDesk } from './testing/calendar-desk.ts'
import { readHolidays } from './holidays.ts'

let desk: CalendarDesk
beforeEach(async () => {
  desk = await openCalendarDesk()
  await desk.setProvince('MB')
})
afterEach(() => desk.close())

const holiday = (date: string, fields: object = {}) => desk.asked(desk.contract.addHoliday, { date, name: `Day of ${date}`, ...fields })
const list = async (input: object = {}) => (await desk.calendar.holidays(desk.asked(desk.contract.holidays, input))).holidays.map(({ date, counts }) => `${date}${counts ? '' : ' counts not'}`)

describe('statutory holidays (domain.md 2.4, 4.18)', () => {
  test('one a date: added, changed, deleted, with the trail', async () => {
    const { holidayId } = await desk.calendar.addHoliday(holiday('2026-11-11', { nameFr: 'Jour du Souvenir' }), admin)
    expect(await refusalOf(desk.calendar.addHoliday(holiday('2026-11-11'), admin))).toEqual(['holiday_exists', { date: '2026-11-11', name: 'Day of 2026-11-11' }])
    const other = await desk.calendar.addHoliday(holiday('2026-12-25'), admin)
    const change = (fields: object) => desk.calendar.updateHoliday(desk.asked(desk.contract.updateHoliday, { holidayId, date: '2026-11-11', name: 'Remembrance Day', ...fields }), admin)
    expect(await refusalOf(change({ date: '2026-12-25' }))).toEqual(['holiday_exists', { date: '2026-12-25', name: 'Day of 2026-12-25' }])
    await change({ isActive: false })
    await desk.calendar.removeHoliday({ holidayId: other.holidayId }, admin)
    expect(await refusalOf(desk.calendar.removeHoliday({ holidayId: other.holidayId }, admin))).toEqual(['holiday_unknown', undefined])
    expect(await refusalOf(change({ holidayId: other.holidayId }))).toEqual(['holiday_unknown', undefined])
    expect(await list()).toEqual(['2026-11-11 counts not'])
    expect((await desk.trail('stat_holiday_update')).map(({ details }) => details)).toMatchObject([{ before: { name: 'Day of 2026-11-11', isActive: true }, after: { name: 'Remembrance Day', isActive: false } }])
    expect(await desk.trail('stat_holiday_delete')).toHaveLength(1)
  })

  test('federal ones and those of the unit’s province count, active ones alone (▶); an inactive one is none anywhere (⚠)', async () => {
    for (const [date, fields] of [['2026-07-01', {}], ['2026-02-16', { province: 'MB' }], ['2026-06-24', { province: 'QC' }], ['2026-09-07', { isActive: false }]] as const) await desk.calendar.addHoliday(holiday(date, fields), admin)
    expect(await list()).toEqual(['2026-02-16', '2026-06-24 counts not', '2026-07-01', '2026-09-07 counts not'])
    const check = async (date: string) => (await desk.calendar.checkDate({ date })).isHoliday
    expect([await check('2026-02-16'), await check('2026-06-24'), await check('2026-07-01'), await check('2026-09-07'), await check('2026-07-02')]).toEqual([true, false, true, false, false])
    expect((await desk.database.read((tx) => readHolidays(tx, '2026-01-01', '2026-12-31'))).map(({ date }) => date)).toEqual(['2026-02-16', '2026-07-01'])
    await desk.setProvince('QC')
    expect(await list({ province: 'ours', activeOnly: true })).toEqual(['2026-06-24', '2026-07-01'])
    expect([await check('2026-02-16'), await check('2026-06-24')]).toEqual([false, true])
    await desk.setProvince(null)
    expect(await list({ province: 'ours' })).toEqual(['2026-07-01', '2026-09-07 counts not'])
    expect(await list({ year: 2027 })).toEqual([])
  })

  test('the usual ones of a year are suggested for the unit’s province, and nothing is added by that', async () => {
    await desk.calendar.addHoliday(holiday('2026-07-01'), admin)
    const { suggestions } = await desk.calendar.suggestHolidays({ year: 2026 })
    expect(suggestions.find(({ name }) => name === 'Louis Riel Day')).toEqual({ date: '2026-02-16', name: 'Louis Riel Day', nameFr: 'Journée Louis Riel', province: 'MB', taken: null })
    expect(suggestions.find(({ name }) => name === 'Canada Day')?.taken).toBe('Day of 2026-07-01')
    expect(await list()).toEqual(['2026-07-01'])
    const chosen = suggestions.filter(({ taken }) => taken === null).slice(0, 3).map(({ taken: _taken, ...fields }) => ({ ...fields, isActive: true }))
    expect(await desk.calendar.addHolidays({ holidays: chosen }, admin)).toEqual({ added: 3 })
    // All or none: the last of these is there already.
    const [first] = suggestions.filter(({ name }) => name === 'Boxing Day')
    expect(await refusalOf(desk.calendar.addHolidays({ holidays: [{ date: first?.date ?? '', name: 'Boxing Day', nameFr: null, province: null, isActive: true }, ...chosen.slice(0, 1)] }, admin))).toMatchObject(['holiday_exists', { date: '2026-01-01' }])
    expect(await list()).toHaveLength(4)
  })
})
