import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { member, qualificationGrant, revision } from '../../db/schema/index.ts'
import { Refusal } from '../../kit/refusal.ts'
import { actor, csv, fixture, openImportDesk, refusalOf, upload, type ImportDesk } from './testing/import-desk.ts'

let desk: ImportDesk
beforeEach(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.database.close())

const nothing = { added: 0, updated: 0, unchanged: 0, deactivated: 0, divisionsCreated: 0, listItemsCreated: 0, excluded: 0, qualificationsGranted: 0, qualificationsRevoked: 0 }

describe('the fixtures, imported', () => {
  test('formulas.csv is kept as text', async () => {
    await desk.execute(fixture('formulas.csv'))
    expect(await desk.byNumber('R20000001')).toMatchObject({ notes: '\'=HYPERLINK("http://example.org","x")', mobilePhone: '+1 204 555-0100' })
    expect(await desk.byNumber('R20000002')).toMatchObject({ lastName: "'@Mcintyre", firstName: "'-Ross", notes: "'+1+1" })
  })

  test('roll-120-bad-row.csv: one row is wrong, and without it 119 are added; corrected, the last one follows', async () => {
    const bad = fixture('roll-120-bad-row.csv')
    expect(await desk.preview(bad)).toMatchObject({ counts: { rows: 120, add: 119, errorRows: 1 }, errors: [{ row: 58, field: 'rank', code: 'rank_unknown', value: 'PO3' }] })
    expect(await refusalOf(desk.execute(bad))).toEqual(['roll_has_errors', { rows: '58', count: 1 }])
    expect(await desk.list()).toMatchObject({ total: 0 })
    expect(await desk.execute(bad, { excludeRows: [58, 4000] })).toMatchObject({ added: 119, excluded: 1 })
    expect(await desk.preview(fixture('roll-120.csv'))).toMatchObject({ toAdd: [{ row: 58 }], toUpdate: [], counts: { unchanged: 119 }, toReview: [], errors: [], notices: [] })
    expect(await desk.execute(fixture('roll-120.csv'))).toMatchObject({ added: 1, updated: 0, unchanged: 119 })
    expect(await desk.byNumber('R31415900')).toMatchObject({ lastName: 'Arsenault', firstName: 'Éloïse', contractEnd: '2027-08-31', notes: 'Bilingue; certifié, à revoir', source: 'nominal_roll', status: 'active' })
  })
})

