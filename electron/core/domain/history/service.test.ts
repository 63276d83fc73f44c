import { asc, desc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { history as contract } from '../../../../shared/contract/history.ts'
import { audit, member, memberPresence, missedCheckout, movement, movementCorrection } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { Refusal } from '../../kit/refusal.ts'
import { desk, openHistoryDesk, type HistoryDesk } from './testing/history-desk.ts'

let { database, clock, events, history, enlist, scan, hoursAgo, record, undo, list, missed, chain, state } = {} as HistoryDesk
beforeEach(async () => {
  ;({ database, clock, events, history, enlist, scan, hoursAgo, record, undo, list, missed, chain, state } = await openHistoryDesk())
})
afterEach(() => database.close())

describe('in and out by hand (domain.md 4.2, scenario 5)', () => {
  test('somebody without a badge is signed in now: marked as such, audited, and on every screen', async () => {
    const { id } = await enlist('Badgeless', { hasBadge: false })
    events.length = 0
    expect(await record(id, [{ direction: 'in', at: null }])).toMatchObject({ displayName: 'S1 Badgeless, T', missedCheckout: false })
    expect((await list()).items).toMatchObject([{ direction: 'in', method: 'manual', stationName: 'Desk', entered: { kind: 'add', actorName: 'S1 Desk, D', reason: 'forgot the badge', original: null } }])
    expect(await state(id)).toBe('in')
    expect(events).toEqual(['presence.changed'])
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'checkin_manual_create')))).toMatchObject([{ actorName: 'S1 Desk, D', stationId: 'desk' }])
  })

  test('a check-out, or a time in the past, needs a reason; a sign-in now does not', async () => {
    const { id } = await enlist('Plain')
    await expect(record(id, [{ direction: 'in', at: hoursAgo(1) }], '')).rejects.toMatchObject({ code: 'reason_needed' })
    await record(id, [{ direction: 'in', at: null }], '')
    clock.advance(5000)
    await expect(record(id, [{ direction: 'out', at: null }], '')).rejects.toMatchObject({ code: 'reason_needed' })
  })

  test('⚠ in after in is refused, and the refusal says which movement is in the way', async () => {
    const { id, serial } = await enlist('Twice')
    await scan(serial)
    clock.advance(3_600_000)
    await expect(record(id, [{ direction: 'in', at: null }])).rejects.toMatchObject({ code: 'movement_same', details: { name: 'S1 Twice, T', direction: 'in', at: hoursAgo(1) } })
    await expect(record(id, [{ direction: 'in', at: hoursAgo(2) }])).rejects.toMatchObject({ code: 'movement_same' })
    await expect(record(id, [{ direction: 'out', at: hoursAgo(1) }])).rejects.toMatchObject({ code: 'movement_between' })
    expect((await chain(id)).map(([direction]) => direction)).toEqual(['in'])
  })

  test('the first of all movements cannot be out, and none can be in the future', async () => {
    const { id } = await enlist('First')
    await expect(record(id, [{ direction: 'out', at: null }])).rejects.toMatchObject({ code: 'movement_same' })
    await expect(record(id, [{ direction: 'in', at: hoursAgo(-1) }])).rejects.toMatchObject({ code: 'movement_in_future' })
  })

  test('“was here from–to” and “was away from–to” are one act each', async () => {
    const { id } = await enlist('Pair')
    await record(id, [{ direction: 'in', at: hoursAgo(6) }, { direction: 'out', at: hoursAgo(1) }])
    await record(id, [{ direction: 'out', at: hoursAgo(4) }, { direction: 'in', at: hoursAgo(3) }])
    expect((await chain(id)).map(([direction]) => direction)).toEqual(['in', 'out', 'in', 'out'])
    await expect(record(id, [{ direction: 'in', at: hoursAgo(5) }, { direction: 'out', at: hoursAgo(2) }])).rejects.toMatchObject({ code: 'movement_same' })
    expect(await state(id)).toBe('out')
  })

  test('whoever the door refuses is not let in by hand, but may always be signed out', async () => {
    const { id, serial } = await enlist('Barred')
    await scan(serial)
    clock.advance(5000)
    await database.transaction((tx) => tx.update(member).set({ status: 'suspended' }).where(eq(member.id, id)))
    await record(id, [{ direction: 'out', at: null }])
    clock.advance(5000)
    await expect(record(id, [{ direction: 'in', at: null }])).rejects.toMatchObject({ code: 'member_not_admitted' })
  })

  test('who forgot to sign out on an earlier operational day has a missed check-out, with the true time (P16, scenario 17)', async () => {
    const { id, serial } = await enlist('Forgot')
    clock.set(new Date('2026-11-24T01:00:00.000Z'))
    await scan(serial)
    // 02:59 in Winnipeg is still the same operational day.
    clock.set(new Date('2026-11-24T08:59:00.000Z'))
    expect(await history.record({ memberId: id, entries: [{ direction: 'out', at: '2026-11-24T04:00:00.000Z' }], reason: 'phoned in' }, desk)).toMatchObject({ missedCheckout: false })
    await record(id, [{ direction: 'in', at: '2026-11-24T04:30:00.000Z' }])
    clock.set(new Date('2026-11-24T09:00:00.000Z'))
    expect(await record(id, [{ direction: 'out', at: '2026-11-24T05:00:00.000Z' }], 'phoned in')).toMatchObject({ missedCheckout: true })
    expect(await database.read((tx) => tx.select().from(missedCheckout))).toMatchObject([{ operationalDate: '2026-11-23', resolvedBy: 'admin', actorName: 'S1 Desk, D', notes: 'phoned in' }])
    expect(await database.read((tx) => tx.select({ count: member.missedCheckoutCount }).from(member).where(eq(member.id, id)))).toEqual([{ count: 1 }])
    expect((await missed()).items).toMatchObject([{ person: { displayName: 'S1 Forgot, T' } }])
  })

  test('two desks and a badge at one instant: one movement, whoever was first', async () => {
    const { id, serial } = await enlist('Race')
    await Promise.allSettled([record(id, [{ direction: 'in', at: null }]), record(id, [{ direction: 'in', at: null }]), scan(serial)])
    expect((await chain(id)).map(([direction]) => direction)).toEqual(['in'])
    expect(await state(id)).toBe('in')
  })
})

