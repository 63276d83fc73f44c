import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account, badge, division, member, memberStatus } from '../../db/schema/index.ts'
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

describe('adding (domain.md 4.21)', () => {
  test('an item of each list comes last in its list, with its code in the list’s form, audited and told', async () => {
    const tagId = await desk.idOf('tags', 'SWK')
    const made = [
      await definitions.create({ list: 'memberStatuses', code: ' On-Leave  paid ', name: ' On  leave ', nameFr: ' ', description: '', ...chip, isHidden: false, admission: 'note' }, actor),
      await definitions.create({ list: 'memberTypes', code: 'cadet', name: 'Cadet', ...words, ...chip, isFullTime: false }, actor),
      await definitions.create({ list: 'visitTypes', code: 'Family Day', name: 'Family day', ...words, ...chip }, actor),
      await definitions.create({ list: 'badgeStatuses', code: 'on-loan', name: 'On loan', ...words, ...chip, isUsable: true }, actor),
    ]
    expect(made).toEqual([{ key: 'on_leave_paid' }, { key: 'cadet' }, { key: 'family_day' }, { key: 'on_loan' }])
    await definitions.create({ list: 'qualificationTypes', code: 'vault key', name: 'Vault key', ...words, canReceiveLockup: false, isAutomatic: false, tagId }, actor)
    await definitions.create({ list: 'tags', name: 'Driver', nameFr: 'Chauffeur', description: null, ...chip, isPositional: false }, actor)
    await definitions.create({ list: 'divisions', code: 'eng', name: 'Engineering', description: null }, actor)
    for (const list of ['eventRoles', 'messes', 'trades'] as const) await definitions.create({ list, code: 'Same-Code', name: 'Same name', ...words }, actor)

    const lists = await definitions.read()
    expect(lists.memberStatuses.at(-1)).toMatchObject({ code: 'on_leave_paid', name: 'On leave', nameFr: null, description: null, displayOrder: 6, isSystem: false, admission: 'note' })
    expect(lists.badgeStatuses.at(-1)).toMatchObject({ code: 'on_loan', isUsable: true, isSystem: false, displayOrder: 6 })
    expect(lists.qualificationTypes.at(-1)).toMatchObject({ code: 'VAULT_KEY', tagId, displayOrder: 14 })
    expect(lists.tags.at(-1)).toMatchObject({ name: 'Driver', nameFr: 'Chauffeur', displayOrder: 21 })
    expect(lists.divisions.find(({ code }) => code === 'ENG')).toMatchObject({ name: 'Engineering' })
    expect(lists.listItems.filter(({ code }) => code === 'same_code').map(({ listType }) => listType)).toEqual(['event_role', 'mess', 'moc'])
    const trail = await desk.audits()
    expect(trail.map(({ action }) => action)).toEqual(['member_status_create', 'member_type_create', 'visit_type_create', 'badge_status_create', 'qualification_type_create', 'tag_create', 'division_create', ...Array.from({ length: 3 }, () => 'list_item_create')])
    expect(trail[0]).toEqual({
      action: 'member_status_create',
      entityType: 'member_status',
      entityId: 'on_leave_paid',
      actorId: 'a',
      details: { list: 'memberStatuses', name: 'On leave', after: { code: 'on_leave_paid', name: 'On leave', nameFr: null, description: null, ...chip, isHidden: false, admission: 'note' } },
    })
    expect(events).toEqual(Array.from({ length: 10 }, () => 'definitions.changed'))
  })

  test('a code or a name that is there already, and a code that is none, are refused and change nothing', async () => {
    const before = await desk.everything()
    const status = { list: 'memberStatuses', ...words, ...chip, isHidden: false, admission: 'note' } as const
    expect(await refusalOf(definitions.create({ ...status, code: 'ACTIVE', name: 'Present' }, actor))).toEqual(['definition_code_taken', { code: 'active' }])
    expect(await refusalOf(definitions.create({ ...status, code: 'other', name: ' aCTIVE ' }, actor))).toEqual(['definition_name_taken', { name: 'aCTIVE' }])
    for (const code of ['', '  ', 'é', 'a.b', 'x'.repeat(51)]) expect(await refusalOf(definitions.create({ ...status, code, name: 'New' }, actor))).toEqual(['definition_code_invalid', { code: code.trim() }])
    expect(await refusalOf(definitions.create({ list: 'tags', name: 'swk', ...words, ...chip, isPositional: false }, actor))).toEqual(['definition_name_taken', { name: 'swk' }])
    const type = { list: 'qualificationTypes', ...words, canReceiveLockup: false, isAutomatic: false, tagId: null } as const
    expect(await refusalOf(definitions.create({ ...type, code: 'building-auth', name: 'New' }, actor))).toEqual(['definition_code_taken', { code: 'BUILDING_AUTH' }])
    expect(await refusalOf(definitions.create({ ...type, code: 'NEW', name: 'Quartermaster' }, actor))).toEqual(['definition_name_taken', { name: 'Quartermaster' }])
    expect(await refusalOf(definitions.create({ ...type, code: 'NEW', name: 'New', tagId: newId() }, actor))).toEqual(['definition_unknown', undefined])
    expect(await refusalOf(definitions.create({ list: 'divisions', code: 'deck', name: 'New', description: null }, actor))).toEqual(['definition_code_taken', { code: 'DECK' }])
    expect(await refusalOf(definitions.create({ list: 'divisions', code: 'LONGER-THAN', name: 'New', description: null }, actor))).toEqual(['definition_code_invalid', { code: 'LONGER-THAN' }])
    expect(await refusalOf(definitions.create({ list: 'messes', code: 'WARDROOM', name: 'New', ...words }, actor))).toEqual(['definition_code_taken', { code: 'wardroom' }])
    expect(await desk.everything()).toEqual(before)
    expect(events).toEqual([])
  })

  test('two administrators who add the same at once: one does, the other is told', async () => {
    const names = ['Crew A', 'Crew B'].map((name) => definitions.create({ list: 'visitTypes', code: 'crew', name, ...words, ...chip }, actor))
    expect(await Promise.all(names.map(refusalOf))).toEqual(['no refusal', ['definition_code_taken', { code: 'crew' }]])
    const codes = ['one', 'two'].map((code) => definitions.create({ list: 'trades', code, name: 'Diver', ...words }, actor))
    expect(await Promise.all(codes.map(refusalOf))).toEqual(['no refusal', ['definition_name_taken', { name: 'Diver' }]])
    const tags = [1, 2].map(() => definitions.create({ list: 'tags', name: 'Band', ...words, ...chip, isPositional: false }, actor))
    expect(await Promise.all(tags.map(refusalOf))).toEqual(['no refusal', ['definition_name_taken', { name: 'Band' }]])
  })
})

