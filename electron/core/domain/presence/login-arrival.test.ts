/** Signing in at the desk is coming in (domain.md 4.2 "login check-in", 4.22). */
import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alert, audit, member, memberPresence, movement } from '../../db/schema/index.ts'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { adminBadge, adminPin, createAccountsDesk, type AccountsDesk } from '../accounts/testing/desk.ts'
import { scanAlerts } from '../alerts/scan-alerts.ts'
import { createLoginArrivals } from './login-arrival.ts'
import { createScan } from './scan.ts'

const unitTime = () => defaultUnitTime
let desk: AccountsDesk
beforeEach(async () => {
  desk = await createAccountsDesk(createLoginArrivals({ unitTime, watcher: scanAlerts }))
  await desk.setUp()
  await desk.accounts.signOut(desk.caller())
})
afterEach(() => desk.close())

const signIn = (pin = adminPin) => desk.accounts.signIn({ serial: adminBadge, pin }, desk.window)
const scan = (serial = adminBadge) => createScan({ database: desk.database, clock: desk.clock, unitTime, enrolment: { take: async () => undefined } })({ serial, stationId: 'front-door', actor: { kind: 'device', id: 'front-door', name: 'Front door', stationId: 'front-door' } })
const movements = () => desk.database.read((tx) => tx.select().from(movement).orderBy(asc(movement.at)))
const inside = () => desk.database.read((tx) => tx.$count(memberPresence, eq(memberPresence.direction, 'in')))

test('who was not inside is so with the session, marked as such, in the trail, and told to every window', async () => {
  const revisions: number[] = []
  desk.hub.on('presence.changed', ({ revision }) => revisions.push(revision))
  const { arrival } = await signIn()
  const [row] = await movements()
  expect(row).toMatchObject({ id: arrival?.movementId, direction: 'in', method: 'login', stationId: 'desk', at: desk.clock.now() })
  expect(await inside()).toBe(1)
  expect(revisions).toHaveLength(1)
  const trail = await desk.database.read((tx) => tx.select({ action: audit.action, actor: audit.actorName }).from(audit).orderBy(asc(audit.seq)))
  expect(trail.slice(-2)).toEqual([{ action: 'login', actor: 'PO1 Boss, A' }, { action: 'checkin_login', actor: 'PO1 Boss, A' }])
})

test('who is inside already is not moved by signing in, nor by signing out', async () => {
  await scan()
  expect(await signIn()).toMatchObject({ arrival: null })
  await desk.accounts.signOut(desk.caller())
  expect(await movements()).toMatchObject([{ direction: 'in', method: 'badge' }])
})

test('a wrong PIN moves nobody', async () => {
  await expect(signIn('111112')).rejects.toMatchObject({ code: 'sign_in_wrong' })
  expect(await movements()).toEqual([])
})

test('the badge held to the door right after it is a repeat, and later a way out', async () => {
  await signIn()
  expect((await scan()).outcome).toMatchObject({ outcome: 'duplicate', direction: 'in' })
  desk.clock.advance(60_000)
  expect((await scan()).outcome).toMatchObject({ outcome: 'member_out' })
})

test('an inactive member who signs in is noticed like one at the door', async () => {
  const [boss] = await desk.database.read((tx) => tx.select({ id: member.id }).from(member))
  await desk.database.transaction((tx) => tx.update(member).set({ status: 'inactive' }).where(eq(member.id, boss?.id ?? '')))
  await signIn()
  expect(await desk.database.read((tx) => tx.select({ type: alert.type, memberId: alert.memberId }).from(alert))).toEqual([{ type: 'inactive_member', memberId: boss?.id }])
})

test('signing in while the same badge is at the door: one of them brings them in, neither waits for ever', { timeout: 90_000 }, async () => {
  for (let round = 0; round < 8; round += 1) {
    await Promise.all([signIn(), scan()])
    const rows = await movements()
    rows.forEach(({ direction }, index) => expect(direction).toBe(index % 2 === 0 ? 'in' : 'out'))
    expect(await inside()).toBe(rows.at(-1)?.direction === 'in' ? 1 : 0)
    desk.clock.advance(60_000)
  }
})
