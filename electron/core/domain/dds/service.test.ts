/** DDS from hand to hand (domain.md 4.12, 4.15 C; screens.md P0-2, P0-6). Tuesday 24 November 2026 unless it is said otherwise. */
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit, ddsAssignment, lockupCycle, lockupTransfer, qualificationGrant, responsibilityLog } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from './testing/duty-desk.ts'

const thisWeek = '2026-11-23'
let desk: DutyDesk
let day: Somebody
let other: Somebody
let sailor: Somebody
beforeEach(async () => {
  desk = await createDutyDesk()
  day = await desk.enlist('Day', { rankCode: 'PO2', qualifications: ['DDS'] })
  other = await desk.enlist('Other', { rankCode: 'PO1', qualifications: ['DDS'] })
  sailor = await desk.enlist('Plain')
})
afterEach(() => desk.close())

const accept = (caller = desk.kiosk, note = '') => desk.dds.accept({ note }, caller)
const set = (person: Somebody, caller = desk.as(sailor, 5)) => desk.dds.set({ memberId: person.id, note: '' }, caller)
const transfer = (to: Somebody, input: object = {}, caller = desk.kiosk) => desk.dds.transfer({ toMemberId: to.id, note: '', ...input }, caller)
const assignments = () => desk.database.read((tx) => tx.select().from(ddsAssignment).orderBy(asc(ddsAssignment.createdAt), asc(ddsAssignment.id)))
const log = async () => (await desk.database.read((tx) => tx.select().from(responsibilityLog).orderBy(asc(responsibilityLog.seq)))).map(({ responsibility, action, memberName, fromMemberName }) => [responsibility, action, memberName, fromMemberName])

