import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock } from '../../kit/clock.ts'
import { fillDemoUnit } from '../members/demo.ts'
import { fillDemoDuties } from '../schedule/demo.ts'
import { demoDuty } from './demo.ts'
import { createDutyDesk } from './testing/duty-desk.ts'

let database: Database
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

const opens = async (at: string) => {
  const clock = createFakeClock(at)
  await fillDemoUnit({ database, clock, fillDuties: fillDemoDuties, duty: demoDuty })
  return createDutyDesk({ database, clock })
}

test.each(['2026-11-23T16:00:00.000Z', '2026-11-25T01:15:00.000Z', '2026-11-29T23:00:00.000Z'])('the invented unit opens with a live DDS, an open building and a roster for this week and the next, at %s', { timeout: 90_000 }, async (at) => {
  const desk = await opens(at)
  const today = await desk.dds.today()
  expect(today).toMatchObject({ live: { status: 'active', source: 'assignment', isInside: true }, scheduled: { id: today.live?.id }, next: { id: expect.any(String) }, handover: { state: 'none' } })
  expect(await desk.lockup.status()).toMatchObject({ status: 'open', holder: { id: today.live?.id }, inside: { members: 47 } })
  expect((await desk.lockup.recipients()).people.length, 'somebody to hand lockup to').toBeGreaterThan(0)
})

test('in the first moments of a day nobody is there yet, and the building is secured', { timeout: 90_000 }, async () => {
  const desk = await opens('2026-11-24T09:00:00.000Z')
  expect(await desk.lockup.status()).toMatchObject({ status: 'secured', inside: { members: 0 } })
})
