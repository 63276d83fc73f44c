import { expect, test } from 'vitest'
import type { DutyWatchRule } from '../../../../../shared/domain/duty-watch-rules.ts'
import { defaultTimings, type Timings } from '../../../../../shared/domain/timings.ts'
import { previewOf } from './preview.ts'

const zone = 'America/Winnipeg'
const now = new Date('2026-11-24T00:30:00Z')
const [tuesday] = defaultTimings.operational.dutyWatchRules
const withTimes = (operational: Partial<Timings['operational']>): Timings => ({ ...defaultTimings, operational: { ...defaultTimings.operational, ...operational } })
const lastThursday: DutyWatchRule = { ...tuesday, id: 'last', name: 'Mess night', recurrence: { kind: 'monthly', weekday: 5, ordinal: 'last' } } as DutyWatchRule

test('shows today and six nights', () => {
  const { today, savedToday, nights } = previewOf(defaultTimings, defaultTimings, zone, now)
  expect(today).toEqual({ date: '2026-11-23', start: new Date('2026-11-23T09:00:00Z'), end: new Date('2026-11-24T09:00:00Z'), hours: 24 })
  expect(savedToday).toBeNull()
  expect(nights.map(({ date, isNew }) => [date, isNew])).toEqual(['2026-11-24', '2026-11-26', '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10'].map((date) => [date, false]))
})

test('marks the nights that a new rule adds', () => {
  const { nights } = previewOf(withTimes({ dutyWatchRules: [...defaultTimings.operational.dutyWatchRules, lastThursday] }), defaultTimings, zone, now)
  expect(nights.filter(({ isNew }) => isNew).map(({ date, ruleNames }) => [date, ruleNames])).toEqual([['2026-11-27', ['Mess night']]])
})

test('says when the draft makes today another day', () => {
  const lateEvening = new Date('2026-11-25T04:00:00Z')
  expect(previewOf(withTimes({ dayRolloverTime: '23:00' }), defaultTimings, zone, lateEvening)).toMatchObject({ today: { date: '2026-11-23' }, savedToday: '2026-11-24' })
})

test('goes on with what is saved while a time is being typed, and leaves a rule out until it is whole', () => {
  const broken = { ...lastThursday, startTime: '1' } as DutyWatchRule
  const { today, nights } = previewOf(withTimes({ dayRolloverTime: '0', dutyWatchRules: [broken] as Timings['operational']['dutyWatchRules'] }), defaultTimings, zone, now)
  expect([today.date, nights]).toEqual(['2026-11-23', []])
})

test('the next day on which the clocks change, and none where they do not', () => {
  const changeIn = (place: string) => previewOf(defaultTimings, defaultTimings, place, now).clockChange
  expect(changeIn('Europe/Paris')).toMatchObject({ date: '2027-03-27', hours: 23 })
  expect(changeIn('Australia/Lord_Howe')).toMatchObject({ date: '2027-04-03', hours: 24.5 })
  expect(changeIn('America/Regina')).toBeNull()
})
