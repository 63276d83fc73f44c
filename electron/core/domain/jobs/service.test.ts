/** The daily reset and what is watched (domain.md 4.16 ▶; scenarios 14, 16–18, 25, 34). */
import { and, asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jobs as contract } from '../../../../shared/contract/jobs.ts'
import { parse } from 'valibot'
import { ddsAssignment, jobRun, lockupCycle, member, missedCheckout, movement, session } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createJobsDesk, type JobsDesk } from './testing/jobs-desk.ts'

let desk: JobsDesk
// Tuesday 24 November 2026, 07:30 in Winnipeg; 03:00 there is 09:00 UTC.
beforeEach(async () => {
  desk = await createJobsDesk()
})
afterEach(() => desk.close())

const missed = () => desk.database.read((tx) => tx.select({ memberId: missedCheckout.memberId, date: missedCheckout.operationalDate, by: missedCheckout.resolvedBy, at: missedCheckout.forcedCheckoutAt }).from(missedCheckout).orderBy(asc(missedCheckout.forcedCheckoutAt)))
const resets = async () => (await desk.database.read((tx) => tx.select({ key: jobRun.key }).from(jobRun).where(and(eq(jobRun.job, 'daily_reset'), eq(jobRun.outcome, 'done'))).orderBy(asc(jobRun.key)))).map(({ key }) => key)
const cycles = () => desk.database.read((tx) => tx.select({ status: lockupCycle.status, securedAt: lockupCycle.securedAt, securedBy: lockupCycle.securedBy }).from(lockupCycle).orderBy(asc(lockupCycle.seq)))

