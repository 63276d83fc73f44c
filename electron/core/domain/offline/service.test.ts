/** A station whose server is away (domain.md 4.4 ▶ 1–10, 4.25 ▶, 7.3 no. 3, scenario 30; P3–P5, P12). */
import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { alert, audit, badge, lockupCycle, member, movementCorrection, offlineScan, refusedScan } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { lateReason } from './rewrite.ts'
import { createStationDesk, type StationDesk } from './testing/station-desk.ts'

let desk: StationDesk
/** The first engine of a process takes long on a busy machine; the tests take it over. */
beforeAll(async () => {
  const first = await createStationDesk()
  await first.close()
}, 120_000)
afterEach(() => desk.close())

const directions = async (id: string): Promise<string[]> => (await desk.chain(id)).map(({ direction }) => direction)
const minutes = (count: number): void => desk.clock.advance(count * 60_000)

describe('while the server is away', () => {
  test('who scans is greeted with name and direction from what was last known, and nothing is in the record', async () => {
    desk = await createStationDesk()
    const [anna, ben] = await desk.enlist(2)
    await desk.scan(anna?.serial ?? '')
    await desk.look()
    desk.away.goAway()
    minutes(5)
    expect(await desk.scan(anna?.serial ?? '')).toMatchObject({ outcome: 'kept_out', direction: 'out', movementId: null, person: { displayName: anna?.name }, serialTail: anna?.serial.slice(-4) })
    expect(await desk.scan(ben?.serial ?? '')).toMatchObject({ outcome: 'kept_in', direction: 'in', person: { displayName: ben?.name } })
    minutes(1)
    expect(await desk.scan(ben?.serial ?? '')).toMatchObject({ outcome: 'kept_out' })
    expect(await desk.scan(ben?.serial ?? '')).toMatchObject({ outcome: 'duplicate', direction: 'out', person: { displayName: ben?.name } })
    expect(await desk.scan('em4100:0BADBADB')).toMatchObject({ outcome: 'kept_unknown', person: null })
    expect(desk.offline().status()).toMatchObject({ away: true, since: '2026-11-24T18:00:00.000Z', kept: 5, oldestAt: '2026-11-24T18:05:00.000Z', entering: null, failed: 0 })
    expect(desk.events.filter(([name]) => name === 'presence.scanned')).toHaveLength(6)
    expect(await directions(ben?.id ?? '')).toEqual([])
  })

  test('a badge that was not valid says so, and not whose it was', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.record.transaction((tx) => tx.update(badge).set({ status: 'lost' }).where(eq(badge.serial, anna?.serial ?? '')))
    await desk.look()
    desk.away.goAway()
    expect(await desk.scan(anna?.serial ?? '')).toMatchObject({ outcome: 'kept_refused', person: null })
  })

  test('the same scan asked twice is kept once; a number that is none is refused', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    const id = newId()
    const first = await desk.scan(anna?.serial ?? '', id)
    minutes(1)
    expect(await desk.scan(anna?.serial ?? '', id)).toEqual(first)
    expect(desk.offline().status().kept).toBe(1)
    await expect(desk.scan('!')).rejects.toMatchObject({ code: 'serial_invalid' })
  })

  test('a station that is killed and started again has what it kept, and knows people still', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    await desk.restart()
    expect(desk.offline().status()).toMatchObject({ away: true, kept: 1 })
    minutes(1)
    expect(await desk.scan(anna?.serial ?? '')).toMatchObject({ person: { displayName: anna?.name } })
    await desk.comeBack()
    expect(await directions(anna?.id ?? '')).toEqual(['in', 'out'])
  })
})

