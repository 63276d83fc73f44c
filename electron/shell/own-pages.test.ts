import { describe, expect, test } from 'vitest'
import { devServerOf, isOwnPage, mayDownload, mayNavigate, mayRequest, windowAddress } from './own-pages.ts'

const dev = new URL('http://localhost:5173/')
const desk = 'app://sentinel/index.html?window=desk'

describe('the dev server', () => {
  test('is believed in a checkout, on this machine', () => {
    expect(devServerOf(false, 'http://localhost:5173')?.origin).toBe('http://localhost:5173')
  })
  test.each([
    ['an installed Sentinel', true, 'http://localhost:5173'],
    ['no address', false, undefined],
    ['another machine', false, 'http://evil.example:5173'],
    ['nonsense', false, 'localhost'],
  ])('is not: %s', (_why, packaged, address) => {
    expect(devServerOf(packaged, address)).toBeUndefined()
  })
})

describe('a page of ours', () => {
  test.each([desk, 'app://sentinel/', 'app://sentinel/assets/a.js'])('%s', (address) => expect(isOwnPage(address)).toBe(true))
  test.each(['app://other/index.html', 'app://sentinel.evil/', 'app://user@sentinel/', 'app://sentinel:1/', 'http://sentinel/', 'file:///etc/passwd', 'about:blank', 'data:text/html,x', 'javascript:1', 'apps://sentinel/', ''])('not %j', (address) => {
    expect(isOwnPage(address)).toBe(false)
  })
  test('the dev server’s, while there is one', () => {
    expect(isOwnPage('http://localhost:5173/?window=desk', dev)).toBe(true)
    expect(isOwnPage('http://localhost:5174/', dev)).toBe(false)
    expect(isOwnPage('http://localhost:5173/')).toBe(false)
  })
})

describe('requests', () => {
  test.each([desk, 'blob:app://sentinel/1b9d', 'data:image/png;base64,AA=='])('%s goes through', (address) => expect(mayRequest(address)).toBe(true))
  test.each(['https://evil.example/?who=inside', 'http://127.0.0.1/', 'ws://localhost:5173/', 'file:///etc/passwd', 'ftp://x/', 'blob:https://evil.example/1', 'blob:app://other/1', 'app://other/x', 'chrome://settings', 'devtools://devtools/x', 'not an address'])('%s is cancelled', (address) => {
    expect(mayRequest(address)).toBe(false)
  })
  test('development adds its server and its tools, nothing more', () => {
    for (const address of ['http://localhost:5173/@vite/client', 'ws://localhost:5173/']) expect(mayRequest(address, dev)).toBe(true)
    expect(mayRequest('devtools://devtools/x', undefined, true)).toBe(true)
    for (const address of ['ws://evil.example/', 'https://evil.example/']) expect(mayRequest(address, dev, true)).toBe(false)
  })
})

describe('navigation', () => {
  test('a page may reload itself', () => {
    expect(mayNavigate(desk, desk)).toBe(true)
    expect(mayNavigate(desk, `${desk}#/members`)).toBe(true)
  })
  test.each(['app://sentinel/index.html?window=kiosk', 'app://sentinel/notice/1', 'https://evil.example/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:alert(1)', 'about:blank'])('and not go to %s', (address) => {
    expect(mayNavigate(desk, address)).toBe(false)
  })
})

describe('downloads', () => {
  test('the desk may save what its page made', () => expect(mayDownload('blob:app://sentinel/1b9d', 'desk')).toBe(true))
  test.each([
    ['blob:app://sentinel/1b9d', 'kiosk'],
    ['blob:app://sentinel/1b9d', undefined],
    ['blob:https://evil.example/1', 'desk'],
    ['app://sentinel/index.html', 'desk'],
    ['https://evil.example/x.exe', 'desk'],
    ['data:text/csv,x', 'desk'],
  ] as const)('%s from %s is refused', (address, kind) => expect(mayDownload(address, kind)).toBe(false))
})

test('a window’s address names it', () => {
  expect(windowAddress('kiosk')).toBe('app://sentinel/index.html?window=kiosk')
  expect(windowAddress('kiosk', undefined, 'rear-door')).toBe('app://sentinel/index.html?window=kiosk&station=rear-door')
  expect(windowAddress('desk', dev)).toBe('http://localhost:5173/?window=desk')
})