describe('accepting at the kiosk (4.12.4)', () => {
  test('with one’s own badge: DDS is live, the building open and lockup with them, in one act, logged with its note', async () => {
    await desk.roster(thisWeek, day)
    await desk.arrive(day)
    desk.told()
    expect(await accept(desk.kiosk, 'Alarm off')).toMatchObject({ live: { id: day.id, status: 'active', source: 'assignment', isInside: true, acceptedAt: desk.clock.now().toISOString() }, scheduled: { id: day.id } })
    expect(await desk.lockup.status()).toMatchObject({ status: 'open', holder: { id: day.id } })
    expect(desk.told()).toEqual(['dds.changed', 'lockup.changed'])
    expect(await log()).toEqual([
      ['dds', 'self_accepted', 'PO2 Day, T', null],
      ['lockup', 'building_opened', 'PO2 Day, T', null],
    ])
    expect((await desk.database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'dds_accept'))))[0]).toMatchObject({ actorId: day.id, details: { note: 'Alarm off', operationalDate: '2026-11-24' } })
  })

  test('twice is once', async () => {
    await desk.arrive(day)
    const first = await accept()
    desk.clock.advance(5000)
    expect(await accept()).toEqual(first)
    expect(await assignments()).toHaveLength(1)
  })

  test('⚠ anybody could: it takes the qualification, and being inside', async () => {
    await desk.arrive(sailor)
    await expect(accept()).rejects.toMatchObject({ code: 'dds_not_qualified', details: { name: 'S1 Plain, T' } })
    await expect(accept(desk.as(day))).rejects.toMatchObject({ code: 'not_inside' })
    desk.clock.advance(60_000)
    await expect(accept()).rejects.toMatchObject({ code: 'badge_needed' })
  })

  test('whoever’s badge was read meanwhile does not answer for the one who was asked (decision 010)', async () => {
    const second = await desk.enlist('Second', { qualifications: ['DDS'] })
    await desk.arrive(day)
    await desk.arrive(second)
    await expect(desk.dds.accept({ note: '', meant: day.id }, desk.kiosk)).rejects.toMatchObject({ code: 'badge_needed' })
    expect(await assignments()).toHaveLength(0)
    expect(await desk.dds.accept({ note: '', meant: second.id }, desk.kiosk)).toMatchObject({ live: { id: second.id } })
  })

  test('an expired or revoked qualification is none', async () => {
    await desk.arrive(day)
    await desk.database.transaction((tx) => tx.update(qualificationGrant).set({ expiresAt: desk.clock.now() }).where(eq(qualificationGrant.memberId, day.id)))
    await expect(accept()).rejects.toMatchObject({ code: 'dds_not_qualified' })
  })

  test('somebody else is DDS: refused, with the name', async () => {
    await desk.arrive(day)
    await accept()
    await desk.arrive(other)
    await expect(accept()).rejects.toMatchObject({ code: 'dds_taken', details: { name: 'PO2 Day, T' } })
  })

  test('two at one instant: one has it, the other is told who', async () => {
    await desk.arrive(day, other)
    const answers = await Promise.allSettled([accept(desk.as(day)), accept(desk.as(other)), accept(desk.as(day))])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(answers[1]).toMatchObject({ reason: { code: 'dds_taken', details: { name: 'PO2 Day, T' } } })
    expect(await assignments()).toHaveLength(1)
  })

  test('what was waiting for another is taken over the same day, and stays on record as transferred', async () => {
    const at = desk.clock.now()
    await desk.database.transaction((tx) => tx.insert(ddsAssignment).values({ id: newId(), memberId: other.id, operationalDate: '2026-11-24', status: 'pending', createdAt: at, updatedAt: at }))
    await desk.arrive(day)
    await accept()
    expect((await assignments()).map(({ memberId, status, transferredTo }) => [memberId, status, transferredTo]).toSorted()).toEqual([[other.id, 'transferred', day.id], [day.id, 'active', null]].toSorted())
    expect((await log())[0]).toEqual(['dds', 'self_accepted', 'PO2 Day, T', 'PO1 Other, T'])
  })

  test('one’s own that was waiting becomes active: one row, not two', async () => {
    const at = desk.clock.now()
    await desk.database.transaction((tx) => tx.insert(ddsAssignment).values({ id: newId(), memberId: day.id, operationalDate: '2026-11-24', status: 'pending', createdAt: at, updatedAt: at }))
    await desk.arrive(day)
    await accept()
    expect(await assignments()).toMatchObject([{ memberId: day.id, status: 'active', acceptedAt: desk.clock.now() }])
  })

  test('whoever holds lockup gives it to the DDS: reason dds_handoff', async () => {
    await desk.arrive(other)
    await desk.lockup.open({ note: '' }, desk.kiosk)
    await desk.arrive(day)
    await accept()
    expect(await desk.database.read((tx) => tx.select().from(lockupTransfer))).toMatchObject([{ fromMemberId: other.id, toMemberId: day.id, reason: 'dds_handoff', confirmedBy: 'dds_alignment' }])
    expect(await desk.scan(other), 'who gave it may leave').toMatchObject({ outcome: 'member_out' })
    expect(await desk.scan(day)).toMatchObject({ outcome: 'lockup_held' })
  })

  test('⚠ DDS accepted and lockup not followed: one act, so that neither is there when the other fails', async () => {
    await desk.arrive(day)
    await desk.database.transaction((tx) => tx.execute(sql`alter table lockup_cycle add constraint broken check (status <> 'open') not valid`))
    desk.told()
    await expect(accept()).rejects.toThrow(/lockup_cycle/)
    expect(await assignments()).toEqual([])
    expect(await desk.dds.today()).toMatchObject({ live: null })
    expect(desk.told()).toEqual([])
  })

  test('⚠ “today” is the operational date: at 02:30 it is still yesterday’s duty, at 03:00 it is nobody’s', async () => {
    await desk.arrive(day)
    await accept()
    desk.clock.set(new Date('2026-11-25T08:59:00Z'))
    expect(await desk.dds.today()).toMatchObject({ operationalDate: '2026-11-24', live: { id: day.id, status: 'active' } })
    desk.clock.set(new Date('2026-11-25T09:00:00Z'))
    expect(await desk.dds.today()).toMatchObject({ operationalDate: '2026-11-25', live: null })
  })
})

