import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit, lockupCycle, member, missedCheckout, movement } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { desk, openHistoryDesk, type HistoryDesk } from './testing/history-desk.ts'

let { database, clock, events, history, enlist, scan, hoursAgo, record, undo, list, chain, state } = {} as HistoryDesk
beforeEach(async () => {
  ;({ database, clock, events, history, enlist, scan, hoursAgo, record, undo, list, chain, state } = await openHistoryDesk())
})
afterEach(() => database.close())

describe('undo for ten seconds (domain.md 8 scenario 9, screens.md 5.1)', () => {
  test('takes back the latest movement, flagged for review; the badge counts again at once', async () => {
    const { id, serial } = await enlist('Oops')
    await scan(serial)
    clock.advance(9_000)
    const outcome = await scan(serial)
    expect(outcome).toMatchObject({ outcome: 'member_out', movementId: expect.any(String) })
    clock.advance(9_999)
    events.length = 0
    expect(await undo(outcome.movementId)).toEqual({ displayName: 'S1 Oops, T' })
    expect(await state(id)).toBe('in')
    expect(events).toEqual(['presence.changed'])
    expect((await list({ includeVoided: true, flagged: true })).items).toMatchObject([{ voided: true, flagReason: 'undone', ended: { kind: 'undo' } }])
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'checkin_undo')))).toMatchObject([{ entityId: outcome.movementId, actorName: 'S1 Desk, D', stationId: 'desk', details: { before: { direction: 'out' }, after: null } }])
    expect(await scan(serial)).toMatchObject({ outcome: 'member_out' })
  })

  test('not later, not twice, and not when something came after', async () => {
    const { serial } = await enlist('Late')
    const first = await scan(serial)
    clock.advance(5_000)
    const second = await scan(serial)
    await expect(undo(first.movementId)).rejects.toMatchObject({ code: 'undo_too_late' })
    const answers = await Promise.allSettled([undo(second.movementId), undo(second.movementId)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    clock.advance(13_000)
    await expect(undo(first.movementId)).rejects.toMatchObject({ code: 'undo_too_late' })
    await expect(undo(newId())).rejects.toMatchObject({ code: 'movement_unknown' })
  })

  test('after the clock was set back nobody can tell how long ago it was: refused', async () => {
    const { serial } = await enlist('Clock')
    const { movementId } = await scan(serial)
    clock.advance(-60_000)
    await expect(undo(movementId)).rejects.toMatchObject({ code: 'undo_too_late' })
  })

  test('an entry by hand is taken back by who may make one only: a door’s device is not enough', async () => {
    const { id } = await enlist('Hand')
    const { undoId } = await record(id, [{ direction: 'in', at: null }])
    await expect(undo(undoId, false)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await state(id)).toBe('in')
    await undo(undoId)
    expect(await state(id)).toBeUndefined()
  })

  test('of a stay or an absence both ends go: one alone would be a lie', async () => {
    const { id } = await enlist('Stay')
    await record(id, [{ direction: 'in', at: hoursAgo(9) }])
    const before = await chain(id)
    clock.advance(60_000)
    const { undoId } = await record(id, [{ direction: 'out', at: hoursAgo(4) }, { direction: 'in', at: hoursAgo(3) }])
    await undo(undoId)
    expect(await chain(id)).toEqual(before)
    expect(await state(id)).toBe('in')
    // Where the person moved later, there is nothing to offer: it is corrected in the history.
    await record(id, [{ direction: 'out', at: hoursAgo(2) }])
    expect(await record(id, [{ direction: 'out', at: hoursAgo(8) }, { direction: 'in', at: hoursAgo(7) }])).toMatchObject({ undoId: null })
  })

  test('a correction and a closing by Sentinel are not taken back like this: the original could not come back', async () => {
    const { id, serial } = await enlist('Fixed')
    const { movementId } = await scan(serial)
    clock.advance(5_000)
    const corrected = await history.correct({ movementId: movementId ?? '', direction: 'in', at: hoursAgo(1), reason: 'came earlier' }, desk)
    await expect(undo(corrected.movementId)).rejects.toMatchObject({ code: 'undo_not_offered' })
    const closing = newId()
    await database.transaction((tx) => tx.insert(movement).values({ id: closing, memberId: id, direction: 'out', at: clock.now(), recordedAt: clock.now(), stationId: 'front-door', method: 'system' }))
    await expect(undo(closing)).rejects.toMatchObject({ code: 'undo_not_offered' })
  })

  test('a check-out by hand that noted a missed check-out takes the note back with it', async () => {
    const { id } = await enlist('Forgot')
    await record(id, [{ direction: 'in', at: hoursAgo(40) }])
    const { undoId } = await record(id, [{ direction: 'out', at: null }], 'left')
    const count = () => database.read((tx) => tx.select({ count: member.missedCheckoutCount, last: member.lastMissedCheckout }).from(member).where(eq(member.id, id)))
    expect(await count()).toEqual([{ count: 1, last: clock.now() }])
    await undo(undoId)
    expect(await count()).toEqual([{ count: 0, last: null }])
    expect(await database.read((tx) => tx.select().from(missedCheckout))).toEqual([])
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'checkin_missed_checkout_delete')))).toMatchObject([{ details: { operationalDate: '2026-11-22' } }])
  })
})

test('whoever holds lockup is not signed out by hand, nor by undoing the way in (domain.md 4.2 LOCKUP_HELD, 4.15)', async () => {
  const { id, serial } = await enlist('Holder')
  const { movementId } = await scan(serial)
  const at = clock.now()
  await database.transaction((tx) => tx.insert(lockupCycle).values({ id: newId(), operationalDate: '2026-11-24', status: 'open', openedAt: at, openedBy: id, holderId: id, holderDirection: 'in', acquiredAt: at, createdAt: at, updatedAt: at }))
  clock.advance(5_000)
  const held = { code: 'lockup_held', details: { name: 'S1 Holder, T' } }
  await expect(undo(movementId)).rejects.toMatchObject(held)
  await expect(record(id, [{ direction: 'out', at: null }])).rejects.toMatchObject(held)
  await expect(history.checkOutMany({ people: [{ memberId: id, at: null }], note: 'left' }, desk)).rejects.toMatchObject(held)
  await expect(history.remove({ movementId: movementId ?? '', reason: 'x' }, desk)).rejects.toMatchObject(held)
  expect(await state(id)).toBe('in')
})
