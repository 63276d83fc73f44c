/** Reports as files (domain.md 4.20; screens.md P1-3, 5.5), through the thread that draws them. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { desc, eq } from 'drizzle-orm'
import readXlsx from 'read-excel-file/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Caller } from '../../../../shared/domain/access.ts'
import type { ReportFormat } from '../../../../shared/domain/reports.ts'
import { signedInDesk } from '../../app/testing/test-callers.ts'
import type { Database } from '../../db/database.ts'
import { audit } from '../../db/schema/index.ts'
import { createTestDatabase } from '../../db/testing/test-database.ts'
import { createFakeClock, type FakeClock } from '../../kit/clock.ts'
import { newId } from '../../kit/id.ts'
import { pdfFonts, pdfInfo, pdfText } from '../documents/testing/read-pdf.ts'
import { refusalOfWriting } from './not-written.ts'
import { enlist, inventedRoll } from './testing/invented-roll.ts'
import { reportDesk, specOf, type ReportDesk } from './testing/report-desk.ts'

const command = signedInDesk('command')
let database: Database
let clock: FakeClock
let desk: ReportDesk
let folder: string
/** What the person at the desk chooses; null = nothing. */
let chosen: (fileName: string) => string | null
beforeAll(async () => {
  database = await createTestDatabase()
  clock = createFakeClock('2026-11-25T18:30:00.000Z')
  await enlist(database, inventedRoll, clock.now())
  desk = reportDesk({ database, clock, savePlace: { choose: async (fileName) => chosen(fileName) } })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-report-'))
  chosen = (fileName) => join(folder, fileName)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
afterAll(async () => {
  await desk.service.close()
  await database.close()
})

const exported = (format: ReportFormat, language: 'en' | 'fr' = 'fr', caller: Caller = command, runId = newId()) => desk.service.export({ runId, report: specOf({ kind: 'roster' }), format, language }, caller)
const bytesOf = async (format: ReportFormat): Promise<Buffer> => {
  const done = await exported(format)
  if (done.status !== 'written') throw new Error(done.status)
  return readFileSync(done.path)
}
const latestAudit = async () => (await database.read((tx) => tx.select().from(audit).where(eq(audit.action, 'report_export')).orderBy(desc(audit.seq))))[0]

test('a PDF lies where the person chose, under the name of unit, report and day, and the trail has its size and nobody’s names', async () => {
  const done = await exported('pdf')
  expect(done).toEqual({ status: 'written', path: join(folder, 'hmcs-example_roster_2026-11-25.pdf'), fileName: 'hmcs-example_roster_2026-11-25.pdf', bytes: expect.any(Number), rows: 9 })
  expect(readdirSync(folder)).toEqual(['hmcs-example_roster_2026-11-25.pdf'])
  const paper = readFileSync(join(folder, 'hmcs-example_roster_2026-11-25.pdf'))
  for (const text of ['Liste du personnel', 'L’Heureux-Œuvray', 'Ångström', '!! Suspendu', '! Inactif', 'par PO1 Test, T', 'Page 1 de']) expect(pdfText(paper)).toContain(text)
  expect(pdfFonts(paper).every(({ isEmbedded }) => isEmbedded)).toBe(true)
  const line = await latestAudit()
  expect(line).toMatchObject({ entityType: 'report', entityId: 'roster', actorName: 'PO1 Test, T', details: { format: 'pdf', language: 'fr', rows: 9, bytes: paper.length } })
  expect(JSON.stringify(line?.details)).not.toMatch(/Heureux|Singh|V1000/)
})

test('the same data at the same moment is the same to the byte, in each format', async () => {
  for (const format of ['pdf', 'csv', 'xlsx'] as const) expect((await bytesOf(format)).equals(await bytesOf(format)), format).toBe(true)
})

test('a CSV reads back as the records, with the group that each stood in, and an XLSX has a sheet a table after what was asked', async () => {
  const records = (await desk.preview({ kind: 'roster' }, 'fr')).document.tables[0]
  const rows = records?.groups.flatMap(({ title, rows: ofGroup }) => ofGroup.map((row) => [title ?? '', ...row.map(({ text }) => text)])) ?? []
  const heading = ['Groupe', ...(records?.columns.map(({ label }) => label) ?? [])]
  expect(parse(await bytesOf('csv'), { bom: true })).toEqual([heading, ...rows])

  const sheets = (await readXlsx(await bytesOf('xlsx'))) as unknown as { sheet: string; data: unknown[][] }[]
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Rapport', 'Membres', 'Par division'])
  expect(sheets[0]?.data[0]?.[0]).toBe('Liste du personnel')
  expect(sheets[1]?.data).toEqual([heading, ...rows].map((cells) => cells.map((text) => (text === '' ? null : text))))
})

test('nothing chosen is nothing written, nothing read and nothing in the trail', async () => {
  const before = await latestAudit()
  chosen = () => null
  expect(await exported('pdf')).toEqual({ status: 'cancelled' })
  expect(await latestAudit()).toEqual(before)
})

test('cancelled while it is drawn, it leaves no file and no line', async () => {
  const before = await latestAudit()
  const runId = newId()
  const steps: string[] = []
  const stop = desk.hub.on('reports.progress', ({ step }) => {
    steps.push(step)
    if (step === 'drawing') void desk.service.cancel(runId)
  })
  expect(await exported('pdf', 'fr', command, runId)).toEqual({ status: 'cancelled' })
  stop()
  expect(steps).toEqual(['reading', 'drawing'])
  expect(readdirSync(folder)).toEqual([])
  expect(await latestAudit()).toEqual(before)
})

test('one run has one id: the same again meanwhile is refused, and a cancelled window for a place lets go', async () => {
  const runId = newId()
  const asked = Promise.withResolvers<void>()
  const waiting = reportDesk({ database, clock, savePlace: { choose: () => (asked.resolve(), new Promise(() => {})) } })
  const first = waiting.service.export({ runId, report: specOf({ kind: 'roster' }), format: 'csv', language: 'en' }, command)
  await asked.promise
  await expect(waiting.service.export({ runId, report: specOf({ kind: 'roster' }), format: 'csv', language: 'en' }, command)).rejects.toMatchObject({ code: 'report_runs_already' })
  await waiting.service.close()
  expect(await first).toEqual({ status: 'cancelled' })
})

test.each([
  ['a folder that is gone', () => join(folder, 'gone', 'x.csv'), 'le dossier n’y est plus'],
  ['where a folder has that name', () => join(folder, 'taken'), 'un dossier porte ce nom'],
  ['a file where a folder should be', () => join(folder, 'plain', 'x.csv'), 'le dossier n’y est plus'],
])('%s is refused in words, and no half file stays', async (_case, place, problem) => {
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'plain'), '')
  chosen = place
  await expect(exported('csv')).rejects.toMatchObject({ code: 'report_not_written', details: { problem } })
  expect(readdirSync(folder)).toEqual(['plain', 'taken'])
})

