import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFileLog, planRotation, rotate } from './log-file.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sentinel-log-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('the oldest of five goes, the others move up', () => {
  const at = (name: string): string => join('/logs', name)
  expect(planRotation(at('main.log'))).toEqual({
    drop: at('main.4.log'),
    moves: [
      [at('main.3.log'), at('main.4.log')],
      [at('main.2.log'), at('main.3.log')],
      [at('main.1.log'), at('main.2.log')],
      [at('main.log'), at('main.1.log')],
    ],
  })
})

test('after many rotations there are five files, the newest first', () => {
  const path = join(folder, 'main.log')
  for (let round = 1; round <= 9; round += 1) {
    writeFileSync(path, `round ${round}`)
    if (round < 9) rotate(path)
  }
  expect(readdirSync(folder).sort()).toEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.4.log', 'main.log'])
  expect(readFileSync(join(folder, 'main.4.log'), 'utf8')).toBe('round 5')
})

test('a line is JSON with its time, level, event and fields; the file is its owner’s alone', () => {
  const path = join(folder, 'logs', 'main.log')
  const log = createFileLog(path, false)
  log.info('core.ready', { host: 'electron', percent: '100%d' })
  log.error('quit.stuck', { phase: 'database' })
  const lines = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toMatchObject([
    { level: 'info', event: 'core.ready', host: 'electron', percent: '100%d' },
    { level: 'error', event: 'quit.stuck', phase: 'database' },
  ])
  expect(lines[0]?.['at']).toMatch(/^\d{4}-\d\d-\d\dT/)
  // Windows keeps no such bits: there the folder of the account is closed to others.
  const readableByOthers = process.platform === 'win32' ? 0 : statSync(path).mode & 0o077
  expect(readableByOthers).toBe(0)
})

test('a full file is put aside', () => {
  const path = join(folder, 'full', 'main.log')
  const log = createFileLog(path, false)
  log.info('first')
  log.info('long', { filler: 'x'.repeat(5 * 1024 * 1024) })
  log.info('after')
  expect(existsSync(join(folder, 'full', 'main.1.log'))).toBe(true)
  expect(readFileSync(path, 'utf8')).toMatch(/"event":"after"/)
  expect(readFileSync(path, 'utf8')).not.toMatch(/"event":"first"/)
})