describe('corrections (domain.md 4.2 ▶, screens.md W-9)', () => {
  test('another takes its place; the original stays with who, when and why', async () => {
    const { id, serial } = await enlist('Wrong')
    await scan(serial)
    clock.advance(3_600_000)
    const [first] = (await list()).items
    const { movementId } = await history.correct({ movementId: first?.id ?? '', direction: 'in', at: hoursAgo(3), reason: 'came at three' }, desk)
    expect((await list()).items).toMatchObject([{ id: movementId, at: hoursAgo(3), method: 'override', entered: { kind: 'edit', reason: 'came at three', original: { direction: 'in', at: hoursAgo(1), stationName: 'Front door' } } }])
    expect((await list({ includeVoided: true })).items).toMatchObject([{ id: first?.id, voided: true, ended: { kind: 'edit', actorName: 'S1 Desk, D' } }, { id: movementId }])
    expect((await database.read((tx) => tx.select().from(memberPresence).where(eq(memberPresence.memberId, id))))[0]).toMatchObject({ movementId })
    await expect(history.correct({ movementId: first?.id ?? '', direction: 'in', at: hoursAgo(2), reason: 'x' }, desk)).rejects.toMatchObject({ code: 'movement_voided' })
    await expect(history.correct({ movementId, direction: 'in', at: hoursAgo(3), reason: 'x' }, desk)).rejects.toMatchObject({ code: 'nothing_changed' })
    await expect(history.remove({ movementId: newId(), reason: 'x' }, desk)).rejects.toMatchObject({ code: 'movement_unknown' })
  })

  test('one movement is shown with all that ever stood in its place, whichever of them is asked for, and with its neighbours', async () => {
    const { id, serial } = await enlist('Chain')
    await record(id, [{ direction: 'in', at: hoursAgo(30) }, { direction: 'out', at: hoursAgo(28) }])
    const { movementId: first = '' } = await scan(serial)
    clock.advance(60_000)
    const second = await history.correct({ movementId: first ?? '', direction: 'in', at: hoursAgo(3), reason: 'came at three' }, desk)
    // Later than the first once more: the order is that of the corrections, not of the times.
    const third = await history.correct({ movementId: second.movementId, direction: 'in', at: hoursAgo(1), reason: 'no, at one' }, desk)
    for (const movementId of [first ?? '', second.movementId, third.movementId]) {
      const found = await history.get({ movementId })
      expect(found.chain.map((item) => item.id)).toEqual([first, second.movementId, third.movementId])
      expect(found.chain).toMatchObject([{ voided: true, ended: { kind: 'edit', reason: 'came at three' } }, { voided: true, entered: { reason: 'came at three' }, ended: { reason: 'no, at one' } }, { voided: false, entered: { actorName: 'S1 Desk, D' } }])
      expect(found).toMatchObject({ before: { direction: 'out', stationName: 'Desk' }, after: null })
    }
    await expect(history.get({ movementId: newId() })).rejects.toMatchObject({ code: 'movement_unknown' })
  })

  test('deleting one of two would break the order; both ends of a stay that never was go together', async () => {
    const { id } = await enlist('Stay')
    const { movementIds } = await record(id, [{ direction: 'in', at: hoursAgo(6) }, { direction: 'out', at: hoursAgo(5) }])
    await record(id, [{ direction: 'in', at: hoursAgo(4) }])
    const [came = '', left = ''] = movementIds
    await expect(history.remove({ movementId: left, reason: 'wrong person' }, desk)).rejects.toMatchObject({ code: 'movement_same' })
    await history.remove({ movementId: came, alsoId: left, reason: 'wrong person' }, desk)
    expect(await chain(id)).toEqual([['in', hoursAgo(4)]])
    await history.remove({ movementId: (await list()).items[0]?.id ?? '', reason: 'never here' }, desk)
    expect(await state(id)).toBeUndefined()
    expect((await list({ corrected: true })).items).toHaveLength(3)
  })

  test('the database itself lets nobody rewrite or delete a movement or a correction', async () => {
    const { serial } = await enlist('Fixed')
    await scan(serial)
    for (const act of [
      () => database.transaction((tx) => tx.update(movement).set({ direction: 'out' })),
      () => database.transaction((tx) => tx.delete(movement)),
      () => database.transaction(async (tx) => {
        const [row] = await tx.select().from(movement)
        await tx.insert(movementCorrection).values({ id: newId(), at: clock.now(), kind: 'delete', actorKind: 'member', actorId: 'x', actorName: 'x', reason: 'x', originalId: row?.id ?? '', replacementId: null })
        await tx.delete(movementCorrection)
      }),
    ]) await expect(act()).rejects.toThrow(/Failed query/)
  })
})

