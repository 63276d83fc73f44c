import { beforeEach, describe, expect, test } from 'vitest'
import { useRoom } from '../../stores/room.ts'
import { isFiltered, noFilters, openMovement, openPerson, rangeOf, setFilters, toInput, useHistoryView, withDate } from './history-store.ts'

const today = '2026-11-25'
beforeEach(() => useHistoryView.setState({ section: 'movements', filters: noFilters, opened: null }))

describe('the days of the list (screens.md 1.8, W-17)', () => {
  test('today, yesterday and this week are operational dates, and follow the day when it turns over', () => {
    const range = (days: 'all' | 'today' | 'yesterday' | 'week', on = today) => Object.values(rangeOf({ ...noFilters, days }, on))
    expect(range('all')).toEqual([null, null])
    expect(range('today')).toEqual(['2026-11-25', '2026-11-25'])
    expect(range('yesterday')).toEqual(['2026-11-24', '2026-11-24'])
    expect(range('week')).toEqual(['2026-11-23', '2026-11-25'])
    expect(range('today', '2026-11-26')).toEqual(['2026-11-26', '2026-11-26'])
    expect(range('yesterday', '2027-01-01')).toEqual(['2026-12-31', '2026-12-31'])
  })

  test('a date chosen after a quick choice keeps the other end; both emptied is all', () => {
    const week = { ...noFilters, days: 'week' as const }
    expect(withDate(week, 'to', '2026-11-24', today)).toEqual({ days: 'dates', from: '2026-11-23', to: '2026-11-24' })
    const dates = { ...noFilters, days: 'dates' as const, from: '2026-11-01' }
    expect(rangeOf(dates, today)).toEqual({ from: '2026-11-01', to: null })
    expect(withDate(dates, 'from', '', today)).toEqual({ days: 'all', from: '', to: '' })
  })
})

test('an empty choice narrows nothing, and what is chosen is asked as the core takes it', () => {
  expect(toInput(noFilters, today)).toEqual({ memberId: null, search: '', divisions: [], from: null, to: null, direction: null, method: null, stationId: null, flagged: false, corrected: false, includeVoided: false })
  setFilters({ search: 'roy', divisions: ['OPS', '-'], mark: 'corrected', station: 'rear-door', days: 'today' })
  expect(toInput(useHistoryView.getState().filters, today)).toMatchObject({ search: 'roy', divisions: ['OPS', '-'], from: today, to: today, corrected: true, flagged: false, stationId: 'rear-door' })
})

test('the search alone is no filter: its own field empties it', () => {
  expect(isFiltered({ ...noFilters, search: 'roy' })).toBe(false)
  expect(isFiltered({ ...noFilters, includeVoided: true })).toBe(true)
  expect(isFiltered({ ...noFilters, divisions: ['OPS'] })).toBe(true)
})

test('a movement is opened from anywhere with the filters as they were; a person with none but themselves', () => {
  useRoom.setState({ room: 'desk' })
  setFilters({ search: 'roy' })
  openMovement('m-1')
  expect(useRoom.getState().room).toBe('history')
  expect(useHistoryView.getState()).toMatchObject({ opened: 'm-1', section: 'movements', filters: { search: 'roy' } })
  openPerson({ id: 'p-1', displayName: 'S1 Roy, A' })
  expect(useHistoryView.getState()).toMatchObject({ opened: null, filters: { search: '', person: { displayName: 'S1 Roy, A' } } })
})
