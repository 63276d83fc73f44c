/** Passes of the pool, lent to visitors (domain.md 4.5 ▶). */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { audit, badge, visit } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createInventory } from '../badges/inventory.ts'
import { openVisitorsDesk, quartermaster, reader, type VisitorsDesk } from './testing/visitors-desk.ts'

let { database, clock, hub, enlist, presence, visitors, signIn, signOut, scan, addPass, later, inside, events: heard } = {} as VisitorsDesk
beforeEach(async () => {
  ;({ database, clock, hub, enlist, presence, visitors, signIn, signOut, scan, addPass, later, inside, events: heard } = await openVisitorsDesk())
})
afterEach(() => database.close())

test('held to the reader at the exit it signs its visitor out and is free again (scenario 27)', async () => {
  const pass = await addPass('V-01')
  const made = await signIn({ badgeId: pass.id })
  expect(await visitors.passes()).toEqual({ free: [], outstanding: [] })
  later(30)
  const scanId = newId()
  expect(await scan(pass.serial, scanId)).toMatchObject({ outcome: 'visitor_out', direction: 'out', person: { displayName: 'Bélanger, Émilie' } })
  expect(await scan(pass.serial, scanId)).toMatchObject({ outcome: 'visitor_out' })
  expect(await scan(pass.serial)).toMatchObject({ outcome: 'duplicate' })
  expect(await visitors.get({ visitId: made.id })).toMatchObject({ endedBy: 'badge', until: clock.now().toISOString(), pass: { returnedAt: clock.now().toISOString() } })
  expect(await inside()).toEqual([])
  expect((await visitors.passes()).free).toEqual([{ badgeId: pass.id, label: 'V-01', isOutstanding: false }])
  expect(heard.filter((name) => name === 'visitors.changed')).toHaveLength(2)
  later(1)
  expect(await scan(pass.serial)).toMatchObject({ outcome: 'unassigned_badge' })
})

test('one pass, one visitor: of two at the same instant one is refused', async () => {
  const pass = await addPass('V-01')
  const results = await Promise.allSettled([signIn({ badgeId: pass.id }), signIn({ badgeId: pass.id, lastName: 'Roy' })])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'badge_lent', details: { label: 'V-01' } } })
  expect(await inside()).toHaveLength(1)
})

test('a member’s badge, a lost pass and one that is not there are not lent; the database itself refuses the first', async () => {
  const host = await enlist('Roy')
  const [{ id: own } = { id: '' }] = await database.read((tx) => tx.select({ id: badge.id }).from(badge).where(eq(badge.memberId, host.id)))
  const lost = await addPass('V-02', { status: 'lost' })
  await expect(signIn({ badgeId: own })).rejects.toMatchObject({ code: 'badge_not_of_visitors' })
  await expect(signIn({ badgeId: lost.id })).rejects.toMatchObject({ code: 'badge_not_usable' })
  await expect(signIn({ badgeId: newId() })).rejects.toMatchObject({ code: 'badge_unknown' })
  const made = await signIn()
  await expect(database.transaction((tx) => tx.update(visit).set({ badgeId: own, badgeKind: 'visitor', lentAt: clock.now() }).where(eq(visit.id, made.id)))).rejects.toMatchObject({ cause: { constraint: 'visit_badge_of_visitors' } })
  expect(await scan(lost.serial)).toMatchObject({ outcome: 'inactive_badge' })
})

test('one that a visitor ever had stays in the record, and is not deleted (domain.md 4.5)', async () => {
  const pass = await addPass('V-01')
  const inventory = createInventory({ database, clock, hub, unitTime: () => defaultUnitTime })
  await signOut((await signIn({ badgeId: pass.id })).id)
  await expect(inventory.remove(pass.id, reader)).rejects.toMatchObject({ code: 'badge_has_history' })
  const unused = await addPass('V-02')
  await inventory.remove(unused.id, reader)
  expect((await visitors.passes()).free).toHaveLength(1)
})

test('one that somebody left with is offered last, as missing; it is free again once the badges’ room has it back (4.5 ▶)', async () => {
  const pass = await addPass('V-01')
  await addPass('V-02')
  const inventory = createInventory({ database, clock, hub, unitTime: () => defaultUnitTime })
  const made = await signIn({ badgeId: pass.id })
  await signOut(made.id, { passReturned: false })
  expect((await visitors.passes()).free).toMatchObject([{ label: 'V-02', isOutstanding: false }, { label: 'V-01', isOutstanding: true }])
  await inventory.markReturned(pass.id, reader)
  expect(await visitors.passes()).toMatchObject({ free: [{ label: 'V-01', isOutstanding: false }, { label: 'V-02' }], outstanding: [] })
})

test('another pass over one that was not handed back leaves a line about the first (4.5 ▶)', async () => {
  const [first, second] = [await addPass('V-01'), await addPass('V-02')]
  const made = await signIn({ badgeId: first.id })
  await visitors.lendPass({ visitId: made.id, badgeId: second.id }, quartermaster)
  const lines = await database.read((tx) => tx.select({ details: audit.details }).from(audit).where(eq(audit.action, 'visitor_pass_missing')))
  expect(lines).toMatchObject([{ details: { name: 'Bélanger, Émilie', label: 'V-01' } }])
})

test('one that went home with its visitor is outstanding until it comes back or is lent again', async () => {
  const pass = await addPass('V-01')
  const made = await signIn({ badgeId: pass.id, phone: '204-555-0100' })
  await signOut(made.id, { passReturned: false })
  expect((await visitors.passes()).outstanding).toMatchObject([{ visitId: made.id, label: 'V-01', displayName: 'Bélanger, Émilie', phone: '204-555-0100' }])
  await visitors.passReturned({ visitId: made.id }, quartermaster)
  expect((await visitors.passes()).outstanding).toEqual([])
  await expect(visitors.passReturned({ visitId: made.id }, quartermaster)).rejects.toMatchObject({ code: 'badge_not_outstanding' })

  const again = await signIn({ badgeId: pass.id })
  await signOut(again.id, { passReturned: false })
  const next = await signIn({ lastName: 'Roy' })
  const { revision } = await presence.now()
  expect(await visitors.lendPass({ visitId: next.id, badgeId: pass.id }, quartermaster)).toMatchObject({ pass: { label: 'V-01', returnedAt: null } })
  const shown = await presence.now()
  expect(shown.people).toMatchObject([{ displayName: 'Roy, Émilie', guest: { pass: 'V-01' } }])
  expect(shown.revision, 'a window that counts revisions fetches it').toBeGreaterThan(revision)
  expect((await visitors.passes()).outstanding).toEqual([])
})
