/**
 * A month with Sentinel on, and the same month with it off at random (domain.md 4.16 ▶): the same people come and go, and in
 * the end the record is the same. November 2026 holds the autumn night and Remembrance Day; March 2026 holds the spring night.
 */
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDays } from '../../../../shared/domain/civil-date.ts'
import { instantOf } from '../../../../shared/domain/operational-day.ts'
import { createJobsDesk, type JobsDesk } from './testing/jobs-desk.ts'

const unit = { zone: 'America/Winnipeg', rollover: '03:00' }

/** The same numbers for the same seed: what people do must not depend on whether Sentinel is on. */
function createDice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

/** What is left of a month, without ids and without the hour at which the machine happened to do it. */
async function endState({ database }: JobsDesk): Promise<unknown> {
  const rows = async (query: ReturnType<typeof sql>) => (await database.read((tx) => tx.execute(query))) as unknown as { rows: unknown[] }
  return {
    movements: (await rows(sql`select m.service_number, v.direction, v.at, v.method, v.station_id, v.voided from movement v join member m on m.id = v.member_id order by m.service_number, v.at, v.direction`)).rows,
    presence: (await rows(sql`select m.service_number, p.direction, p.at from member_presence p join member m on m.id = p.member_id order by 1`)).rows,
    missed: (await rows(sql`select m.service_number, c.operational_date, c.original_checkin_at, c.forced_checkout_at, c.resolved_by from missed_checkout c join member m on m.id = c.member_id order by 1, 3`)).rows,
    counts: (await rows(sql`select service_number, missed_checkout_count, last_missed_checkout from member order by 1`)).rows,
    cycles: (await rows(sql`select operational_date, status, opened_at, secured_at, secured_by is null as by_reset from lockup_cycle order by opened_at`)).rows,
    dds: (await rows(sql`select operational_date, d.status, accepted_at, m.service_number from dds_assignment d join member m on m.id = d.member_id order by 1, 2`)).rows,
    resets: (await rows(sql`select key, outcome, due_at, details from job_run where job = 'daily_reset' order by key`)).rows,
    alerts: (await rows(sql`select type, subject_day, severity, facts from (select type, case when type = 'missed_checkout_often' then 'person' else subject end as subject_day, severity, details as facts from alert where type in ('building_not_secured', 'missed_checkout', 'missed_checkout_often')) a order by 1, 2, facts ->> 'name'`)).rows,
  }
}

/** @param outages days, counted from the first, on which nobody turns Sentinel on: nobody can scan then either way */
async function live(first: string, days: number, outages: ReadonlySet<number>, isOff: (day: number) => boolean): Promise<unknown> {
  const desk = await createJobsDesk(instantOf(addDays(first, -1), '12:00', unit).toISOString())
  const [dds, other] = [await desk.enlist('Day', { qualifications: ['DDS'] }), await desk.enlist('Other', { qualifications: ['DDS'] })]
  const people = [dds, other]
  for (let index = 0; index < 4; index += 1) people.push(await desk.enlist(`Member ${index}`, { hasBadge: index !== 3 }))
  const monday = addDays(first, 1 - (new Date(`${first}T12:00:00Z`).getUTCDay() || 7))
  for (let week = 0; week < 6; week += 1) await desk.roster(addDays(monday, week * 7), week % 2 === 0 ? dds : other)
  await desk.holiday(addDays(monday, 14))

  const dice = createDice(20261124)
  for (let day = 0; day < days; day += 1) {
    const date = addDays(first, day)
    const at = (time: string): string => instantOf(date, time, unit).toISOString()
    // Nobody is there on a day of outage, whichever way the month is lived: what differs is only whether Sentinel looks.
    const isQuiet = outages.has(day)
    if (!isQuiet) {
      await desk.at(at('08:00'))
      const who = people.filter(() => dice(3) > 0)
      const staying = who.filter(() => dice(4) === 0)
      await desk.arrive(...who)
      const today = await desk.dds.today()
      const taker = who.find(({ id }) => id === today.live?.id)
      if (taker !== undefined) await desk.dds.accept({ note: '' }, desk.as(taker))
      const holder = (await desk.lockup.status()).holder
      await desk.at(at('16:00'))
      for (const person of who.filter((one) => !staying.includes(one) && one.id !== holder?.id && one.serial !== null)) {
        await desk.scan(person)
        desk.clock.advance(3000)
      }
      // After midnight somebody comes back for a mess dinner, and may forget.
      await desk.at(at('00:40'))
      if (dice(2) === 0 && who[0]?.serial != null && who[0].id !== holder?.id) await desk.scan(who[0])
    }
    if (isQuiet && isOff(day)) continue
    // On: it looks through the night, past the rollover.
    for (const time of ['02:59', '03:00', '05:00']) await desk.at(time === '02:59' ? at('02:59') : instantOf(addDays(date, 1), time, unit).toISOString())
  }
  await desk.at(instantOf(addDays(first, days), '12:00', unit).toISOString())
  const state = await endState(desk)
  await desk.close()
  return state
}

test.each([
  ['November 2026, with the autumn night', '2026-10-26', 34],
  ['March 2026, with the spring night', '2026-03-02', 30],
])('%s: on all the time, and off at random, end the same', async (_month, first, days) => {
  const dice = createDice(7)
  const outages = new Set(Array.from({ length: days }, (_, day) => day).filter(() => dice(3) === 0))
  const always = await live(first, days, outages, () => false)
  const sometimes = await live(first, days, outages, () => true)
  expect(outages.size).toBeGreaterThan(5)
  expect((always as { missed: unknown[] }).missed.length).toBeGreaterThan(5)
  expect((always as { cycles: unknown[] }).cycles.length).toBeGreaterThan(5)
  expect(sometimes).toEqual(always)
}, 240_000)
