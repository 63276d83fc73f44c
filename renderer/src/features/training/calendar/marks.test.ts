import { expect, test } from 'vitest'
import { defaultReportSettings } from '../../../../../shared/domain/report-settings.ts'
import { defaultTimings } from '../../../../../shared/domain/timings.ts'
import { resolveDay } from '../../../../../shared/domain/training-day.ts'
import { marksOf, shapeOf } from './marks.ts'

const year = { startDate: '2026-09-01', endDate: '2027-05-31', holidayExclusions: [{ start: '2026-12-20', end: '2027-01-04', name: 'Christmas' }], dayExceptions: [{ date: '2026-11-24', type: 'cancelled_training' as const, note: null }, { date: '2026-11-26', type: 'day_off' as const, note: null }] }
const course = { id: 'c', name: 'BMQ 1', startDate: '2026-10-01', endDate: '2027-02-01', trainingDays: [2, 6], startTime: '08:00', endTime: '16:00' }
const rules = { workingHours: defaultTimings.workingHours, schedule: defaultReportSettings.schedule, holidays: [{ date: '2026-11-11', name: 'Remembrance Day', nameFr: 'Jour du Souvenir' }], years: [year], courses: [course] }
const on = (date: string) => marksOf(resolveDay(date, rules))

test('a day bears all that it is, and in the small the one thing that tells most (4.18 ▶)', () => {
  const bmq = { kind: 'bmq', name: 'BMQ 1', start: '08:00', end: '16:00' }
  const work = { kind: 'work', start: '08:00', end: '16:00' }
  expect(on('2026-11-17')).toEqual([{ kind: 'training', start: '19:00', end: '22:10' }, bmq, work])
  expect(on('2026-11-24')).toEqual([{ kind: 'cancelled', night: 'training' }, bmq, work])
  expect(on('2026-11-26')).toEqual([{ kind: 'dayOff' }])
  expect(on('2026-11-11')).toEqual([{ kind: 'statutory', name: 'Remembrance Day', nameFr: 'Jour du Souvenir' }])
  expect(on('2026-12-22')).toEqual([{ kind: 'standDown', name: 'Christmas', nameFr: null }, bmq])
  expect(on('2026-07-07').map(({ kind }) => kind)).toEqual(['summer'])
  expect(['2026-11-17', '2026-11-19', '2026-11-24', '2026-11-26', '2026-12-22', '2026-11-18'].map((date) => shapeOf(on(date)))).toEqual(['training', 'admin', 'cancelled', 'dayOff', 'standDown', null])
})
