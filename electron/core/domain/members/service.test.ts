import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SentinelEvents } from '../../../../shared/contract/index.ts'
import { searchNameOf } from '../../../../shared/domain/names.ts'
import type { Database } from '../../db/database.ts'
import { audit, badge, division, member, memberPresence, movement, rank, revision, station } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { findAppRoot } from '../../kit/app-root.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { createHub } from '../../kit/hub.ts'
import { newId } from '../../kit/id.ts'
import { silentLog } from '../../kit/log.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Actor } from '../audit/write.ts'
import { createMembersService, type MembersService } from './service.ts'

let database: Database
let clock: FakeClock
let members: MembersService
let events: string[]

const actor: Actor = { kind: 'device', id: 'desk', name: 'desk front-door' }
const heading = 'SN,RANK,LAST NAME,FIRST NAME,DEPT,EMAIL'

beforeEach(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-23T18:00:00.000Z')
  const hub = createHub<SentinelEvents>(silentLog)
  events = []
  hub.onAny((name, payload) => events.push(name === 'presence.changed' ? `${name} ${JSON.stringify(payload)}` : name))
  members = createMembersService({ database, clock, hub, log: silentLog })
})
afterEach(() => database.close())

const csv = (...rows: string[]): string => [heading, ...rows].join('\r\n')
const upload = (content: string | Uint8Array, fileName = 'roll.csv') => ({ fileName, content: Buffer.from(content).toString('base64') })
const fixture = (name: string) => upload(readFileSync(join(findAppRoot(), 'test/fixtures/rolls', name)), name)
type File = ReturnType<typeof upload>
type Options = Partial<Parameters<MembersService['importRoll']>[0]>

const preview = (file: File) => members.previewRoll({ file })
const execute = async (file: File, options: Options = {}) =>
  members.importRoll({ file, previewHash: (await preview(file)).hash, excludeRows: [], createDivisions: true, deactivateIds: [], ...options }, actor)