describe('an import (domain.md 4.7 ▶)', () => {
  test('a preview writes nothing', async () => {
    const before = [await desk.everything(), await desk.record()]
    await desk.preview(fixture('roll-120.csv'))
    expect([await desk.everything(), await desk.record()]).toEqual(before)
    expect(desk.events).toEqual([])
  })

  test('importing the same file again changes nothing but the record of imports, and tells nobody', async () => {
    await desk.execute(fixture('roll-120.csv'))
    const first = await desk.everything()
    desk.events.length = 0
    desk.clock.advance(60_000)
    expect(await desk.execute(fixture('roll-120.csv'))).toMatchObject({ ...nothing, unchanged: 120 })
    expect(await desk.everything()).toEqual(first)
    expect((await desk.record()).audits.filter(({ action }) => action === 'import_execute')).toHaveLength(2)
    expect(desk.events.filter((name) => name !== 'roll.progress')).toEqual([])
  })

  test('is audited with its counts and file name, and told after the commit with the new revision', async () => {
    const { importId } = await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,DIVE,'), 'november.csv'))
    const { audits, revision: counters, imports } = await desk.record()
    expect(audits).toMatchObject([
      { action: 'qualification_grant', details: { name: 'S1 Roy, A' } },
      { action: 'qualification_sync' },
      { action: 'division_create', entityType: 'division', details: { list: 'divisions', name: 'DIVE', after: { code: 'DIVE' } } },
      { action: 'member_create', entityType: 'member', entityId: (await desk.byNumber('V10000001')).id, details: { name: 'S1 Roy, A', serviceNumber: 'V10000001', fileName: 'november.csv', after: { rank: 'S1', lastName: 'Roy', division: 'DIVE' } } },
      { action: 'import_execute', entityType: 'roll', entityId: importId, actorId: actor.id, stationId: 'desk', details: { fileName: 'november.csv', added: 1, updated: 0, deactivated: 0, divisionsCreated: 1, newDivisions: ['DIVE'] } },
    ])
    expect(imports).toMatchObject([{ id: importId, fileName: 'november.csv', actorName: actor.name, undoneAt: null }])
    expect(counters).toEqual([{ topic: 'presence', value: 1 }])
    expect(desk.events).toEqual(['roll.progress', 'roll.progress', 'roll.progress', 'definitions.changed', 'members.changed', 'presence.changed {"revision":1}'])
  })

  test('says in the trail of each member what changed, who was set inactive, and what the lists got (4.23)', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S1,ROY,LUC,OPS,')))
    const known = (await desk.record()).audits.length
    await desk.execute(upload('SN,RANK,LAST NAME,FIRST NAME,DEPT,MESS,DETAILS\nV10000001,S1,ROY,ANNE,DECK,Chiefs,CLASS B\nV10000009,PO9,X,Y,OPS,,'), { excludeRows: [3], deactivateIds: [(await desk.byNumber('V10000002')).id] })
    expect((await desk.record()).audits.slice(known).map(({ action, details }) => [action, details])).toMatchObject([
      ['list_item_create', { list: 'messes', name: 'Chiefs', after: { code: 'chiefs', name: 'Chiefs' } }],
      ['member_update', { name: 'S1 Roy, A', before: { division: 'OPS', mess: null, classDetails: null, memberType: 'class_a' }, after: { division: 'DECK', mess: 'Chiefs', classDetails: 'CLASS B', memberType: 'class_b' } }],
      ['member_update', { name: 'S1 Roy, L', before: { status: 'active' }, after: { status: 'inactive' } }],
      ['import_execute', { excludedRows: [3] }],
    ])
  })

  test('works out the automatic qualifications of everybody afterwards (4.17)', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S3,ROY,LUC,OPS,')))
    const codes = async (serviceNumber: string) => (await desk.members.get((await desk.byNumber(serviceNumber)).id)).grants.filter(({ state }) => state === 'active').map(({ code }) => code)
    expect([await codes('V10000001'), await codes('V10000002')]).toEqual([['QM'], ['APS']])
    expect(await desk.execute(upload(csv('V10000001,S2,ROY,ANNE,OPS,', 'V10000002,S3,ROY,LUC,BMQ,')))).toMatchObject({ qualificationsGranted: 1, qualificationsRevoked: 2 })
    expect([await codes('V10000001'), await codes('V10000002')]).toEqual([['BM'], []])
  })

  test('changed cells change the member, blank cells keep what is there', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,anne@example.org')))
    const { id } = await desk.byNumber('V10000001')
    const next = upload(csv('V10000001,S2,ROY,ANNE,DECK,'))
    expect((await desk.preview(next)).toUpdate).toEqual([
      {
        row: 2,
        excluded: false,
        memberId: id,
        serviceNumber: 'V10000001',
        name: 'S1 Roy, Anne',
        changes: [
          { field: 'rank', from: 'S1', to: 'S2' },
          { field: 'division', from: 'OPS', to: 'DECK' },
        ],
      },
    ])
    desk.clock.advance(60_000)
    await desk.execute(next)
    const row = await desk.byNumber('V10000001')
    expect(row).toMatchObject({ id, displayName: 'S2 Roy, A', email: 'anne@example.org', updatedAt: desk.clock.now() })
    expect(row.createdAt).not.toEqual(row.updatedAt)
  })

  test('needs the preview of exactly this file, these choices and this roll', async () => {
    const file = upload(csv('V10000001,S1,ROY,ANNE,OPS,'))
    const { hash } = await desk.preview(file)
    expect(await refusalOf(desk.importAs(upload(csv('V10000001,S1,ROY,ANNA,OPS,')), hash))).toEqual(['roll_changed', undefined])
    expect(await refusalOf(desk.importAs(file, hash, { clears: ['email'] }))).toEqual(['roll_changed', undefined])
    expect(await refusalOf(desk.importAs(file, hash, { excludeRows: [2] }))).toEqual(['roll_changed', undefined])
    await desk.execute(upload(csv('V10000002,S1,ROY,LUC,OPS,')))
    expect(await refusalOf(desk.importAs(file, hash))).toEqual(['roll_changed', undefined])
    expect(await desk.names()).toEqual(['S1 Roy, L'])
  })

  test('people may come and go between preview and import', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,')))
    const file = upload(csv('V10000001,S2,ROY,ANNE,OPS,'))
    const { hash } = await desk.preview(file)
    await desk.comeIn((await desk.byNumber('V10000001')).id)
    expect(await desk.importAs(file, hash)).toMatchObject({ updated: 1 })
  })

  test('two imports of one preview at once: the second finds the roll changed', async () => {
    const file = fixture('valid-small.csv')
    const { hash } = await desk.preview(file)
    const [first, second] = await Promise.all([desk.importAs(file, hash), refusalOf(desk.importAs(file, hash))])
    expect(first).toMatchObject({ added: 3 })
    expect(second).toEqual(['roll_changed', undefined])
    expect((await desk.record()).imports).toHaveLength(1)
  })

  test('a civilian entered by hand is never touched, and their number in the file is an error', async () => {
    const id = await desk.addCivilian('CIV001')
    const before = await desk.database.read((tx) => tx.select().from(member).where(eq(member.id, id)))
    const file = upload(csv('CIV001,S1,OTHER,NAME,OPS,', 'V10000001,S1,ROY,ANNE,OPS,'))
    expect(await desk.preview(file)).toMatchObject({ errors: [{ row: 2, code: 'service_number_civilian' }], toReview: [] })
    await desk.execute(file, { excludeRows: [2] })
    expect(await desk.database.read((tx) => tx.select().from(member).where(eq(member.id, id)))).toEqual(before)
  })

  test('names that would read the same switch to first names, those already on the roll too, and back again (domain.md 4.6.2)', async () => {
    await desk.execute(upload(csv('V10000001,PO2,SINGH,HARJIT,OPS,', 'V10000002,S1,SINGH,ARJUN,OPS,')))
    expect(await desk.names()).toEqual(['PO2 Singh, H', 'S1 Singh, A'])
    await desk.execute(upload(csv('V10000003,S3,SINGH,HANNAH,BMQ,')))
    expect(await desk.names()).toEqual(['PO2 Singh, Harjit', 'S1 Singh, A', 'S3 Singh, Hannah'])
    await desk.execute(upload(csv('V10000003,S3,SINGH-ROY,HANNAH,BMQ,')))
    expect(await desk.names()).toEqual(['PO2 Singh, H', 'S1 Singh, A', 'S3 Singh-Roy, H'])
  })

  test('all or nothing: a failure at the end leaves no trace', async () => {
    await desk.database.transaction((tx) => tx.delete(revision))
    const before = [await desk.everything(), await desk.record()]
    await expect(desk.execute(fixture('roll-120.csv'))).rejects.toThrow('the presence revision is missing')
    expect([await desk.everything(), await desk.record()]).toEqual(before)
    expect(desk.events.filter((name) => name !== 'roll.progress')).toEqual([])
  })

  test('for all files: the database takes what a preview lets through, and the same file then changes nothing more', async () => {
    const cell = fc.oneof(fc.constantFrom('', '=1', "O'BRIEN", 'Côté', 'a\u0000b', '\u0085', '😀', 'CLASS B', '2026-01-02', 'a@b.ca'), fc.string({ unit: 'binary', maxLength: 15 }))
    const number = fc.oneof(fc.integer({ min: 1_000_000, max: 1_000_020 }).map((value) => `V${value}`), fc.string({ unit: 'grapheme', minLength: 6, maxLength: 10 }))
    const row = fc.tuple(number, fc.constantFrom('S1', 'ab'), cell, cell, fc.oneof(fc.constantFrom('OPS', 'dive'), cell), cell, cell, cell, cell)
    const quoted = (cells: string[]): string => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
        const file = upload(['SN,RANK,LAST NAME,FIRST NAME,DEPT,NOTES,MOC,MESS,DETAILS', ...rows.map(quoted)].join('\n'))
        let outcome: Awaited<ReturnType<typeof desk.preview>>
        try {
          outcome = await desk.preview(file)
        } catch (error) {
          if (error instanceof Refusal) return
          throw error
        }
        const excludeRows = [...new Set(outcome.errors.map((problem) => problem.row))]
        const planned = await desk.preview(file, { excludeRows })
        expect(planned.counts.errorRows).toBe(0)
        expect(await desk.execute(file, { excludeRows })).toMatchObject({ added: planned.counts.add, updated: planned.counts.update, listItemsCreated: planned.listItemsToCreate.length })
        expect(await desk.execute(file, { excludeRows })).toMatchObject({ added: 0, updated: 0, divisionsCreated: 0, listItemsCreated: 0 })
      }),
      { numRuns: 40 },
    )
    // Forty files, each imported twice into a real database.
  }, 120_000)

  test('2,000 rows: timers run meanwhile, whoever asks is answered right after, and the import says how far it is (design.md F3)', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `V${10_000_000 + index},S${(index % 3) + 1},NAME${String.fromCharCode(65 + (index % 26))}${index % 97},FIRST${index},OPS,p${index}@example.org`)
    const file = upload(csv(...rows))
    const { hash } = await desk.preview(file)
    const told: unknown[] = []
    const asked: ReturnType<typeof desk.roll.lastImport>[] = []
    desk.hub.on('roll.progress', ({ phase, done, total }) => told.push([phase, done, total]))
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
      if (told.length > 1 && asked.length === 0) asked.push(desk.roll.lastImport())
    }, 1)
    const began = performance.now()
    expect(await desk.importAs(file, hash)).toMatchObject({ added: 2000 })
    const added = performance.now()
    // The embedded engine answers once the import is over; a server meanwhile, with what there was before.
    expect(await Promise.all(asked)).toMatchObject([{ import: desk.database.embedded ? { added: 2000 } : null }])
    expect(await desk.execute(upload(csv(...rows.map((row) => row.replace('OPS', 'DECK')))))).toMatchObject({ updated: 2000 })
    const updated = performance.now()
    clearInterval(timer)
    process.stderr.write(`import of 2,000 rows: added in ${Math.round(added - began)} ms; previewed and updated in ${Math.round(updated - added)} ms; ${ticks} timer ticks\n`)
    expect(told.slice(0, 12)).toEqual([['checking', 0, 0], ...Array.from({ length: 10 }, (_, index) => ['writing', (index + 1) * 200, 2000]), ['finishing', 2000, 2000]])
    expect(ticks).toBeGreaterThan(10)
    expect(await desk.database.read((tx) => tx.$count(qualificationGrant))).toBe(2000)
  })
})
