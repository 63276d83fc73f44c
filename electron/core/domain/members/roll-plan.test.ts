import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rollFields } from '../../../../shared/i18n/roll-problems.ts'
import { Refusal } from '../../kit/refusal.ts'
import { planRoll, rollHash, type RollMember, type RollState } from './roll-plan.ts'
import { toPreview } from './roll-preview.ts'
import { memberTypeOf } from './roll-row.ts'
import { readTable } from './roll-table.ts'
import { decodeRoll } from './roll-text.ts'

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
const state = (...members: RollMember[]): RollState => ({ members, ranks, divisions })
const heading = 'SN,RANK,LAST NAME,FIRST NAME,DEPT'
const base = 'V10000001,S1,Roy,Anne,OPS'
const file = (header: string, ...rows: string[]) => readTable([`${heading}${header}`, ...rows].join('\n'))
const plan = (header: string, rows: string[], members: RollMember[] = [], exclude: number[] = []) => planRoll(file(header, ...rows), state(...members), new Set(exclude))
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
    const preview = toPreview(planRoll(table, state()), table, '', new Set())
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
    expect(plan('', [base, base], [], [2])).toMatchObject({ problems: [], rows: 1, excluded: [2] })
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

describe('the hash of a preview (domain.md 4.7 ▶)', () => {
  const bytes = Buffer.from('file')
  const roy = member('V10000001')
  const hash = rollHash(bytes, state(roy))

  test('is the same for the same file and roll, in whatever order the roll is read', () => {
    const other = member('V10000002')
    expect(rollHash(bytes, state(roy, other))).toBe(rollHash(bytes, { ...state(other, roy), ranks: ranks.toReversed(), divisions: divisions.toReversed() }))
  })

  test.each([
    ['another byte', rollHash(Buffer.from('filf'), state(roy))],
    ['a member more', rollHash(bytes, state(roy, member('V10000002')))],
    ['another value', rollHash(bytes, state({ ...roy, values: { ...roy.values, email: 'a@example.org' } }))],
    ['another status', rollHash(bytes, state({ ...roy, status: 'inactive' }))],
    ['a division more', rollHash(bytes, { ...state(roy), divisions: [...divisions, { id: 'd3', code: 'DIVE', name: 'Dive' }] })],
    ['a rank retired', rollHash(bytes, { ...state(roy), ranks: [rank('S1', { isActive: false }), ...ranks.slice(1)] })],
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
          const table = readTable(decodeRoll(bytes))
          const result = planRoll(table, roll)
          const wrong = new Set(result.problems.map(({ row }) => row))
          expect(result.add.length + result.update.length + result.unchanged + wrong.size).toBe(table.records.length)
          const preview = toPreview(result, table, 'hash', new Set())
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
    const csv = fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => [`${heading},NOTES,DETAILS`, ...rows.map(([number, ...cells]) => [`V${1_000_000 + number}`, ...cells].map((value) => `"${value.replaceAll('"', '""')}"`).join(','))].join('\n'))
    fc.assert(
      fc.property(csv, (content) => {
        const table = readTable(content)
        const first = planRoll(table, state())
        const imported = first.add.map(({ values }) => member('', { division: null, memberType: 'class_a', ...values }))
        const later: RollState = { ...state(...imported), divisions: [...divisions, ...first.newDivisions.map(({ code, name }) => ({ id: code, code, name }))] }
        expect(planRoll(table, later)).toMatchObject({ add: [], update: [], review: [], newDivisions: [], unchanged: first.add.length })
      }),
    )
  })
})
