/** Opening, and lockup from hand to hand (domain.md 4.15, screens.md W-7, P0-6; scenarios 20, 21). */
import { asc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { audit, lockupCycle, lockupTransfer, responsibilityLog } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createDutyDesk, door, type DutyDesk, type Somebody } from '../dds/testing/duty-desk.ts'

let desk: DutyDesk
let swk: Somebody
let builder: Somebody
let sailor: Somebody
beforeEach(async () => {
  desk = await createDutyDesk()
  swk = await desk.enlist('Watch', { rankCode: 'PO1', qualifications: ['SWK'] })
  builder = await desk.enlist('Builder', { rankCode: 'PO2', qualifications: ['BUILDING_AUTH'] })
  sailor = await desk.enlist('Plain')
})
afterEach(() => desk.close())

const open = (input: object = {}, caller = desk.kiosk) => desk.lockup.open({ note: '', ...input }, caller)
const handOver = (to: Somebody, input: object = {}, caller = desk.kiosk) => desk.lockup.handOver({ toMemberId: to.id, reason: 'manual', note: '', ...input }, caller)
const log = () => desk.database.read((tx) => tx.select().from(responsibilityLog).orderBy(asc(responsibilityLog.seq)))
const trail = async () => (await desk.database.read((tx) => tx.select().from(audit).orderBy(asc(audit.seq)))).filter(({ action }) => action.startsWith('lockup_'))

/** The watchkeeper has come in and opened. */
async function opened(): Promise<void> {
  await desk.arrive(swk)
  await open()
  desk.told()
}

describe('the building before anybody came', () => {
  test('is secured, was never opened, and looking at it writes nothing (⚠: a status read made a row that suppressed the catch-up)', async () => {
    expect(await desk.lockup.status()).toMatchObject({ status: 'secured', version: 0, since: null, holder: null, opened: null, secured: null, cycles: [], operationalDate: '2026-11-24' })
    expect(await desk.database.read((tx) => tx.$count(lockupCycle))).toBe(0)
  })
})

describe('opening', () => {
  test('by one’s own badge at the kiosk: a new cycle, who opens holds lockup, and it is logged twice', async () => {
    await desk.arrive(swk)
    desk.told()
    const status = await open({ note: 'Alarm off, rounds done' })
    expect(status).toMatchObject({ status: 'open', holder: { id: swk.id, displayName: 'PO1 Watch, T' }, opened: { by: { id: swk.id }, note: 'Alarm off, rounds done' }, inside: { members: 1 }, cycles: [{ openedBy: { id: swk.id }, securedAt: null }] })
    expect(desk.told()).toEqual(['lockup.changed'])
    expect(await log()).toMatchObject([{ responsibility: 'lockup', action: 'building_opened', memberName: 'PO1 Watch, T', actorKind: 'member', actorId: swk.id, operationalDate: '2026-11-24', notes: 'Alarm off, rounds done' }])
    expect(await trail()).toMatchObject([{ action: 'lockup_open', actorId: swk.id, stationId: door, details: { memberId: swk.id, qualifications: ['SWK'] } }])
  })

  test('nobody’s badge within a minute: nobody acts; another’s scan takes over (W-10)', async () => {
    await desk.arrive(swk)
    desk.clock.advance(60_000)
    await expect(open()).rejects.toMatchObject({ code: 'badge_needed' })
    await desk.arrive(sailor)
    await expect(open()).rejects.toMatchObject({ code: 'lockup_no_authority', details: { name: 'S1 Plain, T' } })
  })

  test('an unknown badge at the reader ends what the one before spoke for', async () => {
    await desk.arrive(swk)
    await desk.presence.scan({ serial: 'DEADBEEF', stationId: door, actor: { kind: 'device', id: 'reader', name: 'Reader' } })
    await expect(open()).rejects.toMatchObject({ code: 'badge_needed' })
  })

  test('a badge at one door says nothing at another', async () => {
    await desk.scan(swk, 'rear-door')
    await expect(open()).rejects.toMatchObject({ code: 'badge_needed' })
    expect(await open({ stationId: 'rear-door' })).toMatchObject({ holder: { id: swk.id } })
  })

  test('who is not inside, or may not hold lockup, does not open', async () => {
    await expect(open({}, desk.as(swk))).rejects.toMatchObject({ code: 'not_inside', details: { name: 'PO1 Watch, T' } })
    await desk.arrive(sailor)
    await expect(open({}, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'lockup_no_authority' })
    await expect(open({ memberId: newId() }, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'member_unknown' })
  })

  test('for somebody else only with their badge, or by an administrator who says why (W-7)', async () => {
    await desk.arrive(swk, sailor)
    const quartermaster = desk.as(sailor, 2)
    await expect(open({ memberId: swk.id }, quartermaster)).rejects.toMatchObject({ code: 'badge_proof_needed', details: { name: 'PO1 Watch, T' } })
    await expect(open({ memberId: swk.id, override: { reason: 'By phone' } }, quartermaster)).rejects.toMatchObject({ code: 'forbidden' })
    await desk.prove(quartermaster, swk)
    expect(await open({ memberId: swk.id }, quartermaster)).toMatchObject({ holder: { id: swk.id } })
    expect(await desk.isInside(swk)).toBe(true)
  })

  test('an expired qualification opens nothing', async () => {
    const late = await desk.enlist('Late', { qualifications: ['SWK'], expiresAt: new Date(desk.clock.now().getTime() + 60_000) })
    await desk.arrive(late)
    desk.clock.advance(120_000)
    await expect(open({}, desk.as(late))).rejects.toMatchObject({ code: 'lockup_no_authority' })
  })

  test('two at one instant: one opens, the other is told who did; the same person twice has opened once', async () => {
    await desk.arrive(swk, builder)
    const answers = await Promise.allSettled([open({}, desk.as(swk)), open({}, desk.as(builder)), open({}, desk.as(swk))])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(answers[1]).toMatchObject({ reason: { code: 'building_open', details: { name: 'PO1 Watch, T' } } })
    expect(await desk.database.read((tx) => tx.$count(lockupCycle))).toBe(1)
  })
})

