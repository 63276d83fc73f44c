import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { member, revision } from '../../db/schema/index.ts'
import { Refusal } from '../../kit/refusal.ts'
import { actor, csv, fixture, openRollDesk, refusalOf, upload, type RollDesk } from './testing/roll-desk.ts'

let desk: RollDesk
beforeEach(async () => {
  desk = await openRollDesk()
})
afterEach(() => desk.database.close())

describe('the fixtures, imported', () => {
  test('formulas.csv is kept as text', async () => {
    await desk.execute(fixture('formulas.csv'))
    expect(await desk.byNumber('R20000001')).toMatchObject({ notes: '\'=HYPERLINK("http://example.org","x")', mobilePhone: '+1 204 555-0100' })
    expect(await desk.byNumber('R20000002')).toMatchObject({ lastName: "'@Mcintyre", firstName: "'-Ross", notes: "'+1+1" })
  })

  test('roll-120-bad-row.csv: one row is wrong, and without it 119 are added; corrected, the last one follows', async () => {
    const bad = fixture('roll-120-bad-row.csv')
    expect(await desk.preview(bad)).toMatchObject({ rows: 120, errors: [{ row: 58, field: 'rank', code: 'rank_unknown', value: 'PO3' }] })
    expect(await refusalOf(desk.execute(bad))).toEqual(['roll_has_errors', { rows: '58', count: 1 }])
    expect(await desk.list()).toMatchObject({ total: 0 })
    expect(await desk.execute(bad, { excludeRows: [58, 4000] })).toMatchObject({ added: 119, excluded: 1 })
    expect(await desk.preview(fixture('roll-120.csv'))).toMatchObject({ toAdd: [{ row: 58 }], toUpdate: [], unchanged: 119, toReview: [], errors: [], notices: [] })
    expect(await desk.execute(fixture('roll-120.csv'))).toMatchObject({ added: 1, updated: 0, unchanged: 119 })
    expect(await desk.byNumber('R31415900')).toMatchObject({ lastName: 'Arsenault', firstName: 'Éloïse', contractEnd: '2027-08-31', notes: 'Bilingue; certifié, à revoir', source: 'nominal_roll', status: 'active' })
  })
})

