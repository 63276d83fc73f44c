import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { parse } from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { members as contract } from '../../../../shared/contract/members.ts'
import type { Actor } from '../audit/write.ts'
import { account, audit, badge, badgeAssignment, member, qualificationGrant, qualificationType, tag } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { openRollDesk, type RollDesk } from './testing/roll-desk.ts'

const admin: Actor = { kind: 'admin', id: '00000000-0000-4000-8000-00000000000a', name: 'PO1 Boss, A', stationId: 'desk' }
let desk: RollDesk
beforeEach(async () => {
  desk = await openRollDesk()
})
afterEach(() => desk.database.close())

const refused = (code: string, details: object = {}) => expect.objectContaining({ code, details: Object.keys(details).length > 0 ? expect.objectContaining(details) : expect.anything() })
let number = 0
const create = (fields: object = {}) => {
  number += 1
  return desk.members.create(parse(contract.create.input, { serviceNumber: `V${String(100_000 + number)}`, rank: 'S1', firstName: 'Test', lastName: `Member${number}`, division: 'OPS', ...fields }), admin)
}
const get = (id: string) => desk.members.get(id)
const update = async (memberId: string, changes: object) => desk.members.update({ memberId, basedOn: (await get(memberId)).updatedAt, changes }, admin)
const trail = (action: string) => desk.database.read((tx) => tx.select().from(audit).where(eq(audit.action, action)).orderBy(asc(audit.seq)))
const held = async (id: string): Promise<string[]> => (await get(id)).grants.filter(({ state }) => state === 'active').map(({ code }) => code)

describe('putting somebody on the roll (domain.md 4.6.1)', () => {
  test('writes the member, the qualifications of the rank and the trail, and tells every window', async () => {
    desk.events.length = 0
    const { id, displayName } = await create({ firstName: 'ÉLOÏSE', lastName: "o'brien", email: 'e.obrien@example.ca', moc: '', serviceNumber: 'v 123 456' })
    expect(displayName).toBe("S1 O'Brien, É")
    expect(await get(id)).toMatchObject({ serviceNumber: 'V123456', division: 'OPS', moc: null, status: 'active', memberType: 'class_a', source: 'nominal_roll', level: 1, present: false, badge: null })
    expect(await held(id)).toEqual(['QM'])
    expect(await trail('member_create')).toMatchObject([{ actorName: 'PO1 Boss, A', entityId: id, stationId: 'desk' }])
    expect(desk.events).toEqual(['members.changed', expect.stringMatching(/^presence\.changed/)])
  })

  test.each([
    ['service_number_invalid', { serviceNumber: 'V1' }],
    ['rank_unknown', { rank: 'ADMIRALISSIMO' }],
    ['division_unknown', { division: 'NOPE' }],
    ['division_needed', { division: null }],
    ['member_type_unknown', { memberType: 'class_z' }],
    ['member_status_unknown', { status: 'asleep' }],
    ['email_invalid', { email: 'nobody' }],
    ['contract_dates', { contractStart: '2026-09-01', contractEnd: '2026-08-31' }],
    ['member_archive_instead', { status: 'archived' }],
  ])('%s is refused, and nothing is written', async (code, fields) => {
    await expect(create(fields)).rejects.toMatchObject({ code })
    expect(await desk.database.read((tx) => tx.$count(member))).toBe(0)
    expect(await trail('member_create')).toEqual([])
  })

  test('a service number is a person’s for good, and the refusal says whose; also of two desks at one instant', async () => {
    await create({ serviceNumber: 'V200000', lastName: 'First' })
    await expect(create({ serviceNumber: 'v 200 000' })).rejects.toEqual(refused('service_number_taken', { name: 'S1 First, T' }))
    const answers = await Promise.allSettled([create({ serviceNumber: 'V300000' }), create({ serviceNumber: 'V300000' })])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a civilian without a number gets the next one, and belongs to no division', async () => {
    const civilian = { source: 'civilian_manual', serviceNumber: '', rank: 'CIV', division: null }
    expect((await create(civilian)).serviceNumber).toBe('CIV-0001')
    const [second, third] = await Promise.all([create(civilian), create(civilian)])
    expect([second?.serviceNumber, third?.serviceNumber].sort()).toEqual(['CIV-0002', 'CIV-0003'])
    expect(await get(second?.id ?? '')).toMatchObject({ source: 'civilian_manual', memberType: 'civilian_staff' })
  })
})

