import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ListName } from '../../../../shared/domain/definitions.ts'
import { badge, listItem, qualificationGrant, qualificationType, tag } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { actor, chip, openListsDesk, refusalOf, words, type ListsDesk } from './testing/lists-desk.ts'

let desk: ListsDesk
let database: ListsDesk['database']
let clock: ListsDesk['clock']
let definitions: ListsDesk['definitions']
let events: ListsDesk['events']

beforeEach(async () => {
  desk = await openListsDesk()
  ;({ database, clock, definitions, events } = desk)
})
afterEach(() => database.close())

describe('deleting (domain.md 4.17, 4.21)', () => {
  test('an item that nobody carries goes, and the trail keeps what it was', async () => {
    const key = await desk.idOf('listItems', 'volunteer')
    await definitions.remove({ list: 'eventRoles', key }, actor)
    expect((await definitions.read()).listItems.some(({ id }) => id === key)).toBe(false)
    expect(await desk.audits()).toEqual([
      { action: 'list_item_delete', entityType: 'list_item', entityId: key, actorId: 'a', details: { list: 'eventRoles', name: 'Volunteer', before: { listType: 'event_role', code: 'volunteer', name: 'Volunteer', nameFr: 'Bénévole', description: null, displayOrder: 4, isSystem: false } } },
    ])
    expect(events).toEqual(['definitions.changed'])
    expect(await refusalOf(definitions.remove({ list: 'eventRoles', key }, actor))).toEqual(['definition_unknown', undefined])
  })

  test('what came with Sentinel in the four coded lists stays, used or not', async () => {
    const { memberStatuses, memberTypes, visitTypes, badgeStatuses } = await definitions.read()
    for (const [list, rows] of Object.entries({ memberStatuses, memberTypes, visitTypes, badgeStatuses }))
      for (const { code, name } of rows) expect(await refusalOf(definitions.remove({ list: list as ListName, key: code }, actor))).toEqual(['definition_is_system', { name }])
    expect(await desk.audits()).toEqual([])
  })

  test('what is carried stays, and the refusal says by how many: archived members count', async () => {
    await definitions.create({ list: 'memberStatuses', code: 'leave', name: 'Leave', ...words, ...chip, isHidden: false, admission: 'note' }, actor)
    await definitions.create({ list: 'memberTypes', code: 'cadet', name: 'Cadet', ...words, ...chip, isFullTime: false }, actor)
    await definitions.create({ list: 'badgeStatuses', code: 'loan', name: 'Loan', ...words, ...chip, isUsable: true }, actor)
    const divisionId = await desk.idOf('divisions', 'BAND')
    await desk.enlist({ status: 'leave', memberType: 'cadet', divisionId, mess: 'wardroom' })
    await desk.enlist({ status: 'archived', divisionId })
    await database.transaction((tx) => tx.insert(badge).values({ id: newId(), serial: 'em4100:00000001', status: 'loan', createdAt: clock.now(), updatedAt: clock.now() }))
    events.length = 0
    const before = await desk.everything()
    expect(await refusalOf(definitions.remove({ list: 'memberStatuses', key: 'leave' }, actor))).toEqual(['definition_in_use', { name: 'Leave', count: 1 }])
    expect(await refusalOf(definitions.remove({ list: 'memberTypes', key: 'cadet' }, actor))).toEqual(['definition_in_use', { name: 'Cadet', count: 1 }])
    expect(await refusalOf(definitions.remove({ list: 'badgeStatuses', key: 'loan' }, actor))).toEqual(['definition_in_use', { name: 'Loan', count: 1 }])
    expect(await refusalOf(definitions.remove({ list: 'divisions', key: divisionId }, actor))).toEqual(['definition_in_use', { name: 'Band', count: 2 }])
    expect(await refusalOf(definitions.remove({ list: 'messes', key: await desk.idOf('listItems', 'wardroom') }, actor))).toEqual(['definition_in_use', { name: 'Wardroom', count: 1 }])
    expect(await desk.everything()).toEqual(before)
    expect(events).toEqual([])
    expect(await desk.usageOf('divisions')).toEqual({ [divisionId]: 2 })
    expect(await desk.usageOf('memberStatuses')).toEqual({ leave: 1, archived: 1 })
    expect(await desk.usageOf('memberTypes')).toEqual({ cadet: 1, class_a: 1 })
    expect(await desk.usageOf('badgeStatuses')).toEqual({ loan: 1 })
    expect(await desk.usageOf('visitTypes')).toEqual({})
  })

  test('a qualification type stays while anyone holds it; grants that have ended go with it (domain.md 4.17)', async () => {
    const key = await desk.idOf('qualificationTypes', 'BUILDING_AUTH')
    const [holder, former, expired] = [await desk.enlist(), await desk.enlist(), await desk.enlist()]
    const anHour = new Date(clock.now().getTime() + 3_600_000)
    await desk.grant(holder, key, { expiresAt: anHour })
    await desk.grant(former, key, { revokedAt: clock.now(), revokedBy: 'x' })
    await desk.grant(expired, key, { expiresAt: clock.now() })
    expect(await desk.usageOf('qualificationTypes')).toEqual({ [key]: 1 })
    expect(await refusalOf(definitions.remove({ list: 'qualificationTypes', key }, actor))).toEqual(['definition_in_use', { name: 'Building authorised', count: 1 }])
    clock.advance(3_600_000)
    await definitions.remove({ list: 'qualificationTypes', key }, actor)
    expect(await database.read((tx) => tx.select().from(qualificationGrant))).toEqual([])
    expect(await database.read((tx) => tx.select().from(qualificationType).where(eq(qualificationType.id, key)))).toEqual([])
    expect((await desk.audits()).at(-1)).toMatchObject({ action: 'qualification_type_delete', details: { before: { code: 'BUILDING_AUTH' }, endedGrants: 3 } })
  })

  test('a tag is used directly or through a qualification that holds, and who has it both ways counts once (P27 ⚠)', async () => {
    const [swk, qualification] = [await desk.idOf('tags', 'SWK'), await desk.idOf('qualificationTypes', 'SWK')]
    const [both, direct, through, former] = [await desk.enlist(), await desk.enlist(), await desk.enlist(), await desk.enlist()]
    await desk.giveTag(both, swk)
    await desk.giveTag(direct, swk)
    await desk.grant(both, qualification)
    await desk.grant(through, qualification)
    await desk.grant(former, qualification, { revokedAt: clock.now(), revokedBy: 'x' })
    expect(await desk.usageOf('tags')).toEqual({ [swk]: 3 })
    expect(await refusalOf(definitions.remove({ list: 'tags', key: swk }, actor))).toEqual(['definition_in_use', { name: 'SWK', count: 3 }])
  })

  test('a tag that nobody has goes, and the qualification that would bring it stays without one', async () => {
    const swk = await desk.idOf('tags', 'SWK')
    await definitions.remove({ list: 'tags', key: swk }, actor)
    expect((await definitions.read()).qualificationTypes.find(({ code }) => code === 'SWK')).toMatchObject({ tagId: null })
    expect((await desk.audits()).at(-1)).toMatchObject({ action: 'tag_delete', details: { before: { name: 'SWK' }, unlinked: ['SWK'] } })
    expect(await database.read((tx) => tx.select().from(tag).where(eq(tag.id, swk)))).toEqual([])
  })
})

