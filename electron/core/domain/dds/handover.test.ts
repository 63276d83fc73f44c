/** The weekly hand-over (domain.md 4.12.3, screens.md P1-1; scenario 24). Week of Monday 23 November 2026. */
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alert, audit, responsibilityLog } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from './testing/duty-desk.ts'

const thisWeek = '2026-11-23'
const lastWeek = '2026-11-16'
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
const log = async () => (await desk.database.read((tx) => tx.select().from(responsibilityLog).orderBy(asc(responsibilityLog.seq)))).map(({ responsibility, action, memberName, fromMemberName }) => [responsibility, action, memberName, fromMemberName])

describe('the weekly hand-over (4.12.3, P1-1)', () => {
  let old: Somebody
  beforeEach(async () => {
    old = await desk.enlist('Outgoing', { rankCode: 'MS', qualifications: ['DDS'] })
    await desk.roster(lastWeek, old)
    await desk.roster(thisWeek, day)
    desk.clock.set(new Date('2026-11-23T13:30:00Z'))
  })
  const complete = (input: object = {}, caller = desk.kiosk) => desk.dds.completeHandover({ acknowledged: [], note: '', ...input }, caller)

  test('waits on Monday: the outgoing is live, and nobody else may accept', async () => {
    expect(await desk.dds.today()).toMatchObject({ live: { id: old.id, status: 'active', source: 'handover' }, scheduled: { id: day.id }, handover: { state: 'pending', outgoing: { id: old.id }, incoming: { id: day.id }, dueOn: '2026-11-23' } })
    await desk.arrive(day)
    await expect(accept()).rejects.toMatchObject({ code: 'dds_handover_pending', details: { name: 'MS Outgoing, T' } })
    await desk.arrive(old)
    expect(await accept()).toMatchObject({ live: { id: old.id, source: 'assignment' }, handover: { state: 'pending' } })
  })

  test('is completed with both badges, what is open acknowledged; the incoming is live and has lockup', async () => {
    await desk.arrive(old)
    await desk.lockup.open({ note: '' }, desk.kiosk)
    await desk.arrive(day)
    const at = desk.clock.now()
    await desk.database.transaction((tx) => tx.insert(alert).values({ id: newId(), type: 'badge_unknown', severity: 'warning', subject: 'X', firstAt: at, lastAt: at }))
    expect(await desk.dds.handover()).toMatchObject({ state: 'pending', outgoingIsInside: true, incomingIsInside: true, incomingIsQualified: true, open: [{ kind: 'alerts', count: 1 }] })
    await desk.prove(desk.kiosk, old, day)
    await expect(complete()).rejects.toMatchObject({ code: 'dds_handover_open' })
    expect(await complete({ acknowledged: ['alerts'] })).toMatchObject({ live: { id: day.id, status: 'active' }, handover: { state: 'none', outgoing: null } })
    expect(await desk.lockup.status()).toMatchObject({ holder: { id: day.id } })
    expect((await log()).slice(1)).toEqual([
      ['dds', 'transferred', 'PO2 Day, T', 'MS Outgoing, T'],
      ['lockup', 'transferred', 'PO2 Day, T', 'MS Outgoing, T'],
    ])
    expect((await desk.database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'dds_transfer'))))[0]).toMatchObject({ details: { weekly: true, confirmedBy: 'both_badges', acknowledged: [{ kind: 'alerts', count: 1 }] } })
    await expect(complete({ acknowledged: ['alerts'] })).rejects.toMatchObject({ code: 'dds_handover_none' })
  })

  test('the outgoing is absent: an administrator completes it and says why', async () => {
    await desk.arrive(day)
    await expect(complete({}, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'badge_proof_needed', details: { name: 'MS Outgoing, T' } })
    expect(await complete({ override: { reason: 'On leave since Friday' } }, desk.as(sailor, 5))).toMatchObject({ live: { id: day.id } })
    expect((await desk.dds.log({ responsibility: 'dds', member: null, from: null, to: null, cursor: null, limit: 1 })).entries).toMatchObject([{ notes: 'On leave since Friday', actorName: 'S1 Plain, T' }])
  })

  test('ends when anybody else is set; after that the roster’s is waited for', async () => {
    await desk.arrive(other)
    await set(other)
    expect(await desk.dds.today()).toMatchObject({ live: { id: other.id }, handover: { state: 'none' } })
    desk.clock.set(new Date('2026-11-24T13:30:00Z'))
    expect(await desk.dds.today()).toMatchObject({ live: { id: day.id, status: 'pending', source: 'roster' } })
  })

  test('scenario 24: Monday is a holiday; the outgoing stays live until Tuesday’s transfer', async () => {
    await desk.holiday('2026-11-23')
    expect(await desk.dds.today()).toMatchObject({ live: { id: old.id }, handover: { state: 'upcoming', dueOn: '2026-11-24' } })
    await desk.arrive(day)
    await expect(accept()).rejects.toMatchObject({ code: 'dds_handover_pending' })
    desk.clock.set(new Date('2026-11-24T13:30:00Z'))
    expect(await desk.dds.today()).toMatchObject({ live: { id: old.id, source: 'handover' }, handover: { state: 'pending' } })
    await desk.arrive(old)
    await desk.prove(desk.kiosk, old, day)
    expect(await complete()).toMatchObject({ live: { id: day.id }, handover: { state: 'none' } })
  })

  test('a holiday of another province, or one that is switched off, shifts nothing (4.18 ▶)', async () => {
    await desk.holiday('2026-11-23', { province: 'QC' })
    expect(await desk.dds.today()).toMatchObject({ handover: { state: 'pending' } })
  })

  test('a draft for this week, or a released person, hands nothing over', async () => {
    await desk.database.transaction((tx) => tx.execute(sql`update weekly_schedule set status = 'draft', published_at = null, published_by = null where week_start = ${thisWeek}`))
    expect(await desk.dds.today()).toMatchObject({ live: null, handover: { state: 'none' } })
  })

  test('on Monday at 01:00 it is still last week', async () => {
    desk.clock.set(new Date('2026-11-23T07:00:00Z'))
    expect(await desk.dds.today()).toMatchObject({ operationalDate: '2026-11-22', scheduled: { id: old.id }, next: { id: day.id }, handover: { state: 'none' } })
  })
})
