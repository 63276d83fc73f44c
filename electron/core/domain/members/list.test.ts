import { sql } from 'drizzle-orm'
import { parse } from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { members as contract } from '../../../../shared/contract/members.ts'
import { badge, member } from '../../db/schema/index.ts'
import { newId } from '../../kit/id.ts'
import type { Actor } from '../audit/write.ts'
import { openRollDesk, type RollDesk } from './testing/roll-desk.ts'

const admin: Actor = { kind: 'admin', id: 'a', name: 'Boss' }

let desk: RollDesk
beforeAll(async () => {
  desk = await openRollDesk()
})
afterAll(() => desk.database.close())

describe('the list (domain.md 1.4, 4.6.1 ▶)', () => {
  beforeAll(async () => {
    const people = [
      ['V10000001', 'S1', 'BÉLANGER', 'ZOÉ', 'OPS'],
      ['V10000002', 'PO2', "O'BRIEN", 'SEAN', 'DECK'],
      ['V10000003', 'Lt(N)', 'ÉMOND', 'LUC', 'CMD'],
      ['V10000004', 'S1', 'ABEL', 'Æ', 'OPS'],
      ['R20000005', 'S3', 'ST-PIERRE', 'ANNE', 'BMQ'],
    ] as const
    for (const [serviceNumber, rank, lastName, firstName, division] of people) await desk.members.create(parse(contract.create.input, { serviceNumber, rank, lastName, firstName, division }), admin)
  })

  test('senior first, then by name without regard to accents', async () => {
    expect(await desk.names()).toEqual(['Lt(N) Émond, L', "PO2 O'Brien, S", 'S1 Abel, Æ', 'S1 Bélanger, Z', 'S3 St-Pierre, A'])
  })

  test.each([
    ['belanger', ['S1 Bélanger, Z']],
    ['ÉMO', ['Lt(N) Émond, L']],
    ['luc emond', ['Lt(N) Émond, L']],
    ['obrien', ["PO2 O'Brien, S"]],
    ['O’Brien', ["PO2 O'Brien, S"]],
    ['st pierre', ['S3 St-Pierre, A']],
    ['V10 000 004', ['S1 Abel, Æ']],
    ['r2000', ['S3 St-Pierre, A']],
    ['%', ['Lt(N) Émond, L', "PO2 O'Brien, S", 'S1 Abel, Æ', 'S1 Bélanger, Z', 'S3 St-Pierre, A']],
    ["'; drop table member; --", []],
    ['luc zoe', []],
  ])('a search for %j', async (search, found) => expect(await desk.names(search)).toEqual(found))

  test('pages are disjoint, complete and in one order; beyond the last there is nobody', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => desk.list('', page, 2)))
    expect(pages.flatMap((page) => page.members.map(({ displayName }) => displayName))).toEqual(await desk.names())
    expect(pages.map(({ total, totalPages, members: rows }) => [total, totalPages, rows.length])).toEqual([
      [5, 3, 2],
      [5, 3, 2],
      [5, 3, 1],
      [5, 3, 0],
    ])
  })

  test('says who holds a badge and who is inside, and leaves archived members out', async () => {
    const zoe = await desk.byNumber('V10000001')
    const at = desk.clock.now()
    await desk.comeIn(zoe.id)
    await desk.database.transaction(async (tx) => {
      await tx.insert(badge).values({ id: newId(), serial: 'em4100:0059C217', status: 'active', memberId: zoe.id, createdAt: at, updatedAt: at })
      await tx.update(member).set({ status: 'archived' }).where(sql`${member.rankId} <> ${zoe.rankId}`)
    })
    const { members: rows, total } = await desk.list()
    expect(rows.map(({ displayName, hasBadge, present }) => [displayName, hasBadge, present])).toEqual([
      ['S1 Abel, Æ', false, false],
      ['S1 Bélanger, Z', true, true],
    ])
    expect(total).toBe(2)
    expect(JSON.stringify(rows)).not.toContain('59C217')
  })
})
