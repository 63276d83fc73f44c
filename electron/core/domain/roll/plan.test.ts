import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rollFields, type ClearableField } from '../../../../shared/domain/roll.ts'
import { Refusal } from '../../kit/refusal.ts'
import { readCsv } from '../tables/reading/csv.ts'
import { headings } from './columns.ts'
import { rollHash } from './hash.ts'
import { noChoices, planRoll, type PlanChoices, type RollMember, type RollState } from './plan.ts'
import { toPreview } from './preview.ts'
import { memberTypeOf } from './row.ts'
import { toTable } from './table.ts'
import { decodeText } from '../tables/reading/text.ts'

const rank = (code: string, options: { isActive?: boolean; replacedBy?: string; branch?: string } = {}) => ({ id: `rank-${code}`, code, branch: 'navy', isActive: true, replacedBy: null, ...options })
const ranks = [rank('S1'), rank('S2'), rank('PO2'), rank('Lt(N)'), rank('Pte (B)'), rank('AB', { isActive: false, replacedBy: 'S2' }), rank('XX', { isActive: false }), rank('SENTINEL', { branch: 'system' })]
const divisions = [
  { id: 'd1', code: 'OPS', name: 'Operations' },
  { id: 'd2', code: 'DECK', name: 'Deck' },
]
const blank = Object.fromEntries(rollFields.map((field) => [field, null])) as RollMember['values']
let next = 0
const member = (serviceNumber: string, values: Partial<RollMember['values']> = {}, options: Partial<RollMember> = {}): RollMember => ({
  id: `m${(next += 1)}`,
  source: 'nominal_roll',
  status: 'active',
  displayName: '',
  ...options,
  values: { ...blank, serviceNumber, rank: 'S1', lastName: 'Roy', firstName: 'Anne', division: 'OPS', memberType: 'class_a', ...values },
})
const state = (...members: RollMember[]): RollState => ({ members, ranks, divisions, messes: ['Junior Ranks', 'Wardroom'], trades: [] })
const tableOf = (text: string) => toTable({ name: '', lines: readCsv(text, headings) }, null)
const around = { hash: '', inside: new Set<string>(), deactivateIds: [], obstacles: new Map() }
const heading = 'SN,RANK,LAST NAME,FIRST NAME,DEPT'
const base = 'V10000001,S1,Roy,Anne,OPS'
const file = (header: string, ...rows: string[]) => tableOf([`${heading}${header}`, ...rows].join('\n'))
const plan = (header: string, rows: string[], members: RollMember[] = [], exclude: number[] = [], choices: Partial<PlanChoices> = {}) => planRoll(file(header, ...rows), state(...members), { ...noChoices, ...choices, exclude: new Set(exclude) })
const problems = (header: string, ...rows: string[]) => plan(header, rows).problems.map(({ row, field, code, value }) => [row, field, code, value])

