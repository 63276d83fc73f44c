/** Badges during a muster (screens.md P0-7.3; trust.md: a lost badge still marks its holder safe, late scans are changes). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { newId } from '../../kit/id.ts'
import { admin } from '../events/testing/events-desk.ts'
import { createLoginArrivals } from '../presence/login-arrival.ts'
import { bareDesk, openMusterDesk, type MusterDesk } from './testing/muster-desk.ts'

let desk: MusterDesk
beforeEach(async () => {
  desk = await openMusterDesk()
})
afterEach(() => desk.done())

async function inside(name: string) {
  const person = await desk.enlist(name)
  await desk.scan(person.serial)
  return person
}
const setPoint = (musterId: string, stationId: string, isPoint = true) => desk.muster().setPoint({ musterId, stationId, isPoint }, bareDesk)
const isInside = async (lastName: string) => (await desk.presence.now()).people.some((person) => person.lastName === lastName)

describe('at a door', () => {
  test('a member who leaves is accounted for, by the door, and the frozen list says so beside them', async () => {
    const roy = await inside('Roy')
    desk.clock.advance(60_000)
    const { musterId } = await desk.start()
    expect(await desk.scan(roy.serial)).toMatchObject({ outcome: 'member_out' })
    expect(await desk.entry(musterId, 'Roy')).toMatchObject({ list: 'inside', state: 'safe', marked: { way: 'left', by: 'Reader', stationName: 'Front door' }, change: { direction: 'out', stationName: 'Front door' } })
    expect(desk.events.filter((name) => name === 'muster.changed').length).toBeGreaterThan(1)
  })

  test('who comes in afterwards is late, and never merged into the frozen list', async () => {
    await inside('Roy')
    const { musterId } = await desk.start()
    const late = await inside('Late')
    expect(await desk.entry(musterId, 'Late')).toMatchObject({ list: 'late', personId: late.id, state: 'safe', change: { direction: 'in' } })
    expect((await desk.rollCall(musterId)).entries.filter(({ list }) => list === 'inside')).toHaveLength(1)
  })

  test('a visitor whom the desk signs in or out is late, or gone', async () => {
    const visit = await desk.signVisitorIn()
    const { musterId } = await desk.start()
    await desk.signVisitorOut(visit.id)
    await desk.signVisitorIn({ lastName: 'Second' })
    await expect.poll(async () => (await desk.entry(musterId, 'Second'))?.list).toBe('late')
    expect(await desk.entry(musterId, 'Second')).toMatchObject({ state: 'missing', change: { direction: 'in' } })
    // Signed out by their own badge or by the desk: gone either way.
    await expect.poll(async () => (await desk.entry(musterId, 'Bélanger'))?.state).toBe('safe')
    expect(await desk.entry(musterId, 'Bélanger')).toMatchObject({ marked: { way: 'left' }, change: { direction: 'out' } })
  })

  test('who signs in at a desk with badge and PIN is late and accounted for: whoever closes a muster is not missing in it', async () => {
    const { musterId } = await desk.start()
    const boss = await desk.enlist('Boss')
    const arrivals = createLoginArrivals({ unitTime: () => defaultUnitTime })
    const arrival = await desk.database.transaction((tx) => arrivals.take(tx, { serial: boss.serial, stationId: 'desk', now: desk.clock.now(), actor: { kind: 'member', id: boss.id, name: 'Boss' } }))
    desk.hub.emit('presence.changed', { revision: arrival?.revision ?? 0 })
    await expect.poll(async () => (await desk.entry(musterId, 'Boss'))?.state).toBe('safe')
    expect(await desk.entry(musterId, 'Boss')).toMatchObject({ list: 'late', marked: { way: 'scan', stationName: 'Desk' } })
    expect(await desk.figures()).toMatchObject({ missing: 0, accounted: 1 })
  })

  test('passes of visitors and badges of attendees mark whoever has them', async () => {
    const pass = await desk.addPass('V-01')
    await desk.signVisitorIn({ badgeId: pass.id })
    const badge = await desk.addBadge('E-01')
    const event = await desk.open()
    const attendee = await desk.add(event.id)
    await desk.service.lendBadge({ attendeeId: attendee.id, badgeId: badge.id }, admin)
    await desk.signIn(attendee.id)
    desk.clock.advance(60_000)
    const { musterId } = await desk.start()
    expect(await desk.scan(pass.serial)).toMatchObject({ outcome: 'visitor_out' })
    expect(await desk.scan(badge.serial)).toMatchObject({ outcome: 'attendee_out' })
    expect(await desk.figures()).toMatchObject({ total: 2, missing: 0 })
    expect((await desk.rollCall(musterId)).entries.map(({ marked }) => marked?.way)).toEqual(['left', 'left'])
  })

  test.each([
    ['lost and replaced', { status: 'lost', memberId: null }, 'inactive_badge'],
    ['damaged', { status: 'damaged' }, 'inactive_badge'],
  ] as const)('a badge that is %s marks its holder safe, with a warning', async (_what, set, outcome) => {
    const roy = await inside('Roy')
    const { database } = desk
    const [given] = await database.read((tx) => tx.query.badge.findMany({ where: (row, { eq }) => eq(row.serial, roy.serial) }))
    await database.transaction((tx) => tx.execute(`insert into badge_assignment (id, badge_id, member_id, assigned_at, assigned_by) values ('${newId()}', '${given?.id}', '${roy.id}', now(), 'x')`))
    await desk.setBadge(roy.serial, set)
    const { musterId } = await desk.start()
    const answer = await desk.scan(roy.serial)
    expect(answer).toMatchObject({ outcome, person: null })
    expect(await desk.entry(musterId, 'Roy')).toMatchObject({ state: 'safe', marked: { way: 'scan' }, badgeWarning: outcome, change: null })
  })

  test('a badge that nobody knows changes nothing', async () => {
    await inside('Roy')
    const { musterId } = await desk.start()
    expect(await desk.scan('DEADBEEF')).toMatchObject({ outcome: 'unknown_badge' })
    await setPoint(musterId, 'front-door')
    expect(await desk.scan('DEADBEEF')).toMatchObject({ outcome: 'unknown_badge' })
    expect(await desk.figures()).toMatchObject({ total: 1, missing: 1 })
  })

  test('whoever needs help still does when their badge is read; an answer that was lost says nothing of now', async () => {
    const roy = await desk.enlist('Roy')
    const scanId = newId()
    await desk.scan(roy.serial, { scanId })
    desk.clock.advance(60_000)
    const { musterId } = await desk.start()
    expect(await desk.scan(roy.serial, { scanId })).toMatchObject({ outcome: 'member_in' })
    expect(await desk.entry(musterId, 'Roy')).toMatchObject({ state: 'missing' })
    await desk.mark(musterId, [(await desk.entry(musterId, 'Roy'))?.id ?? ''], 'needs_assistance', 'Smoke')
    await desk.scan(roy.serial)
    expect(await desk.entry(musterId, 'Roy')).toMatchObject({ state: 'needs_assistance', note: 'Smoke', marked: { way: 'left' } })
  })
})

describe('at a muster point', () => {
  test('a scan marks and moves nobody, asked again it says the same; elsewhere and afterwards doors are doors', async () => {
    const roy = await inside('Roy')
    desk.clock.advance(60_000)
    const { musterId } = await desk.start()
    await setPoint(musterId, 'front-door')
    const scanId = newId()
    const first = await desk.scan(roy.serial, { scanId })
    expect(first).toMatchObject({ outcome: 'muster_safe', direction: null, person: { lastName: 'Roy' } })
    expect(await desk.scan(roy.serial, { scanId })).toEqual(first)
    expect(await isInside('Roy')).toBe(true)
    expect(await desk.entry(musterId, 'Roy')).toMatchObject({ state: 'safe', marked: { way: 'scan', stationName: 'Front door' }, change: null })
    await setPoint(musterId, 'front-door', false)
    desk.clock.advance(60_000)
    expect(await desk.scan(roy.serial)).toMatchObject({ outcome: 'member_out' })
    expect(await desk.told('muster_point_set')).toEqual([{ name: 'Front door' }])
  })

  test('visitors, attendees and refused badges too; who was on no list is added as late', async () => {
    const pass = await desk.addPass('V-01')
    await desk.signVisitorIn({ badgeId: pass.id })
    await inside('Roy')
    const { musterId } = await desk.start()
    await setPoint(musterId, 'front-door')
    expect(await desk.scan(pass.serial)).toMatchObject({ outcome: 'muster_safe', person: { lastName: 'Bélanger' } })
    const away = await desk.enlist('Away', { status: 'archived' })
    expect(await desk.scan(away.serial)).toMatchObject({ outcome: 'muster_safe' })
    expect(await desk.entry(musterId, 'Away')).toMatchObject({ list: 'late', state: 'safe', badgeWarning: 'member_not_allowed' })
    expect(await isInside('Bélanger')).toBe(true)
  })

  test('in a drill the answer says so', async () => {
    const roy = await inside('Roy')
    const { musterId } = await desk.start('drill')
    await setPoint(musterId, 'front-door')
    expect(await desk.scan(roy.serial)).toMatchObject({ outcome: 'drill_safe' })
  })
})

test('while no muster is open a scan asks nothing of it, and marks nobody', async () => {
  const roy = await inside('Roy')
  const { musterId } = await desk.start()
  await desk.close(musterId, 'False alarm')
  desk.clock.advance(60_000)
  expect(await desk.scan(roy.serial)).toMatchObject({ outcome: 'member_out' })
  expect(await desk.entry(musterId, 'Roy')).toMatchObject({ state: 'missing', change: null })
})
