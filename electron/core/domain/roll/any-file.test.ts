/** Properties of reading: whatever a spreadsheet writes reads back, and whatever bytes come, nothing breaks (design.md 9). */
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import { readFile, toTable } from './table.ts'
import { openImportDesk, upload, type ImportDesk } from './testing/import-desk.ts'

const upper = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const codes = [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f]
const toWindows1252 = (text: string): Buffer => Buffer.from([...text].map((sign) => (upper.includes(sign) ? String.fromCharCode(codes[upper.indexOf(sign)] ?? 0) : sign)).join(''), 'latin1')

const anySign = fc.string({ unit: 'grapheme', maxLength: 12 })
const westernSign = fc.string({ unit: fc.constantFrom(...'abc XYZ019,;"\t\n\r=+-@éèÀçÑ£', ...upper), maxLength: 12 })
const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16 LE with mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16 BE with mark': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': toWindows1252,
}

/** Required headings and others, in any order. */
const headings = fc
  .tuple(fc.shuffledSubarray(['EMAIL', 'Notes', 'Cell phone', 'details', 'Colour', 'x,y'], { minLength: 0 }), fc.constantFrom(['SN', 'RANK', 'LAST NAME', 'FIRST NAME', 'DEPT'], ['service number', 'rank', 'surname', 'forename', 'division']))
  .chain(([more, needed]) => fc.shuffledSubarray([...needed, ...more], { minLength: needed.length + more.length, maxLength: needed.length + more.length }))

describe.each(Object.entries(encodings))('%s', (name, encode) => {
  test.each([',', ';', '\t'])('whatever csv-stringify writes with %j between cells reads back', async (delimiter) => {
    const cell = (name === 'windows-1252' ? westernSign : anySign).filter((text) => !text.includes('\0') && text.isWellFormed())
    const tables = headings.chain((heading) => fc.tuple(fc.constant(heading), fc.array(fc.array(cell, { minLength: heading.length, maxLength: heading.length }).filter((cells) => cells.some((text) => text.trim() !== '')), { minLength: 1, maxLength: 6 })))
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('\n', '\r\n'), async ([heading, rows], end) => {
        const bytes = encode(stringify([heading, ...rows], { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ }))
        const table = toTable((await readFile('roll.csv', bytes)).sheets[0] ?? { name: '', lines: [] }, null)
        expect(table.columns.map(({ header }) => header)).toEqual(heading)
        expect(table.records.map(({ original }) => original)).toEqual(rows)
      }),
      { numRuns: 40 },
    )
  })
})

describe('arbitrary bytes', () => {
  let desk: ImportDesk
  beforeAll(async () => {
    desk = await openImportDesk()
  })
  afterAll(() => desk.database.close())

  const beginnings = fc.constantFrom('', 'SN,RANK,LAST NAME,FIRST NAME,DEPT\n', 'SN;RANK;LAST NAME;FIRST NAME;DEPT\r\nV1000001;', '\uFEFF', 'PK\u0003\u0004', '\u00ff\u00fe', '%PDF', '"', '\u00d0\u00cf\u0011\u00e0')
  test('never break anything, and never write', async () => {
    const before = [await desk.everything(), await desk.record()]
    await fc.assert(
      fc.asyncProperty(beginnings, fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.csv', 'a.xlsx', 'a.txt', 'a'), fc.boolean(), async (beginning, rest, fileName, asUtf8) => {
        const file = upload(Buffer.concat([Buffer.from(beginning, asUtf8 ? 'utf8' : 'latin1'), rest]), fileName)
        for (const ask of [() => desk.roll.read({ file, sheet: null }), () => desk.preview(file)])
          await ask().catch((error: unknown) => {
            if (!(error instanceof Refusal)) throw error
          })
      }),
      { numRuns: 150 },
    )
    expect([await desk.everything(), await desk.record()]).toEqual(before)
    expect(desk.events).toEqual([])
  })
})
