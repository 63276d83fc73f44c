import { and, asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import type { Database } from '../../db/database.ts'
import { audit, division, member, memberPresence, movement, qualificationGrant, qualificationType, rank, station, tag } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import type { Actor } from '../audit/write.ts'
import { automaticCodes } from './automatic.ts'
import { readCarried } from './carried.ts'
import { createQualificationsService, type QualificationsService } from './service.ts'
import { syncAutomatic } from './sync.ts'

const admin: Actor = { kind: 'admin', id: 'a', name: 'PO1 Boss, A', stationId: 'desk' }
let database: Database
let clock: FakeClock
let qualifications: QualificationsService
beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-24T01:00:00.000Z')
  qualifications = createQualificationsService({ database, clock, hub: createHub<SentinelEvents>(silentLog) })
})
afterEach(() => database.close())

async function enlist(rankCode: string, divisionCode: string | null = 'OPS'): Promise<string> {
  const id = newId()
  const at = clock.now()
  await database.transaction(async (tx) => {
    const [held] = await tx.select().from(rank).where(eq(rank.code, rankCode))
    const [own] = divisionCode === null ? [] : await tx.select().from(division).where(eq(division.code, divisionCode))
    await tx.insert(member).values({ id, serviceNumber: `V${id.replace(/\D/g, '').padEnd(9, '0').slice(0, 9)}`, rankId: held?.id ?? '', firstName: 'Test', lastName: id.slice(0, 6), displayName: id.slice(0, 6), searchName: id.slice(0, 6), divisionId: own?.id ?? null, memberType: 'class_a', status: 'active', source: 'nominal_roll', createdAt: at, updatedAt: at })
    await syncAutomatic(tx, [id], at)
  })
  return id
}
const typeId = async (code: string): Promise<string> => (await database.read((tx) => tx.select().from(qualificationType).where(eq(qualificationType.code, code))))[0]?.id ?? ''
const grants = (memberId: string) => database.read((tx) => tx.select().from(qualificationGrant).where(eq(qualificationGrant.memberId, memberId)).orderBy(asc(qualificationGrant.grantedAt), asc(qualificationGrant.id)))
const carried = (memberId: string) => database.read(async (tx) => (await readCarried(tx, [memberId], clock.now()))(memberId))
const grant = async (memberId: string, code: string, expiresAt: string | null = null) => qualifications.grant({ memberId, typeId: await typeId(code), expiresAt, notes: null }, admin)

describe('by rank and division (domain.md 4.17)', () => {
  test.each([
    [1, 'OPS', ['APS']],
    [1, 'BMQ', []],
    [1, null, ['APS']],
    [2, 'BMQ', ['BM']],
    [3, 'OPS', ['QM']],
    [4, 'OPS', ['DSWK']],
    [12, 'OPS', ['DSWK']],
    [13, 'OPS', []],
    [0, 'OPS', []],
  ])('order %i in %s: %j', (rankOrder, divisionCode, codes) => {
    expect(automaticCodes({ rankOrder, divisionCode, isSwk: false })).toEqual(codes)
  })
  test('a Senior Watchkeeper is nobody’s deputy', () => {
    expect(automaticCodes({ rankOrder: 8, divisionCode: 'OPS', isSwk: true })).toEqual([])
  })
  test('every branch alike', async () => {
    for (const code of ['S1', 'Cpl', 'Cpl-AF']) expect((await carried(await enlist(code))).qualifications, code).toEqual(['QM'])
  })
})

describe('what a person granted, a person takes (4.17 ▶)', () => {
  test('⚠ a PO2 who was given QM by hand keeps it through every sync', async () => {
    const id = await enlist('PO2')
    await grant(id, 'QM')
    expect(await qualifications.sync()).toEqual({ granted: 0, revoked: 0 })
    expect((await carried(id)).qualifications).toEqual(['QM', 'DSWK'])
  })
  test('granting SWK takes DSWK away, revoking it gives it back, and the history tells all', async () => {
    const id = await enlist('PO2')
    const { grantId } = await grant(id, 'SWK')
    expect((await carried(id)).qualifications).toEqual(['SWK'])
    await qualifications.revoke({ memberId: id, grantId, reason: 'asked to' }, admin)
    expect((await carried(id)).qualifications).toEqual(['DSWK'])
    expect((await grants(id)).map(({ source, revokeReason }) => [source, revokeReason]).sort()).toEqual([['automatic', 'rank or division'], ['automatic', null], ['manual', 'asked to']].sort())
  })
})

