/** Any chains of movements, against intervals made the plain way (domain.md 4.19 ▶). */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultUnitTime, operationalDate, operationalDayWindow } from '../../../../shared/domain/operational-day.ts'
import { sessionOf, type Session } from '../../../../shared/domain/training-day.ts'
import { readStays, secondsOf } from './presence.ts'
import { openAttendanceDesk, type AttendanceDesk, type Move } from './testing/attendance-desk.ts'

let desk: AttendanceDesk
beforeAll(async () => {
  desk = await openAttendanceDesk()
})
afterAll(() => desk.close())

/** Three weeks in the middle of which the clocks go back: Tuesday nights, and Sunday mornings across the turn of the day. */
const firstDay = '2026-10-20'
const sessions: readonly Session[] = [
  ...['2026-10-20', '2026-10-27', '2026-11-03'].map((date) => sessionOf(date, { start: '19:00', end: '22:10' }, defaultUnitTime)),
  ...['2026-10-25', '2026-11-01', '2026-11-08'].map((date) => sessionOf(date, { start: '01:00', end: '05:00' }, defaultUnitTime)),
]
const start = operationalDayWindow(firstDay, defaultUnitTime).start.getTime() - 2 * 86_400_000
const minutes = 24 * 24 * 60

/** Everything of one person, in the order of time and of recording. */
function reference(moves: readonly Move[]): number[] {
  const chain = moves.filter(({ voided }) => voided !== true).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const stays = chain.flatMap(({ direction, at }, index) => {
    if (direction === 'out') return []
    const next = chain[index + 1]
    const dayEnd = operationalDayWindow(operationalDate(at, defaultUnitTime), defaultUnitTime).end.getTime()
    const to = next?.direction === 'out' ? next.at.getTime() : Math.min(dayEnd, next?.at.getTime() ?? dayEnd)
    return [{ from: at.getTime(), to }]
  })
  return sessions.map((session) => stays.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, session.end.getTime()) - Math.max(from, session.start.getTime())), 0) / 1000)
}

// Mostly about the sessions, so that many touch one; now and then somewhere else.
const minute = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...sessions), fc.integer({ min: -600, max: 700 })).map(([session, offset]) => Math.round((session.start.getTime() - start) / 60_000) + offset) },
  { weight: 1, arbitrary: fc.nat(minutes) },
)
const step = fc.record({ minute, isOdd: fc.nat(9).map((one) => one === 0), voided: fc.nat(9).map((one) => one === 0) })
const chain = fc.array(step, { maxLength: 25 })

/** In and out in turn, now and then one twice. */
function movesOf(memberId: string, steps: readonly { minute: number; isOdd: boolean; voided: boolean }[]): Move[] {
  let inside = false
  return steps.toSorted((a, b) => a.minute - b.minute).map(({ minute: at, isOdd, voided }) => {
    const direction = inside !== isOdd ? ('out' as const) : ('in' as const)
    if (!voided) inside = direction === 'in'
    return { memberId, direction, at: new Date(start + at * 60_000), voided }
  })
}

const secondsIn = async (memberIds: readonly string[]): Promise<number[][]> => {
  const stays = await readStays(desk.database, memberIds, sessions, defaultUnitTime)
  return memberIds.map((id) => sessions.map((_, index) => secondsOf(stays.get(id)?.get(index))))
}

test('whatever people do, everybody is inside for exactly as long as their own movements say; those of others change nothing', { timeout: 120_000 }, async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(chain, { minLength: 1, maxLength: 3 }), fc.array(chain, { minLength: 1, maxLength: 3 }), async (chains, others) => {
      runs += 1
      const people = await Promise.all(chains.map((_, index) => desk.enlist(`One${runs}-${index}`)))
      const moves = people.map((id, index) => movesOf(id, chains[index] ?? []))
      await desk.record(moves.flat())
      const before = await secondsIn(people)
      expect(before).toEqual(moves.map(reference))
      const strangers = await Promise.all(others.map((_, index) => desk.enlist(`Other${runs}-${index}`)))
      await desk.record(strangers.flatMap((id, index) => movesOf(id, others[index] ?? [])))
      expect(await secondsIn(people)).toEqual(before)
      expect(await secondsIn([...strangers, ...people])).toEqual([...strangers.map((id, index) => reference(movesOf(id, others[index] ?? []))), ...before])
    }),
    { numRuns: 60 },
  )
})

test('a stay is one, though the day turned over or a second arrival stands in it', async () => {
  const memberId = await desk.enlist('Whole')
  const [sunday = sessions[3]] = sessions.slice(3)
  if (sunday === undefined) throw new Error('no session')
  const at = (after: number) => new Date(sunday.start.getTime() + after * 60_000)
  await desk.record([{ memberId, direction: 'in', at: at(30) }, { memberId, direction: 'in', at: at(60) }, { memberId, direction: 'out', at: at(200) }])
  const stays = await readStays(desk.database, [memberId], [sunday], defaultUnitTime)
  expect(stays.get(memberId)?.get(0)).toEqual([{ from: at(30).getTime(), to: at(200).getTime() }])
})

test('nobody and no session are asked of no movement', async () => {
  expect((await readStays(desk.database, [], sessions, defaultUnitTime)).size).toBe(0)
  expect((await readStays(desk.database, [await desk.enlist('Idle')], [], defaultUnitTime)).size).toBe(0)
})