describe('when it is back', () => {
  test('all are entered in time order at their own time, in the trail, told to every window, and the queue is empty', async () => {
    desk = await createStationDesk()
    const [anna, ben] = await desk.enlist(2)
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    minutes(10)
    await desk.scan(ben?.serial ?? '')
    minutes(10)
    await desk.scan(anna?.serial ?? '')
    minutes(60)
    await desk.comeBack()
    expect(await desk.chain(anna?.id ?? '')).toMatchObject([{ direction: 'in', at: '2026-11-24T18:00:00.000Z', flagReason: null }, { direction: 'out', at: '2026-11-24T18:20:00.000Z' }])
    expect(await desk.isInside(ben?.id ?? '')).toBe(true)
    expect(desk.offline().status()).toMatchObject({ away: false, since: null, kept: 0, toSee: 3 })
    expect(desk.events.map(([name]) => name)).toContain('presence.changed')
    expect(await desk.record.read((tx) => tx.select().from(audit).where(eq(audit.action, 'checkin_scan')))).toHaveLength(3)
    expect(await desk.record.read((tx) => tx.select().from(audit).where(eq(audit.action, 'offline_scans_entered')))).toMatchObject([{ stationId: 'front-door', details: { count: 3, minutes: 0 } }])
    // Online again.
    minutes(1)
    expect(await desk.scan(ben?.serial ?? '')).toMatchObject({ outcome: 'member_out' })
  })

  test('an act whose answer was lost is entered once (⚠ 7), and the person is told that it is kept', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway('in_commit')
    const id = newId()
    expect(await desk.scan(anna?.serial ?? '', id)).toMatchObject({ outcome: 'kept_in' })
    await desk.comeBack()
    expect(await desk.chain(anna?.id ?? '')).toMatchObject([{ direction: 'in', scanId: id }])
    expect(await desk.toSee()).toEqual([])
  })

  test('one that goes away again in the middle loses nothing and enters nothing twice', async () => {
    desk = await createStationDesk()
    const people = await desk.enlist(30)
    await desk.look()
    desk.away.goAway()
    for (const { serial } of [...people, ...people]) {
      await desk.scan(serial)
      minutes(1)
    }
    // The first batch is written, and its answer is lost.
    desk.away.goAway('in_commit')
    await desk.comeBack()
    expect(desk.offline().status()).toMatchObject({ away: true, kept: 60 })
    await desk.comeBack()
    expect(desk.offline().status()).toMatchObject({ away: false, kept: 0 })
    for (const { id } of people) expect(await directions(id)).toEqual(['in', 'out'])
    expect(await desk.record.read((tx) => tx.$count(offlineScan))).toBe(60)
  })

  test('who scans while others are being entered is entered behind them', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    minutes(5)
    desk.away.comeBack()
    expect(await desk.scan(anna?.serial ?? '')).toMatchObject({ outcome: 'kept_out' })
    await desk.offline().settled()
    expect(await directions(anna?.id ?? '')).toEqual(['in', 'out'])
    expect(desk.offline().status().kept).toBe(0)
  })

  test('badges that are refused raise their alert late, at the time of the scan; whoever was greeted is on the list (▶ 10)', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    const [gone] = await desk.enlist(1)
    await desk.look()
    await desk.record.transaction(async (tx) => {
      await tx.update(badge).set({ status: 'lost' }).where(eq(badge.serial, anna?.serial ?? ''))
      await tx.update(member).set({ status: 'suspended' }).where(eq(member.id, gone?.id ?? ''))
    })
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    await desk.scan(gone?.serial ?? '')
    await desk.scan('em4100:0BADBADB')
    minutes(90)
    await desk.comeBack()
    const alerts = await desk.record.read((tx) => tx.select().from(alert).orderBy(alert.seq))
    expect(alerts.map(({ type, firstAt }) => `${type} ${firstAt.toISOString()}`).toSorted()).toEqual(['badge_disabled 2026-11-24T18:00:00.000Z', 'badge_unknown 2026-11-24T18:00:00.000Z', 'unauthorized_access 2026-11-24T18:00:00.000Z'])
    expect(await desk.record.read((tx) => tx.$count(refusedScan))).toBe(3)
    expect((await desk.toSee()).map(({ told, outcome, reasons }) => ({ told, outcome, reasons })).toSorted((a, b) => (a.outcome < b.outcome ? -1 : 1))).toEqual([
      { told: 'kept_in', outcome: 'inactive_badge', reasons: ['refused'] },
      { told: 'kept_in', outcome: 'member_not_allowed', reasons: ['refused'] },
    ])
  })

  test('whoever holds lockup and left is not signed out: recorded, flagged, and a critical alert (▶ 10)', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.scan(anna?.serial ?? '')
    const at = desk.server.now()
    await desk.record.transaction((tx) => tx.insert(lockupCycle).values({ id: newId(), operationalDate: '2026-11-24', status: 'open', openedAt: at, openedBy: anna?.id ?? '', holderId: anna?.id ?? '', holderDirection: 'in', acquiredAt: at, createdAt: at, updatedAt: at }))
    await desk.look()
    desk.away.goAway()
    minutes(30)
    await desk.scan(anna?.serial ?? '')
    await desk.comeBack()
    expect(await desk.isInside(anna?.id ?? '')).toBe(true)
    expect(await desk.record.read((tx) => tx.select().from(refusedScan))).toMatchObject([{ outcome: 'lockup_held' }])
    expect(await desk.record.read((tx) => tx.select().from(alert))).toMatchObject([{ type: 'lockup_holder_left', severity: 'critical' }])
    expect(await desk.toSee()).toMatchObject([{ outcome: 'lockup_held', reasons: ['lockup_held'], person: { id: anna?.id } }])
  })
})