describe('who may hold lockup: A, B and C are one question (4.15 ⚠)', () => {
  test('openers and recipients: inside only, by qualification or by the duty of the day, with the scheduled DDS who has no qualification', async () => {
    const scheduled = await desk.enlist('Rostered', { rankCode: 'LCdr' })
    const away = await desk.enlist('Away', { qualifications: ['DDS'] })
    await desk.roster('2026-11-23', scheduled)
    await desk.arrive(swk, builder, sailor, scheduled)
    const openers = await desk.lockup.openers()
    expect(openers.people.map(({ displayName, grounds, qualifications }) => [displayName, grounds, qualifications])).toEqual([
      ['LCdr Rostered, T', ['dds', 'scheduled_dds'], []],
      ['PO1 Watch, T', ['qualification'], ['SWK']],
      ['PO2 Builder, T', ['qualification'], ['BUILDING_AUTH']],
    ])
    expect(openers.people[0]?.numberTail).toMatch(/^\d{3}$/)
    await open({}, desk.as(swk))
    expect((await desk.lockup.recipients()).people.map(({ id }) => id)).toEqual([scheduled.id, builder.id])
    expect(openers.people.map(({ id }) => id)).not.toContain(away.id)
  })

  test('a draft roster gives nobody anything (4.13 ▶)', async () => {
    const drafted = await desk.enlist('Drafted')
    await desk.roster('2026-11-23', drafted, { published: false })
    await desk.arrive(drafted)
    expect((await desk.lockup.openers()).people).toEqual([])
  })
})