const refusalOf = async (act: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await act.then(
    () => 'no refusal',
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? [error.code, error.details] : error
}
const list = (search = '', page = 1, limit = 50) => members.list({ search, page, limit })
const names = async (search = ''): Promise<string[]> => (await list(search)).members.map(({ displayName }) => displayName)
const everything = () =>
  database.read(async (tx) => ({
    members: await tx.select().from(member).orderBy(asc(member.serviceNumber)),
    divisions: await tx.select().from(division).orderBy(asc(division.code)),
    audits: await tx.select().from(audit).orderBy(asc(audit.seq)),
    revision: await tx.select().from(revision),
  }))
const byNumber = async (serviceNumber: string) => {
  const [row] = await database.read((tx) => tx.select().from(member).where(eq(member.serviceNumber, serviceNumber)))
  if (row === undefined) throw new Error(`nobody has ${serviceNumber}`)
  return row
}

async function addCivilian(): Promise<string> {
  const id = newId()
  const at = clock.now()
  const name = { lastName: 'Okafor', firstName: 'Ada' }
  await database.transaction(async (tx) => {
    const [civ] = await tx.select().from(rank).where(eq(rank.code, 'CIV'))
    const columns = { ...name, displayName: 'CIV Okafor, A', searchName: searchNameOf(name), memberType: 'civilian_staff', status: 'active', source: 'civilian_manual' } as const
    await tx.insert(member).values({ ...columns, id, serviceNumber: 'CIV001', rankId: civ?.id ?? '', createdAt: at, updatedAt: at })
  })
  return id
}

async function comeIn(memberId: string): Promise<void> {
  const at = clock.now()
  const movementId = newId()
  await database.transaction(async (tx) => {
    await tx.insert(station).values({ id: 'front-door', name: 'Front door', createdAt: at }).onConflictDoNothing()
    await tx.insert(movement).values({ id: movementId, memberId, direction: 'in', at, recordedAt: at, stationId: 'front-door', method: 'badge' })
    await tx.insert(memberPresence).values({ memberId, direction: 'in', at, recordedAt: at, movementId, stationId: 'front-door' })
  })
}

describe('the fixtures (domain.md 8, 33a)', () => {
  test.each(['valid-small.csv', 'lower-case-headers.csv', 'semicolon.csv', 'windows-1252.csv', 'utf-16.csv'])('%s adds the same three people', async (name) => {
    expect(await preview(fixture(name))).toMatchObject({
      rows: 3,
      errors: [],
      notices: [],
      toAdd: [
        { row: 2, serviceNumber: 'R20000001', name: 'PO2 Bérubé, Hélène' },
        { row: 3, serviceNumber: 'R20000002', name: 'S1 McIntyre, Ross' },
        { row: 4, serviceNumber: 'R20000003', name: 'Lt(N) D\'Arcy-Œuvrard, Noël' },
      ],
    })
  })

  test.each([
    ['missing-sn.csv', { row: 3, field: 'serviceNumber', code: 'cell_missing' }],
    ['duplicate-sn.csv', { row: 4, field: 'serviceNumber', code: 'service_number_twice' }],
    ['bad-email.csv', { row: 2, field: 'email', code: 'email_form' }],
  ])('%s has one error, and two people to add', async (name, problem) => {
    const { errors, toAdd } = await preview(fixture(name))
    expect(errors).toMatchObject([problem])
    expect(toAdd).toHaveLength(2)
  })

  test('unknown-division.csv proposes the division', async () => {
    expect(await preview(fixture('unknown-division.csv'))).toMatchObject({ errors: [], divisionsToCreate: [{ code: 'DIVE', name: 'DIVE', members: 1 }] })
  })

  test.each([
    ['bad-headers.csv', ['roll_columns_missing', { columns: 'SN, LAST NAME, FIRST NAME' }]],
    ['torn.csv', ['roll_unreadable', { problem: 'a quotation mark in row 4 is never closed. The file may be cut off.', problemCode: 'quote_open', row: 4 }]],
  ])('%s is refused in plain words', async (name, refusal) => expect(await refusalOf(preview(fixture(name)))).toEqual(refusal))

  test('formulas.csv is kept as text', async () => {
    await execute(fixture('formulas.csv'))
    expect(await byNumber('R20000001')).toMatchObject({ notes: '\'=HYPERLINK("http://example.org","x")', mobilePhone: '+1 204 555-0100' })
    expect(await byNumber('R20000002')).toMatchObject({ lastName: "'@Mcintyre", firstName: "'-Ross", notes: "'+1+1" })
  })

  test('roll-120-bad-row.csv: one row is wrong, and without it 119 are added; corrected, the last one follows', async () => {
    const bad = fixture('roll-120-bad-row.csv')
    expect(await preview(bad)).toMatchObject({ rows: 120, errors: [{ row: 58, field: 'rank', code: 'rank_unknown', value: 'PO3' }] })
    expect(await refusalOf(execute(bad))).toEqual(['roll_has_errors', { rows: '58', count: 1 }])
    expect(await list()).toMatchObject({ total: 0 })
    expect(await execute(bad, { excludeRows: [58, 4000] })).toMatchObject({ added: 119, excluded: 1 })
    expect(await preview(fixture('roll-120.csv'))).toMatchObject({ toAdd: [{ row: 58 }], toUpdate: [], unchanged: 119, toReview: [], errors: [], notices: [] })
    expect(await execute(fixture('roll-120.csv'))).toMatchObject({ added: 1, updated: 0, unchanged: 119 })
    expect(await byNumber('R31415900')).toMatchObject({ lastName: 'Arsenault', firstName: 'Éloïse', contractEnd: '2027-08-31', notes: 'Bilingue; certifié, à revoir', source: 'nominal_roll', status: 'active' })
  })
})

describe('an import (domain.md 4.7 ▶)', () => {
  test('a preview writes nothing', async () => {
    const before = await everything()
    await preview(fixture('roll-120.csv'))
    expect(await everything()).toEqual(before)
    expect(events).toEqual([])
  })

  test('importing the same file again changes nothing but the audit trail, and tells nobody', async () => {
    await execute(fixture('roll-120.csv'))
    const first = await everything()
    events.length = 0
    clock.advance(60_000)
    expect(await execute(fixture('roll-120.csv'))).toEqual({ added: 0, updated: 0, unchanged: 120, deactivated: 0, divisionsCreated: 0, excluded: 0 })
    const second = await everything()
    expect({ ...second, audits: [] }).toEqual({ ...first, audits: [] })
    expect(second.audits).toHaveLength(2)
    expect(events).toEqual([])
  })

  test('is audited with its counts and file name, and told after the commit with the new revision', async () => {
    await execute(upload(csv('V10000001,S1,ROY,ANNE,DIVE,'), 'november.csv'))
    const { audits, revision: counters } = await everything()
    expect(audits).toMatchObject([
      { action: 'import_execute', entityType: 'roll', actorId: 'desk', details: { fileName: 'november.csv', added: 1, updated: 0, deactivated: 0, divisionsCreated: 1, newDivisions: ['DIVE'] } },
    ])
    expect(counters).toEqual([{ topic: 'presence', value: 1 }])
    expect(events).toEqual(['members.changed', 'presence.changed {"revision":1}'])
  })

  test('changed cells change the member, blank cells keep what is there', async () => {
    await execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,anne@example.org')))
    const { id } = await byNumber('V10000001')
    const next = upload(csv('V10000001,S2,ROY,ANNE,DECK,'))
    expect((await preview(next)).toUpdate).toEqual([
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
    clock.advance(60_000)
    await execute(next)
    const row = await byNumber('V10000001')
    expect(row).toMatchObject({ id, displayName: 'S2 Roy, A', email: 'anne@example.org', updatedAt: clock.now() })
    expect(row.createdAt).not.toEqual(row.updatedAt)
  })

  test('needs the preview of exactly this file and this roll', async () => {
    const file = upload(csv('V10000001,S1,ROY,ANNE,OPS,'))
    const { hash } = await preview(file)
    const options = { excludeRows: [], createDivisions: true, deactivateIds: [], previewHash: hash }
    expect(await refusalOf(members.importRoll({ ...options, file: upload(csv('V10000001,S1,ROY,ANNA,OPS,')) }, actor))).toEqual(['roll_changed', undefined])
    await execute(upload(csv('V10000002,S1,ROY,LUC,OPS,')))
    expect(await refusalOf(members.importRoll({ ...options, file }, actor))).toEqual(['roll_changed', undefined])
    expect(await names()).toEqual(['S1 Roy, L'])
  })

  test('people may come and go between preview and import', async () => {
    await execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,')))
    const file = upload(csv('V10000001,S2,ROY,ANNE,OPS,'))
    const { hash } = await preview(file)
    await comeIn((await byNumber('V10000001')).id)
    expect(await members.importRoll({ file, previewHash: hash, excludeRows: [], createDivisions: true, deactivateIds: [] }, actor)).toMatchObject({ updated: 1 })
  })

  test('two imports of one preview: the second finds the roll changed', async () => {
    const file = fixture('valid-small.csv')
    const { hash } = await preview(file)
    const options = { file, previewHash: hash, excludeRows: [], createDivisions: true, deactivateIds: [] }
    const [first, second] = await Promise.all([members.importRoll(options, actor), refusalOf(members.importRoll(options, actor))])
    expect(first).toMatchObject({ added: 3 })
    expect(second).toEqual(['roll_changed', undefined])
  })

  test('divisions are created only when that is allowed', async () => {
    const file = fixture('unknown-division.csv')
    expect(await refusalOf(execute(file, { createDivisions: false }))).toEqual(['roll_division_unknown', { divisions: 'DIVE' }])
    expect(await execute(file, { createDivisions: false, excludeRows: [3] })).toMatchObject({ added: 2, divisionsCreated: 0, excluded: 1 })
    expect(await execute(file)).toMatchObject({ added: 1, divisionsCreated: 1 })
    expect((await list('McIntyre')).members).toMatchObject([{ division: { code: 'DIVE', name: 'DIVE' } }])
  })

  test('only chosen members of the review become inactive, and never one who is inside', async () => {
    await execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,', 'V10000002,S1,ROY,LUC,OPS,', 'V10000003,S2,CÔTÉ,EVE,OPS,')))
    const [anne, luc, eve] = await Promise.all(['V10000001', 'V10000002', 'V10000003'].map(byNumber))
    await comeIn(luc?.id ?? '')
    const file = upload(csv('V10000003,S2,CÔTÉ,EVE,OPS,'))
    expect((await preview(file)).toReview.map(({ name, present }) => [name, present]).sort()).toEqual([
      ['S1 Roy, Anne', false],
      ['S1 Roy, Luc', true],
    ])
    expect(await refusalOf(execute(file, { deactivateIds: [anne?.id ?? '', luc?.id ?? ''] }))).toEqual(['member_present', { name: 'S1 Roy, L' }])
    expect(await refusalOf(execute(file, { deactivateIds: [eve?.id ?? ''] }))).toEqual(['roll_changed', undefined])
    expect(await byNumber('V10000001')).toMatchObject({ status: 'active' })
    events.length = 0
    expect(await execute(file, { deactivateIds: [anne?.id ?? '', anne?.id ?? ''] })).toMatchObject({ deactivated: 1, unchanged: 1 })
    expect(await byNumber('V10000001')).toMatchObject({ status: 'inactive' })
    expect(events[0]).toBe('members.changed')
  })

  test('a civilian entered by hand is never touched, and their number in the file is an error', async () => {
    const id = await addCivilian()
    const before = await database.read((tx) => tx.select().from(member).where(eq(member.id, id)))
    const file = upload(csv('CIV001,S1,OTHER,NAME,OPS,', 'V10000001,S1,ROY,ANNE,OPS,'))
    expect(await preview(file)).toMatchObject({ errors: [{ row: 2, code: 'service_number_civilian' }], toReview: [] })
    await execute(file, { excludeRows: [2] })
    expect(await database.read((tx) => tx.select().from(member).where(eq(member.id, id)))).toEqual(before)
  })

  test('names that would read the same switch to first names, those already on the roll too, and back again (domain.md 4.6.2)', async () => {
    await execute(upload(csv('V10000001,PO2,SINGH,HARJIT,OPS,', 'V10000002,S1,SINGH,ARJUN,OPS,')))
    expect(await names()).toEqual(['PO2 Singh, H', 'S1 Singh, A'])
    await execute(upload(csv('V10000003,S3,SINGH,HANNAH,BMQ,')))
    expect(await names()).toEqual(['PO2 Singh, Harjit', 'S1 Singh, A', 'S3 Singh, Hannah'])
    await execute(upload(csv('V10000003,S3,SINGH-ROY,HANNAH,BMQ,')))
    expect(await names()).toEqual(['PO2 Singh, H', 'S1 Singh, A', 'S3 Singh-Roy, H'])
  })

  test('all or nothing: a failure at the end leaves no trace', async () => {
    const before = await everything()
    await database.transaction((tx) => tx.delete(revision))
    await expect(execute(fixture('roll-120.csv'))).rejects.toThrow('the presence revision is missing')
    expect(await everything()).toEqual({ ...before, revision: [] })
    expect(events).toEqual([])
  })

  test('for all files: the database takes what a preview lets through, and the same file then changes nothing more', async () => {
    const cell = fc.oneof(fc.constantFrom('', '=1', "O'BRIEN", 'Côté', 'a\u0000b', '\u0085', '😀', 'CLASS B', '2026-01-02', 'a@b.ca'), fc.string({ unit: 'binary', maxLength: 15 }))
    const number = fc.oneof(fc.integer({ min: 1_000_000, max: 1_000_020 }).map((value) => `V${value}`), fc.string({ unit: 'grapheme', minLength: 6, maxLength: 10 }))
    const row = fc.tuple(number, fc.constantFrom('S1', 'ab'), cell, cell, fc.oneof(fc.constantFrom('OPS', 'dive'), cell), cell, cell, cell, cell)
    const quoted = (cells: string[]): string => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
        const file = upload(['SN,RANK,LAST NAME,FIRST NAME,DEPT,NOTES,MOC,INITIALS,DETAILS', ...rows.map(quoted)].join('\n'))
        let outcome: Awaited<ReturnType<typeof preview>>
        try {
          outcome = await preview(file)
        } catch (error) {
          if (error instanceof Refusal) return
          throw error
        }
        const excludeRows = outcome.errors.map((problem) => problem.row)
        expect(await execute(file, { excludeRows })).toMatchObject({ added: outcome.toAdd.length, updated: outcome.toUpdate.length })
        const again = await members.importRoll({ file, previewHash: (await preview(file)).hash, excludeRows, createDivisions: false, deactivateIds: [] }, actor)
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
    const result = await execute(file)
    const added = performance.now()
    const changed = upload(csv(...rows.map((row) => row.replace('OPS', 'DECK'))))
    expect(await execute(changed)).toMatchObject({ updated: 2000 })
    const took = [Math.round(added - started), Math.round(performance.now() - added)]
    clearInterval(timer)
    process.stderr.write(`import of 2,000 rows: added in ${took[0]} ms, updated in ${took[1]} ms, ${ticks} timer ticks\n`)
    expect(result).toMatchObject({ added: 2000 })
    expect(Math.max(...took)).toBeLessThan(15_000)
    expect(ticks).toBeGreaterThan(10)
  })
})

describe('the list (domain.md 1.4, 4.6.1 ▶)', () => {
  beforeEach(() => execute(upload(csv('V10000001,S1,BÉLANGER,ZOÉ,OPS,', 'V10000002,PO2,O\'BRIEN,SEAN,DECK,', 'V10000003,Lt(N),ÉMOND,LUC,CMD,', 'V10000004,S1,ABEL,Æ,OPS,', 'R20000005,S3,ST-PIERRE,ANNE,BMQ,'))))

  test('senior first, then by name without regard to accents', async () => {
    expect(await names()).toEqual(['Lt(N) Émond, L', "PO2 O'Brien, S", 'S1 Abel, Æ', 'S1 Bélanger, Z', 'S3 St-Pierre, A'])
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
  ])('a search for %j', async (search, found) => expect(await names(search)).toEqual(found))

  test('pages are disjoint, complete and in one order; beyond the last there is nobody', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list('', page, 2)))
    expect(pages.flatMap((page) => page.members.map(({ displayName }) => displayName))).toEqual(await names())
    expect(pages.map(({ total, totalPages, members: rows }) => [total, totalPages, rows.length])).toEqual([
      [5, 3, 2],
      [5, 3, 2],
      [5, 3, 1],
      [5, 3, 0],
    ])
  })

  test('says who holds a badge and who is inside, and leaves archived members out', async () => {
    const zoe = await byNumber('V10000001')
    const at = clock.now()
    await comeIn(zoe.id)
    await database.transaction(async (tx) => {
      await tx.insert(badge).values({ id: newId(), serial: 'em4100:0059C217', status: 'active', memberId: zoe.id, createdAt: at, updatedAt: at })
      await tx.update(member).set({ status: 'archived' }).where(sql`${member.rankId} <> ${zoe.rankId}`)
    })
    const { members: rows, total } = await list()
    expect(rows.map(({ displayName, hasBadge, present }) => [displayName, hasBadge, present])).toEqual([
      ['S1 Abel, Æ', false, false],
      ['S1 Bélanger, Z', true, true],
    ])
    expect(total).toBe(2)
    expect(JSON.stringify(rows)).not.toContain('59C217')
  })
})
