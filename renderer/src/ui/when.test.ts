import { expect, test } from 'vitest'
import { readWhen, whenAt } from './when.ts'

const zone = 'America/Winnipeg'

test('what nobody touched keeps its seconds; what was typed does not', () => {
  const when = whenAt('2026-11-25T00:36:41.250Z', zone)
  expect(when).toMatchObject({ date: '2026-11-24', time: '18:36' })
  expect(readWhen(when, zone)).toEqual({ ok: true, at: '2026-11-25T00:36:41.250Z', isTwice: false })
  expect(readWhen({ ...when, time: '18:37' }, zone)).toEqual({ ok: true, at: '2026-11-25T00:37:00.000Z', isTwice: false })
})

test('what cannot be is said: no date, no time, an hour that the clocks skip', () => {
  const typed = { date: '2026-03-08', time: '02:30', second: false, from: null }
  expect(readWhen({ ...typed, date: '' }, zone)).toEqual({ ok: false, problem: 'date' })
  expect(readWhen({ ...typed, time: 'noon' }, zone)).toEqual({ ok: false, problem: 'time' })
  expect(readWhen(typed, zone)).toEqual({ ok: false, problem: 'skipped' })
})

test('in autumn both of the two hours can be meant (domain.md 8 scenario 34)', () => {
  const typed = { date: '2026-11-01', time: '01:30', second: false, from: null }
  expect(readWhen(typed, zone)).toEqual({ ok: true, at: '2026-11-01T06:30:00.000Z', isTwice: true })
  expect(readWhen({ ...typed, second: true }, zone)).toEqual({ ok: true, at: '2026-11-01T07:30:00.000Z', isTwice: true })
  const later = whenAt('2026-11-01T07:30:20.000Z', zone)
  expect(later).toMatchObject({ second: true })
  expect(readWhen(later, zone)).toMatchObject({ at: '2026-11-01T07:30:20.000Z' })
})
