import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFileLogSource, createMemoryLog, numberedLog, type LogCursor, type LogSource } from './log-pages.ts'
import { silentLog } from './log.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sentinel-log-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const all = { level: 'debug', text: '', correlationId: null, from: null, to: null } as const
const line = (index: number, more: object = {}): string => JSON.stringify({ at: new Date(Date.UTC(2026, 10, 24, 18, 0, index)).toISOString(), level: 'info', event: `e${index}`, ...more })
const write = (index: number, lines: readonly string[]): string => {
  const path = numberedLog(join(folder, 'main.log'), index)
  writeFileSync(path, lines.map((text) => `${text}\n`).join(''))
  return path
}
const source = (): LogSource => createFileLogSource(join(folder, 'main.log'), 5)
async function everything(from: LogSource, limit: number, filter: Parameters<LogSource['page']>[0] = all): Promise<string[]> {
  const found: string[] = []
  for (let cursor: LogCursor | null = null; ; ) {
    const { records, next }: Awaited<ReturnType<LogSource['page']>> = await from.page(filter, cursor, limit)
    found.push(...records.map(({ event }) => event))
    if (next === null) return found
    cursor = next
  }
}

describe('pages of the log, from its end (issue 8: log viewer)', () => {
  test.each([1, 3, 7, 200])('of %i lines each go through all files once, newest first', async (limit) => {
    write(1, [line(1), line(2), line(3)])
    write(0, [line(4), line(5)])
    expect(await everything(source(), limit)).toEqual(['e5', 'e4', 'e3', 'e2', 'e1'])
  })

  test('lines of many chunks come whole and once, with accents where a chunk ends', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => line(index, { note: 'é'.repeat(index % 90) }))
    write(0, many)
    expect(await everything(source(), 199)).toEqual(many.map((_, index) => `e${index}`).toReversed())
  })

  test('what is written and turned over between two pages moves nothing', async () => {
    const path = write(0, [line(1), line(2), line(3), line(4)])
    const first = await source().page(all, null, 2)
    appendFileSync(path, `${line(5)}\n`)
    renameSync(path, numberedLog(path, 1))
    write(0, [line(6)])
    expect((await source().page(all, first.next, 10)).records.map(({ event }) => event)).toEqual(['e2', 'e1'])
  })

  test('a file that has gone ends it, torn and foreign lines are passed over, and no file is no line', async () => {
    expect(await source().page(all, null, 10)).toEqual({ records: [], next: null })
    write(0, [line(1), '{"at":"2026', 'plain words', '{"at":"never","level":"info","event":"x"}', line(2)])
    expect(await everything(source(), 10)).toEqual(['e2', 'e1'])
    expect(await source().page(all, { file: '1', position: 9 }, 10)).toEqual({ records: [], next: null })
  })

  test('are narrowed by level, words, number and time', async () => {
    write(0, [line(1, { level: 'debug' }), line(2, { level: 'error', correlationId: 'abcd1234', why: 'Disk full' }), line(3, { level: 'warn', correlationId: 'ffff0000' })])
    expect(await everything(source(), 10, { ...all, level: 'warn' })).toEqual(['e3', 'e2'])
    expect(await everything(source(), 10, { ...all, text: 'FULL disk' })).toEqual(['e2'])
    expect(await everything(source(), 10, { ...all, correlationId: 'ffff0000' })).toEqual(['e3'])
    expect(await everything(source(), 10, { ...all, from: '2026-11-24T18:00:02.000Z', to: '2026-11-24T18:00:02.000Z' })).toEqual(['e2'])
  })

  test('a host without files keeps the last two thousand lines', async () => {
    const { log, source: memory } = createMemoryLog(silentLog, () => new Date('2026-11-24T18:00:00Z'))
    for (let index = 0; index < 2_100; index += 1) log.info(`e${index}`)
    const found = await everything(memory, 150)
    expect([found.length, found[0], found.at(-1)]).toEqual([2_000, 'e2099', 'e100'])
  })
})