describe('what an administrator does', () => {
  test('sets somebody inside and qualified, whoever had it; the one before is on record', async () => {
    await desk.arrive(day, other)
    await accept(desk.as(day))
    expect(await set(other)).toMatchObject({ live: { id: other.id, status: 'active' } })
    expect((await assignments()).map(({ memberId, status, assignedBy }) => [status, memberId, assignedBy]).toSorted()).toEqual([
      ['active', other.id, 'S1 Plain, T'],
      ['transferred', day.id, null],
    ])
    expect((await log()).slice(2)).toEqual([
      ['dds', 'assigned', 'PO1 Other, T', 'PO2 Day, T'],
      ['lockup', 'transferred', 'PO1 Other, T', 'PO2 Day, T'],
    ])
    expect(await set(other)).toMatchObject({ live: { id: other.id } })
    expect(await assignments()).toHaveLength(2)
  })

  test('not somebody who is away, unqualified or unknown', async () => {
    await expect(set(day)).rejects.toMatchObject({ code: 'not_inside' })
    await desk.arrive(sailor)
    await expect(set(sailor)).rejects.toMatchObject({ code: 'dds_not_qualified' })
    await expect(desk.dds.set({ memberId: newId(), note: '' }, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'member_unknown' })
  })

  test('releases: what the roster says stands again, and lockup stays where it is', async () => {
    await desk.roster(thisWeek, day)
    await desk.arrive(day)
    await accept()
    expect(await desk.dds.release({ note: 'Sick' }, desk.as(sailor, 5))).toMatchObject({ live: { id: day.id, status: 'pending', source: 'roster' } })
    expect(await desk.lockup.status()).toMatchObject({ status: 'open', holder: { id: day.id } })
    expect((await log()).at(-1)).toEqual(['dds', 'released', 'PO2 Day, T', null])
    await expect(desk.dds.release({ note: '' }, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'dds_none' })
  })
})

describe('transferring the duty', () => {
  test('with both badges; the lockup goes along', async () => {
    await desk.arrive(day, other)
    await accept(desk.as(day))
    await expect(transfer(other)).rejects.toMatchObject({ code: 'badge_proof_needed', details: { name: 'PO2 Day, T' } })
    await desk.prove(desk.kiosk, day, other)
    expect(await transfer(other)).toMatchObject({ live: { id: other.id, status: 'active' } })
    expect(await desk.lockup.status()).toMatchObject({ holder: { id: other.id } })
  })

  test('by the DDS who is signed in and the receiver’s badge; or by override, which only administrators and the DDS may', async () => {
    await desk.arrive(day, other)
    await accept(desk.as(day))
    const reason = { override: { reason: 'Called away' } }
    desk.clock.advance(60_000)
    await expect(transfer(other, reason, desk.as(sailor, 4))).rejects.toMatchObject({ code: 'forbidden' })
    expect(desk.as(day)).toMatchObject({ level: 1, liveDds: true })
    expect(await transfer(other, reason, desk.as(day))).toMatchObject({ live: { id: other.id } })
    expect(desk.as(day), 'rights go with the duty, at once').toMatchObject({ liveDds: false })
    expect(desk.as(other)).toMatchObject({ liveDds: true })
  })

  test('to nobody, to oneself, to somebody away or unqualified: refused', async () => {
    await expect(transfer(other, {}, desk.as(day, 5))).rejects.toMatchObject({ code: 'dds_none' })
    await desk.arrive(day)
    await accept()
    await expect(transfer(day)).rejects.toMatchObject({ code: 'dds_same_person' })
    await expect(transfer(other)).rejects.toMatchObject({ code: 'not_inside' })
    await desk.arrive(sailor)
    await expect(transfer(sailor, {}, desk.as(day))).rejects.toMatchObject({ code: 'dds_not_qualified' })
  })
})

