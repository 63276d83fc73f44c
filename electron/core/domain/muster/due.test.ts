/** Who is due tonight and never came in (trust.md): beside the missing, never among them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kit/id.ts'
import { openMusterDesk, type MusterDesk } from './testing/muster-desk.ts'

let desk: MusterDesk
beforeAll(async () => {
  desk = await openMusterDesk()
})
afterAll(() => desk.done())

test('the DDS, the watch of tonight and attendees of today; not who was in today, nor who is inside', async () => {
  const names = ['Duty', 'Watch', 'WasIn', 'IsIn', 'Other'] as const
  const people = new Map<string, Awaited<ReturnType<typeof desk.enlist>>>()
  for (const name of names) people.set(name, await desk.enlist(name))
  const of = (name: (typeof names)[number]) => people.get(name) ?? { id: '', serial: '' }
  for (const name of ['WasIn', 'WasIn', 'IsIn'] as const) {
    await desk.scan(of(name).serial)
    desk.clock.advance(60_000)
  }
  // Tuesday: a Duty Watch stands, and four of its roster are named.
  await desk.database.transaction(async (tx) => {
    for (const [role, members] of [['DDS', ['Duty']], ['DUTY_WATCH', ['Watch', 'WasIn', 'IsIn']]] as const) {
      const schedule = newId()
      await tx.execute(`insert into weekly_schedule (id, role_code, week_start, status, created_by, created_at, updated_at) values ('${schedule}', '${role}', '2026-11-23', 'published', 'x', now(), now())`)
      for (const name of members) await tx.execute(`insert into schedule_assignment (id, schedule_id, member_id, position_id, status, created_at, updated_at) values ('${newId()}', '${schedule}', '${of(name).id}', ${role === 'DDS' ? 'null' : `(select p.id from duty_position p where p.role_code = 'DUTY_WATCH' order by p.display_order limit 1)`}, 'assigned', now(), now())`)
    }
  })
  const event = await desk.open()
  await desk.add(event.id, { name: 'Guest, Given' })
  const { musterId } = await desk.start()
  const { entries, muster } = await desk.rollCall(musterId)
  expect(entries.map(({ lastName, list, due }) => [lastName, list, due])).toEqual([
    ['IsIn', 'inside', null],
    ['Duty', 'due', 'dds'],
    ['Guest, Given', 'due', 'event'],
    ['Watch', 'due', 'duty_watch'],
  ])
  expect(muster).toMatchObject({ total: 1, missing: 1 })
  // Somebody who was due comes in: accounted for, and said as a change.
  await desk.scan(of('Duty').serial)
  expect(await desk.entry(musterId, 'Duty')).toMatchObject({ list: 'due', state: 'safe', change: { direction: 'in' } })
  expect(await desk.figures()).toMatchObject({ total: 1, missing: 1 })
  expect(desk.printer.papers[0]?.html).toContain('Due, never in')
})
