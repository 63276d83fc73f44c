/** A seat of the Duty Watch filled right now (domain.md 4.14). */
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { liveDuty } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createDutyDesk, type DutyDesk, type Somebody } from './testing/duty-desk.ts'

let desk: DutyDesk
let day: Somebody
beforeEach(async () => {
  desk = await createDutyDesk()
  day = await desk.enlist('Day', { rankCode: 'PO2', qualifications: ['DDS'] })
})
afterEach(() => desk.close())

describe('live duty (4.14)', () => {
  let watch: Somebody
  const seat = async (code: string) => (await desk.dds.liveDuties()).seats.find((entry) => entry.code === code)?.id ?? newId()
  const put = async (person: Somebody, code: string) => desk.dds.setLiveDuty({ memberId: person.id, seatId: await seat(code), note: '' }, desk.as(day, 5))
  const ended = async () => (await desk.database.read((tx) => tx.select().from(liveDuty).orderBy(asc(liveDuty.startedAt)))).map(({ endReason }) => endReason)
  beforeEach(async () => {
    watch = await desk.enlist('Watch', { qualifications: ['SWK', 'QM', 'APS'] })
    await desk.arrive(watch)
  })

  test('a present, qualified member is in the seat at once, and everybody is told', async () => {
    desk.told()
    expect(await put(watch, 'SWK')).toMatchObject({ seats: [{ code: 'SWK' }, { code: 'DSWK' }, { code: 'QM' }, { code: 'BM' }, { code: 'APS', maxSlots: 2 }], duties: [{ person: { id: watch.id }, seatCode: 'SWK', startedBy: 'PO2 Day, T' }] })
    expect(desk.told()).toEqual(['dds.changed'])
  })

  test('refused: away, unqualified, no such seat, there already, full', async () => {
    await expect(put(day, 'SWK')).rejects.toMatchObject({ code: 'not_inside' })
    await expect(put(watch, 'BM')).rejects.toMatchObject({ code: 'seat_not_qualified', details: { qualification: 'BM' } })
    await expect(put(watch, 'CO')).rejects.toMatchObject({ code: 'seat_unknown' })
    await put(watch, 'SWK')
    await expect(put(watch, 'SWK')).rejects.toMatchObject({ code: 'seat_held' })
    const second = await desk.enlist('Second', { qualifications: ['SWK'] })
    await desk.arrive(second)
    await expect(put(second, 'SWK')).rejects.toMatchObject({ code: 'seat_full', details: { seat: 'SWK', count: 1 } })
  })

  test('another seat ends the first as reassigned; cleared by hand; ended by leaving, by badge or by hand', async () => {
    await put(watch, 'SWK')
    desk.clock.advance(60_000)
    const { duties } = await put(watch, 'QM')
    expect(duties).toMatchObject([{ seatCode: 'QM' }])
    await desk.dds.clearLiveDuty({ liveDutyId: duties[0]?.id ?? '', note: '' }, desk.as(day, 5))
    await expect(desk.dds.clearLiveDuty({ liveDutyId: duties[0]?.id ?? '', note: '' }, desk.as(day, 5))).rejects.toMatchObject({ code: 'live_duty_unknown' })
    await put(watch, 'APS')
    desk.told()
    await desk.scan(watch)
    expect(desk.told()).toContain('dds.changed')
    desk.clock.advance(3000)
    await desk.arrive(watch)
    await put(watch, 'APS')
    await desk.history.record({ memberId: watch.id, entries: [{ direction: 'out', at: null }], reason: 'left by the gate' }, { kind: 'admin', id: newId(), name: 'Boss', stationId: 'desk' })
    expect(await ended()).toEqual(['reassigned', 'cleared', 'member_checkout', 'member_checkout'])
  })
})
