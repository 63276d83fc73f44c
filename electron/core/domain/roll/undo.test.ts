import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { definitions } from '../../../../shared/contract/definitions.ts'
import { badge, division, listItem, member, memberTag, movement, revision, rollImport, tag } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { createDefinitionsService } from '../definitions/service.ts'
import { actor, csv, fixture, openImportDesk, refusalOf, upload, type ImportDesk } from './testing/import-desk.ts'

let desk: ImportDesk
beforeEach(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.database.close())

const three = upload(csv('V10000001,S1,ROY,ANNE,OPS,anne@example.org', 'V10000002,S1,ROY,LUC,OPS,', 'V10000003,S3,CÔTÉ,EVE,BMQ,'))
const idOf = async (number: string): Promise<string> => (await desk.byNumber(number)).id

describe('undo of the latest import (domain.md 4.7 ▶)', () => {
  test('puts back every column of everybody, names and qualifications of the others too, and takes away what the import made', async () => {
    await desk.execute(fixture('roll-120.csv'))
    desk.clock.advance(3_600_000)
    const before = await desk.everything()
    const file = fixture('roll-120-next-month.csv')
    const deactivateIds = (await desk.preview(file)).toReview.map(({ memberId }) => memberId)
    expect(await desk.execute(file, { deactivateIds, clears: ['email', 'notes'] })).toMatchObject({ added: 0, updated: 2, deactivated: 2, divisionsCreated: 1 })
    expect(await desk.everything()).not.toEqual(before)
    desk.clock.advance(60_000)
    desk.events.length = 0
    expect(await desk.undoLast()).toEqual({ removed: 0, restored: 4, divisionsRemoved: 1, divisionsKept: 0, listItemsRemoved: 0 })
    expect(await desk.everything()).toEqual(before)
    expect(desk.events).toEqual(['definitions.changed', 'members.changed', expect.stringMatching(/^presence\.changed/)])
  })

  test('those who were added are gone, and whoever shared a name with them has the short one again', async () => {
    await desk.execute(upload(csv('V10000001,PO2,SINGH,HARJIT,OPS,')))
    const before = await desk.everything()
    await desk.execute(upload('SN,RANK,LAST NAME,FIRST NAME,DEPT,MESS\nV10000001,PO2,SINGH,HARJIT,OPS,\nV10000009,S1,SINGH,HANNAH,DIVE,Chiefs'))
    expect(await desk.names()).toEqual(['PO2 Singh, Harjit', 'S1 Singh, Hannah'])
    expect(await desk.undoLast()).toEqual({ removed: 1, restored: 0, divisionsRemoved: 1, divisionsKept: 0, listItemsRemoved: 1 })
    expect(await desk.everything()).toEqual(before)
  })

  test('is audited, done once, and then the import before it is the latest', async () => {
    const first = await desk.execute(three)
    const second = await desk.execute(upload(csv('V10000001,S2,ROY,ANNE,OPS,')))
    expect(await desk.roll.lastImport()).toMatchObject({ import: { id: second.importId, actorName: actor.name, added: 0, updated: 1 } })
    expect(await refusalOf(desk.roll.undoLast({ importId: first.importId }, actor))).toEqual(['roll_not_latest', undefined])
    await desk.undoLast()
    expect(await refusalOf(desk.roll.undoLast({ importId: second.importId }, actor))).toEqual(['roll_not_latest', undefined])
    expect(await desk.roll.lastImport()).toMatchObject({ import: { id: first.importId } })
    expect(await desk.undoLast()).toMatchObject({ removed: 3 })
    expect(await desk.roll.lastImport()).toEqual({ import: null })
    const { audits, imports } = await desk.record()
    expect(audits.filter(({ action }) => action === 'import_undo')).toMatchObject([{ entityType: 'roll', entityId: second.importId, actorId: actor.id, details: { restored: 1, importedBy: actor.name, fileName: 'roll.csv' } }, { entityId: first.importId }])
    expect(imports.map(({ undoneBy }) => undoneBy)).toEqual([actor.name, actor.name])
  })

  test('says in the trail of each member what they got back, and who was taken off again (4.23)', async () => {
    await desk.execute(three)
    await desk.execute(upload('SN,RANK,LAST NAME,FIRST NAME,DEPT,MESS,DETAILS\nV10000001,S1,ROY,ANNE,DIVE,,CLASS B\nV10000009,S1,DUBÉ,MARC,DIVE,Chiefs,'))
    const known = (await desk.record()).audits.length
    await desk.undoLast()
    expect((await desk.record()).audits.slice(known).map(({ action, details }) => [action, details])).toEqual([
      ['member_remove', expect.objectContaining({ name: 'S1 Dubé, M', serviceNumber: 'V10000009', before: expect.objectContaining({ rank: 'S1', lastName: 'Dubé', division: 'DIVE', mess: 'Chiefs' }) })],
      ['member_update', { name: 'S1 Roy, A', fileName: 'roll.csv', before: { division: 'DIVE', memberType: 'class_b', classDetails: 'CLASS B' }, after: { division: 'OPS', memberType: 'class_a', classDetails: null } }],
      ['division_delete', { list: 'divisions', name: 'DIVE', fileName: 'roll.csv', before: { code: 'DIVE', name: 'DIVE' } }],
      ['list_item_delete', { list: 'messes', name: 'Chiefs', fileName: 'roll.csv', before: { code: 'chiefs', name: 'Chiefs' } }],
      ['import_undo', expect.objectContaining({ removed: 1, restored: 1, divisionsRemoved: 1, listItemsRemoved: 1 })],
    ])
  })

  test('of two undos at once the second finds nothing to undo', async () => {
    const { importId } = await desk.execute(three)
    const [first, second] = await Promise.all([desk.roll.undoLast({ importId }, actor), refusalOf(desk.roll.undoLast({ importId }, actor))])
    expect([first.removed, second]).toEqual([3, ['roll_not_latest', undefined]])
  })

  test('leaves movements, badges and missed check-outs since then alone', async () => {
    await desk.execute(three)
    await desk.execute(upload(csv('V10000001,S2,ROY,ANNE,DECK,')))
    const id = await idOf('V10000001')
    await desk.comeIn(id)
    await desk.database.transaction(async (tx) => {
      await tx.insert(badge).values({ id: newId(), serial: 'AA000009', status: 'active', memberId: id, createdAt: desk.clock.now(), updatedAt: desk.clock.now() })
      await tx.update(member).set({ missedCheckoutCount: 2, lastMissedCheckout: desk.clock.now() }).where(eq(member.id, id))
    })
    expect(await desk.undoLast()).toMatchObject({ restored: 1 })
    expect(await desk.byNumber('V10000001')).toMatchObject({ displayName: 'S1 Roy, A', missedCheckoutCount: 2, lastMissedCheckout: desk.clock.now() })
    expect(await desk.members.get(id)).toMatchObject({ present: true, division: 'OPS', badge: { status: 'active' } })
    expect(await desk.database.read((tx) => tx.$count(movement))).toBe(1)
  })

  test('is refused, with their names, when somebody of it was changed since', async () => {
    await desk.execute(three)
    await desk.execute(upload(csv('V10000001,S2,ROY,ANNE,OPS,', 'V10000002,S2,ROY,LUC,OPS,')))
    const { updatedAt } = await desk.members.get(await idOf('V10000002'))
    await desk.members.update({ memberId: await idOf('V10000002'), basedOn: updatedAt, changes: { notes: 'Corrected by hand' } }, actor)
    const before = [await desk.everything(), await desk.record()]
    expect(await refusalOf(desk.undoLast())).toEqual(['roll_undo_changed', { names: 'S2 Roy, L', count: 1 }])
    expect([await desk.everything(), await desk.record()]).toEqual(before)
  })

  test('a change that was taken back since stands in nobody’s way, nor does one of somebody else', async () => {
    await desk.execute(three)
    const edit = async (number: string, changes: object) => desk.members.update({ memberId: await idOf(number), basedOn: (await desk.members.get(await idOf(number))).updatedAt, changes }, actor)
    await desk.execute(upload(csv('V10000001,S2,ROY,ANNE,OPS,')))
    await edit('V10000001', { notes: 'x' })
    await edit('V10000001', { notes: '' })
    await edit('V10000003', { firstName: 'Eva' })
    expect(await desk.undoLast()).toMatchObject({ restored: 1 })
    expect(await desk.byNumber('V10000003')).toMatchObject({ firstName: 'Eva', displayName: 'S3 Côté, E' })
  })

  test.each([
    ['holds a badge', async (memberId: string) => desk.database.transaction((tx) => tx.insert(badge).values({ id: newId(), serial: 'AA000009', status: 'active', memberId, createdAt: desk.clock.now(), updatedAt: desk.clock.now() }))],
    ['was inside', (memberId: string) => desk.comeIn(memberId)],
    ['may sign in', (memberId: string) => desk.makeAdministrator(memberId)],
    [
      'has a tag',
      async (memberId: string) =>
        desk.database.transaction(async (tx) => {
          const [vip] = await tx.select().from(tag).where(eq(tag.name, 'VIP'))
          await tx.insert(memberTag).values({ memberId, tagId: vip?.id ?? '', createdAt: desk.clock.now() })
        }),
    ],
  ])('is refused when somebody whom it added %s by now', async (_, use) => {
    await desk.execute(three)
    await use(await idOf('V10000002'))
    expect(await refusalOf(desk.undoLast())).toEqual(['roll_undo_in_use', { names: 'S1 Roy, L', count: 1 }])
    expect(await desk.names()).toHaveLength(3)
  })

  test('a division or a mess that is somebody else’s by now, or was renamed, stays', async () => {
    await desk.execute(three)
    await desk.execute(upload('SN,RANK,LAST NAME,FIRST NAME,DEPT,MESS\nV10000009,S1,DUBÉ,MARC,DIVE,Chiefs\nV10000008,S1,DUBÉ,PAUL,SEA,Mates'))
    const { updatedAt } = await desk.members.get(await idOf('V10000001'))
    await desk.members.update({ memberId: await idOf('V10000001'), basedOn: updatedAt, changes: { division: 'DIVE', mess: 'CHIEFS' } }, actor)
    const lists = createDefinitionsService({ database: desk.database, clock: desk.clock, hub: desk.hub })
    const [sea] = await desk.database.read((tx) => tx.select().from(division).where(eq(division.code, 'SEA')))
    desk.clock.advance(1000)
    await lists.update(parse(definitions.update.input, { list: 'divisions', key: sea?.id, name: 'At sea' }), actor)
    expect(await desk.undoLast()).toEqual({ removed: 2, restored: 0, divisionsRemoved: 0, divisionsKept: 2, listItemsRemoved: 1 })
    expect((await desk.database.read((tx) => tx.select().from(listItem))).map(({ name }) => name)).toContain('Chiefs')
  })

  test('all or nothing: a failure at the end leaves the import standing', async () => {
    await desk.execute(three)
    await desk.database.transaction((tx) => tx.delete(revision))
    const before = [await desk.everything(), await desk.record()]
    await expect(desk.undoLast()).rejects.toThrow('the presence revision is missing')
    expect([await desk.everything(), await desk.record()]).toEqual(before)
  })

  test('for all rolls: an import of any second file, undone, leaves exactly the first', async () => {
    const person = fc.record({
      number: fc.integer({ min: 10_000_000, max: 10_000_012 }),
      rank: fc.constantFrom('S1', 'S3', 'PO2', 'ab'),
      last: fc.constantFrom('ROY', 'CÔTÉ', "O'BRIEN"),
      first: fc.constantFrom('ANNE', 'LUC', 'AGNÈS'),
      division: fc.constantFrom('OPS', 'DIVE', 'BMQ', 'Training'),
      rest: fc.tuple(fc.constantFrom('', 'a@example.org'), fc.constantFrom('', 'Chiefs', 'WARDROOM'), fc.constantFrom('', 'CLASS B', 'x'), fc.constantFrom('', '2026-01-02')),
    })
    const roll = fc.uniqueArray(person, { selector: ({ number }) => number, minLength: 1, maxLength: 8 }).map((people) => upload(['SN,RANK,LAST NAME,FIRST NAME,DEPT,EMAIL,MESS,DETAILS,END', ...people.map(({ number, rank, last, first, division: code, rest }) => [`V${number}`, rank, last, first, code, ...rest].join(','))].join('\n')))
    await fc.assert(
      fc.asyncProperty(roll, roll, fc.boolean(), async (first, second, clears) => {
        await desk.execute(first)
        desk.clock.advance(1000)
        const before = await desk.everything()
        const deactivateIds = (await desk.preview(second)).toReview.map(({ memberId }) => memberId)
        await desk.execute(second, { deactivateIds, ...(clears && { clears: ['email', 'mess', 'details', 'contractEnd'] }) })
        desk.clock.advance(1000)
        await desk.undoLast()
        expect(await desk.everything()).toEqual(before)
        await desk.undoLast()
        desk.clock.advance(1000)
      }),
      { numRuns: 12 },
    )
    expect(await desk.database.read((tx) => tx.$count(rollImport))).toBeGreaterThan(20)
  }, 90_000)
})
