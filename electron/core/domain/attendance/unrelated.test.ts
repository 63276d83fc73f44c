/** What may never change a figure, on the real database (domain.md 4.19 ▶; scenario 32). */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAttendanceDesk, admin, wall, type AttendanceDesk, type Move } from './testing/attendance-desk.ts'

let desk: AttendanceDesk
beforeAll(async () => {
  desk = await openAttendanceDesk()
})
afterAll(() => desk.close())

const nights = ['2026-11-03', '2026-11-10', '2026-11-17', '2026-11-24'] as const
const period = { kind: 'custom', from: '2026-11-01', to: '2026-11-30' }

const figure = async (memberId: string) => (await desk.unit({ period, memberId })).records[0]?.attendance
/** Null where there are too few nights for one. */
const percentage = async (memberId: string): Promise<number | null> => {
  const own = await figure(memberId)
  return own?.status === 'calculated' ? own.percentage : null
}
const attending = async (name: string, came: readonly boolean[]): Promise<string> => {
  const id = await desk.enlist(name)
  for (const [index, date] of nights.entries()) if (came[index] === true) await desk.stay(id, `${date} 18:30`, `${date} 22:00`)
  return id
}
const came = fc.array(fc.boolean(), { minLength: nights.length, maxLength: nights.length })
let runs = 0

/** A stay of an hour, as two movements. */
const stay = (memberId: string, date: string, hour: number, voided = false): Move[] => {
  const at = (hours: number) => wall(`${date} ${String(hours).padStart(2, '0')}:00`)
  return [{ memberId, direction: 'in', at: at(hour), voided }, { memberId, direction: 'out', at: at(hour + 1), voided }]
}

test('other people’s movements, those of other days and hours, and those struck out change no figure (4.19 ▶)', { timeout: 120_000 }, async () => {
  // Mornings before any night began, and days without one: nothing of them reaches 19:00.
  const unrelated = fc.array(fc.record({ kind: fc.constantFrom('other', 'day', 'hours', 'voided'), night: fc.nat(nights.length - 1), hour: fc.integer({ min: 8, max: 16 }) }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(came, unrelated, async (attended, steps) => {
      runs += 1
      const roy = await attending(`Roy${runs}`, attended)
      const other = await desk.enlist(`Other${runs}`)
      const before = await figure(roy)
      const moves = steps.flatMap(({ kind, night, hour }) => {
        const date = nights[night] ?? nights[0]
        if (kind === 'other') return stay(other, date, 20)
        if (kind === 'day') return stay(roy, date.replace(/\d\d$/, (day) => String(Number(day) + 1).padStart(2, '0')), hour)
        return kind === 'hours' ? stay(roy, date, hour) : stay(roy, date, 20, true)
      })
      await desk.record(moves)
      expect(await figure(roy)).toEqual(before)
    }),
    { numRuns: 25 },
  )
})

test('an excused night lowers nobody’s percentage, whether they came or not (4.19 ▶)', { timeout: 120_000 }, async () => {
  await desk.setReports('memberHandling', { minimumTrainingNights: 1 })
  await fc.assert(
    fc.asyncProperty(came, fc.nat(nights.length - 1), async (attended, night) => {
      runs += 1
      const roy = await attending(`Excused${runs}`, attended)
      const before = await percentage(roy)
      const date = nights[night] ?? nights[0]
      await desk.training.excuse(desk.asked(desk.trainingCalls.excuse, { memberId: roy, fromDate: date, toDate: date, kind: 'ed_t' }), admin)
      const after = await percentage(roy)
      expect(after).not.toBeNull()
      expect(after).toBeGreaterThanOrEqual(before ?? 0)
    }),
    { numRuns: 25 },
  )
})