describe('ordering (domain.md 4.17, 4.21: atomic, 1 to n)', () => {
  test('puts the whole list in the given order, and only that list of the shared table', async () => {
    const messes = (await definitions.read()).listItems.filter(({ listType }) => listType === 'mess')
    const keys = messes.map(({ id }) => id).toReversed()
    await definitions.reorder({ list: 'messes', keys }, actor)
    const rows = await database.read((tx) => tx.select({ id: listItem.id, place: listItem.displayOrder }).from(listItem).where(eq(listItem.listType, 'mess')).orderBy(asc(listItem.displayOrder)))
    expect(rows).toEqual(keys.map((id, index) => ({ id, place: index + 1 })))
    expect((await definitions.read()).listItems.filter(({ listType }) => listType === 'event_role').map(({ code }) => code)).toEqual(['participant', 'instructor', 'staff', 'volunteer'])
    expect(await desk.audits()).toMatchObject([{ action: 'list_item_reorder', entityId: null, details: { list: 'messes', before: messes.map(({ name }) => name), after: messes.map(({ name }) => name).toReversed() } }])
    expect(events).toEqual(['definitions.changed'])
  })

  test('coded lists by their codes, tags by their ids; the same order again writes nothing', async () => {
    const codes = ['archived', 'active', 'suspended', 'inactive', 'deployed']
    await definitions.reorder({ list: 'memberStatuses', keys: codes }, actor)
    expect((await definitions.read()).memberStatuses.map(({ code, displayOrder }) => [code, displayOrder])).toEqual(codes.map((code, index) => [code, index + 1]))
    const tags = (await definitions.read()).tags.map(({ id }) => id)
    await definitions.reorder({ list: 'tags', keys: tags.toReversed() }, actor)
    expect((await definitions.read()).tags.map(({ id }) => id)).toEqual(tags.toReversed())
    await definitions.reorder({ list: 'tags', keys: tags.toReversed() }, actor)
    expect(await desk.audits()).toHaveLength(2)
    expect(events).toHaveLength(2)
  })

  test('keys that are missing, twice, strange, or of another list are refused whole', async () => {
    const before = await desk.everything()
    const whole = ['active', 'deployed', 'inactive', 'suspended', 'archived']
    for (const keys of [[], whole.slice(1), [...whole, 'other'], [...whole.slice(1), 'other'], [...whole, 'active'], [...whole.slice(1), 'deployed']])
      expect(await refusalOf(definitions.reorder({ list: 'memberStatuses', keys }, actor))).toEqual(['definition_list_changed', undefined])
    expect(await desk.everything()).toEqual(before)
  })

  test('an item added meanwhile makes an older order fail', async () => {
    const keys = ['active', 'deployed', 'inactive', 'suspended', 'archived']
    const answers = await Promise.all([
      refusalOf(definitions.create({ list: 'memberStatuses', code: 'leave', name: 'Leave', ...words, ...chip, isHidden: false, admission: 'note' }, actor)),
      refusalOf(definitions.reorder({ list: 'memberStatuses', keys: keys.toReversed() }, actor)),
    ])
    expect(answers).toEqual(['no refusal', ['definition_list_changed', undefined]])
  })
})

describe('ranks are read only (domain.md 4.21)', () => {
  test('are counted senior first; who is archived, and ranks that nobody holds, are left out', async () => {
    await desk.enlist({}, 'S1')
    await desk.enlist({}, 'Lt(N)')
    await desk.enlist({ status: 'deployed' }, 'S1')
    await desk.enlist({ status: 'archived' }, 'Adm')
    expect(await definitions.rankStatistics()).toEqual({ ranks: [{ code: 'Lt(N)', members: 1 }, { code: 'S1', members: 2 }], total: 3 })
  })

  test.each([
    ['PO2', 'S1', 'senior'],
    ['Capt', 'Capt(N)', 'junior'],
    ['Lt(N)', 'Capt', 'equal'],
    ['OS', 'S3', 'equal'],
    ['CIV', 'S3', 'junior'],
    ['Adm', 'Adm', 'equal'],
  ])('%s stands to %s by order, never by letters: %s', async (first, second, answer) => {
    expect(await definitions.compareRanks({ first, second })).toEqual({ first: answer })
  })

  test('a rank that there is not is refused', async () => {
    expect(await refusalOf(definitions.compareRanks({ first: 'S1', second: 'S9' }))).toEqual(['rank_unknown', { code: 'S9' }])
  })
})
