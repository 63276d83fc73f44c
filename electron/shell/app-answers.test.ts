import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAppRequest } from './app-answers.ts'
import { createNoticeBoard } from './notice/page.ts'

const folder = mkdtempSync(join(tmpdir(), 'sentinel-files-'))
const root = join(folder, 'renderer')
const notices = createNoticeBoard()
const ask = (url: string, method = 'GET') => answerAppRequest(root, notices, url, method)

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>windows')
  writeFileSync(join(root, 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'secret.js'), 'outside')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a window’s page comes with its type and every security header', async () => {
  const response = await ask('app://sentinel/index.html?window=desk')
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<!doctype html>windows')
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*connect-src 'self';/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

test('nothing outside, nothing missing, nothing but reading; a refusal has the headers too', async () => {
  for (const url of ['app://sentinel/..%2fsecret.js', 'app://other/index.html', 'app://sentinel/assets/missing.js', 'app://sentinel/assets']) {
    const response = await ask(url)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  }
  expect((await ask('app://sentinel/index.html', 'POST')).status).toBe(405)
})

test('a notice is served without a file, under the same policy', async () => {
  const response = await ask(notices.post('<!doctype html>notice'))
  expect(await response.text()).toBe('<!doctype html>notice')
  expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self'/)
})
