import { describe, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { daysToClose, ddsWarnings, lockupWarnings, watchWarnings, type LockupFacts, type WatchFacts } from './rules.ts'

/** Winnipeg in winter is six hours behind UTC: 03:00 there is 09:00. */
const at = (text: string) => new Date(text)
const close = (now: string, lastClosed: string | null, openSince: string | null = null) => daysToClose(at(now), defaultUnitTime, lastClosed, openSince)

describe('days that are to be closed (domain.md 4.16 ▶)', () => {
  test('a day is over at 03:00, not a minute earlier', () => {
    expect(close('2026-11-25T08:59:59Z', '2026-11-23')).toEqual([])
    expect(close('2026-11-25T09:00:00Z', '2026-11-23')).toEqual(['2026-11-24'])
  })

  test('every missed day, in order, after a week switched off; nothing twice', () => {
    expect(close('2026-12-01T15:00:00Z', '2026-11-24')).toEqual(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'])
    expect(close('2026-12-01T15:00:00Z', '2026-11-30')).toEqual([])
  })

  test('over both nights on which the clocks change (scenario 34)', () => {
    expect(close('2026-03-08T07:59:59Z', '2026-03-06')).toEqual([])
    expect(close('2026-03-08T08:00:00Z', '2026-03-06')).toEqual(['2026-03-07'])
    expect(close('2026-11-01T08:59:59Z', '2026-10-30')).toEqual([])
    expect(close('2026-11-01T09:00:00Z', '2026-10-30')).toEqual(['2026-10-31'])
  })

  test('a desk that never closed a day begins with the oldest thing that is open', () => {
    expect(close('2026-11-25T15:00:00Z', null)).toEqual(['2026-11-24'])
    expect(close('2026-11-25T15:00:00Z', null, '2026-11-22')).toEqual(['2026-11-22', '2026-11-23', '2026-11-24'])
    expect(close('2026-11-25T15:00:00Z', null, '2026-11-25')).toEqual(['2026-11-24'])
  })

  test('a clock that was set back closes nothing', () => {
    expect(close('2026-11-20T15:00:00Z', '2026-11-24')).toEqual([])
  })
})

describe('the building in the evening (4.11, 4.16)', () => {
  const facts = (now: string, more: Partial<LockupFacts> = {}): LockupFacts => ({ date: '2026-11-24', now: at(now), warningAt: at('2026-11-25T04:00:00Z'), criticalAt: at('2026-11-25T05:00:00Z'), holder: { name: 'PO1 Tremblay, A' }, stuck: null, ...more })
  const types = (given: LockupFacts) => lockupWarnings(given).map(({ type, severity }) => `${type} ${severity}`)

  test('not before 22:00, a reminder from then on, critical from 23:00, as long as it is open', () => {
    expect(types(facts('2026-11-25T03:59:59Z'))).toEqual([])
    expect(types(facts('2026-11-25T04:00:00Z'))).toEqual(['lockup_reminder warning'])
    expect(types(facts('2026-11-25T05:00:00Z'))).toEqual(['lockup_not_executed critical'])
    expect(types(facts('2026-11-25T07:30:00Z'))).toEqual(['lockup_not_executed critical'])
  })

  test('a secured building is quiet; a lock-up that nobody finishes is not, at any hour', () => {
    expect(types(facts('2026-11-25T05:00:00Z', { holder: null }))).toEqual([])
    expect(types(facts('2026-11-24T22:00:00Z', { stuck: { since: at('2026-11-24T21:40:00Z'), byName: 'X' } }))).toEqual(['lockup_stuck warning'])
  })
})

describe('the Duty Watch from 19:00 on (4.16)', () => {
  const seats = ['SWK', 'DSWK', 'QM', 'BM', 'APS'].map((code) => ({ code, name: code, isRequired: true }))
  const people = seats.map(({ code }) => ({ memberId: code, name: `S1 ${code}`, seatCode: code, hasCome: true }))
  const facts = (more: Partial<WatchFacts> = {}): WatchFacts => ({ date: '2026-11-24', now: at('2026-11-25T01:00:00Z'), start: at('2026-11-25T01:00:00Z'), end: null, isRostered: true, seats, people, holder: { memberId: 'SWK', name: 'S1 SWK' }, isSecuredSince: false, ...more })
  const subjects = (more: Partial<WatchFacts>) => watchWarnings(facts(more)).map(({ type, subject }) => `${type} ${subject}`)

  test('everybody there and lockup with the SWK: nothing', () => {
    expect(subjects({})).toEqual([])
  })

  test('not before it begins; hours later still (⚠: upstream looked at one minute only)', () => {
    expect(subjects({ people: [], now: at('2026-11-25T00:59:59Z') })).toEqual([])
    expect(subjects({ holder: null, now: at('2026-11-25T06:40:00Z') })).toEqual(['nobody_holds_lockup 2026-11-24'])
  })

  test('over when its time is over, or when the building was secured after it began', () => {
    expect(subjects({ people: [], end: at('2026-11-25T04:10:00Z'), now: at('2026-11-25T04:10:00Z') })).toEqual([])
    expect(subjects({ people: [], holder: null, isSecuredSince: true })).toEqual([])
  })

  test('scenario 25: SWK absent, DSWK there with lockup: one alert for the SWK, none for lockup', () => {
    expect(subjects({ people: people.map((person) => (person.seatCode === 'SWK' ? { ...person, hasCome: false } : person)), holder: { memberId: 'DSWK', name: 'S1 DSWK' } })).toEqual(['duty_watch_not_in 2026-11-24 SWK'])
  })

  test('each cause has an alert of its own, so that none silences another (⚠)', () => {
    expect(subjects({ people: people.filter(({ seatCode }) => seatCode !== 'APS' && seatCode !== 'BM'), holder: null })).toEqual(['duty_watch_seat_empty 2026-11-24 BM', 'duty_watch_seat_empty 2026-11-24 APS', 'nobody_holds_lockup 2026-11-24'])
  })

  test('no roster at all is one critical alert, not one a seat', () => {
    expect(subjects({ isRostered: false, people: [], holder: { memberId: 'DDS', name: 'PO1 Day' } })).toEqual(['duty_watch_not_scheduled 2026-11-24', 'duty_watch_without_lockup 2026-11-24'])
  })

  test('lockup that is still with the DDS is critical', () => {
    expect(watchWarnings(facts({ holder: { memberId: 'someone', name: 'PO1 Day' } }))).toMatchObject([{ type: 'duty_watch_without_lockup', severity: 'critical', facts: { name: 'PO1 Day' } }])
  })
})

test('nobody has accepted the duty an hour into a working day', () => {
  const facts = { date: '2026-11-24', now: at('2026-11-24T15:00:00Z'), workBegins: at('2026-11-24T14:00:00Z'), isCovered: false, expectedName: 'PO1 Day' }
  expect(ddsWarnings(facts)).toMatchObject([{ type: 'dds_missing', facts: { name: 'PO1 Day' } }])
  expect(ddsWarnings({ ...facts, now: at('2026-11-24T14:59:59Z') })).toEqual([])
  expect(ddsWarnings({ ...facts, isCovered: true })).toEqual([])
  expect(ddsWarnings({ ...facts, workBegins: null })).toEqual([])
})