describe('the list (domain.md 1.4, screens.md W-17)', () => {
  test('filters, alone and together', async () => {
    const roy = await enlist('Röy', { divisionCode: 'DECK' })
    const abel = await enlist('Abel')
    await record(roy.id, [{ direction: 'in', at: '2026-11-20T18:00:00.000Z' }, { direction: 'out', at: '2026-11-21T08:59:00.000Z' }])
    await scan(roy.serial)
    clock.advance(10_000)
    await scan(abel.serial)
    const found = async (input: object) => (await list(input)).items.map(({ person, direction }) => `${person.lastName} ${direction}`)
    expect(await found({ search: 'roy' })).toEqual(['Röy in', 'Röy out', 'Röy in'])
    expect(await found({ divisions: ['OPS'] })).toEqual(['Abel in'])
    expect(await found({ direction: 'out' })).toEqual(['Röy out'])
    expect(await found({ method: 'manual' })).toEqual(['Röy out', 'Röy in'])
    expect(await found({ stationId: 'front-door' })).toEqual(['Abel in', 'Röy in'])
    // 02:59 belongs to the evening before.
    expect(await found({ from: '2026-11-20', to: '2026-11-20' })).toEqual(['Röy out', 'Röy in'])
    expect(await found({ from: '2026-11-21' })).toEqual(['Abel in', 'Röy in'])
    expect(await found({ search: 'nobody' })).toEqual([])
    expect(await found({ search: 'roy', method: 'badge', divisions: ['DECK', '-'] })).toEqual(['Röy in'])
  })

  test('pages follow on each other by their cursor, whatever comes in between, also at one instant', async () => {
    const people = await Promise.all(Array.from({ length: 7 }, (_, index) => enlist(`P${index}`)))
    for (const { serial } of people) await scan(serial)
    const seen: string[] = []
    let cursor: unknown = null
    do {
      const page = await list({ limit: 3, cursor })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
      const late = await enlist(`Late${seen.length}`)
      clock.advance(1000)
      await scan(late.serial)
    } while (cursor !== null)
    expect(seen).toEqual([...new Set(seen)])
    expect(seen).toHaveLength(7)
  })

  test('exports what is shown, safe for a spreadsheet, and says so in the trail', async () => {
    const { serial } = await enlist('=cmd()')
    await scan(serial)
    const file = await history.export({ filters: parse(contract.export.input, { filters: {}, format: 'csv' }).filters, format: 'csv', language: 'fr' }, desk)
    expect(file).toMatchObject({ rows: 1, isCut: false, fileName: 'sentinel-history-2026-11-24.csv' })
    const text = Buffer.from(file.content, 'base64').toString('utf8')
    expect(text).toContain('Matricule')
    expect(text).toContain("'=cmd()")
    expect(await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'export')))).toMatchObject([{ details: { rows: 1, format: 'csv' } }])
  })
})

