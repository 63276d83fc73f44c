import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { neutraliseFormula } from '../../../../shared/domain/formula-cell.ts'
import { toTableFile } from './table-file.ts'

const table = [
  ['Name', 'Number'],
  ['Lévesque, Ada', '000123'],
  ['=HYPERLINK("http://x")', '+1'],
  ['', 'two\nlines'],
]

test('a CSV opens in Excel and runs nothing', async () => {
  const file = await toTableFile('list', table, 'csv')
  expect(file).toMatchObject({ fileName: 'list.csv', mediaType: 'text/csv; charset=utf-8' })
  const text = Buffer.from(file.content, 'base64').toString('utf8')
  expect(text.startsWith('\uFEFFName,Number\r\n')).toBe(true)
  expect(text).toContain('"two\nlines"')
  expect(parse(text, { bom: true })).toEqual([table[0], table[1], ['\'=HYPERLINK("http://x")', "'+1"], table[3]])
})

test('an XLSX keeps text as text: zeros stay, formulas do not run', async () => {
  const file = await toTableFile('list', table, 'xlsx')
  const [sheet] = (await readXlsx(Buffer.from(file.content, 'base64'))) as unknown as { data: unknown[][] }[]
  expect(sheet?.data).toEqual([table[0], table[1], ['\'=HYPERLINK("http://x")', "'+1"], [null, 'two\nlines']])
})

test.each(Object.getOwnPropertyNames(Object.prototype))('an XLSX with %s in it is whole', async (text) => {
  const file = await toTableFile('list', [['Name'], [text], ['Ada']], 'xlsx')
  const [sheet] = (await readXlsx(Buffer.from(file.content, 'base64'))) as unknown as { data: unknown[][] }[]
  expect(sheet?.data).toEqual([['Name'], [text], ['Ada']])
})

test('whatever is in the cells, a CSV reads back as what was written, but for the mark before a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { minLength: 1, maxLength: 8 }), async (rows) => {
      const file = await toTableFile('t', [['a', 'b'], ...rows], 'csv')
      const read = parse(Buffer.from(file.content, 'base64').toString('utf8'), { bom: true, relax_column_count: true }) as string[][]
      expect(read.slice(1)).toEqual(rows.map((cells) => cells.map(neutraliseFormula)))
    }),
  )
})
