import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { headings } from './columns.ts'
import { readCsv } from '../tables/reading/csv.ts'
import { kindOfFile } from '../tables/reading/file.ts'
import { toTable } from './table.ts'
import { decodeText } from '../tables/reading/text.ts'

const heading = 'SN,RANK,LAST NAME,FIRST NAME,DEPT'
const row = 'V10000001,S1,Côté,Zoé,OPS'
const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)
const read = (text: string, columns: Parameters<typeof toTable>[1] = null) => toTable({ name: '', lines: readCsv(text, headings) }, columns)
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

describe('what a file is (trust.md V5: size, ending, and contents that fit it)', () => {
  const archive = bytes('PK\u0003\u0004…', 'latin1')
  test.each([
    ['roll.csv', bytes(heading), 'text'],
    ['ROLL.TXT', bytes(heading), 'text'],
    ['roll.2026.tsv', bytes(heading), 'text'],
    ['pk.csv', bytes('PKS,RANK'), 'text'],
    ['Roll.XLSX', archive, 'workbook'],
  ])('%s is taken', (name, content, kind) => expect(kindOfFile(name, content)).toBe(kind))

  test.each([
    ['empty', 'roll.csv', new Uint8Array()],
    ['too_large', 'roll.csv', new Uint8Array(5_000_001)],
    ['ending', 'roll.exe', bytes(heading)],
    ['ending', 'roll', bytes(heading)],
    ['ending', '.csv/roll', bytes(heading)],
    ['ending', 'roll.xlsm', archive],
    ['workbook_as_text', 'roll.csv', archive],
    ['not_workbook', 'roll.xlsx', bytes(heading)],
    ['not_text', 'roll.csv', bytes('%PDF-1.7')],
    ['old_workbook', 'roll.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['password', 'roll.xlsx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), bytes('EncryptedPackage', 'utf16le')])],
  ])('%s: %s is refused in plain words', (code, name, content) => expect(problem(() => kindOfFile(name, content))).toEqual(['roll_unreadable', code, undefined]))

  test('the refusal says what to do', () => {
    expect(refusal(() => kindOfFile('roll.doc', bytes('x')))).toEqual(['roll_unreadable', { problem: 'it is neither a CSV file nor an Excel workbook.', advice: 'Choose a file that ends in .csv or .xlsx.', problemCode: 'ending', ending: 'doc' }])
  })
})

describe('the encoding of a roll (domain.md 4.7)', () => {
  const text = `${heading}\n${row}’s œuvre`
  test.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with mark', bytes(`\uFEFF${text}`)],
    ['UTF-16 LE with mark', bytes(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 LE', bytes(text, 'utf16le')],
    ['UTF-16 BE', Buffer.from(text, 'utf16le').swap16()],
    ['windows-1252', bytes(text.replace('’', '\u0092').replace('œ', '\u009c'), 'latin1')],
  ])('%s is read', (_, file) => expect(decodeText(file)).toBe(text))

  test.each([
    ['not_text', bytes('a\0b')],
    ['damaged', Buffer.concat([bytes('\uFEFF'), bytes('é', 'latin1'), bytes('abc')])],
    ['damaged', bytes('\uFEFF\uD800a', 'utf16le')],
    ['cut_off', bytes('\uFEFFabc', 'utf16le').subarray(0, -1)],
    ['cut_off', bytes('Côté, Zoé').subarray(0, -1)],
    ['empty', bytes('\uFEFF')],
    ['empty', bytes(' \r\n\t\r\n')],
  ])('%s is refused in plain words', (code, file) => expect(problem(() => decodeText(file))).toEqual(['roll_unreadable', code, undefined]))

  test('an accent at the very end of a windows-1252 file is no torn file', () => expect(decodeText(bytes('abc é', 'latin1'))).toBe('abc é'))
})