describe('the daily reset', () => {
  test('closes whoever forgot at 03:00 sharp, under the day they came in on; a badge is not needed (⚠)', async () => {
    const [mess, badgeless] = [await desk.enlist('Mess'), await desk.enlist('Badgeless', { hasBadge: false })]
    await desk.arrive(mess, badgeless)
    await desk.at('2026-11-25T08:59:59.000Z')
    expect(await desk.isInside(mess)).toBe(true)
    await desk.at('2026-11-25T09:00:30.000Z')
    expect([await desk.isInside(mess), await desk.isInside(badgeless)]).toEqual([false, false])
    expect(await missed()).toEqual([mess, badgeless].map(({ id }) => ({ memberId: id, date: '2026-11-24', by: 'daily_reset', at: new Date('2026-11-25T09:00:00.000Z') })))
    expect(await desk.active()).toEqual(['missed_checkout warning'])
    expect((await desk.alerts.active()).alerts[0]?.facts).toMatchObject({ count: 2, names: ['S1 Badgeless, T', 'S1 Mess, T'] })
  })

  test('scenario 14, 17: at 02:30 after a mess dinner it is still yesterday; who scans the next day comes in', async () => {
    const [late, tired] = [await desk.enlist('Late'), await desk.enlist('Tired')]
    await desk.at('2026-11-25T08:30:00.000Z')
    await desk.arrive(late, tired)
    await desk.scan(late)
    await desk.at('2026-11-25T16:00:00.000Z')
    expect(await missed()).toMatchObject([{ memberId: tired.id, date: '2026-11-24' }])
    expect(await desk.scan(tired)).toMatchObject({ outcome: 'member_in' })
  })

  test('scenario 18: off for days, it closes each at the right rollover, and leaves alone who came in this morning (⚠)', async () => {
    const [early, late] = [await desk.enlist('Early'), await desk.enlist('Late')]
    await desk.arrive(early)
    // Off from Tuesday to Friday 10:00; somebody has come in before the first look.
    desk.clock.advance(new Date('2026-11-27T14:00:00.000Z').getTime() - desk.clock.now().getTime())
    await desk.arrive(late)
    desk.clock.advance(2 * 3_600_000)
    await desk.restart()
    expect(await missed()).toEqual([{ memberId: early.id, date: '2026-11-24', by: 'daily_reset', at: new Date('2026-11-25T09:00:00.000Z') }])
    expect(await desk.isInside(late)).toBe(true)
    expect(await resets()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'])
  })

  test('a building that nobody secured counts as secured from the rollover on, and that is critical', async () => {
    const dds = await desk.enlist('Day', { qualifications: ['DDS'] })
    await desk.arrive(dds)
    await desk.dds.accept({ note: '' }, desk.as(dds))
    await desk.at('2026-11-25T09:00:01.000Z')
    expect(await cycles()).toEqual([{ status: 'secured', securedAt: new Date('2026-11-25T09:00:00.000Z'), securedBy: null }])
    expect(await desk.isInside(dds)).toBe(false)
    expect(await desk.active()).toEqual(['building_not_secured critical', 'missed_checkout warning'])
  })

  test('a building that was opened this morning, before the reset came to run, stays open', async () => {
    const dds = await desk.enlist('Day', { qualifications: ['DDS'] })
    desk.clock.advance(new Date('2026-11-25T13:30:00.000Z').getTime() - desk.clock.now().getTime())
    await desk.arrive(dds)
    await desk.dds.accept({ note: '' }, desk.as(dds))
    await desk.restart()
    expect(await cycles()).toMatchObject([{ status: 'open' }])
    expect(await desk.isInside(dds)).toBe(true)
    expect(await desk.active()).toEqual([])
  })

  test('is done once, whoever asks and how often, two at once too', async () => {
    await desk.arrive(await desk.enlist('Mess'))
    desk.clock.advance(new Date('2026-11-25T10:00:00.000Z').getTime() - desk.clock.now().getTime())
    await Promise.all([desk.restart(), desk.restart(), desk.jobs().tick()])
    await desk.jobs().tick()
    expect(await missed()).toHaveLength(1)
    expect(await resets()).toEqual(['2026-11-23', '2026-11-24'])
  })

  test('whoever leaves at that very moment leaves once', async () => {
    const people = []
    for (let index = 0; index < 6; index += 1) people.push(await desk.enlist(`Mess ${index}`))
    await desk.arrive(...people)
    desk.clock.advance(new Date('2026-11-25T09:00:00.000Z').getTime() - desk.clock.now().getTime())
    await Promise.all([desk.jobs().tick(), ...people.map((person) => desk.scan(person))])
    const rows = await desk.database.read((tx) => tx.select({ memberId: movement.memberId, direction: movement.direction }).from(movement).orderBy(asc(movement.at), asc(movement.seq)))
    for (const { id } of people) expect(['in,out', 'in,out,in']).toContain(rows.filter((row) => row.memberId === id).map(({ direction }) => direction).join(','))
  })

  test('ends the sessions of the day that is over, not those of this morning (⚠)', async () => {
    const [a, b] = [await desk.enlist('Night'), await desk.enlist('Morning')]
    const begin = (memberId: string, startedAt: string) => desk.database.transaction((tx) => tx.insert(session).values({ id: newId(), memberId, stationId: 'desk', startedAt: new Date(startedAt) }))
    await begin(a.id, '2026-11-24T20:00:00Z')
    await begin(b.id, '2026-11-25T13:00:00Z')
    await desk.at('2026-11-25T14:00:00.000Z')
    expect(await desk.database.read((tx) => tx.select({ memberId: session.memberId, endReason: session.endReason }).from(session).orderBy(asc(session.startedAt)))).toEqual([{ memberId: a.id, endReason: 'daily_reset' }, { memberId: b.id, endReason: null }])
  })

  test('the new day waits for whom the roster names, unless a hand-over waits (step 4)', async () => {
    const [outgoing, incoming] = [await desk.enlist('Old', { qualifications: ['DDS'] }), await desk.enlist('New', { qualifications: ['DDS'] })]
    await desk.roster('2026-11-23', outgoing)
    await desk.roster('2026-11-30', incoming)
    await desk.at('2026-11-25T09:00:00.000Z')
    const assigned = () => desk.database.read((tx) => tx.select({ memberId: ddsAssignment.memberId, date: ddsAssignment.operationalDate, status: ddsAssignment.status }).from(ddsAssignment).orderBy(asc(ddsAssignment.operationalDate)))
    expect(await assigned()).toEqual([{ memberId: outgoing.id, date: '2026-11-25', status: 'pending' }])
    await desk.at('2026-11-30T09:00:01.000Z')
    expect((await assigned()).at(-1)).toEqual({ memberId: outgoing.id, date: '2026-11-29', status: 'pending' })
  })

  test('somebody who forgets again and again is brought up (4.6 ▶: alert at five)', async () => {
    const person = await desk.enlist('Often')
    for (let day = 24; day < 29; day += 1) {
      await desk.at(`2026-11-${day}T18:00:00.000Z`)
      await desk.arrive(person)
      await desk.at(`2026-11-${day + 1}T09:00:00.000Z`)
    }
    expect((await desk.alerts.active()).alerts.filter(({ type }) => type === 'missed_checkout_often')).toMatchObject([{ facts: { name: 'S1 Often, T', count: 5 } }])
    expect(await desk.database.read((tx) => tx.select({ count: member.missedCheckoutCount }).from(member))).toEqual([{ count: 5 }])
  })

  test.each([
    ['spring', '2026-03-08T06:00:00.000Z', '2026-03-08T07:59:59.000Z', '2026-03-08T08:00:00.000Z', '2026-03-07'],
    ['autumn', '2026-11-01T05:00:00.000Z', '2026-11-01T08:59:59.000Z', '2026-11-01T09:00:00.000Z', '2026-10-31'],
  ])('scenario 34, the night on which clocks change in %s: closed once, at 03:00 on the wall', async (_season, start, before, rollover, date) => {
    const night = await createJobsDesk(start)
    const person = await night.enlist('Mess')
    await night.arrive(person)
    await night.at(before)
    expect(await night.isInside(person)).toBe(true)
    await night.at(rollover)
    expect(await night.isInside(person)).toBe(false)
    expect(await night.database.read((tx) => tx.select({ date: missedCheckout.operationalDate, at: missedCheckout.forcedCheckoutAt }).from(missedCheckout))).toEqual([{ date, at: new Date(rollover) }])
    await night.close()
  })

  test('the preview tells who would be closed out; the digest, who was (W-24)', async () => {
    const dds = await desk.enlist('Day', { qualifications: ['DDS'] })
    const mess = await desk.enlist('Mess')
    await desk.arrive(dds, mess)
    await desk.dds.accept({ note: '' }, desk.as(dds))
    expect(await desk.jobs().resetPreview()).toMatchObject({ at: '2026-11-25T09:00:00.000Z', holder: 'S1 Day, T', people: [{ displayName: 'S1 Day, T' }, { displayName: 'S1 Mess, T' }] })
    await desk.at('2026-11-25T13:00:00.000Z')
    expect(await desk.jobs().digest({ date: null })).toMatchObject({ date: '2026-11-25', reset: { date: '2026-11-24', closedOut: 2, notSecured: 'S1 Day, T' }, missed: [{ displayName: 'S1 Day, T' }, { displayName: 'S1 Mess, T' }], openAlerts: { critical: 1, warning: 1 } })
    expect(await desk.jobs().status()).toMatchObject({ operationalDate: '2026-11-25', nextResetAt: '2026-11-26T09:00:00.000Z', lastReset: { date: '2026-11-24' }, failing: [] })
    expect(await desk.jobs().runs(parse(contract.runs.input, { job: 'daily_reset', limit: 1 }))).toMatchObject({ runs: [{ key: '2026-11-24', outcome: 'done' }], next: expect.any(Number) })
  })
})

describe('what is watched', () => {
  test('lockup in the evening: reminder, critical, gone when it is secured', async () => {
    const dds = await desk.enlist('Day', { qualifications: ['DDS'] })
    await desk.arrive(dds)
    await desk.dds.accept({ note: '' }, desk.as(dds))
    // Wednesday: no watch.
    await desk.at('2026-11-25T09:00:00.000Z')
    await desk.alerts.acknowledge({ alertIds: (await desk.alerts.active()).alerts.map(({ id }) => id), note: '' }, { kind: 'system', id: 'x', name: 'x' })
    await desk.at('2026-11-25T15:00:00.000Z')
    await desk.arrive(dds)
    await desk.dds.accept({ note: '' }, desk.as(dds))
    await desk.at('2026-11-26T03:59:00.000Z')
    expect(await desk.active()).toEqual([])
    await desk.at('2026-11-26T04:00:00.000Z')
    expect(await desk.active()).toEqual(['lockup_reminder warning'])
    await desk.at('2026-11-26T05:00:00.000Z')
    expect(await desk.active()).toEqual(['lockup_not_executed critical'])
    const { version } = await desk.lockup.start({ note: '' }, desk.as(dds))
    await desk.lockup.execute({ requestId: newId(), version, note: '' }, desk.as(dds))
    await desk.jobs().tick()
    expect(await desk.active()).toEqual([])
  })

  test('the Duty Watch at 19:00, also hours after a start (⚠): each cause by itself', async () => {
    const dds = await desk.enlist('Day', { qualifications: ['DDS'] })
    await desk.arrive(dds)
    await desk.dds.accept({ note: '' }, desk.as(dds))
    await desk.at('2026-11-25T00:59:00.000Z')
    expect(await desk.active()).toEqual([])
    await desk.at('2026-11-25T03:30:00.000Z')
    expect(await desk.active()).toEqual(['duty_watch_not_scheduled critical', 'duty_watch_without_lockup critical'])
  })

  test('a clock that was set back is told and audited; one that a sleeping machine brought on is a note', async () => {
    desk.clock.set(new Date('2026-11-24T10:30:00.000Z'))
    await desk.jobs().tick()
    expect((await desk.alerts.active()).alerts).toMatchObject([{ type: 'clock_jumped', severity: 'warning', facts: { minutes: -180 } }])
    desk.clock.set(new Date('2026-11-24T20:30:00.000Z'))
    desk.jobs().clockWasSet()
    await desk.jobs().tick()
    expect((await desk.alerts.active()).alerts).toMatchObject([{ facts: { minutes: -180 } }])
  })

  test('a job that fails is told, is tried again, and does not stop the other', async () => {
    await desk.database.transaction((tx) => tx.execute(sql`alter table alert rename to alert_gone`))
    await desk.at('2026-11-25T10:00:00.000Z')
    expect((await desk.jobs().status()).failing).toMatchObject([{ job: 'watchkeeping' }])
    expect(await resets()).toContain('2026-11-24')
    await desk.database.transaction((tx) => tx.execute(sql`alter table alert_gone rename to alert`))
    await desk.jobs().tick()
    expect((await desk.jobs().status()).failing).toEqual([])
    expect((await desk.jobs().runs(parse(contract.runs.input, { outcome: 'failed' }))).runs).toMatchObject([{ job: 'watchkeeping' }])
  })
})
