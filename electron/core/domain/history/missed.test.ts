import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultUnitTime } from '../../../../shared/domain/operational-day.ts'
import { member, missedCheckout } from '../../db/schema/index.ts'
import { closeForgotten, readStillIn } from '../presence/close-out.ts'
import { desk, openHistoryDesk, type HistoryDesk } from './testing/history-desk.ts'

let { database, clock, history, enlist, hoursAgo, record, missed, chain, state } = {} as HistoryDesk
beforeEach(async () => {
  ;({ database, clock, history, enlist, hoursAgo, record, missed, chain, state } = await openHistoryDesk())
})
afterEach(() => database.close())

/** 03:00 in Winnipeg on the 24th, as the daily reset does it. */
const rollover = new Date('2026-11-24T09:00:00.000Z')
async function closeOut(): Promise<void> {
  await database.transaction(async (tx) => closeForgotten(tx, { people: await readStillIn(tx, rollover), at: rollover, recordedAt: clock.now(), unitTime: defaultUnitTime }))
}
/** Two who came the evening before and were closed out at the rollover. */
async function twoForgot() {
  const people = [await enlist('Abel'), await enlist('Béland')] as const
  for (const { id } of people) await record(id, [{ direction: 'in', at: '2026-11-24T00:30:00.000Z' }])
  await closeOut()
  return people
}
const closings = async (): Promise<string[]> => (await missed()).items.map(({ checkout }) => checkout?.movementId ?? '')

describe('missed check-outs the next morning (screens.md P0-4, scenario 17)', () => {
  test('the list says who, since when and when they were closed out; with the true time given it says that too', async () => {
    await twoForgot()
    const [first] = (await missed()).items
    expect(first).toMatchObject({ operationalDate: '2026-11-23', resolvedBy: 'daily_reset', forcedCheckoutAt: rollover.toISOString(), person: { rank: 'S1', division: { code: 'OPS' } }, checkout: { at: rollover.toISOString(), corrected: false } })
    await history.correct({ movementId: first?.checkout?.movementId ?? '', direction: 'out', at: '2026-11-24T04:15:00.000Z', reason: 'phoned in' }, desk)
    expect((await missed()).items.find(({ id }) => id === first?.id)).toMatchObject({ forcedCheckoutAt: rollover.toISOString(), checkout: { at: '2026-11-24T04:15:00.000Z', corrected: true } })
    expect(await missed({ openOnly: true })).toMatchObject({ total: 1, items: [{ checkout: { corrected: false } }] })
  })

  test('several get their true times in one act, or none does', async () => {
    const [abel, beland] = await twoForgot()
    const [one = '', two = ''] = await closings()
    const left = '2026-11-24T04:15:00.000Z'
    await expect(history.correctMany({ movements: [{ movementId: one, at: left }, { movementId: two, at: '2026-11-23T20:00:00.000Z' }], reason: 'left at ten' }, desk)).rejects.toMatchObject({ code: 'movement_same' })
    expect(await closings()).toEqual([one, two])
    expect(await history.correctMany({ movements: [{ movementId: one, at: left }, { movementId: two, at: left }], reason: 'left at ten' }, desk)).toEqual({ corrected: 2 })
    for (const { id } of [abel, beland]) expect(await chain(id)).toEqual([['in', '2026-11-24T00:30:00.000Z'], ['out', left]])
    expect(await missed({ openOnly: true })).toEqual({ items: [], total: 0, next: null })
    await expect(history.correctMany({ movements: [{ movementId: one, at: left }], reason: 'again' }, desk)).rejects.toMatchObject({ code: 'movement_voided' })
  })

  test('a closing that was wrong, for they were inside all night: deleted, the note goes, and they are inside', async () => {
    const [abel] = await twoForgot()
    const [one = '', two = ''] = await closings()
    // Even where a correction took its place first.
    const { movementId } = await history.correct({ movementId: one, direction: 'out', at: '2026-11-24T04:15:00.000Z', reason: 'phoned in' }, desk)
    await history.remove({ movementId, reason: 'was on watch all night' }, desk)
    await history.remove({ movementId: two, reason: 'was on watch all night' }, desk)
    expect(await state(abel.id)).toBe('in')
    expect(await database.read((tx) => tx.select().from(missedCheckout))).toEqual([])
    expect(await database.read((tx) => tx.select({ count: member.missedCheckoutCount, last: member.lastMissedCheckout }).from(member).where(eq(member.id, abel.id)))).toEqual([{ count: 0, last: null }])
  })

  test('pages follow on each other, also where many were closed out at one instant', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E']) await record((await enlist(name)).id, [{ direction: 'in', at: '2026-11-24T00:30:00.000Z' }])
    await closeOut()
    const seen: string[] = []
    let cursor: unknown = null
    do {
      const page = await missed({ limit: 2, cursor })
      seen.push(...page.items.map(({ person }) => person.lastName))
      expect(page.total).toBe(5)
      cursor = page.next
    } while (cursor !== null)
    expect(seen.toSorted()).toEqual(['A', 'B', 'C', 'D', 'E'])
  })
})

describe('who is still inside (domain.md 4.2 stale list, scenario 29)', () => {
  test('longer than so many hours; signed out together, each at their own time, or none', async () => {
    const long = await enlist('Long')
    const short = await enlist('Short')
    await record(long.id, [{ direction: 'in', at: hoursAgo(20) }])
    await record(short.id, [{ direction: 'in', at: hoursAgo(2) }])
    expect((await history.stale({ hours: 12 })).people).toMatchObject([{ displayName: 'S1 Long, T', since: hoursAgo(20), division: { code: 'OPS' } }])
    await expect(history.checkOutMany({ people: [{ memberId: long.id, at: hoursAgo(10) }, { memberId: short.id, at: hoursAgo(3) }], note: 'left' }, desk)).rejects.toMatchObject({ code: 'movement_same' })
    expect(await state(long.id)).toBe('in')
    expect(await history.checkOutMany({ people: [{ memberId: long.id, at: hoursAgo(10) }, { memberId: short.id, at: null }], note: 'left' }, desk)).toEqual({ checkedOut: 2 })
    expect(await database.read((tx) => tx.select().from(missedCheckout))).toMatchObject([{ memberId: long.id }])
  })
})
