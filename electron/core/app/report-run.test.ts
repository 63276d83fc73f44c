/** Scheduled reports: a real process on a real folder (domain.md 4.20). */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../db/open.ts'
import { reportPreset } from '../db/schema/index.ts'
import { findAppRoot } from '../kit/app-root.ts'
import { systemClock } from '../kit/clock.ts'
import { newId } from '../kit/id.ts'
import { silentLog } from '../kit/log.ts'
import { createCore } from './core.ts'
import { parseReportArguments } from './report-arguments.ts'

/** Milliseconds: each test starts whole processes, one after the other, and the machine may be busy. */
const patience = 150_000

let folder: string
let data: string
const at = (name: string): string => join(folder, name)
const open = () => openDatabase({ dataDir: data, clock: systemClock, log: silentLog, appVersion: 'test' })

function run(...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, [join(findAppRoot(), 'electron/headless.ts'), '--data', data, ...args])
  let [out, said] = ['', '']
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (said += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-run-'))
  data = at('desk')
  const database = await open()
  const now = new Date('2026-11-25T18:30:00Z')
  await database.transaction((tx) => tx.insert(reportPreset).values({ id: newId(), name: 'Mardi: rôle', report: { kind: 'roster' }, format: 'csv', language: 'fr', createdBy: 'x', createdAt: now, updatedAt: now }))
  await database.close()
  writeFileSync(at('roster.json'), '{"kind":"roster"}')
  writeFileSync(at('wrong.json'), '{"kind":"visitors","from":"2026-13-01","to":"2026-11-25"}')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a report and a saved one are written, with one line that a program can read', { timeout: patience }, async () => {
  const paper = await run('--report', at('roster.json'), '--out', at('roster.pdf'))
  expect(paper).toMatchObject({ code: 0 })
  expect(JSON.parse(paper.out)).toEqual({ path: at('roster.pdf'), bytes: readFileSync(at('roster.pdf')).length, milliseconds: expect.any(Number), rows: 0 })
  expect(await run('--preset', 'mardi role', '--out', at('roster.txt'))).toMatchObject({ code: 0 })
  expect(readFileSync(at('roster.txt'), 'utf8')).toContain('Numéro matricule')
})

test('what is asked wrongly is said, with the field, and nothing is written', { timeout: patience }, async () => {
  const wrong = await run('--report', at('wrong.json'), '--out', at('x.pdf'))
  expect([wrong.code, wrong.said]).toEqual([2, expect.stringContaining('“from”')])
  const unknown = await run('--preset', 'Nothing', '--out', at('x.pdf'))
  expect([unknown.code, unknown.said]).toEqual([2, expect.stringContaining('There are: “Mardi: rôle”')])
  const gone = await run('--report', at('roster.json'), '--out', join(at('gone'), 'x.pdf'))
  expect([gone.code, gone.said]).toEqual([4, expect.stringContaining('the folder is not there any more')])
  expect(existsSync(at('x.pdf'))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('the desk that is open makes it, and says what it refuses; nothing of the asking is left', { timeout: patience }, async () => {
  const core = await createCore({ dataDir: data, host: 'test', version: 'test', log: silentLog })
  try {
    expect(await run('--preset', 'mardi role', '--out', at('open.xlsx'))).toMatchObject({ code: 0, out: expect.stringContaining('"rows":0') })
    expect(existsSync(at('open.xlsx'))).toBe(true)
    const unknown = await run('--preset', 'Nothing', '--out', at('x.pdf'))
    expect([unknown.code, unknown.said]).toEqual([2, expect.stringContaining('There are: “Mardi: rôle”')])
    const gone = await run('--report', at('roster.json'), '--out', join(at('gone'), 'x.pdf'))
    expect([gone.code, gone.said]).toEqual([4, expect.stringContaining('the folder is not there any more')])
    expect(readdirSync(join(data, 'requests'))).toEqual([])
  } finally {
    await core.close()
  }
})

test('whoever has the data and makes no reports is left alone, and says so', { timeout: patience }, async () => {
  const database = await open()
  const refused = await run('--report', at('roster.json'), '--out', at('x.pdf'))
  await database.close()
  expect([refused.code, refused.out]).toEqual([3, ''])
  expect(refused.said).toMatch(/\w+ .*\./)
  expect(readdirSync(join(data, 'requests'))).toEqual([])
})

test.each([
  [['--report', 'a.json'], /--out must name/],
  [['--report', 'a', '--preset', 'b', '--out', 'c'], /exclude each other/],
  [['--report', 'a', '--out', 'c', '--format', 'doc'], /--format is pdf/],
  [['--preset=', '--out', 'c'], /--preset needs a value/],
])('%j is refused in plain words', (argv, words) => {
  expect(() => parseReportArguments(argv, { strict: true })).toThrow(words)
})

test('no report is asked for: the host begins as ever; the ending of the file is its format', () => {
  expect(parseReportArguments(['--data', 'd'], { strict: true })).toBeUndefined()
  expect(parseReportArguments(['--report=a.json', '--out=b.XLSX', '--no-sandbox'], { strict: false })).toMatchObject({ asked: { file: 'a.json' }, format: 'xlsx', language: null })
})