describe('the holder at the door (scenario 20)', () => {
  test('cannot leave: told to lock up, or to hand over when somebody who may is inside; nothing is recorded as a movement', async () => {
    await opened()
    expect(await desk.scan(swk)).toMatchObject({ outcome: 'lockup_held', direction: null, movementId: null, person: { id: swk.id }, options: ['lock_up'] })
    expect(await desk.isInside(swk)).toBe(true)
    desk.clock.advance(3000)
    await desk.arrive(builder)
    expect(await desk.scan(swk)).toMatchObject({ outcome: 'lockup_held', options: ['lock_up', 'hand_over'] })
    expect((await desk.presence.activity(3)).items[0]).toMatchObject({ kind: 'refused', outcome: 'lockup_held', person: { id: swk.id } })
  })

  test('the same scan asked again after lockup went to another is answered as it was, and lets nobody out', async () => {
    await opened()
    await desk.arrive(builder)
    const scanId = newId()
    const request = { serial: swk.serial ?? '', stationId: door, scanId, actor: { kind: 'device' as const, id: 'reader', name: 'Reader' } }
    await desk.presence.scan(request)
    await desk.prove(desk.kiosk, swk, builder)
    await handOver(builder)
    desk.clock.advance(5000)
    expect(await desk.presence.scan(request)).toMatchObject({ outcome: 'lockup_held' })
    expect(await desk.isInside(swk)).toBe(true)
  })

  test('everybody else comes and goes as always', async () => {
    await opened()
    await desk.arrive(builder)
    expect(await desk.scan(builder)).toMatchObject({ outcome: 'member_out', options: [] })
  })
})