describe('row rules (domain.md 4.7)', () => {
  test.each([
    ['', ',S1,Roy,Anne,OPS', ['serviceNumber', 'cell_missing', null]],
    ['', 'V10000001,,Roy,Anne,OPS', ['rank', 'cell_missing', null]],
    ['', 'V10000001,S1,,Anne,OPS', ['lastName', 'cell_missing', null]],
    ['', 'V10000001,S1,Roy, ,OPS', ['firstName', 'cell_missing', null]],
    ['', 'V10000001,S1,Roy,Anne,', ['division', 'cell_missing', null]],
    ['', 'V1234,S1,Roy,Anne,OPS', ['serviceNumber', 'service_number_form', 'V1234']],
    ['', '=V123456,S1,Roy,Anne,OPS', ['serviceNumber', 'service_number_form', '=V123456']],
    ['', 'V12345678901234567890,S1,Roy,Anne,OPS', ['serviceNumber', 'service_number_form', 'V12345678901234567890']],
    ['', 'V10000001,PO9,Roy,Anne,OPS', ['rank', 'rank_unknown', 'PO9']],
    ['', 'V10000001,XX,Roy,Anne,OPS', ['rank', 'rank_unknown', 'XX']],
    ['', 'V10000001,SENTINEL,Roy,Anne,OPS', ['rank', 'rank_unknown', 'SENTINEL']],
    ['', 'V10000001,S1,Roy,Anne,=OPS', ['division', 'division_form', '=OPS']],
    ['', 'V10000001,S1,Roy,Anne,A DEPARTMENT WITH A LONG NAME', ['division', 'division_form', 'A DEPARTMENT WITH A LONG NAME']],
    ['', 'V10000001,S1,Roy,Ann\uFFFD,OPS', ['firstName', 'character_lost', 'Ann\uFFFD']],
    ['', `V10000001,S1,Roy,Anne,OPS,extra`, [null, 'row_too_wide', null]],
    [',EMAIL', `${base},anne(at)example.org`, ['email', 'email_form', 'anne(at)example.org']],
    [',EMAIL', `${base},=a@example.org`, ['email', 'email_form', "'=a@example.org"]],
    [',INITIALS', `${base},ABCDEFGHIJK`, ['initials', 'cell_too_long', 'ABCDEFGHIJK']],
    [',START,END', `${base},2026-13-01,`, ['contractStart', 'date_form', '2026-13-01']],
    [',START,END', `${base},2026-05-01,2026-04-30`, ['contractEnd', 'dates_reversed', '2026-04-30']],
  ])('%s %s', (header, row, expected) => expect(problems(header, row)).toEqual([[2, ...expected]]))

  test('everything that is wrong with a row is told at once, with words and a way out', () => {
    const table = file(',EMAIL', 'V1,PO9,,Anne,OPS,nobody')
    const preview = toPreview(planRoll(table, state()), table, around)
    expect(preview.errors.map(({ code, message }) => [code, message])).toEqual([
      ['cell_missing', 'The column LAST NAME is empty.'],
      ['service_number_form', '“V1” is not a service number.'],
      ['rank_unknown', '“PO9” is not a rank.'],
      ['email_form', '“nobody” is not an e-mail address.'],
    ])
    expect(preview.errors.every(({ howToFix }) => howToFix.length > 10)).toBe(true)
  })

  test('the later of two rows with one service number is the wrong one, however it is spelt', () => {
    expect(problems('', base, 'V10000002,S1,Roy,Luc,OPS', 'v10 000 001,S1,Roy,Anne,OPS')).toEqual([[4, 'serviceNumber', 'service_number_twice', 'V10000001']])
    expect(plan('', [base, base], [], [2])).toMatchObject({ problems: [], rows: 1, excluded: [2], add: [{ row: 2, excluded: true }, { row: 3, excluded: false }] })
    expect(plan('', [base, base], [], [3])).toMatchObject({ problems: [{ row: 3, excluded: true }], rows: 1, add: [{ row: 2 }] })
  })

  test('ranks are known in any case and spacing; a retired one becomes its replacement, with a notice', () => {
    const { add, notices } = plan('', ['V10000001,lt (n),Roy,Anne,OPS', 'V10000002,pte(b),Roy,Luc,OPS', 'V10000003,ab,Roy,Eve,OPS'])
    expect(add.map(({ values }) => values.rank)).toEqual(['Lt(N)', 'Pte (B)', 'S2'])
    expect(notices).toEqual([{ row: 4, field: 'rank', code: 'rank_retired', value: 'ab → S2' }])
  })

  test.each([
    ['CLASS B LONG', 'class_b'],
    ['Class  b (short)', 'class_b'],
    ['CLASSE C', 'class_c'],
    ['REG FORCE', 'reg_force'],
    ['Regular', 'reg_force'],
    ['CLASS A', 'class_a'],
    ['ED&T', 'class_a'],
  ])('DETAILS %s means %s', (details, type) => expect(memberTypeOf(details)).toBe(type))

  test('what begins like a formula is kept as text with a notice; a phone number stays a phone number', () => {
    const { add, notices } = plan(',NOTES,MOC,CELL,HOME', [`${base},=1+1,-x,+1 204 555-0100,+A1`])
    expect(add[0]?.values).toMatchObject({ notes: "'=1+1", moc: "'-x", mobilePhone: '+1 204 555-0100', homePhone: "'+A1" })
    expect(notices.map(({ field, code }) => [field, code])).toEqual([
      ['moc', 'formula_neutralised'],
      ['homePhone', 'formula_neutralised'],
      ['notes', 'formula_neutralised'],
    ])
  })

  test('names get their case, dates their form, departments their code', () => {
    const { add, newDivisions } = plan(',START,END', ['V10000001,S1,MCDONALD,ÉLOÏSE,operations,03/04/2026,1-SEP-27', 'V10000002,S1,ROY,LUC,dive,,25/12/2026', 'V10000003,S1,ROY,EVE,Training,,'])
    expect(add.map(({ values }) => values)).toMatchObject([
      { lastName: 'McDonald', firstName: 'Éloïse', division: 'OPS', contractStart: '2026-04-03', contractEnd: '2027-09-01' },
      { division: 'DIVE', contractEnd: '2026-12-25' },
      { division: 'TRG' },
    ])
    expect(newDivisions).toEqual([
      { code: 'DIVE', name: 'DIVE', members: 1 },
      { code: 'TRG', name: 'Training', members: 1 },
    ])
  })
})