describe('an import (domain.md 4.7 ▶)', () => {
  test('a preview writes nothing', async () => {
    const before = await desk.everything()
    await desk.preview(fixture('roll-120.csv'))
    expect(await desk.everything()).toEqual(before)
    expect(desk.events).toEqual([])
  })

  test('importing the same file again changes nothing but the audit trail, and tells nobody', async () => {
    await desk.execute(fixture('roll-120.csv'))
    const first = await desk.everything()
    desk.events.length = 0
    desk.clock.advance(60_000)
    expect(await desk.execute(fixture('roll-120.csv'))).toEqual({ added: 0, updated: 0, unchanged: 120, deactivated: 0, divisionsCreated: 0, excluded: 0 })
    const second = await desk.everything()
    expect({ ...second, audits: [] }).toEqual({ ...first, audits: [] })
    expect(second.audits).toHaveLength(first.audits.length + 1)
    expect(desk.events).toEqual([])
  })

  test('is audited with its counts and file name, and told after the commit with the new revision', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,DIVE,'), 'november.csv'))
    const { audits, revision: counters } = await desk.everything()
    expect(audits).toMatchObject([
      { action: 'division_create', entityType: 'division', details: { name: 'DIVE', after: { code: 'DIVE' } } },
      { action: 'member_create', entityType: 'member', details: { name: 'S1 Roy, A', serviceNumber: 'V10000001', fileName: 'november.csv', after: { rank: 'S1', lastName: 'Roy', division: 'DIVE' } } },
      { action: 'import_execute', entityType: 'roll', actorId: 'desk', details: { fileName: 'november.csv', added: 1, updated: 0, deactivated: 0, divisionsCreated: 1, newDivisions: ['DIVE'] } },
    ])
    expect(counters).toEqual([{ topic: 'presence', value: 1 }])
    expect(desk.events).toEqual(['members.changed', 'presence.changed {"revision":1}'])
  })

  test('changed cells change the member, blank cells keep what is there', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,anne@example.org')))
    const { id } = await desk.byNumber('V10000001')
    const next = upload(csv('V10000001,S2,ROY,ANNE,DECK,'))
    expect((await desk.preview(next)).toUpdate).toEqual([
      {
        row: 2,
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

  test('needs the preview of exactly this file and this roll', async () => {
    const file = upload(csv('V10000001,S1,ROY,ANNE,OPS,'))
    const { hash } = await desk.preview(file)
    const options = { excludeRows: [], createDivisions: true, deactivateIds: [], previewHash: hash }
    expect(await refusalOf(desk.members.importRoll({ ...options, file: upload(csv('V10000001,S1,ROY,ANNA,OPS,')) }, actor))).toEqual(['roll_changed', undefined])
    await desk.execute(upload(csv('V10000002,S1,ROY,LUC,OPS,')))
    expect(await refusalOf(desk.members.importRoll({ ...options, file }, actor))).toEqual(['roll_changed', undefined])
    expect(await desk.names()).toEqual(['S1 Roy, L'])
  })

  test('people may come and go between preview and import', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,')))
    const file = upload(csv('V10000001,S2,ROY,ANNE,OPS,'))
    const { hash } = await desk.preview(file)
    await desk.comeIn((await desk.byNumber('V10000001')).id)
    expect(await desk.members.importRoll({ file, previewHash: hash, excludeRows: [], createDivisions: true, deactivateIds: [] }, actor)).toMatchObject({ updated: 1 })
  })

  test('two imports of one preview: the second finds the roll changed', async () => {
    const file = fixture('valid-small.csv')
    const { hash } = await desk.preview(file)
    const options = { file, previewHash: hash, excludeRows: [], createDivisions: true, deactivateIds: [] }
    const [first, second] = await Promise.all([desk.members.importRoll(options, actor), refusalOf(desk.members.importRoll(options, actor))])
    expect(first).toMatchObject({ added: 3 })
    expect(second).toEqual(['roll_changed', undefined])
  })

  test('divisions are created only when that is allowed', async () => {
    const file = fixture('unknown-division.csv')
    expect(await refusalOf(desk.execute(file, { createDivisions: false }))).toEqual(['roll_division_unknown', { divisions: 'DIVE' }])
    expect(await desk.execute(file, { createDivisions: false, excludeRows: [3] })).toMatchObject({ added: 2, divisionsCreated: 0, excluded: 1 })
    expect(await desk.execute(file)).toMatchObject({ added: 1, divisionsCreated: 1 })
    expect((await desk.list('McIntyre')).members).toMatchObject([{ division: { code: 'DIVE', name: 'DIVE' } }])
  })

  test('only chosen members of the review become inactive, and never one who is inside', async () => {
    await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S1,ROY,LUC,OPS,', 'V10000003,S2,CÔTÉ,EVE,OPS,')))
    const [anne, luc, eve] = await Promise.all(['V10000001', 'V10000002', 'V10000003'].map(desk.byNumber))
    await desk.comeIn(luc?.id ?? '')
    const file = upload(csv('V10000003,S2,CÔTÉ,EVE,OPS,'))
    expect((await desk.preview(file)).toReview.map(({ name, present }) => [name, present]).sort()).toEqual([
      ['S1 Roy, Anne', false],
      ['S1 Roy, Luc', true],
    ])
    expect(await refusalOf(desk.execute(file, { deactivateIds: [anne?.id ?? '', luc?.id ?? ''] }))).toEqual(['member_present', { name: 'S1 Roy, L' }])
    expect(await refusalOf(desk.execute(file, { deactivateIds: [eve?.id ?? ''] }))).toEqual(['roll_changed', undefined])
    expect(await desk.byNumber('V10000001')).toMatchObject({ status: 'active' })
    desk.events.length = 0
    expect(await desk.execute(file, { deactivateIds: [anne?.id ?? '', anne?.id ?? ''] })).toMatchObject({ deactivated: 1, unchanged: 1 })
    expect(await desk.byNumber('V10000001')).toMatchObject({ status: 'inactive' })
    expect(desk.events[0]).toBe('members.changed')
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
    const before = await desk.everything()
    await desk.database.transaction((tx) => tx.delete(revision))
    await expect(desk.execute(fixture('roll-120.csv'))).rejects.toThrow('the presence revision is missing')
    expect(await desk.everything()).toEqual({ ...before, revision: [] })
    expect(desk.events).toEqual([])
  })

  test('for all files: the database takes what a preview lets through, and the same file then changes nothing more', async () => {
    const cell = fc.oneof(fc.constantFrom('', '=1', "O'BRIEN", 'Côté', 'a\u0000b', '\u0085', '😀', 'CLASS B', '2026-01-02', 'a@b.ca'), fc.string({ unit: 'binary', maxLength: 15 }))
    const number = fc.oneof(fc.integer({ min: 1_000_000, max: 1_000_020 }).map((value) => `V${value}`), fc.string({ unit: 'grapheme', minLength: 6, maxLength: 10 }))
    const row = fc.tuple(number, fc.constantFrom('S1', 'ab'), cell, cell, fc.oneof(fc.constantFrom('OPS', 'dive'), cell), cell, cell, cell, cell)
    const quoted = (cells: string[]): string => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
        const file = upload(['SN,RANK,LAST NAME,FIRST NAME,DEPT,NOTES,MOC,INITIALS,DETAILS', ...rows.map(quoted)].join('\n'))
        let outcome: Awaited<ReturnType<typeof desk.preview>>
        try {
          outcome = await desk.preview(file)
        } catch (error) {
          if (error instanceof Refusal) return
          throw error
        }
        const excludeRows = outcome.errors.map((problem) => problem.row)
        expect(await desk.execute(file, { excludeRows })).toMatchObject({ added: outcome.toAdd.length, updated: outcome.toUpdate.length })
        const again = await desk.members.importRoll({ file, previewHash: (await desk.preview(file)).hash, excludeRows, createDivisions: false, deactivateIds: [] }, actor)
        expect(again).toMatchObject({ added: 0, updated: 0, divisionsCreated: 0 })
      }),
      { numRuns: 40 },
    )
  })

  test('2,000 rows take a few seconds, and timers run meanwhile (design.md F3)', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `V${10_000_000 + index},S${(index % 3) + 1},NAME${String.fromCharCode(65 + (index % 26))}${index % 97},FIRST${index},OPS,p${index}@example.org`)
    const file = upload(csv(...rows))
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 1)
    const started = performance.now()
    const result = await desk.execute(file)
    const added = performance.now()
    const changed = upload(csv(...rows.map((row) => row.replace('OPS', 'DECK'))))
    expect(await desk.execute(changed)).toMatchObject({ updated: 2000 })
    const took = [Math.round(added - started), Math.round(performance.now() - added)]
    clearInterval(timer)
    process.stderr.write(`import of 2,000 rows: added in ${took[0]} ms, updated in ${took[1]} ms, ${ticks} timer ticks\n`)
    expect(result).toMatchObject({ added: 2000 })
    expect(Math.max(...took)).toBeLessThan(15_000)
    expect(ticks).toBeGreaterThan(10)
  })
})