describe('granting and revoking', () => {
  test('⚠ a grant that was revoked is not overwritten by the next one (2.1 ▶)', async () => {
    const id = await enlist('S1')
    const first = await grant(id, 'DDS')
    await expect(grant(id, 'DDS')).rejects.toMatchObject({ code: 'qualification_held' })
    await qualifications.revoke({ memberId: id, grantId: first.grantId, reason: 'left the watch' }, admin)
    await expect(qualifications.revoke({ memberId: id, grantId: first.grantId, reason: 'again' }, admin)).rejects.toMatchObject({ code: 'qualification_revoked' })
    clock.advance(1000)
    await grant(id, 'DDS')
    expect((await grants(id)).filter(({ source }) => source === 'manual')).toMatchObject([{ revokeReason: 'left the watch', revokedBy: 'PO1 Boss, A' }, { revokedAt: null }])
  })
  test('⚠ an expired grant never counts, and stands in nobody’s way', async () => {
    const id = await enlist('S1')
    await grant(id, 'DDS', '2026-11-24T02:00:00.000Z')
    expect((await carried(id)).qualifications).toContain('DDS')
    clock.advance(3_600_000)
    expect((await carried(id)).qualifications).not.toContain('DDS')
    expect((await qualifications.lockupEligible({ presentOnly: false })).members).toEqual([])
    await grant(id, 'DDS')
    expect((await carried(id)).qualifications).toContain('DDS')
    await expect(grant(id, 'SWK', '2026-11-24T01:59:00.000Z')).rejects.toMatchObject({ code: 'expiry_in_past' })
  })
  test('two at one instant: one holds', async () => {
    const id = await enlist('S1')
    const answers = await Promise.allSettled([grant(id, 'DDS'), grant(id, 'DDS')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('refuses who and what is not there, and audits what it did', async () => {
    const id = await enlist('S1')
    await expect(qualifications.grant({ memberId: newId(), typeId: await typeId('DDS'), expiresAt: null, notes: null }, admin)).rejects.toMatchObject({ code: 'member_unknown' })
    await expect(qualifications.grant({ memberId: id, typeId: newId(), expiresAt: null, notes: null }, admin)).rejects.toMatchObject({ code: 'qualification_unknown' })
    await expect(qualifications.revoke({ memberId: id, grantId: newId(), reason: 'x' }, admin)).rejects.toMatchObject({ code: 'qualification_unknown' })
    await expect(qualifications.revoke({ memberId: newId(), grantId: newId(), reason: 'x' }, admin)).rejects.toMatchObject({ code: 'member_unknown' })
    const another = await enlist('S2')
    const theirs = await grant(another, 'SWK')
    await expect(qualifications.revoke({ memberId: id, grantId: theirs.grantId, reason: 'x' }, admin), 'a grant is its member’s').rejects.toMatchObject({ code: 'qualification_unknown' })
    await database.transaction((tx) => tx.update(member).set({ status: 'archived' }).where(eq(member.id, another)))
    await expect(grant(another, 'DDS')).rejects.toMatchObject({ code: 'member_archived' })
    await grant(id, 'DDS')
    expect(await database.read((tx) => tx.select().from(audit).where(and(eq(audit.action, 'qualification_grant'), eq(audit.entityId, id))).orderBy(asc(audit.seq)))).toMatchObject([
      { entityId: id, actorName: 'Sentinel', details: { qualification: 'QM', name: expect.any(String), reason: 'rank or division' } },
      { entityId: id, actorName: 'PO1 Boss, A', details: { qualification: 'DDS', expiresAt: null, notes: null } },
    ])
  })
})

describe('tags (4.17, P27)', () => {
  test('directly or through a qualification, each once', async () => {
    const id = await enlist('S1')
    const [qm] = await database.read((tx) => tx.select().from(tag).where(eq(tag.name, 'QM')))
    expect((await carried(id)).tags).toMatchObject([{ name: 'QM', throughQualification: true }])
    await qualifications.addTag({ memberId: id, tagId: qm?.id ?? '' }, admin)
    expect((await carried(id)).tags).toMatchObject([{ name: 'QM', throughQualification: false }])
    await expect(qualifications.addTag({ memberId: id, tagId: qm?.id ?? '' }, admin)).rejects.toMatchObject({ code: 'tag_held' })
    await expect(qualifications.addTag({ memberId: id, tagId: newId() }, admin)).rejects.toMatchObject({ code: 'tag_unknown' })
    await qualifications.removeTag({ memberId: id, tagId: qm?.id ?? '' }, admin)
    await expect(qualifications.removeTag({ memberId: id, tagId: qm?.id ?? '' }, admin)).rejects.toMatchObject({ code: 'tag_not_held' })
  })
})

test('who may hold lockup, and who of them is inside (4.17)', async () => {
  const inside = await enlist('PO1')
  const outside = await enlist('S1')
  await grant(outside, 'DDS')
  await database.transaction(async (tx) => {
    const at = clock.now()
    await tx.insert(station).values({ id: 'desk', name: 'Desk', createdAt: at }).onConflictDoNothing()
    const move = { id: newId(), memberId: inside, direction: 'in' as const, at, recordedAt: at, stationId: 'desk', method: 'badge' as const }
    await tx.insert(movement).values(move)
    await tx.insert(memberPresence).values({ memberId: inside, direction: 'in', at, recordedAt: at, movementId: move.id, stationId: 'desk' })
  })
  const all = await qualifications.lockupEligible({ presentOnly: false })
  expect(all.members.map(({ id, qualifications: codes, present }) => [id, codes, present])).toEqual([[inside, ['DSWK'], true], [outside, ['DDS'], false]])
  expect((await qualifications.lockupEligible({ presentOnly: true })).members.map(({ id }) => id)).toEqual([inside])
})
