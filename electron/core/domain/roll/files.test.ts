import { parse } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse as validate } from 'valibot'
import { roll as contract } from '../../../../shared/contract/roll.ts'
import { actor, csv, fixture, openImportDesk, upload, type File, type ImportDesk } from './testing/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
  await desk.execute(upload(csv('V10000001,S1,ROY,ANNE,OPS,anne@example.org', 'V10000002,S1,ROY,LUC,OPS,', 'V10000003,S1,CÔTÉ,EVE,OPS,')))
})
afterAll(() => desk.database.close())

const textOf = ({ content }: { content: string }): string => Buffer.from(content, 'base64').toString('utf8')
const rowsOf = (file: { content: string }): string[][] => parse(textOf(file), { bom: true })
const errors = (file: File, more: object = {}) => desk.roll.errorFile(validate(contract.errorFile.input, { file, ...more }), actor)
const changes = (file: File, more: object = {}) => desk.roll.diffFile(validate(contract.diffFile.input, { file, format: 'csv', ...more }), actor)

test('the error file holds the wrong rows as they stand in the file, each with what is wrong and how to fix it', async () => {
  const file = upload(csv('V10000001,PO9,ROY,"ANNE, MARIE",OPS,nobody', 'V10000002,S1,ROY,LUC,OPS,', ',S1,ROY,EVE,OPS,,extra'))
  const answer = await errors(file)
  expect(answer).toMatchObject({ fileName: 'sentinel-roll-errors-2026-11-23.csv', mediaType: 'text/csv; charset=utf-8', rows: 2 })
  expect(rowsOf(answer)).toEqual([
    ['SN', 'RANK', 'LAST NAME', 'FIRST NAME', 'DEPT', 'EMAIL', '', 'Row in the file', 'What is wrong'],
    ['V10000001', 'PO9', 'ROY', 'ANNE, MARIE', 'OPS', 'nobody', '', '2', '“PO9” is not a rank. Use the short form, such as S1, PO2 or Lt(N).\n“nobody” is not an e-mail address. Correct it, or empty the cell.'],
    ['', 'S1', 'ROY', 'EVE', 'OPS', '', 'extra', '4', 'The row has more cells than the heading. Put text with a comma in it between quotation marks, or name every column.\nThe column SN is empty. Fill it in, or leave the row out.'],
  ])
})

test('also those that were left out, and in French', async () => {
  const [heading, row] = rowsOf(await errors(fixture('bad-email.csv'), { excludeRows: [2], language: 'fr' }))
  expect([heading?.at(-1), row?.at(-1)]).toEqual(['Ce qui ne va pas', '« helene.berube(at)example.org » n’est pas une adresse de courriel. Corrigez-la, ou videz la cellule.'])
})

test('corrected, it is imported as it is: our own columns are not read, a telephone stays one, and nothing in it runs (P11)', async () => {
  const heading = 'SN,RANK,LAST NAME,FIRST NAME,DEPT,CELL,NOTES'
  const answer = await errors(upload(`${heading}\nV10000009,PO9,ROY,MARC,OPS,+1 204 555-0100,=1+1\n`))
  expect(textOf(answer)).toContain("'=1+1")
  const corrected = upload(textOf(answer).replace('PO9', 'PO2'))
  expect(await desk.preview(corrected)).toMatchObject({ counts: { add: 1, errorRows: 0 }, columns: [{}, {}, {}, {}, {}, {}, {}, { field: null }, { field: null }] })
  await desk.execute(corrected)
  expect(await desk.byNumber('V10000009')).toMatchObject({ mobilePhone: '+1 204 555-0100', notes: "'=1+1" })
  await desk.undoLast()
})

test('a file without errors gives a file without rows', async () => expect(await errors(fixture('valid-small.csv'))).toMatchObject({ rows: 0 }))

test('the diff tells every change, who is missing and who would be set inactive', async () => {
  const file = upload(csv('V10000001,S2,ROY,ANNE,DIVE,', 'V10000008,S1,DUBÉ,MARC,OPS,', 'V10000007,PO9,X,Y,OPS,'))
  const luc = (await desk.byNumber('V10000002')).id
  const answer = await changes(file, { clears: ['email'], deactivateIds: [luc] })
  expect(answer).toMatchObject({ fileName: 'sentinel-roll-changes-2026-11-23.csv', rows: 10 })
  expect(rowsOf(answer)).toEqual([
    ['What', 'Row', 'Service number', 'Name', 'Field', 'Now', 'After the import'],
    ['Changed', '2', 'V10000001', 'S1 Roy, Anne', 'RANK', 'S1', 'S2'],
    ['Changed', '2', 'V10000001', 'S1 Roy, Anne', 'DEPT', 'OPS', 'DIVE'],
    ['Changed', '2', 'V10000001', 'S1 Roy, Anne', 'EMAIL', 'anne@example.org', '(empty)'],
    ['New', '3', 'V10000008', 'S1 Dubé, Marc', 'RANK', '', 'S1'],
    ['New', '3', 'V10000008', 'S1 Dubé, Marc', 'LAST NAME', '', 'Dubé'],
    ['New', '3', 'V10000008', 'S1 Dubé, Marc', 'FIRST NAME', '', 'Marc'],
    ['New', '3', 'V10000008', 'S1 Dubé, Marc', 'DEPT', '', 'OPS'],
    ['Not in the file, stays', '', 'V10000003', 'S1 Côté, Eve', '', '', ''],
    ['Set inactive', '', 'V10000002', 'S1 Roy, Luc', '', '', ''],
    ['New division', '', '', '', 'DIVE', '', 'DIVE'],
  ])
})

test('as XLSX and in French too, without the rows that were left out; taking it away is audited, and changes nothing', async () => {
  const before = await desk.everything()
  const answer = await changes(fixture('valid-small.csv'), { format: 'xlsx', language: 'fr', excludeRows: [2, 3] })
  const [sheet] = (await readXlsx(Buffer.from(answer.content, 'base64'))) as unknown as { data: unknown[][] }[]
  expect(sheet?.data[0]).toEqual(['Quoi', 'Ligne', 'Numéro matricule', 'Nom', 'Champ', 'Actuellement', 'Après l’importation'])
  expect(sheet?.data.slice(1).map((cells) => cells[2])).toEqual(expect.arrayContaining(['R20000003', 'V10000001']))
  expect(JSON.stringify(sheet?.data)).not.toContain('R20000001')
  expect(await desk.everything()).toEqual(before)
  expect((await desk.record()).audits.filter(({ action }) => action === 'export').at(-1)).toMatchObject({ entityType: 'roll', details: { what: 'changes', format: 'xlsx' } })
})