test('a full disk, one that may not be written and one that fails are told apart, and what is no matter of files stays a defect', () => {
  const problemOf = (code: string) => refusalOfWriting(Object.assign(new Error(code), { code, syscall: 'write' }), 'en')?.details?.['problem']
  expect(['ENOSPC', 'EROFS', 'EBUSY', 'EIO'].map(problemOf)).toEqual(['there is no room left', 'Sentinel may not write there', 'another program has that file open', 'the disk reports an error'])
  expect(refusalOfWriting(new Error('x'), 'en')).toBeUndefined()
})

test('what was there before stays whole until the new one takes its place', async () => {
  writeFileSync(join(folder, 'hmcs-example_roster_2026-11-25.csv'), 'old')
  expect((await exported('csv')).status).toBe('written')
  expect(readFileSync(join(folder, 'hmcs-example_roster_2026-11-25.csv'), 'utf8')).toContain('Numéro matricule')
})

test('whoever is DDS but not of Command gets no file of it either (4.22)', async () => {
  await expect(exported('csv', 'en', { ...signedInDesk('quartermaster'), liveDds: true })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a host that cannot ask for a place hands the file over', async () => {
  const browser = reportDesk({ database, clock })
  const done = await browser.service.export({ runId: newId(), report: specOf({ kind: 'roster' }), format: 'csv', language: 'en' }, command)
  expect(done).toMatchObject({ status: 'file', fileName: 'hmcs-example_roster_2026-11-25.csv', mediaType: 'text/csv; charset=utf-8' })
  expect(done.status === 'file' && Buffer.from(done.content, 'base64').toString()).toContain('Service number')
  await browser.service.close()
})

test('five hundred rows in French on both papers: their size, every page numbered, every accent', async () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ serviceNumber: `V2${String(index).padStart(7, '0')}`, rank: 'S1', lastName: `Bélanger-Œuvray ${index}`, firstName: 'Noël', division: index % 2 === 0 ? 'OPS' : 'CMD' }))
  await enlist(database, many, clock.now())
  for (const [pageSize, size] of [['letter', [792, 612]], ['a4', [841.89, 595.28]]] as const) {
    const paper = Buffer.from(await desk.render({ kind: 'roster' }, { formatting: { pageSize } }, 'fr'))
    const { pages, size: found } = pdfInfo(paper)
    expect(found).toEqual(size)
    const text = pdfText(paper)
    expect(text).toContain(`Page ${pages} de ${pages}`)
    expect(text.match(/Bélanger-Œuvray \d+/g)).toHaveLength(500)
    expect(text.match(/Numéro matricule/g)?.length).toBeGreaterThanOrEqual(pages - 1)
  }
})
