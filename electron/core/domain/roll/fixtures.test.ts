import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixture, openImportDesk, refusalOf, type ImportDesk } from './testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.database.close())

const three = [
  { row: 2, serviceNumber: 'R20000001', name: 'PO2 Bérubé, Hélène' },
  { row: 3, serviceNumber: 'R20000002', name: 'S1 McIntyre, Ross' },
  { row: 4, serviceNumber: 'R20000003', name: "Lt(N) D'Arcy-Œuvrard, Noël" },
]

describe('the fixtures (domain.md 8, 33a)', () => {
  test.each(['valid-small.csv', 'lower-case-headers.csv', 'blank-header.csv', 'french-headers.csv', 'semicolon.csv', 'windows-1252.csv', 'utf-16.csv', 'utf-16-be.csv', 'workbook.xlsx'])('%s adds the same three people', async (name) => {
    expect(await desk.preview(fixture(name))).toMatchObject({ counts: { rows: 3, add: 3 }, errors: [], notices: [], toAdd: three })
  })

  test('other-headers.csv is refused until a person says what its columns are', async () => {
    const file = fixture('other-headers.csv')
    expect(await refusalOf(desk.preview(file))).toEqual(['roll_columns_missing', { columns: 'SN, RANK, LAST NAME, FIRST NAME, DEPT' }])
    const { columns, missing, rows } = await desk.roll.read({ file, sheet: null })
    expect(columns.map(({ header, suggested, certain }) => [header, suggested, certain])).toEqual([
      ['Member no.', null, true],
      ['Current rank', 'rank', false],
      ['Family', null, true],
      ['Given', null, true],
      ['Section', null, true],
      ['Work e-mail', 'email', false],
    ])
    expect([columns[2]?.samples, missing, rows]).toEqual([['BÉRUBÉ', 'MCINTYRE', "D'ARCY-ŒUVRARD"], ['serviceNumber', 'rank', 'lastName', 'firstName', 'division'], 3])
    expect(await desk.preview(file, { columns: ['serviceNumber', 'rank', 'lastName', 'firstName', 'division', 'email'] })).toMatchObject({ toAdd: three.map((person) => ({ ...person, row: person.row + 2 })), errors: [], columns: [{ header: 'Member no.', field: 'serviceNumber' }, {}, {}, {}, {}, {}] })
  })

  test.each([
    ['missing-sn.csv', { row: 3, field: 'serviceNumber', code: 'cell_missing' }],
    ['duplicate-sn.csv', { row: 4, field: 'serviceNumber', code: 'service_number_twice' }],
    ['bad-email.csv', { row: 2, field: 'email', code: 'email_form' }],
  ])('%s has one error, and two people to add', async (name, problem) => {
    const { errors, toAdd, counts } = await desk.preview(fixture(name))
    expect(errors).toMatchObject([problem])
    expect(toAdd).toHaveLength(2)
    expect(counts).toMatchObject({ rows: 3, add: 2, errorRows: 1 })
  })

  test('unknown-division.csv proposes the division', async () => {
    expect(await desk.preview(fixture('unknown-division.csv'))).toMatchObject({ errors: [], counts: { divisions: 1 }, divisionsToCreate: [{ code: 'DIVE', name: 'DIVE', members: 1 }], divisions: [{ text: 'OPS', isNew: false }, { text: 'DIVE', isNew: true }, { text: 'CMD' }] })
  })

  test('retired-ranks.csv is taken with the ranks that hold now, and says so (domain.md 3.1 ▶)', async () => {
    expect(await desk.preview(fixture('retired-ranks.csv'))).toMatchObject({
      errors: [],
      toAdd: [{ name: 'S1 Bérubé, Hélène' }, { name: 'S2 McIntyre, Ross' }, {}],
      notices: [
        { row: 2, code: 'rank_retired', value: 'LS → S1' },
        { row: 3, code: 'rank_retired', value: 'ab → S2' },
      ],
    })
  })

  test('workbook-two-sheets.xlsx: the sheet that looks like a roll is read, another one only when it is asked for', async () => {
    const file = fixture('workbook-two-sheets.xlsx')
    expect(await desk.roll.read({ file, sheet: null })).toMatchObject({ kind: 'xlsx', sheets: ['Cover', 'Nominal roll'], sheet: 'Nominal roll', rows: 2, missing: [] })
    expect(await desk.preview(file)).toMatchObject({ counts: { add: 2, errorRows: 0 }, notices: [{ row: 3, code: 'formula_neutralised' }] })
    expect(await refusalOf(desk.preview(file, { sheet: 'Cover' }))).toMatchObject(['roll_columns_missing', {}])
    expect(await refusalOf(desk.preview(file, { sheet: 'Nobody' }))).toEqual(['roll_sheet_unknown', { sheet: 'Nobody' }])
  })

  test.each([
    ['bad-headers.csv', ['roll_columns_missing', { columns: 'SN, LAST NAME, FIRST NAME' }]],
    ['torn.csv', ['roll_unreadable', { problemCode: 'quote_open', row: 4, problem: 'a quotation mark in row 4 is never closed. The file may be cut off.' }]],
    ['password.xlsx', ['roll_unreadable', { problemCode: 'password' }]],
    ['empty.csv', ['roll_unreadable', { problemCode: 'empty' }]],
  ])('%s is refused in plain words', async (name, refusal) => expect(await refusalOf(desk.preview(fixture(name)))).toMatchObject(refusal))
})