describe('who may correct the record follows the live DDS (4.2 ▶)', () => {
  test('not whom the roster names and who has not accepted; whoever took over today; nobody from the rollover on until it was read', async () => {
    await desk.roster(thisWeek, other)
    await desk.liveDds.refresh()
    expect(desk.liveDds.is(other.id)).toBe(false)
    await desk.arrive(day)
    await accept()
    expect(desk.liveDds.is(day.id)).toBe(true)
    expect(desk.liveDds.is(other.id)).toBe(false)
    desk.clock.set(new Date('2026-11-25T09:00:00Z'))
    expect(desk.liveDds.is(day.id)).toBe(false)
    await desk.liveDds.refresh()
    expect(desk.liveDds.is(day.id)).toBe(false)
  })

  test('a roster that is confirmed, and events that may have changed it, are read again', async () => {
    await desk.roster(thisWeek, other, { confirmed: true })
    desk.told()
    desk.hub.emit('system.changed', {})
    await desk.liveDds.refresh()
    expect(desk.liveDds.is(other.id)).toBe(true)
    await expect.poll(() => desk.told()).toContain('dds.changed')
  })
})

describe('the log of responsibilities', () => {
  test('is narrowed and paged, newest first', async () => {
    await desk.arrive(day, other)
    await accept(desk.as(day))
    await set(other)
    const page = (input: object) => desk.dds.log({ responsibility: null, member: null, from: null, to: null, cursor: null, limit: 50, ...input })
    expect((await page({})).entries.map(({ action }) => action)).toEqual(['transferred', 'assigned', 'building_opened', 'self_accepted'])
    expect((await page({ responsibility: 'dds' })).entries).toHaveLength(2)
    expect((await page({ member: other.id })).entries).toHaveLength(2)
    expect((await page({ member: day.id })).entries, 'given and got').toHaveLength(4)
    expect((await page({ from: '2026-11-25' })).entries).toEqual([])
    const first = await page({ limit: 3 })
    expect((await page({ limit: 3, cursor: first.next })).entries.map(({ action }) => action)).toEqual(['self_accepted'])
  })

  test('candidates: inside and qualified, whom the roster names is marked', async () => {
    await desk.roster(thisWeek, day)
    await desk.arrive(day, other, sailor)
    expect((await desk.dds.candidates()).people.map(({ displayName, isExpected, isLive }) => [displayName, isExpected, isLive])).toEqual([
      ['PO1 Other, T', false, false],
      ['PO2 Day, T', true, true],
    ])
  })
})

describe('by hand the holder cannot be moved out either (4.2)', () => {
  test('recorded out, many at once, corrected, deleted or undone: refused, and nothing changed', async () => {
    await desk.arrive(day)
    const scan = await desk.database.read((tx) => tx.execute(sql`select id from movement where member_id = ${day.id}`))
    const movementId = String((scan as unknown as { rows: { id: string }[] }).rows[0]?.id)
    await accept()
    const boss = { kind: 'admin' as const, id: newId(), name: 'Boss', stationId: 'desk' }
    const held = { code: 'lockup_held', details: { name: 'PO2 Day, T' } }
    await expect(desk.history.record({ memberId: day.id, entries: [{ direction: 'out', at: null }], reason: 'x' }, boss)).rejects.toMatchObject(held)
    await expect(desk.history.checkOutMany({ people: [{ memberId: day.id, at: null }], note: 'x' }, boss)).rejects.toMatchObject(held)
    await expect(desk.history.remove({ movementId, reason: 'x' }, boss)).rejects.toMatchObject(held)
    await expect(desk.history.undo({ movementId }, boss, true)).rejects.toMatchObject(held)
    expect(await desk.isInside(day)).toBe(true)
    expect(await desk.database.read((tx) => tx.$count(lockupCycle, eq(lockupCycle.holderId, day.id)))).toBe(1)
  })
})