describe('handing over', () => {
  test('at the kiosk: the holder was held back a moment ago, the receiver holds up their badge, and may not be moved by it', async () => {
    await opened()
    await desk.arrive(builder)
    await desk.scan(swk)
    desk.told()
    expect(await desk.proofs.awaitBadges({ memberIds: [swk.id, builder.id] }, desk.kiosk)).toMatchObject({ state: 'waiting', people: [{ id: swk.id, proven: true }, { id: builder.id, proven: false }] })
    expect(await desk.scan(builder)).toMatchObject({ outcome: 'badge_proof', person: { id: builder.id }, movementId: null })
    const status = await handOver(builder, { reason: 'checkout_transfer', note: 'Off to the dentist' })
    expect(status).toMatchObject({ status: 'open', holder: { id: builder.id }, opened: { by: { id: swk.id } } })
    expect(await desk.database.read((tx) => tx.select().from(lockupTransfer))).toMatchObject([{ fromMemberId: swk.id, toMemberId: builder.id, reason: 'checkout_transfer', confirmedBy: 'both_badges', notes: 'Off to the dentist' }])
    expect((await log()).at(-1)).toMatchObject({ action: 'transferred', memberName: 'PO2 Builder, T', fromMemberName: 'PO1 Watch, T' })
    expect(desk.told()).toEqual(['proofs.changed', 'proofs.changed', 'presence.scanned', 'proofs.changed', 'lockup.changed'])
    desk.clock.advance(3000)
    expect(await desk.scan(swk)).toMatchObject({ outcome: 'member_out' })
    expect(await desk.scan(builder)).toMatchObject({ outcome: 'lockup_held' })
  })

  test('one badge is not enough, whoever’s it is; what was shown for one act serves for no other', async () => {
    await opened()
    await desk.arrive(builder)
    await expect(handOver(builder)).rejects.toMatchObject({ code: 'badge_proof_needed', details: { name: 'PO1 Watch, T' } })
    desk.clock.advance(60_000)
    await desk.prove(desk.kiosk, swk)
    await expect(handOver(builder)).rejects.toMatchObject({ code: 'badge_proof_needed', details: { name: 'PO2 Builder, T' } })
    await desk.prove(desk.kiosk, swk, builder)
    await handOver(builder)
    await expect(handOver(swk)).rejects.toMatchObject({ code: 'badge_proof_needed', details: { name: 'PO1 Watch, T' } })
  })

  test('the wait ends after thirty seconds; each proof gives thirty more', async () => {
    await opened()
    await desk.arrive(builder)
    desk.clock.advance(60_000)
    await desk.proofs.awaitBadges({ memberIds: [swk.id, builder.id] }, desk.kiosk)
    desk.clock.advance(29_000)
    expect(await desk.scan(swk)).toMatchObject({ outcome: 'badge_proof' })
    desk.clock.advance(29_000)
    expect(await desk.scan(builder)).toMatchObject({ outcome: 'badge_proof' })
    desk.clock.advance(29_000)
    expect(await handOver(builder)).toMatchObject({ holder: { id: builder.id } })
    desk.clock.advance(60_000)
    await desk.proofs.awaitBadges({ memberIds: [swk.id] }, desk.kiosk)
    desk.told()
    desk.clock.advance(30_000)
    expect(desk.events).toMatchObject([['proofs.changed', { state: 'expired' }]])
    expect(await desk.scan(swk)).toMatchObject({ outcome: 'member_out' })
  })

  test('who signed in at the desk agrees by that; the other by badge', async () => {
    await opened()
    await desk.arrive(builder)
    desk.clock.advance(60_000)
    const caller = desk.as(builder)
    await desk.prove(caller, swk)
    expect(await handOver(builder, {}, caller)).toMatchObject({ holder: { id: builder.id } })
    expect((await log()).at(-1)).toMatchObject({ actorId: builder.id })
  })

  test('by override: an administrator or the DDS, and the reason stays on record', async () => {
    await opened()
    await desk.arrive(builder)
    desk.clock.advance(60_000)
    const reason = { reason: 'Holder was taken ill' }
    await expect(handOver(builder, { override: reason }, desk.as(sailor, 4))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(handOver(builder, { override: reason })).rejects.toMatchObject({ code: 'badge_needed' })
    await handOver(builder, { override: reason, note: 'Ambulance' }, desk.as(sailor, 5))
    expect(await desk.database.read((tx) => tx.select().from(lockupTransfer))).toMatchObject([{ confirmedBy: 'override', notes: 'Holder was taken ill · Ambulance', actorName: 'S1 Plain, T' }])
  })

  test('scenario 21: to somebody who is not inside or may not hold it, to oneself, or in a secured building: refused with the reason', async () => {
    await expect(handOver(builder, {}, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'not_inside', details: { name: 'PO2 Builder, T' } })
    await desk.arrive(builder)
    await expect(handOver(builder, {}, desk.as(sailor, 5))).rejects.toMatchObject({ code: 'building_secured' })
    await opened()
    await desk.arrive(sailor)
    await expect(handOver(sailor)).rejects.toMatchObject({ code: 'lockup_no_authority', details: { name: 'S1 Plain, T' } })
    await expect(handOver(swk)).rejects.toMatchObject({ code: 'lockup_same_person' })
  })

  test('two receivers at one instant: one has it, and the chain has no gap', async () => {
    await opened()
    const second = await desk.enlist('Second', { qualifications: ['DDS'] })
    await desk.arrive(builder, second)
    const override = { override: { reason: 'drill' } }
    await Promise.all([handOver(builder, override, desk.as(sailor, 5)), handOver(second, override, desk.as(sailor, 5))])
    const transfers = await desk.database.read((tx) => tx.select().from(lockupTransfer))
    expect(transfers.map(({ fromMemberId, toMemberId }) => [fromMemberId, toMemberId])).toEqual([
      [swk.id, builder.id],
      [builder.id, second.id],
    ])
  })
})

describe('a badge that is held up to agree', () => {
  test('read twice it agrees once and does not sign out its holder, even after the act', async () => {
    await opened()
    await desk.arrive(builder)
    await desk.prove(desk.kiosk, swk, builder)
    desk.clock.advance(700)
    await handOver(builder)
    desk.clock.advance(700)
    expect(await desk.scan(builder)).toMatchObject({ outcome: 'badge_proof' })
    expect(await desk.isInside(builder)).toBe(true)
  })

  test('somebody else’s badge counts as always meanwhile: nobody’s arrival is swallowed', async () => {
    await opened()
    await desk.proofs.awaitBadges({ memberIds: [swk.id, builder.id] }, desk.kiosk)
    expect(await desk.scan(sailor)).toMatchObject({ outcome: 'member_in' })
    expect(await desk.scan(sailor, 'rear-door')).toMatchObject({ outcome: 'duplicate' })
  })

  test('a lost badge proves nothing; a new wait at the station ends the old one; cancelled, badges count again', async () => {
    await opened()
    await desk.proofs.awaitBadges({ memberIds: [builder.id] }, desk.kiosk)
    desk.told()
    await desk.proofs.awaitBadges({ memberIds: [sailor.id] }, desk.kiosk)
    expect(desk.events.map(([, payload]) => (payload as { state: string }).state)).toEqual(['cancelled', 'waiting'])
    desk.proofs.cancel({}, desk.kiosk)
    expect(await desk.scan(sailor)).toMatchObject({ outcome: 'member_in' })
  })
})