describe('what an import would do (domain.md 4.7)', () => {
  test('a blank cell keeps what the member has, a filled one changes it', () => {
    const roy = member('V10000001', { email: 'anne@example.org', moc: '00105', memberType: 'class_b', details: 'CLASS B' })
    const { update, unchanged } = plan(',EMAIL,MOC,DETAILS', ['V10 000 001,S2,ROY,ANNE,OPS,,00299,'], [roy])
    expect(update).toEqual([
      {
        row: 2,
        excluded: false,
        member: roy,
        changes: [
          { field: 'rank', from: 'S1', to: 'S2' },
          { field: 'moc', from: '00105', to: '00299' },
        ],
      },
    ])
    expect(unchanged).toBe(0)
    expect(plan(',EMAIL,MOC,DETAILS', ['V10 000 001,S1,ROY,ANNE,OPS,,,'], [roy])).toMatchObject({ update: [], unchanged: 1 })
  })

  test('to review are active members of the nominal roll whose number stands nowhere in the file, not even in a wrong or excluded row', () => {
    const [missing, ...others] = [
      member('V10000009'),
      member('V10000001'),
      member('V10000002'),
      member('V10000003', {}, { status: 'suspended' }),
      member('V10000004', {}, { status: 'inactive' }),
      member('CIV001', {}, { source: 'civilian_manual' }),
    ]
    const members = [missing, ...others].filter((entry) => entry !== undefined)
    expect(plan('', ['V10000001,PO9,Roy,Anne,OPS', 'V10000002,S1,Roy,Anne,OPS'], members, [3]).review).toEqual([missing])
  })

  test('a civilian who was entered by hand is never matched: the row is an error', () => {
    const { problems: found, update, review } = plan('', ['civ001,S1,Roy,Anne,OPS'], [member('CIV001', {}, { source: 'civilian_manual' })])
    expect(found).toMatchObject([{ row: 2, code: 'service_number_civilian', value: 'CIV001' }])
    expect([update, review]).toEqual([[], []])
  })

  test('a member who is not active keeps the status, and it is said', () => {
    expect(plan('', [base], [member('V10000001', {}, { status: 'archived' })]).notices).toEqual([{ row: 2, field: null, code: 'status_kept', value: 'archived' }])
  })
})

describe('blank cells (domain.md 4.7 ▶: blank clears, or blank keeps, column by column)', () => {
  const roy = member('V10000001', { email: 'anne@example.org', moc: '00105', details: 'CLASS B', memberType: 'class_b' })
  const cleared = (fields: ClearableField[], row = `${base},,,`) => plan(',EMAIL,MOC,DETAILS', [row], [roy], [], { clears: new Set(fields) }).update[0]?.changes

  test('only the columns that are told to do so empty what the member has', () => {
    expect(cleared(['email'])).toEqual([{ field: 'email', from: 'anne@example.org', to: null }])
    expect(cleared([])).toBeUndefined()
  })
  test('emptied details make the member class A, as details without a class do', () => {
    expect(cleared(['details'])).toEqual([
      { field: 'details', from: 'CLASS B', to: null },
      { field: 'memberType', from: 'class_b', to: 'class_a' },
    ])
  })
  test('a column that is not in the file empties nothing, and a new member has nothing to empty', () => {
    expect(plan('', [base], [roy], [], { clears: new Set(['email']) })).toMatchObject({ update: [], unchanged: 1 })
    expect(plan(',EMAIL', [`${base},`], [], [], { clears: new Set(['email']) }).add[0]?.values).toMatchObject({ email: null })
  })
  test('a contract that would end before it begins is an error, also where the roll has the other date', () => {
    const until = member('V10000001', { contractEnd: '2026-12-31' })
    expect(plan(',START', [`${base},2027-01-01`], [until]).problems).toMatchObject([{ row: 2, code: 'dates_reversed', value: '2026-12-31' }])
    expect(plan(',START,END', [`${base},2027-01-01,`], [until], [], { clears: new Set(['contractEnd']) }).problems).toEqual([])
  })
})