describe('what others did meanwhile (▶ 8, 9)', () => {
  test('a scan that comes between theirs turns them round, each flagged, corrected and in the trail; the person was told otherwise and is on the list', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    minutes(60)
    // The other door, which does not know of it, lets her in once more.
    expect(await desk.scanElsewhere(anna?.serial ?? '')).toMatchObject({ outcome: 'member_in' })
    minutes(60)
    await desk.comeBack()
    expect(await desk.chain(anna?.id ?? '')).toMatchObject([{ direction: 'in', flagReason: null }, { direction: 'out', flagReason: 'turned_by_late', method: 'badge', scanId: null }])
    expect(await desk.isInside(anna?.id ?? '')).toBe(false)
    expect(await desk.record.read((tx) => tx.select().from(movementCorrection))).toMatchObject([{ kind: 'edit', actorKind: 'system', reason: lateReason }])
    expect(await desk.record.read((tx) => tx.select().from(audit).where(eq(audit.action, 'checkin_update')))).toMatchObject([{ details: { before: { direction: 'in' }, after: { direction: 'out' } } }])
    expect(await desk.toSee()).toMatchObject([{ told: 'kept_in', outcome: 'member_in', reasons: ['turned_others'], turned: [{ from: 'in', to: 'out', at: '2026-11-24T19:00:00.000Z' }] }])
  })

  test('told in, recorded out: both are said, and the movement is flagged', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    minutes(10)
    await desk.scanElsewhere(anna?.serial ?? '')
    minutes(10)
    await desk.scan(anna?.serial ?? '')
    await desk.comeBack()
    expect(await desk.chain(anna?.id ?? '')).toMatchObject([{ direction: 'in' }, { direction: 'out', flagReason: 'direction_differs' }])
    expect(await desk.toSee()).toMatchObject([{ told: 'kept_in', direction: 'out', reasons: ['direction_differs'] }])
  })

  test('a badge that was given to somebody else meanwhile: who was greeted and whose it is are both named', async () => {
    desk = await createStationDesk()
    const [anna, ben] = await desk.enlist(2)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    await desk.record.transaction(async (tx) => {
      await tx.update(badge).set({ memberId: null }).where(eq(badge.memberId, ben?.id ?? ''))
      await tx.update(badge).set({ memberId: ben?.id ?? '' }).where(eq(badge.serial, anna?.serial ?? ''))
    })
    await desk.comeBack()
    expect(await desk.toSee()).toMatchObject([{ reasons: ['person_differs'], person: { id: ben?.id }, greeted: anna?.name }])
  })

  test('the list is looked through and marked as seen by name; nobody is lost from it', async () => {
    desk = await createStationDesk()
    const people = await desk.enlist(3)
    desk.away.goAway()
    for (const { serial } of people) await desk.scan(serial)
    await desk.comeBack()
    const page = await desk.offline().disagreements({ includeSeen: false, before: null, limit: 2 })
    expect(page).toMatchObject({ total: 3, items: [{ reasons: ['accepted'] }, { reasons: ['accepted'] }] })
    const rest = await desk.offline().disagreements({ includeSeen: false, before: page.next, limit: 2 })
    expect(new Set([...page.items, ...rest.items].map(({ person }) => person?.id))).toEqual(new Set(people.map(({ id }) => id)))
    const ids = page.items.map(({ id }) => id)
    const actor = { kind: 'member' as const, id: 'm1', name: 'PO1 Desk, D', stationId: 'desk' }
    expect(await desk.offline().markSeen({ ids }, actor)).toEqual({ seen: 2 })
    expect(await desk.offline().markSeen({ ids }, actor)).toEqual({ seen: 0 })
    expect(desk.offline().status().toSee).toBe(1)
    expect((await desk.toSee()).map(({ id }) => id)).toEqual(rest.items.map(({ id }) => id))
    expect((await desk.offline().disagreements({ includeSeen: true, before: null, limit: 50 })).items.filter(({ seen }) => seen?.name === 'PO1 Desk, D')).toHaveLength(2)
    expect(await desk.record.read((tx) => tx.select().from(audit).where(eq(audit.action, 'offline_scans_seen')))).toMatchObject([{ actorName: 'PO1 Desk, D', details: { count: 2 } }])
  })
})
