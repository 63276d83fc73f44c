import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { toTableFile } from '../tables/table-file.ts'
import { chooseSheet, headerOf, readFile } from './table.ts'
import { archiveOf, workbookOf } from './testing/archive.ts'
import { fixtureBytes } from './testing/import-desk.ts'
import { readWorkbook } from '../tables/reading/workbook.ts'

const problemOf = async (bytes: Uint8Array): Promise<unknown> =>
  readWorkbook(bytes).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof Refusal) return error.details?.['problemCode']
      throw error
    },
  )
const text = (address: string, value: string): string => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`

describe('a workbook (domain.md 4.7)', () => {
  test('is read cell by cell as a person would have typed it: days as days, numbers without decimals, lines kept', async () => {
    const file = await readFile('workbook-two-sheets.xlsx', fixtureBytes('workbook-two-sheets.xlsx'))
    expect(file.sheets.map(({ name }) => name)).toEqual(['Cover', 'Nominal roll'])
    const sheet = chooseSheet(file, null)
    expect([sheet.name, headerOf(sheet).slice(0, 3)]).toEqual(['Nominal roll', ['SN', 'RANK', 'LAST NAME']])
    expect(sheet.lines[1]?.slice(6)).toEqual(['5001', 'Two\nlines', '2024-09-01', '2027-08-31'])
    expect(sheet.lines[2]?.slice(7)).toEqual(['=1+1', '23-NOV-24', ''])
    expect(headerOf(chooseSheet(file, 'Cover'))).toEqual(['HMCS Example'])
    expect(() => chooseSheet(file, 'Nobody')).toThrow('roll_sheet_unknown')
  })

  test('numbers its rows as the spreadsheet does, and takes what is no text for what it shows', async () => {
    const [sheet] = await readWorkbook(workbookOf(`<row r="3">${text('B3', 'SN')}</row><row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5"><v>31415900</v></c><c r="C5" t="e"><v>#N/A</v></c></row><row r="1048576"/>`))
    expect(sheet?.lines).toEqual([[], [], ['', 'SN'], [], ['TRUE', '31415900']].map((cells) => [...cells, ...Array.from({ length: 2 - cells.length }, () => '')]))
  })
})

describe('before anything is unpacked (trust.md V5 5.2.3)', () => {
  test.each([
    ['damaged_workbook', 'a directory that points nowhere', Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0005\u0006\0\0\0\0\u0001\0\u0001\0\u00ff\0\0\0\u00ff\u00ff\u00ff\u007f\0\0', 'latin1')])],
    ['cut_off_workbook', 'the beginning of a workbook', fixtureBytes('workbook.xlsx').subarray(0, 1500)],
    ['not_workbook', 'another archive', archiveOf([{ name: 'photo.jpg', content: 'x' }])],
    ['not_workbook', 'an OpenDocument table', archiveOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, { name: 'content.xml', content: '<x/>' }])],
    ['binary_workbook', 'a binary workbook', archiveOf([{ name: 'xl/workbook.bin', content: 'x' }])],
    ['password', 'an entry that is locked', workbookOf('', [{ name: 'secret', content: 'x', flags: 1 }])],
    ['unpacks_too_large', 'zeros that unpack to 40 MB', workbookOf('', [{ name: 'xl/media/image1.png', content: Buffer.alloc(40_000_000) }])],
    ['unpacks_too_large', 'more entries than a roll can have', workbookOf('', Array.from({ length: 600 }, (_, index) => ({ name: `xl/${index}.xml`, content: '' })))],
    ['damaged_workbook', 'a sheet that unpacks to more than it says', workbookOf('', [{ name: 'xl/worksheets/sheet2.xml', content: Buffer.alloc(20_000_000), claims: 1000 }])],
    ['damaged_workbook', 'a sheet that unpacks to less than it says', workbookOf('', [{ name: 'xl/worksheets/sheet2.xml', content: 'short', claims: 1000 }])],
    ['too_many_columns', 'one cell in the last column', workbookOf(`<row r="1">${text('XFD1', 'x')}</row>`)],
    ['too_many_rows', 'one cell in the last row', workbookOf(`<row r="1048576">${text('A1048576', 'x')}</row>`)],
    ['too_many_rows', 'a row far beyond any sheet', workbookOf('<row r="9007199254740991"/>')],
    ['too_many_rows', 'the same in single quotation marks', workbookOf("<row r='9007199254740991'/>")],
    ['damaged_workbook', 'an address that hides what it is', workbookOf('<row r="&#57;999999999999"/>')],
    ['too_many_rows', 'rows without end', workbookOf('<row/>'.repeat(20_001))],
    ['damaged_workbook', 'XML that is none', workbookOf('<row><c r="A1"')],
    ['damaged_workbook', 'a cell without an address', workbookOf('<row r="1"><c><v>1</v></c></row>')],
  ])('%s: %s', async (code, _, bytes) => expect(await problemOf(bytes)).toBe(code))

  test('bytes that were changed anywhere in a workbook, or cut off, end in a table or in plain words', async () => {
    const whole = fixtureBytes('workbook.xlsx')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), fc.option(fc.nat(whole.length)), async (changes, cut) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        expect(['string', 'undefined']).toContain(typeof (await problemOf(cut === null ? bytes : bytes.subarray(0, cut))))
      }),
      { numRuns: 300 },
    )
  })
})

test('a table that our own files wrote as XLSX reads back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 .;,"&<>_]{0,20}$/), fc.stringMatching(/^[\w' ]{1,12}$/)), { minLength: 1, maxLength: 8 }), async (rows) => {
      const file = await toTableFile('t', [['SN', 'RANK'], ...rows], 'xlsx')
      const [sheet] = await readWorkbook(Buffer.from(file.content, 'base64'))
      expect(sheet?.lines.slice(1).map((cells) => cells.map((cell) => cell.trim()))).toEqual(trimmedEnd(rows.map((cells) => cells.map((cell) => cell.trim()))))
    }),
    { numRuns: 50 },
  )
})

/** A spreadsheet drops blank rows at the end. */
function trimmedEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell !== ''))
  return rows.slice(0, last + 1)
}