describe('divisions (domain.md 4.7: a text of the file is an existing division, or a new one)', () => {
  const rows = ['V10000001,S1,Roy,Anne,Dive', 'V10000002,S1,Roy,Luc,DIVE', 'V10000003,S1,Roy,Eve,Operations', 'V10000004,S1,Roy,Zoé,A DEPARTMENT WITH A LONG NAME']
  const as = (text: string, code: string | null, name: string | null = null) => ({ divisions: [{ text, code, name }] })

  test('every text is listed once, with what it is taken for', () => {
    expect(plan('', rows).divisions).toEqual([
      { text: 'Dive', code: 'DIVE', name: 'DIVE', isNew: true, rows: 2 },
      { text: 'Operations', code: 'OPS', name: 'Operations', isNew: false, rows: 1 },
      { text: 'A DEPARTMENT WITH A LONG NAME', code: null, name: '', isNew: false, rows: 1 },
    ])
  })
  test('a person says which existing one is meant, in whatever spelling', () => {
    const { add, newDivisions, problems: found } = plan('', rows, [], [], as('dive', 'DECK'))
    expect(add.map(({ values }) => values.division)).toEqual(['DECK', 'DECK', 'OPS'])
    expect([newDivisions, found.length]).toEqual([[], 1])
  })
  test('or names the new one', () => {
    expect(plan('', rows, [], [4], as('A department with a long name', 'LONG', 'Longest department')).newDivisions).toEqual([
      { code: 'DIVE', name: 'DIVE', members: 2 },
      { code: 'LONG', name: 'Longest department', members: 1 },
    ])
  })
  test('or lets none be created: then the rows are wrong', () => {
    expect(plan('', rows.slice(0, 2), [], [], as('DIVE', null))).toMatchObject({ add: [], newDivisions: [], problems: [{ row: 2, code: 'division_unknown', value: 'Dive' }, { row: 3 }] })
  })
  test('a row that is left out creates none', () => expect(plan('', rows.slice(0, 2), [], [2, 3]).newDivisions).toEqual([]))
})

describe('messes and trades (domain.md 4.7, decision 005)', () => {
  test('are spelt as their lists spell them, and what the lists lack is added, once', () => {
    const { add, newMesses, newTrades } = plan(',MESS,MOC', [`${base},JUNIOR RANKS,00105`, 'V10000002,S1,Roy,Luc,OPS,Chiefs,00105', 'V10000003,S1,Roy,Eve,OPS,CHIEFS,'])
    expect(add.map(({ values }) => values.mess)).toEqual(['Junior Ranks', 'Chiefs', 'Chiefs'])
    expect([newMesses, newTrades]).toEqual([['Chiefs'], ['00105']])
  })
})

