/** Lockup and the Duty Watch (domain.md 4.15 chain of custody, 3.4 ⚠; screens.md P0-6): Tuesday and Thursday evenings. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dutyPosition, lockupTransfer, scheduleAssignment, weeklySchedule } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from '../dds/testing/duty-desk.ts'

let desk: DutyDesk
let day: Somebody
let deputy: Somebody
let plain: Somebody
beforeEach(async () => {
  desk = await createDutyDesk({ start: '2026-11-25T00:55:00.000Z' })
  day = await desk.enlist('Day', { rankCode: 'PO2', qualifications: ['DDS'] })
  deputy = await desk.enlist('Deputy', { rankCode: 'MS', qualifications: ['DSWK'] })
  plain = await desk.enlist('Building', { qualifications: ['BUILDING_AUTH'] })
  const at = desk.clock.now()
  await desk.database.transaction(async (tx) => {
    const seat = (await tx.select().from(dutyPosition)).find(({ code }) => code === 'DSWK')
    const scheduleId = newId()
    await tx.insert(weeklySchedule).values({ id: scheduleId, roleCode: 'DUTY_WATCH', weekStart: '2026-11-23', status: 'published', createdBy: 'Test', publishedAt: at, publishedBy: 'Test', createdAt: at, updatedAt: at })
    await tx.insert(scheduleAssignment).values({ id: newId(), scheduleId, positionId: seat?.id ?? null, memberId: deputy.id, createdAt: at, updatedAt: at })
  })
  await desk.arrive(plain, deputy, day)
  await desk.dds.accept({ note: '' }, desk.kiosk)
})
afterEach(() => desk.close())

const give = (to: Somebody, reason: 'manual' | 'checkout_transfer' = 'manual') => desk.lockup.handOver({ toMemberId: to.id, reason, note: '', override: { reason: 'drill' } }, desk.as(day, 5))
const reasons = async () => (await desk.database.read((tx) => tx.select().from(lockupTransfer))).map(({ reason }) => reason)

test('who is on tonight’s watch stands out among those who may have it; the DSWK may, with the SWK absent (3.4 ⚠)', async () => {
  expect((await desk.lockup.recipients()).people.map(({ displayName, tonight }) => [displayName, tonight])).toEqual([
    ['MS Deputy, T', 'DSWK'],
    ['S1 Building, T', null],
  ])
})

test('to the watch it is a takeover, to anybody else it is not; what was said otherwise stays said', async () => {
  await give(deputy)
  await give(plain)
  await give(deputy, 'checkout_transfer')
  expect((await reasons()).toSorted()).toEqual(['checkout_transfer', 'duty_watch_takeover', 'manual'])
})

test('on a night without watch nobody is on it', async () => {
  desk.clock.set(new Date('2026-11-26T00:55:00.000Z'))
  expect((await desk.lockup.recipients()).people.map(({ tonight }) => tonight)).toEqual([null, null])
  await give(deputy)
  expect(await reasons()).toEqual(['manual'])
})