test('whatever people do by badge and by hand, each chain alternates and presence is its end (▶)', async () => {
  const act = fc.oneof(
    fc.constant({ kind: 'scan' as const }),
    fc.record({ kind: fc.constant('record' as const), hours: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 3 }), direction: fc.constantFrom('in' as const, 'out' as const) }),
    fc.record({ kind: fc.constant('correct' as const), index: fc.nat(5), hours: fc.integer({ min: 0, max: 40 }), direction: fc.constantFrom('in' as const, 'out' as const) }),
    fc.record({ kind: fc.constant('remove' as const), index: fc.nat(5), both: fc.boolean() }),
    fc.constant({ kind: 'undo' as const }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const { id, serial } = await enlist('Prop')
      const effective = () => database.read((tx) => tx.select().from(movement).where(eq(movement.memberId, id)).orderBy(asc(movement.at), asc(movement.seq)))
      for (const step of acts) {
        clock.advance(7 * 60_000)
        const own = (await effective()).filter(({ voided }) => !voided)
        const at = (hours: number): string => hoursAgo(hours)
        const tried = (() => {
          switch (step.kind) {
            case 'scan':
              return scan(serial)
            case 'record':
              return record(id, step.length === 0 ? [{ direction: step.direction, at: at(step.hours) }] : [{ direction: step.direction, at: at(step.hours + step.length) }, { direction: step.direction === 'in' ? 'out' : 'in', at: at(step.hours) }])
            case 'correct':
              return history.correct({ movementId: own[step.index]?.id ?? newId(), direction: step.direction, at: at(step.hours), reason: 'x' }, desk)
            case 'remove':
              return history.remove({ movementId: own[step.index]?.id ?? newId(), ...(step.both && own[step.index + 1] !== undefined && { alsoId: own[step.index + 1]?.id ?? '' }), reason: 'x' }, desk)
            case 'undo':
              return undo(own.at(-1)?.id ?? newId())
          }
        })()
        // Refusals are part of the game; anything else is a defect.
        await tried.catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
      }
      const rest = (await effective()).filter(({ voided }) => !voided)
      expect(rest.map(({ direction }) => direction)).toEqual(rest.map((_, index) => (index % 2 === 0 ? 'in' : 'out')))
      expect(await state(id)).toBe(rest.at(-1)?.direction)
      // What the list of corrections goes by (page.ts): every correction marks its movements, and nothing else does.
      const corrections = await database.read((tx) => tx.select().from(movementCorrection))
      const touched = new Set(corrections.flatMap(({ originalId, replacementId }) => [originalId, replacementId]))
      expect((await effective()).filter(({ voided, method }) => voided || method === 'manual' || method === 'override').map(({ id: own }) => own)).toEqual((await effective()).filter(({ id: own }) => touched.has(own)).map(({ id: own }) => own))
    }),
    { numRuns: 25 },
  )
  expect(await database.read((tx) => tx.select().from(movement).orderBy(desc(movement.seq)).limit(1))).toHaveLength(1)
})