describe('the hash of a preview (domain.md 4.7 ▶: it binds the file, the choices and the roll)', () => {
  const bytes = Buffer.from('file')
  const roy = member('V10000001')
  const chosen = { sheet: '', columns: file('', base).columns, excludeRows: [2, 5], clears: ['email'] as ClearableField[], divisions: [{ text: 'Dive', code: 'DECK', name: null }], deactivateIds: ['b', 'a'] }
  const hash = rollHash(bytes, chosen, state(roy))

  test('is the same for the same, in whatever order it is given or read', () => {
    const other = member('V10000002')
    expect(rollHash(bytes, chosen, state(roy, other))).toBe(rollHash(bytes, chosen, { ...state(other, roy), ranks: ranks.toReversed(), divisions: divisions.toReversed() }))
    expect(rollHash(bytes, { ...chosen, excludeRows: [5, 2, 2], deactivateIds: ['a', 'b'], divisions: [{ text: ' DIVE', code: 'DECK', name: null }] }, state(roy))).toBe(hash)
  })

  test.each([
    ['another byte', rollHash(Buffer.from('filf'), chosen, state(roy))],
    ['a member more', rollHash(bytes, chosen, state(roy, member('V10000002')))],
    ['another value', rollHash(bytes, chosen, state({ ...roy, values: { ...roy.values, email: 'a@example.org' } }))],
    ['another status', rollHash(bytes, chosen, state({ ...roy, status: 'inactive' }))],
    ['a division more', rollHash(bytes, chosen, { ...state(roy), divisions: [...divisions, { id: 'd3', code: 'DIVE', name: 'Dive' }] })],
    ['a rank retired', rollHash(bytes, chosen, { ...state(roy), ranks: [rank('S1', { isActive: false }), ...ranks.slice(1)] })],
    ['a mess renamed', rollHash(bytes, chosen, { ...state(roy), messes: ['Junior ranks', 'Wardroom'] })],
    ['another row left out', rollHash(bytes, { ...chosen, excludeRows: [2] }, state(roy))],
    ['another sheet', rollHash(bytes, { ...chosen, sheet: 'Roll' }, state(roy))],
    ['another reading of a column', rollHash(bytes, { ...chosen, columns: chosen.columns.map((column, index) => (index === 2 ? { ...column, field: 'notes' } : column)) }, state(roy))],
    ['blank cells that clear', rollHash(bytes, { ...chosen, clears: [] }, state(roy))],
    ['another division', rollHash(bytes, { ...chosen, divisions: [] }, state(roy))],
    ['another member to deactivate', rollHash(bytes, { ...chosen, deactivateIds: ['a'] }, state(roy))],
  ])('%s gives another hash', (_, changed) => expect(changed).not.toBe(hash))
})

describe('for all files', () => {
  const cell = fc.oneof(
    fc.constantFrom('', ' ', 'V10000001', 'V10000002', 'v10 000 001', 'S1', 'ab', 'Roy', "O'BRIEN", 'OPS', 'dive', 'A.B', 'a b', '=1', '2026-01-02', '03/04/2026', '1-JAN-26', 'a@b.ca', 'CLASS B', '"', '"x', '\u0000', '\uFFFD', ',', ';', '\n'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const headers = fc.constantFrom(heading, `${heading},EMAIL,DETAILS,NOTES,START,END,CELL`, ',RANK,SURNAME,FORENAME,DIV', 'A,B', '')
  const text = fc.tuple(headers, fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n')).map(([header, rows, delimiter, end]) => [header.replaceAll(',', delimiter), ...rows.map((cells) => cells.join(delimiter))].join(end))
  const roll = state(member('V10000001'), member('V10000003'), member('CIV0001', {}, { source: 'civilian_manual' }))

  test('nothing but a refusal is ever thrown, every row is accounted for, and the preview is whole', () => {
    fc.assert(
      fc.property(fc.oneof(text.map((value) => Buffer.from(value)), fc.uint8Array({ maxLength: 200 })), (bytes) => {
        try {
          const table = tableOf(decodeText(bytes))
          const result = planRoll(table, roll)
          const wrong = new Set(result.problems.map(({ row }) => row))
          expect(result.add.length + result.update.length + result.unchanged + wrong.size).toBe(table.records.length)
          const preview = toPreview(result, table, around)
          expect(preview.errors.every(({ message }) => message !== '' && !message.includes('{{') && !message.includes('rollProblems'))).toBe(true)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })

  test('after an import of a file the same file changes nothing more', () => {
    const row = fc.tuple(fc.nat(30), fc.constantFrom('S1', 'ab', 'pte(b)'), fc.constantFrom('MCDONALD', '=x', 'van der berg', 'Côté'), fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('ops', 'A.B', 'A B', 'Training', 'dive'), cell, cell)
    const csv = fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => [`${heading},NOTES,MESS`, ...rows.map(([number, ...cells]) => [`V${1_000_000 + number}`, ...cells].map((value) => `"${value.replaceAll('"', '""')}"`).join(','))].join('\n'))
    fc.assert(
      fc.property(csv, (content) => {
        const table = tableOf(content)
        const first = planRoll(table, state())
        const imported = first.add.map(({ values }) => member('', { division: null, memberType: 'class_a', ...values }))
        const later: RollState = { ...state(...imported), divisions: [...divisions, ...first.newDivisions.map(({ code, name }) => ({ id: code, code, name }))], messes: [...state().messes, ...first.newMesses] }
        expect(planRoll(table, later)).toMatchObject({ add: [], update: [], review: [], newDivisions: [], unchanged: first.add.length })
      }),
    )
  })
})
