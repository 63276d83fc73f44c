import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { downloadAddress, findElectron } from './electron-binary.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sentinel-electron-'))
  mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true })
  writeFileSync(join(root, 'node_modules/electron/package.json'), '{"version":"45.4.1"}')
  // Stands for the package's download: leaves the program where the real one does.
  writeFileSync(join(root, 'node_modules/electron/install.js'), "const fs = require('fs'); fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron')")
  vi.stubEnv('ELECTRON_EXE', '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  rmSync(root, { recursive: true, force: true })
})
const network = (answer: () => Promise<{ ok: boolean }>) => {
  const asked = vi.fn<typeof answer>(answer)
  vi.stubGlobal('fetch', asked)
  return asked
}
const program = (): string => join(root, 'node_modules/electron/dist/electron')

test('a program that is there is taken without a question', async () => {
  const asked = network(async () => ({ ok: true }))
  writeFileSync(program(), '')
  writeFileSync(join(root, 'node_modules/electron/path.txt'), 'electron')
  expect(await findElectron(root)).toBe(program())
  expect(asked).not.toHaveBeenCalled()
})

test('one that can be had is downloaded', async () => {
  network(async () => ({ ok: true }))
  expect(await findElectron(root)).toBe(program())
})

test.each([
  ['no network', () => Promise.reject(new Error('fetch failed'))],
  ['a gate that answers for others', async () => ({ ok: false })],
])('%s: none, and no download is begun', async (_why, answer) => {
  network(answer)
  expect(await findElectron(root)).toBeUndefined()
})

test('a mirror is asked instead of GitHub', () => {
  expect(downloadAddress('45.4.1', {})).toBe('https://github.com/electron/electron/releases/download/v45.4.1/SHASUMS256.txt')
  expect(downloadAddress('45.4.1', { ELECTRON_MIRROR: 'https://mirror.example/electron' })).toBe('https://mirror.example/electron/v45.4.1/SHASUMS256.txt')
})
