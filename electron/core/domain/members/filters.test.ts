import { eq } from 'drizzle-orm'
import { parse } from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { members as contract } from '../../../../shared/contract/members.ts'
import type { Actor } from '../audit/write.ts'
import { badge, member, memberTag, qualificationType, tag } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import { openRollDesk, type RollDesk } from './testing/roll-desk.ts'

const admin: Actor = { kind: 'admin', id: 'a', name: 'Boss' }
let desk: RollDesk
const ids: Record<string, string> = {}
beforeAll(async () => {
  desk = await openRollDesk()
  const people = [
    ['Abel', { rank: 'S3', division: 'BMQ', contractEnd: '2026-12-01' }],
    ['Béland', { rank: 'PO2', division: 'OPS', memberType: 'class_b', contractEnd: '2026-11-22' }],
    ['Cyr', { rank: 'CPO1', division: 'DECK', contractEnd: '2027-06-01' }],
    ['Dubé', { rank: 'A/SLt', division: 'OPS', status: 'inactive' }],
    ['Éthier', { rank: 'S1', division: 'DECK', status: 'deployed' }],
    ['Fox', { rank: 'CIV', division: null, source: 'civilian_manual', serviceNumber: '' }],
  ] as const
  for (const [index, [lastName, fields]] of people.entries()) ids[lastName] = (await desk.members.create(parse(contract.create.input, { serviceNumber: `V70000${index}`, firstName: 'Test', lastName, ...fields }), admin)).id
  await desk.comeIn(ids['Cyr'] ?? '')
  await desk.database.transaction(async (tx) => {
    const at = desk.clock.now()
    await tx.insert(badge).values({ id: newId(), serial: 'AA000001', status: 'active', memberId: ids['Abel'] ?? '', createdAt: at, updatedAt: at })
    const [vip] = await tx.select().from(tag).where(eq(tag.name, 'VIP'))
    await tx.insert(memberTag).values({ memberId: ids['Dubé'] ?? '', tagId: vip?.id ?? '', createdAt: at })
  })
})
afterAll(() => desk.database.close())

const list = (input: object = {}, isAdmin = true) => desk.members.list(parse(contract.list.input, input), { isAdmin })
const names = async (input: object = {}, isAdmin = true): Promise<string[]> => (await list(input, isAdmin)).members.map(({ lastName }) => lastName)

describe('filters (domain.md 4.6.1)', () => {
  test.each([
    [{}, ['Dubé', 'Cyr', 'Béland', 'Abel', 'Fox']],
    [{ includeHidden: true }, ['Dubé', 'Cyr', 'Béland', 'Éthier', 'Abel', 'Fox']],
    [{ statuses: ['deployed'] }, ['Éthier']],
    [{ statuses: ['inactive'] }, ['Dubé']],
    [{ divisions: ['OPS'] }, ['Dubé', 'Béland']],
    [{ divisions: ['-', 'BMQ'] }, ['Abel', 'Fox']],
    [{ ranks: ['PO2', 'CPO1'] }, ['Cyr', 'Béland']],
    [{ memberTypes: ['class_b'] }, ['Béland']],
    [{ contract: 'expired' }, ['Béland']],
    [{ contract: 'expiring' }, ['Abel']],
    [{ contract: 'active' }, ['Cyr', 'Abel']],
    [{ scope: 'civilian_manual' }, ['Fox']],
    [{ scope: 'nominal_roll', search: 'v7' }, ['Dubé', 'Cyr', 'Béland', 'Abel']],
    [{ hasBadge: true }, ['Abel']],
    [{ hasBadge: false, present: true }, ['Cyr']],
    [{ qualifications: ['DSWK'] }, ['Dubé', 'Cyr', 'Béland']],
    [{ qualifications: ['DSWK'], divisions: ['DECK'], search: 'cy' }, ['Cyr']],
    [{ search: '100%_' }, []],
  ])('%j', async (input, found) => {
    expect(await names(input)).toEqual(found)
    expect((await list(input)).total).toBe(found.length)
  })

  test('a tag is found whether it is one’s own or comes with a qualification', async () => {
    const tags = await desk.database.read((tx) => tx.select().from(tag))
    const idOf = (name: string): string => tags.find((row) => row.name === name)?.id ?? ''
    expect(await names({ tags: [idOf('VIP')] })).toEqual(['Dubé'])
    expect(await names({ tags: [idOf('DSWK')] })).toEqual(['Dubé', 'Cyr', 'Béland'])
    const [dswk] = await desk.database.read((tx) => tx.select().from(qualificationType).where(eq(qualificationType.code, 'DSWK')))
    expect(dswk?.tagId).toBe(idOf('DSWK'))
  })

  test('below administrator nobody sees hidden statuses or civilians, whatever they ask', async () => {
    expect(await names({}, false)).toEqual(['Dubé', 'Cyr', 'Béland', 'Abel'])
    expect(await names({ includeHidden: true, scope: 'all' }, false)).toEqual(['Dubé', 'Cyr', 'Béland', 'Abel'])
    expect(await names({ statuses: ['deployed'] }, false)).toEqual([])
  })
})

describe('sorting (⚠ rank was sorted as text: A/SLt before CPO1)', () => {
  test.each([
    [{ sort: 'rank' }, ['Dubé', 'Cyr', 'Béland', 'Abel', 'Fox']],
    [{ sort: 'rank', direction: 'asc' }, ['Fox', 'Abel', 'Béland', 'Cyr', 'Dubé']],
    [{ sort: 'name' }, ['Abel', 'Béland', 'Cyr', 'Dubé', 'Fox']],
    [{ sort: 'name', direction: 'desc' }, ['Fox', 'Dubé', 'Cyr', 'Béland', 'Abel']],
    [{ sort: 'serviceNumber' }, ['Fox', 'Abel', 'Béland', 'Cyr', 'Dubé']],
    [{ sort: 'division' }, ['Abel', 'Cyr', 'Dubé', 'Béland', 'Fox']],
    [{ sort: 'status' }, ['Cyr', 'Béland', 'Abel', 'Fox', 'Dubé']],
    [{ sort: 'contractEnd' }, ['Béland', 'Abel', 'Cyr', 'Dubé', 'Fox']],
  ])('%j', async (input, found) => {
    expect(await names(input)).toEqual(found)
    const pages = await Promise.all([1, 2, 3].map((page) => list({ ...input, page, limit: 2 })))
    expect(pages.flatMap((page) => page.members.map(({ lastName }) => lastName))).toEqual(found)
  })
})

test('a member is found by service number however it is written', async () => {
  expect(await desk.members.byServiceNumber(' v 700 002 ')).toMatchObject({ id: ids['Cyr'] })
  await expect(desk.members.byServiceNumber('V999999')).rejects.toMatchObject({ code: 'member_unknown' })
  expect(await desk.database.read((tx) => tx.$count(member))).toBe(6)
})
