/** Time while the server is away: clocks that are slow or set, a day that turns over, and what comes of it all (domain.md 4.4 ▶, 4.16 ▶, scenario 30). */
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { member, missedCheckout, offlineScan } from '../../db/schema/index.ts'
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

describe('clocks', () => {
  test('a station that is ten minutes slow: times are the server’s, directions right, each flagged (scenario 30)', async () => {
    desk = await createStationDesk({ slowMs: 600_000 })
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    minutes(30)
    await desk.scan(anna?.serial ?? '')
    await desk.comeBack()
    expect(await desk.chain(anna?.id ?? '')).toMatchObject([{ at: '2026-11-24T18:00:00.000Z', direction: 'in', flagReason: 'clock_drift' }, { at: '2026-11-24T18:30:00.000Z', direction: 'out', flagReason: 'clock_drift' }])
    expect(await desk.record.read((tx) => tx.select({ scannedAt: offlineScan.scannedAt }).from(offlineScan).orderBy(offlineScan.at))).toEqual([{ scannedAt: new Date('2026-11-24T17:50:00.000Z') }, { scannedAt: new Date('2026-11-24T18:20:00.000Z') }])
  })

  test('a clock that is set while the server is away: the order is kept, and each is flagged for what happened to its time', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    minutes(10)
    desk.setClock(-3 * 3_600_000)
    await desk.scan(anna?.serial ?? '')
    minutes(10)
    await desk.comeBack()
    expect((await desk.chain(anna?.id ?? '')).map(({ direction, flagReason }) => ({ direction, flagReason }))).toEqual([{ direction: 'in', flagReason: 'clock_jump' }, { direction: 'out', flagReason: 'clock_drift' }])
    expect(await desk.toSee()).toMatchObject([{ reasons: ['clock_jump'] }])
  })

  test('older than seven days moves nobody, and is on the list with its name', async () => {
    desk = await createStationDesk()
    const [anna] = await desk.enlist(1)
    await desk.look()
    desk.away.goAway()
    await desk.scan(anna?.serial ?? '')
    minutes(7 * 24 * 60 + 1)
    await expect(desk.scan(anna?.serial ?? '')).rejects.toMatchObject({ code: 'offline_too_long' })
    await desk.comeBack()
    expect(await directions(anna?.id ?? '')).toEqual([])
    expect(await desk.toSee()).toMatchObject([{ outcome: 'too_old', person: { id: anna?.id } }])
  })
})

describe('a day that turned over meanwhile (4.16 ▶)', () => {
  /** In at 18:00, out at 19:00 while the server is away; somebody else comes at 19:00 and stays. The day turns over at 09:00 UTC. */
  async function overNight(isResetFirst: boolean): Promise<unknown> {
    desk = await createStationDesk()
    const [anna, ben] = await desk.enlist(2)
    await desk.scan(anna?.serial ?? '')
    await desk.look()
    desk.away.goAway()
    minutes(60)
    await desk.scan(anna?.serial ?? '')
    await desk.scan(ben?.serial ?? '')
    minutes(20 * 60)
    await desk.scan(ben?.serial ?? '')
    if (isResetFirst) await desk.otherJobs.tick()
    minutes(60)
    await desk.comeBack()
    const chains = [await desk.chain(anna?.id ?? ''), await desk.chain(ben?.id ?? '')].map((chain) => chain.map(({ at, direction, method }) => ({ at, direction, method })))
    const missed = await desk.record.read((tx) => tx.select({ memberId: missedCheckout.memberId, date: missedCheckout.operationalDate, at: missedCheckout.forcedCheckoutAt }).from(missedCheckout))
    const counts = await desk.record.read((tx) => tx.select({ count: sql<number>`${member.missedCheckoutCount}` }).from(member).orderBy(member.searchName))
    return { chains, missed: missed.map(({ memberId, ...row }) => ({ ...row, isBen: memberId === ben?.id })), counts }
  }

  test.each([
    ['the day was closed before the scans came', true],
    ['the scans come first', false],
  ])('%s: who left has left, who stayed is closed out with that day and comes in anew', async (_name, isResetFirst) => {
    expect(await overNight(isResetFirst)).toEqual({
      chains: [
        [
          { at: '2026-11-24T18:00:00.000Z', direction: 'in', method: 'badge' },
          { at: '2026-11-24T19:00:00.000Z', direction: 'out', method: 'badge' },
        ],
        [
          { at: '2026-11-24T19:00:00.000Z', direction: 'in', method: 'badge' },
          { at: '2026-11-25T09:00:00.000Z', direction: 'out', method: 'system' },
          { at: '2026-11-25T15:00:00.000Z', direction: 'in', method: 'badge' },
        ],
      ],
      missed: [{ date: '2026-11-24', at: new Date('2026-11-25T09:00:00.000Z'), isBen: true }],
      counts: [{ count: 0 }, { count: 1 }],
    })
  })
})

test('the memory of who moved is the record’s own: presence follows every chain after all of this', async () => {
  desk = await createStationDesk()
  const people = await desk.enlist(10)
  await desk.look()
  desk.away.goAway()
  for (let round = 0; round < 40; round += 1) {
    const person = people[(round * 7) % 10]
    await (round % 3 === 0 ? desk.scanElsewhere(person?.serial ?? '') : desk.scan(person?.serial ?? ''))
    minutes(3)
  }
  await desk.comeBack()
  const wrong = await desk.record.read((tx) => tx.execute(sql`
    select p.member_id from member_presence p cross join lateral (select id, direction from movement where member_id = p.member_id and not voided order by at desc, seq desc limit 1) m
    where m.id <> p.movement_id or m.direction <> p.direction`))
  expect((wrong as unknown as { rows: unknown[] }).rows).toEqual([])
  for (const { id } of people) expect(await directions(id)).toEqual((await directions(id)).map((_, index) => (index % 2 === 0 ? 'in' : 'out')))
})
