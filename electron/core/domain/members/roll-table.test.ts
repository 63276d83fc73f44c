import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { readTable } from './roll-table.ts'
import { decodeRoll } from './roll-text.ts'

const heading = 'SN,RANK,LAST NAME,FIRST NAME,DEPT'
const row = 'V10000001,S1,Côté,Zoé,OPS'
const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)
const refusal = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details]
    throw error
  }
  return 'no refusal'
}
const problem = (run: () => unknown): unknown => {
  const refused = refusal(run)
  return Array.isArray(refused) ? [refused[0], refused[1]?.problemCode, refused[1]?.row] : refused
}

describe('the encoding of a roll (domain.md 4.7)', () => {
  const text = `${heading}\n${row}’s œuvre`
  test.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with mark', bytes(`\uFEFF${text}`)],
    ['UTF-16 LE with mark', bytes(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['windows-1252', bytes(text.replace('’', '\u0092').replace('œ', '\u009c'), 'latin1')],
  ])('%s is read', (_, file) => expect(decodeRoll(file)).toBe(text))

  test.each([
    ['workbook', bytes('PK\u0003\u0004…', 'latin1')],
    ['not_text', bytes('a\0b')],
    ['damaged', Buffer.concat([bytes('\uFEFF'), bytes('é', 'latin1'), bytes('abc')])],
    ['damaged', bytes('\uFEFF\uD800a', 'utf16le')],
    ['cut_off', bytes('\uFEFFabc', 'utf16le').subarray(0, -1)],
    ['cut_off', bytes('Côté, Zoé').subarray(0, -1)],
    ['too_large', new Uint8Array(5_000_001)],
  ])('%s is refused in plain words', (code, file) => expect(problem(() => decodeRoll(file))).toEqual(['roll_unreadable', code, undefined]))

  test('an accent at the very end of a windows-1252 file is no torn file', () => expect(decodeRoll(bytes('abc é', 'latin1'))).toBe('abc é'))
})

describe('the table of a roll (domain.md 4.7)', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('%s separates', (_, delimiter) => {
    const { records } = readTable([heading, row].join('\r\n').replaceAll(',', delimiter))
    expect(records).toEqual([{ row: 2, tooWide: false, cells: { serviceNumber: 'V10000001', rank: 'S1', lastName: 'Côté', firstName: 'Zoé', division: 'OPS' } }])
  })

  test('row numbers are positions in the file: blank rows count, and are skipped', () => {
    const { records } = readTable(`${heading}\n${row}\n\n,,,,\n${row}\n\n`)
    expect(records.map((record) => record.row)).toEqual([2, 5])
  })

  test('a line break inside quotation marks belongs to its row', () => {
    const { records } = readTable(`${heading},NOTES\n${row},"a\nb"\n${row},c`)
    expect(records.map((record) => [record.row, record.cells.notes])).toEqual([
      [2, 'a\nb'],
      [3, 'c'],
    ])
  })

  test('headers are known by any alias, in any case, with spaces, underscores and marks', () => {
    const { columns } = readTable(`\uFEFFservice_no,Empl #,rank,Surname,given_name,Init,Department,E-Mail,cell phone,CLASS,expiry,Colour\n${row}`)
    expect(columns.map((column) => column.field)).toEqual([
      'serviceNumber',
      'employeeNumber',
      'rank',
      'lastName',
      'firstName',
      'initials',
      'division',
      'email',
      'mobilePhone',
      'details',
      'contractEnd',
      null,
    ])
  })

  test('a blank header is the service number, unless a header says so', () => {
    expect(readTable(`,RANK,LAST NAME,FIRST NAME,DEPT,\n${row}`).columns.map((column) => column.field)).toEqual(['serviceNumber', 'rank', 'lastName', 'firstName', 'division', null])
    const { columns } = readTable(`,INDEX,SN,RANK,LAST NAME,FIRST NAME,DEPT\n1,2,${row}`)
    expect(columns.slice(0, 3)).toEqual([
      { header: '', field: null, doubled: false },
      { header: 'INDEX', field: null, doubled: true },
      { header: 'SN', field: 'serviceNumber', doubled: false },
    ])
  })

  test('missing columns are named', () =>
    expect(refusal(() => readTable(`SN,NAME,DEPT\n${row}`))).toEqual(['roll_columns_missing', { columns: 'RANK, LAST NAME, FIRST NAME' }]))

  test.each(['', '\n\n', ' , , '])('%j has no columns', (text) => expect(refusal(() => readTable(text))).toMatchObject(['roll_columns_missing', {}]))

  test('a heading without people is said to be so', () => expect(refusal(() => readTable(`${heading}\n,,,,\n`))).toEqual(['roll_empty', undefined]))

  test.each([
    ['quote_open', `${heading}\n${row}\nV10000002,S1,"Roy,Anne,OPS\n`, 3],
    ['quote_misplaced', `${heading}\nV10000002,S1,"Roy"y,Anne,OPS\n`, 2],
    ['quote_misplaced', `${heading}\nV10000002,S1,Roy "R",Anne,OPS\n`, 2],
  ])('%s is told with its row', (code, text, at) => expect(problem(() => readTable(text))).toEqual(['roll_unreadable', code, at]))

  test('more cells than headers are noticed, empty ones are not', () => {
    const { records } = readTable(`${heading}\n${row},,\n${row},extra`)
    expect(records.map((record) => record.tooWide)).toEqual([false, true])
  })
})
