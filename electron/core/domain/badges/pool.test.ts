/** The inventory knows who has a badge that is lent, and from whom one never came back (domain.md 4.5 ▶ pool). */
import { parse } from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { badges as contract } from '../../../../shared/contract/badges.ts'
import { visitors as visitorsContract } from '../../../../shared/contract/visitors.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { newId } from '../../kit/id.ts'
import { admin, openEventsDesk, quartermaster, type EventsDesk } from '../events/testing/events-desk.ts'
import { createVisitorsService, type VisitorsService } from '../visitors/service.ts'
import { createInventory } from './inventory.ts'

let desk: EventsDesk
let visitors: VisitorsService
let inventory: ReturnType<typeof createInventory>
beforeEach(async () => {
  desk = await openEventsDesk()
  const { database, clock, hub } = desk
  const given = { database, clock, hub, unitTime: () => defaultUnitTime }
  visitors = createVisitorsService(given)
  inventory = createInventory(given)
})
afterEach(() => desk.database.close())

const list = async (over: object = {}) => (await inventory.list(parse(contract.list.input, over))).badges
const visit = async (badgeId: string, lastName = 'Bélanger') => (await visitors.signIn(parse(visitorsContract.signIn.input, { requestId: newId(), visitType: 'guest', lastName, purpose: 'information', badgeId }), quartermaster)).id

test('a visitor’s pass: with whom it is, free again, or outstanding until it comes back', async () => {
  const pass = await desk.addBadge('V-01', { kind: 'visitor' })
  const visitId = await visit(pass.id)
  expect(await list()).toMatchObject([{ label: 'V-01', lent: { displayName: 'Bélanger', since: desk.clock.now().toISOString() }, outstanding: null }])
  expect(await list({ search: 'belanger' })).toHaveLength(1)
  expect(await list({ assigned: true })).toHaveLength(1)
  expect(await list({ assigned: false })).toEqual([])
  await expect(inventory.markReturned(pass.id, admin), 'they have it').rejects.toMatchObject({ code: 'badge_not_outstanding' })

  await visitors.signOut(parse(visitorsContract.signOut.input, { visitId, passReturned: false }), quartermaster)
  expect(await list({ outstanding: true })).toMatchObject([{ label: 'V-01', lent: null, outstanding: { displayName: 'Bélanger' } }])
  expect((await inventory.inventory()).outstanding).toBe(1)
  await inventory.markReturned(pass.id, admin)
  expect(await list({ outstanding: true })).toEqual([])
  expect(await visitors.get({ visitId })).toMatchObject({ pass: { returnedAt: desk.clock.now().toISOString() } })
  expect(await desk.acts(visitId)).toEqual(['visitor_signin', 'visitor_signout', 'visitor_pass_return'])

  // Lent again after it was left with somebody: it is with the one who has it now.
  const second = await visit(pass.id, 'Second')
  await visitors.signOut(parse(visitorsContract.signOut.input, { visitId: second, passReturned: false }), quartermaster)
  await visit(pass.id, 'Third')
  expect(await list()).toMatchObject([{ lent: { displayName: 'Third' }, outstanding: null }])
})

test('an event’s badge likewise', async () => {
  const { id: eventId } = await desk.open()
  const { id: attendeeId } = await desk.add(eventId, { rank: 'Maj' })
  const lent = await desk.addBadge('E-01')
  await desk.service.lendBadge({ attendeeId, badgeId: lent.id }, admin)
  expect(await list()).toMatchObject([{ label: 'E-01', lent: { displayName: 'Maj Bélanger, Émilie' } }])
  await desk.service.close({ eventId, as: 'completed' }, admin)
  expect(await list({ outstanding: true })).toMatchObject([{ outstanding: { displayName: 'Maj Bélanger, Émilie' } }])
  await inventory.markReturned(lent.id, admin)
  expect((await desk.service.badges()).outstanding).toEqual([])
  expect(await list({ assigned: false })).toMatchObject([{ lent: null, outstanding: null }])
})