describe('changing (domain.md 4.21)', () => {
  test('writes what differs, audits it as it was and as it is, and leaves the code', async () => {
    await definitions.update({ list: 'memberTypes', key: 'class_a', name: 'Part-time', nameFr: 'Classe A', description: 'Reserve', chipVariant: 'solid', chipColor: 'blue', isFullTime: true }, actor)
    expect((await definitions.read()).memberTypes[0]).toMatchObject({ code: 'class_a', name: 'Part-time', description: 'Reserve', isFullTime: true, displayOrder: 1 })
    expect(await desk.audits()).toEqual([
      {
        action: 'member_type_update',
        entityType: 'member_type',
        entityId: 'class_a',
        actorId: 'a',
        details: {
          list: 'memberTypes',
          code: 'class_a',
          name: 'Class A',
          before: { name: 'Class A', description: 'Part-time reserve service, 12 consecutive days at most', isFullTime: false },
          after: { name: 'Part-time', description: 'Reserve', isFullTime: true },
        },
      },
    ])
    expect(events).toEqual(['definitions.changed', 'members.changed'])
  })

  test('a change that changes nothing writes nothing', async () => {
    await definitions.update({ list: 'visitTypes', key: 'guest', name: ' Guest', nameFr: 'Invité', description: ' ', chipVariant: 'solid', chipColor: 'blue' }, actor)
    expect(await desk.audits()).toEqual([])
    expect(events).toEqual([])
  })

  test('an item’s own name in other capitals is no conflict; another’s is; an item that is gone is told', async () => {
    const visit = { list: 'visitTypes', ...words, ...chip } as const
    await definitions.update({ ...visit, key: 'guest', name: 'GUEST' }, actor)
    expect(await refusalOf(definitions.update({ ...visit, key: 'guest', name: 'military' }, actor))).toEqual(['definition_name_taken', { name: 'military' }])
    expect(await refusalOf(definitions.update({ ...visit, key: 'nobody', name: 'X' }, actor))).toEqual(['definition_unknown', undefined])
    expect(await refusalOf(definitions.update({ list: 'tags', key: 'no-uuid', name: 'X', ...words, ...chip, isPositional: false }, actor))).toEqual(['definition_unknown', undefined])
    // A mess is not found among the trades, though one table holds both.
    expect(await refusalOf(definitions.update({ list: 'trades', key: await desk.idOf('listItems', 'wardroom'), name: 'X', ...words }, actor))).toEqual(['definition_unknown', undefined])
  })

  test.each([
    ['active', { isHidden: false, admission: 'note' }],
    ['active', { isHidden: true, admission: 'admit' }],
    ['archived', { isHidden: true, admission: 'admit' }],
    ['archived', { isHidden: false, admission: 'refuse' }],
  ] as const)('what Sentinel relies on stays: member status %s cannot become %j', async (key, behaviour) => {
    const { name } = (await definitions.read()).memberStatuses.find(({ code }) => code === key) ?? { name: '' }
    const before = await desk.everything()
    expect(await refusalOf(definitions.update({ list: 'memberStatuses', key, name: 'Renamed', ...words, ...chip, ...behaviour }, actor))).toEqual(['definition_behaviour_fixed', { name }])
    expect(await desk.everything()).toEqual(before)
  })

  test.each(['active', 'inactive', 'lost', 'damaged', 'decommissioned'])('what Sentinel relies on stays: badge status %s keeps its effect at the door, but may be renamed', async (key) => {
    const row = (await definitions.read()).badgeStatuses.find(({ code }) => code === key)
    const isUsable = row?.isUsable ?? false
    expect(await refusalOf(definitions.update({ list: 'badgeStatuses', key, name: 'Renamed', ...words, ...chip, isUsable: !isUsable }, actor))).toEqual(['definition_behaviour_fixed', { name: row?.name }])
    await definitions.update({ list: 'badgeStatuses', key, name: 'Renamed', ...words, ...chip, isUsable }, actor)
    expect((await definitions.read()).badgeStatuses.find(({ code }) => code === key)).toMatchObject({ name: 'Renamed', isUsable })
  })

  test('a status that Sentinel does not rely on may be opened and closed (domain.md 4.1 ▶)', async () => {
    await definitions.update({ list: 'memberStatuses', key: 'suspended', name: 'Suspended', ...words, ...chip, isHidden: true, admission: 'note' }, actor)
    expect((await definitions.read()).memberStatuses.find(({ code }) => code === 'suspended')).toMatchObject({ isHidden: true, admission: 'note' })
  })

  test('a status that would keep the last administrator out is refused (issue 3)', async () => {
    const memberId = await desk.enlist({ status: 'deployed' })
    const at = clock.now()
    await database.transaction(async (tx) => {
      await tx.insert(badge).values({ id: newId(), serial: 'em4100:00000001', status: 'active', memberId, createdAt: at, updatedAt: at })
      await tx.insert(account).values({ memberId, level: 5, pinHash: 'x', createdAt: at, updatedAt: at })
    })
    const deployed = { list: 'memberStatuses', key: 'deployed', name: 'Deployed', ...words, ...chip, isHidden: true } as const
    const before = await desk.everything()
    expect(await refusalOf(definitions.update({ ...deployed, admission: 'refuse' }, actor))).toEqual(['last_administrator', undefined])
    expect(await desk.everything()).toEqual(before)
    await definitions.update({ ...deployed, admission: 'admit' }, actor)
  })

  test('only a qualification that there is a rule for can be granted by rank (domain.md 4.17)', async () => {
    const type = { list: 'qualificationTypes', ...words, canReceiveLockup: false, isAutomatic: true, tagId: null } as const
    const before = await desk.everything()
    expect(await refusalOf(definitions.create({ ...type, code: 'diver', name: 'Diver' }, actor))).toEqual(['qualification_without_rule', { code: 'DIVER' }])
    expect(await refusalOf(definitions.update({ ...type, key: await desk.idOf('qualificationTypes', 'DDS'), name: 'Duty' }, actor))).toEqual(['qualification_without_rule', { code: 'DDS' }])
    expect(await desk.everything()).toEqual(before)
    const key = await desk.idOf('qualificationTypes', 'QM')
    await definitions.update({ ...type, key, name: 'Quartermaster', isAutomatic: false }, actor)
    await definitions.update({ ...type, key, name: 'Quartermaster' }, actor)
    expect((await definitions.read()).qualificationTypes.find(({ id }) => id === key)).toMatchObject({ isAutomatic: true })
  })

  test('a division’s new name reaches those who show who is inside (domain.md 4.3)', async () => {
    await definitions.update({ list: 'divisions', key: await desk.idOf('divisions', 'DECK'), name: 'Deck department', description: null }, actor)
    expect(events).toEqual(['definitions.changed', 'members.changed', 'presence.changed {"revision":1}'])
    await definitions.update({ list: 'divisions', key: await desk.idOf('divisions', 'DECK'), name: 'Deck department', description: 'Boats' }, actor)
    expect(events.filter((name) => name.startsWith('presence'))).toHaveLength(1)
  })

  test('renaming a mess or a trade renames it for everyone who carries it (domain.md 4.21 ⚠ renaming orphans)', async () => {
    await definitions.create({ list: 'trades', code: '00105', name: 'Boatswain', ...words }, actor)
    const [one, two, three] = [await desk.enlist({ mess: 'Wardroom', moc: 'Wardroom' }), await desk.enlist({ mess: 'WARDROOM', moc: 'boatswain' }), await desk.enlist({ mess: 'Junior Ranks' })]
    const key = await desk.idOf('listItems', 'wardroom')
    await definitions.update({ list: 'messes', key, name: 'Officers', nameFr: 'Carré', description: null }, actor)
    await definitions.update({ list: 'trades', key: await desk.idOf('listItems', '00105'), name: 'Bosn', ...words }, actor)
    expect(new Map((await database.read((tx) => tx.select({ id: member.id, mess: member.mess, moc: member.moc }).from(member))).map(({ id, mess, moc }) => [id, [mess, moc]]))).toEqual(new Map([[one, ['Officers', 'Wardroom']], [two, ['Officers', 'Bosn']], [three, ['Junior Ranks', null]]]))
    expect(await desk.usageOf('messes')).toMatchObject({ [key]: 2 })
    expect((await desk.audits()).map(({ details }) => details)).toMatchObject([{}, { before: { name: 'Wardroom' }, after: { name: 'Officers' }, renamedMembers: 2 }, { renamedMembers: 1 }])
    // Not the name: nobody is touched.
    await definitions.update({ list: 'messes', key, name: 'Officers', nameFr: 'Carré des officiers', description: null }, actor)
    expect((await desk.audits()).at(-1)?.details).not.toHaveProperty('renamedMembers')
  })
})

test('names with accents are the same in any capitals', async () => {
  await definitions.create({ list: 'messes', code: 'a', name: 'Équipage', ...words }, actor)
  expect(await refusalOf(definitions.create({ list: 'messes', code: 'b', name: 'équipage', ...words }, actor))).toEqual(['definition_name_taken', { name: 'équipage' }])
})

test('an act that fails midway leaves nothing and tells nobody', async () => {
  const before = await desk.everything()
  await expect(definitions.update({ list: 'divisions', key: await desk.idOf('divisions', 'DECK'), name: 'Deck', description: 'x'.repeat(10) }, { ...actor, kind: null as never })).rejects.toThrow('actor_kind')
  expect(await desk.everything()).toEqual(before)
  expect(events).toEqual([])
  expect(await database.read((tx) => tx.select().from(memberStatus))).toHaveLength(5)
  expect(await database.read((tx) => tx.select().from(division))).toHaveLength(9)
})