describe('the table of a roll (domain.md 4.7)', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('%s separates', (_, delimiter) => {
    const text = [heading, row].join('\r\n').replaceAll(',', delimiter)
    expect(read(text).records).toEqual([{ row: 2, tooWide: false, original: row.split(','), cells: { serviceNumber: 'V10000001', rank: 'S1', lastName: 'Côté', firstName: 'Zoé', division: 'OPS' } }])
    // A heading that says nothing is cut where it makes the most columns.
    expect(readCsv(text.replace(/SN.*DEPT/, ['a', 'b', 'c', 'd', 'e'].join(delimiter)), headings)[0]).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('row numbers are positions in the file: blank rows count, and are skipped', () => {
    expect(read(`${heading}\n${row}\n\n,,,,\n${row}\n\n`).records.map((record) => record.row)).toEqual([2, 5])
  })

  test('titles above the heading are passed over', () => {
    expect(read(`Nominal roll;;;;\n\nAs of 2026-11-23;;;;\n${[heading, row].join('\n').replaceAll(',', ';')}`).records).toMatchObject([{ row: 5, cells: { lastName: 'Côté' } }])
  })

  test('a line break inside quotation marks belongs to its row', () => {
    expect(read(`${heading},NOTES\n${row},"a\nb"\n${row},c`).records.map((record) => [record.row, record.cells.notes])).toEqual([
      [2, 'a\nb'],
      [3, 'c'],
    ])
  })

  test('more cells than headings are noticed, empty ones are not', () => {
    expect(read(`${heading}\n${row},,\n${row},extra`).records.map((record) => record.tooWide)).toEqual([false, true])
  })

  test('missing columns are named', () => expect(refusal(() => read(`SN,NAME,DEPT\n${row}`))).toEqual(['roll_columns_missing', { columns: 'RANK, LAST NAME, FIRST NAME' }]))
  test('a heading without people is said to be so', () => expect(refusal(() => read(`${heading}\n,,,,\n`))).toEqual(['roll_empty', undefined]))
  test('more rows than a roll can have are refused', () => expect(problem(() => read(`${heading}\n${`${row}\n`.repeat(10_001)}`))).toEqual(['roll_unreadable', 'too_many_rows', undefined]))

  test.each([
    ['quote_open', `${heading}\n${row}\nV10000002,S1,"Roy,Anne,OPS\n`, 3],
    ['quote_misplaced', `${heading}\nV10000002,S1,"Roy"y,Anne,OPS\n`, 2],
    ['quote_misplaced', `${heading}\nV10000002,S1,Roy "R",Anne,OPS\n`, 2],
  ])('%s is told with its row', (code, text, at) => expect(problem(() => read(text))).toEqual(['roll_unreadable', code, at]))
})

describe('what the columns stand for (domain.md 4.7)', () => {
  const fields = (header: string) => read(`${header}\n${row}`).columns.map((column) => column.field)

  test('headings are known by any alias, in any case, with spaces, underscores and marks', () => {
    expect(fields('\uFEFFservice_no,Empl #,rank,Surname,given_name,Init,Department,E-Mail,cell phone,CLASS,expiry,Colour')).toEqual(['serviceNumber', 'employeeNumber', 'rank', 'lastName', 'firstName', 'initials', 'division', 'email', 'mobilePhone', 'details', 'contractEnd', null])
  })

  test('and in French', () => {
    expect(fields('Numéro matricule,Grade,Nom,Prénom,Division,Courriel,Numéro d’employé,Début du contrat,Métier')).toEqual(['serviceNumber', 'rank', 'lastName', 'firstName', 'division', 'email', 'employeeNumber', 'contractStart', 'moc'])
  })

  test('a blank heading is the service number, unless a heading says so', () => {
    expect(fields(',RANK,LAST NAME,FIRST NAME,DEPT,')).toEqual(['serviceNumber', 'rank', 'lastName', 'firstName', 'division', null])
    expect(read(`,INDEX,SN,RANK,LAST NAME,FIRST NAME,DEPT\n1,2,${row}`).columns.slice(0, 3)).toEqual([
      { header: '', field: null, doubled: false },
      { header: 'INDEX', field: null, doubled: true },
      { header: 'SN', field: 'serviceNumber', doubled: false },
    ])
  })

  test('what only looks like a field is suggested, to be confirmed; what says too little is not', () => {
    expect(headings.suggest(['SN', 'Current rank', 'Work e-mail', 'Home unit', 'Family', 'Email'])).toEqual([
      { field: 'serviceNumber', certain: true },
      { field: 'rank', certain: false },
      { field: null, certain: true },
      { field: null, certain: true },
      { field: null, certain: true },
      { field: 'email', certain: true },
    ])
  })

  test('a person may say otherwise; what does not fit the file is refused', () => {
    const chosen = ['serviceNumber', 'rank', 'firstName', 'lastName', 'division'] as const
    expect(read(`${heading}\n${row}`, chosen).records).toMatchObject([{ cells: { lastName: 'Zoé', firstName: 'Côté' } }])
    expect(refusal(() => read(`${heading}\n${row}`, chosen.slice(1)))).toEqual(['roll_mapping_invalid', undefined])
    expect(refusal(() => read(`${heading}\n${row}`, ['rank', 'rank', 'firstName', 'lastName', 'division']))).toEqual(['roll_mapping_invalid', undefined])
    expect(refusal(() => read(`${heading}\n${row}`, [null, 'rank', 'firstName', 'lastName', 'division']))).toEqual(['roll_columns_missing', { columns: 'SN' }])
  })
})
