/** What an administrator decides of a roll before it is imported: rows left out, divisions, lists, blanks, who is missing (domain.md 4.7 ▶). */
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { member, memberStatus } from '../../db/schema/index.ts'
import { csv, fixture, openImportDesk, refusalOf, upload, type ImportDesk } from './testing/import-desk.ts'

let desk: ImportDesk
beforeEach(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.database.close())

describe('the choices of an import (domain.md 4.7 ▶)', () => {
  test('a row is left out of preview and import alike, and is still shown', async () => {
    const file = upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,PO9,ROY,LUC,OPS,', 'V10000003,S1,ROY,EVE,DIVE,'))
    expect(await desk.preview(file, { excludeRows: [3, 4] })).toMatchObject({ counts: { rows: 1, add: 1, errorRows: 0, excluded: 2, divisions: 0 }, toAdd: [{ row: 2, excluded: false }, { row: 4, excluded: true }], errors: [{ row: 3, excluded: true }], divisionsToCreate: [], divisions: [{ text: 'OPS' }] })
    expect(await desk.execute(file, { excludeRows: [3, 4] })).toMatchObject({ added: 1, excluded: 2, divisionsCreated: 0 })
    expect(await desk.names()).toEqual(['S1 Roy, A'])
  })

  test('of a row that was left out the member is not missing from the file', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,')))
    expect(await desk.preview(upload(csv('V10000001,S2,ROY,ANNE,OPS,')), { excludeRows: [2] })).toMatchObject({ counts: { update: 0 }, toReview: [], toUpdate: [{ excluded: true }] })
  })

  test('divisions are mapped, named or refused as the person says', async () => {
    const file = fixture('unknown-division.csv')
    const as = (code: string | null, name?: string) => ({ divisions: [{ text: 'dive', code, ...(name !== undefined && { name }) }] })
    expect(await refusalOf(desk.execute(file, as(null)))).toEqual(['roll_has_errors', { rows: '3', count: 1 }])
    expect(await desk.execute(file, { ...as(null), excludeRows: [3] })).toMatchObject({ added: 2, divisionsCreated: 0, excluded: 1 })
    expect(await desk.preview(file, as('DECK'))).toMatchObject({ divisionsToCreate: [], toAdd: [{ row: 3, division: 'DECK' }] })
    expect(await desk.execute(file, as('DIVE', 'Diving team'))).toMatchObject({ added: 1, divisionsCreated: 1 })
    expect((await desk.list('McIntyre')).members).toMatchObject([{ division: { code: 'DIVE', name: 'Diving team' } }])
  })

  test('messes and trades that the lists lack are put in them, each once, and spelt alike', async () => {
    const file = upload('SN,RANK,LAST NAME,FIRST NAME,DEPT,MESS,MOC\nV10000001,S1,ROY,ANNE,OPS,JUNIOR RANKS,Marine tech\nV10000002,S1,ROY,LUC,OPS,Éléments & co.,MARINE TECH\n')
    expect(await desk.preview(file)).toMatchObject({
      listItemsToCreate: [
        { list: 'messes', name: 'Éléments & co.' },
        { list: 'trades', name: 'Marine tech' },
      ],
    })
    expect(await desk.execute(file)).toMatchObject({ added: 2, listItemsCreated: 2 })
    const { listItems, members } = await desk.everything()
    expect(members.map(({ mess, moc }) => [mess, moc])).toEqual([
      ['Junior Ranks', 'Marine tech'],
      ['Éléments & co.', 'Marine tech'],
    ])
    expect(listItems.filter(({ listType }) => listType !== 'event_role').map(({ listType, code, name, displayOrder }) => [listType, code, name, displayOrder])).toEqual([
      ['mess', 'c_pos', 'C&POs', 6],
      ['mess', 'elements_co', 'Éléments & co.', 8],
      ['mess', 'junior_ranks', 'Junior Ranks', 5],
      ['mess', 'wardroom', 'Wardroom', 7],
      ['moc', 'marine_tech', 'Marine tech', 1],
    ])
    expect(desk.events).toContain('definitions.changed')
  })

  test('blank cells clear only where that was chosen (4.7 ▶)', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,anne@example.org', 'V10000002,S1,ROY,LUC,OPS,luc@example.org')))
    const file = upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S1,ROY,LUC,OPS,luc@example.org'))
    expect(await desk.preview(file)).toMatchObject({ toUpdate: [], counts: { unchanged: 2 } })
    expect(await desk.execute(file, { clears: ['email'] })).toMatchObject({ updated: 1, unchanged: 1 })
    expect([(await desk.byNumber('V10000001')).email, (await desk.byNumber('V10000002')).email]).toEqual([null, 'luc@example.org'])
  })

  test('only chosen members of the review become inactive, and never one who is inside', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S1,ROY,LUC,OPS,', 'V10000003,S2,CÔTÉ,EVE,OPS,')))
    const [anne = '', luc = '', eve = ''] = await Promise.all(['V10000001', 'V10000002', 'V10000003'].map(async (number) => (await desk.byNumber(number)).id))
    await desk.comeIn(luc)
    const file = upload(csv('V10000003,S2,CÔTÉ,EVE,OPS,'))
    const preview = await desk.preview(file, { deactivateIds: [anne, luc] })
    expect(preview.toReview.map(({ name, present }) => [name, present]).sort()).toEqual([
      ['S1 Roy, Anne', false],
      ['S1 Roy, Luc', true],
    ])
    expect(preview.obstacles).toMatchObject([{ memberId: luc, code: 'member_present', message: 'S1 Roy, L is in the building.' }])
    expect(await refusalOf(desk.importAs(file, preview.hash, { deactivateIds: [anne, luc] }))).toEqual(['member_present', { name: 'S1 Roy, L' }])
    expect(await refusalOf(desk.execute(file, { deactivateIds: [eve] }))).toEqual(['roll_changed', undefined])
    expect(await desk.byNumber('V10000001')).toMatchObject({ status: 'active' })
    expect(await desk.execute(file, { deactivateIds: [anne, anne] })).toMatchObject({ deactivated: 1, unchanged: 1 })
    expect(await desk.byNumber('V10000001')).toMatchObject({ status: 'inactive' })
  })

  test('whoever is back in the file stays as they are, and that is said', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,')))
    await desk.database.transaction((tx) => tx.update(member).set({ status: 'inactive' }))
    const file = upload(csv('V10000001,S2,ROY,ANNE,OPS,'))
    expect(await desk.preview(file)).toMatchObject({ notices: [{ row: 2, code: 'status_kept', value: 'inactive' }] })
    await desk.execute(file)
    expect(await desk.byNumber('V10000001')).toMatchObject({ status: 'inactive', displayName: 'S2 Roy, A' })
  })

  test('the last administrator cannot be set to a status that the door refuses (P18)', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S1,ROY,LUC,OPS,')))
    const { id } = await desk.byNumber('V10000001')
    await desk.makeAdministrator(id)
    await desk.database.transaction((tx) => tx.update(memberStatus).set({ admission: 'refuse' }).where(eq(memberStatus.code, 'inactive')))
    expect(await refusalOf(desk.execute(upload(csv('V10000002,S1,ROY,LUC,OPS,')), { deactivateIds: [id] }))).toEqual(['last_administrator', undefined])
    expect(await desk.byNumber('V10000001')).toMatchObject({ status: 'active' })
  })
})
