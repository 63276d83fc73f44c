/** Whoever a duty still needs says so before they leave the roll (domain.md 4.6.1 ▶: present, lockup, DDS, schedule). */
import { parse } from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { members as contract } from '../../../../shared/contract/members.ts'
import type { Actor } from '../audit/write.ts'
import { createMembersService, type MembersService } from '../members/service.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from './testing/duty-desk.ts'

const admin: Actor = { kind: 'admin', id: '00000000-0000-4000-8000-00000000000a', name: 'PO1 Boss, A', stationId: 'desk' }
let desk: DutyDesk
let members: MembersService
let watch: Somebody
let other: Somebody
beforeEach(async () => {
  desk = await createDutyDesk()
  members = createMembersService({ database: desk.database, clock: desk.clock, hub: desk.hub })
  watch = await desk.enlist('Watch', { rankCode: 'PO1', qualifications: ['SWK'] })
  other = await desk.enlist('Other', { rankCode: 'PO2', qualifications: ['BUILDING_AUTH'] })
})
afterEach(() => desk.close())

/** Every way off the roll, or out of what only active members may hold. */
const ways: readonly (readonly [string, (person: Somebody) => Promise<unknown>])[] = [
  ['archiving', ({ id }) => members.archive(id, admin)],
  ['suspending', ({ id }) => change(id, 'suspended')],
  ['making inactive', ({ id }) => change(id, 'inactive')],
  ['making inactive with others', ({ id }) => members.bulkUpdate(parse(contract.bulkUpdate.input, { ids: [other.id, id], status: 'inactive' }), admin)],
]
const change = async (memberId: string, status: string) => members.update({ memberId, basedOn: (await members.get(memberId)).updatedAt, changes: { status } }, admin)
const statusOf = async ({ id }: Somebody) => (await members.get(id)).status

test('whoever holds lockup hands it over first, and that comes before being inside', async () => {
  await desk.arrive(other, watch)
  await desk.lockup.open({ note: '' }, desk.kiosk)
  for (const [way, leave] of ways) await expect(leave(watch), way).rejects.toMatchObject({ code: 'lockup_held', details: { name: 'PO1 Watch, T' } })
  expect([await statusOf(watch), await statusOf(other)], 'all or none').toEqual(['active', 'active'])

  await desk.prove(desk.kiosk, watch, other)
  await desk.lockup.handOver({ toMemberId: other.id, reason: 'manual', note: '' }, desk.kiosk)
  await expect(members.archive(watch.id, admin)).rejects.toMatchObject({ code: 'member_present' })
  desk.clock.advance(3_000)
  await desk.scan(watch)
  await members.archive(watch.id, admin)
  expect(await statusOf(watch)).toBe('archived')
})

test('whoever is DDS hands the duty over first', async () => {
  await desk.roster('2026-11-23', watch, { confirmed: true })
  for (const [way, leave] of ways) await expect(leave(watch), way).rejects.toMatchObject({ code: 'member_is_dds', details: { name: 'PO1 Watch, T' } })
  expect(await statusOf(watch)).toBe('active')
})

test('whoever is on a roster to come is taken off it first', async () => {
  await desk.roster('2026-12-07', watch)
  for (const [way, leave] of ways) await expect(leave(watch), way).rejects.toMatchObject({ code: 'member_rostered', details: { name: 'PO1 Watch, T', week: '2026-12-07' } })
  expect(await statusOf(watch)).toBe('active')
})

test('who has no duty may become inactive inside: they go out as they came in', async () => {
  await desk.arrive(watch)
  await change(watch.id, 'inactive')
  expect(await desk.isInside(watch)).toBe(true)
  expect(await desk.scan(watch)).toMatchObject({ outcome: 'member_out' })
})