describe('changing a member', () => {
  test('any one field alone, ⚠ the type too (4.6.1)', async () => {
    const { id } = await create()
    await update(id, { memberType: 'class_b' })
    await update(id, { mess: 'Wardroom' })
    expect(await get(id)).toMatchObject({ memberType: 'class_b', mess: 'Wardroom' })
    expect(await trail('member_update')).toMatchObject([{ details: { before: { memberType: 'class_a' }, after: { memberType: 'class_b' } } }, { details: { before: { mess: null }, after: { mess: 'Wardroom' } } }])
  })
  test('that changes nothing leaves no trace', async () => {
    const { id } = await create()
    const { updatedAt } = await update(id, { rank: 'S1', division: 'OPS' })
    expect(updatedAt).toBe((await get(id)).updatedAt)
    expect(await trail('member_update')).toEqual([])
  })
  test('on a state that somebody else has left behind is refused, also at one instant', async () => {
    const { id } = await create()
    const basedOn = (await get(id)).updatedAt
    const answers = await Promise.allSettled([desk.members.update({ memberId: id, basedOn, changes: { mess: 'A' } }, admin), desk.members.update({ memberId: id, basedOn, changes: { moc: 'B' } }, admin)])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(answers[1]).toMatchObject({ reason: { code: 'member_changed' } })
    expect(await get(id)).toMatchObject({ mess: 'A', moc: null })
  })
  test('rank and division work out the automatic qualifications again (4.17)', async () => {
    const { id } = await create({ rank: 'S3', division: 'BMQ' })
    expect(await held(id)).toEqual([])
    await update(id, { division: 'DECK' })
    expect(await held(id)).toEqual(['APS'])
    await update(id, { rank: 'S2' })
    expect(await held(id)).toEqual(['BM'])
    expect((await get(id)).grants).toHaveLength(2)
  })
  test('a status that the door refuses waits until the person is out', async () => {
    const { id } = await create()
    await desk.comeIn(id)
    await expect(update(id, { status: 'suspended' })).rejects.toMatchObject({ code: 'member_present' })
    await update(id, { status: 'inactive' })
    expect(await get(id)).toMatchObject({ status: 'inactive', present: true })
  })
})

describe('names (domain.md 4.6.2)', () => {
  const shown = async (): Promise<string[]> => (await desk.database.read((tx) => tx.select({ name: member.displayName }).from(member).orderBy(asc(member.displayName)))).map(({ name }) => name)

  test('when two would read the same, all of them change; and change back when one goes', async () => {
    const { id } = await create({ lastName: 'Singh', firstName: 'Harjit' })
    const other = await create({ lastName: 'SINGH', firstName: 'Hélène', rank: 'PO2' })
    expect(await shown()).toEqual(['PO2 Singh, Hélène', 'S1 Singh, Harjit'])
    await desk.members.archive(other.id, admin)
    expect((await get(id)).displayName).toBe('S1 Singh, H')
    await desk.members.restore(other.id, admin)
    expect((await get(id)).displayName).toBe('S1 Singh, Harjit')
    await update(other.id, { lastName: 'Roy' })
    expect(await shown()).toEqual(['PO2 Roy, H', 'S1 Singh, H'])
  })
  test('the rename of another makes nobody’s edit stale', async () => {
    const { id } = await create({ lastName: 'Singh', firstName: 'Harjit' })
    const basedOn = (await get(id)).updatedAt
    await create({ lastName: 'Singh', firstName: 'Hana' })
    await desk.members.update({ memberId: id, basedOn, changes: { mess: 'A' } }, admin)
    expect((await get(id)).displayName).toBe('S1 Singh, Harjit')
  })
  test('whatever the order of coming and going, no two who read the same stand on the roll', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ last: fc.constantFrom('Roy', 'Röy', 'Roy Smith'), first: fc.constantFrom('Al', 'Ann', 'Bo'), archive: fc.boolean() }), { maxLength: 5 }), async (people) => {
        const added: string[] = []
        for (const { last, first, archive } of people) {
          const { id } = await create({ lastName: last, firstName: first })
          added.push(id)
          if (archive) await desk.members.archive(id, admin)
        }
        const rows = await desk.database.read((tx) => tx.select().from(member).where(eq(member.status, 'active')))
        const short = rows.filter(({ displayName }) => /, \p{L}$/u.test(displayName)).map(({ displayName }) => displayName.normalize('NFD').replace(/\p{M}/gu, ''))
        expect(new Set(short).size).toBe(short.length)
        for (const id of added) await desk.database.transaction((tx) => tx.update(member).set({ status: 'archived' }).where(eq(member.id, id)))
      }),
      { numRuns: 8 },
    )
  })
})

describe('archive (domain.md 4.6.1 ▶)', () => {
  async function giveBadge(memberId: string): Promise<string> {
    const id = newId()
    const at = desk.clock.now()
    await desk.database.transaction(async (tx) => {
      await tx.insert(badge).values({ id, serial: `AA${id.slice(0, 8).toUpperCase()}`, status: 'active', memberId, createdAt: at, updatedAt: at })
      await tx.insert(badgeAssignment).values({ id: newId(), badgeId: id, memberId, assignedAt: at, assignedBy: 'rig' })
    })
    return id
  }
  test('takes the badge, keeps the history, and the badge is outstanding until it is handed back', async () => {
    const { id } = await create()
    const badgeId = await giveBadge(id)
    await desk.members.archive(id, admin)
    expect(await get(id)).toMatchObject({ status: 'archived', badge: null })
    expect(await desk.database.read((tx) => tx.select().from(badgeAssignment))).toMatchObject([{ badgeId, endReason: 'archived', returnedAt: null }])
    await desk.members.archive(id, admin)
    expect(await trail('member_delete')).toHaveLength(1)
  })
  test('refuses while present, and says so', async () => {
    const { id } = await create({ lastName: 'Inside' })
    await desk.comeIn(id)
    await expect(desk.members.archive(id, admin)).rejects.toEqual(refused('member_present', { name: 'S1 Inside, T' }))
  })
  test('refuses the last administrator (scenario 35)', async () => {
    const { id } = await create()
    await giveBadge(id)
    const at = desk.clock.now()
    await desk.database.transaction((tx) => tx.insert(account).values({ memberId: id, level: 5, pinHash: 'x', createdAt: at, updatedAt: at }))
    await expect(desk.members.archive(id, admin)).rejects.toMatchObject({ code: 'last_administrator' })
    await expect(update(id, { status: 'suspended' })).rejects.toMatchObject({ code: 'last_administrator' })
    expect(await get(id)).toMatchObject({ status: 'active' })
  })
  test('an archived member is not changed, and comes back without a badge', async () => {
    const { id } = await create()
    await giveBadge(id)
    await desk.members.archive(id, admin)
    await expect(update(id, { mess: 'A' })).rejects.toMatchObject({ code: 'member_archived' })
    await desk.members.restore(id, admin)
    expect(await get(id)).toMatchObject({ status: 'active', badge: null })
  })
})

describe('many at once', () => {
  const bulk = (ids: string[], change: object) => desk.members.bulkUpdate(parse(contract.bulkUpdate.input, { ids, ...change }), admin)

  test('changes all, tags included, and counts those that changed', async () => {
    const [a, b, c] = await Promise.all([create(), create({ division: 'DECK' }), create()])
    const [fts, vip] = await desk.database.read((tx) => tx.select().from(tag).orderBy(asc(tag.name)).limit(2))
    expect(await bulk([a.id, b.id, c.id], { division: 'DECK', addTags: [fts?.id] })).toEqual({ changed: 3 })
    expect(await bulk([a.id, b.id, c.id], { division: 'DECK', removeTags: [vip?.id] })).toEqual({ changed: 0 })
    expect((await get(b.id)).tags.filter(({ throughQualification }) => !throughQualification).map(({ name }) => name)).toEqual([fts?.name])
    expect(await trail('member_bulk_update')).toHaveLength(2)
  })
  test('or none: one who is inside stops a suspension of all', async () => {
    const [a, b] = await Promise.all([create(), create()])
    await desk.comeIn(b.id)
    await expect(bulk([a.id, b.id], { status: 'suspended' })).rejects.toMatchObject({ code: 'member_present' })
    expect(await get(a.id)).toMatchObject({ status: 'active' })
    await expect(bulk([a.id], { addTags: [newId()] })).rejects.toMatchObject({ code: 'tag_unknown' })
    await expect(bulk([newId()], { division: 'OPS' })).rejects.toMatchObject({ code: 'member_unknown' })
  })
})

test('the database itself keeps a grant unique and a member’s history whole', async () => {
  const { id } = await create()
  const [type] = await desk.database.read((tx) => tx.select().from(qualificationType).where(eq(qualificationType.code, 'QM')))
  const row = { memberId: id, typeId: type?.id ?? '', source: 'manual' as const, grantedAt: desk.clock.now(), grantedBy: 'rig' }
  await expect(desk.database.transaction((tx) => tx.insert(qualificationGrant).values({ id: newId(), ...row }))).rejects.toThrow(/Failed query/)
  await expect(desk.database.transaction((tx) => tx.delete(member).where(eq(member.id, id)))).rejects.toThrow(/Failed query/)
})
