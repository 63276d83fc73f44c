import { describe, expect, test } from 'vitest'
import { bearerOf, isOwnHost, isOwnOrigin, sameToken } from './access.ts'
import { resolveAsset } from './assets.ts'

describe('the token', () => {
  test('must be the very one, whatever its length', () => {
    expect(sameToken('abc', 'abc')).toBe(true)
    for (const other of ['', 'ab', 'abcd', 'abd']) expect(sameToken(other, 'abc')).toBe(false)
  })
  test('comes in an Authorization header of the Bearer kind', () => {
    expect(bearerOf('Bearer a-b_c9')).toBe('a-b_c9')
    for (const header of [undefined, '', 'Bearer ', 'Basic abc', 'Bearer a b', 'bearer abc']) expect(bearerOf(header)).toBeUndefined()
  })
})

describe('who asks', () => {
  test('a name that was rebound to this machine is not ours', () => {
    expect(isOwnHost('127.0.0.1:4180', 4180)).toBe(true)
    expect(isOwnHost('localhost:4180', 4180)).toBe(true)
    for (const host of [undefined, '', 'evil.example:4180', '127.0.0.1', '127.0.0.1:4181', '127.0.0.1:4180.evil.example']) expect(isOwnHost(host, 4180)).toBe(false)
  })
  test('a page of another site is not ours; a program that is no browser names none', () => {
    expect(isOwnOrigin(undefined, 4180)).toBe(true)
    expect(isOwnOrigin('http://127.0.0.1:4180', 4180)).toBe(true)
    for (const origin of ['null', 'http://evil.example', 'https://127.0.0.1:4180', 'http://127.0.0.1:80']) expect(isOwnOrigin(origin, 4180)).toBe(false)
  })
})

describe('files', () => {
  test('the windows’ own', () => {
    expect(resolveAsset('/app/out', '/')).toEqual({ path: '/app/out/index.html', mediaType: 'text/html; charset=utf-8' })
    expect(resolveAsset('/app/out', '/assets/a.js')?.path).toBe('/app/out/assets/a.js')
  })
  test.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fetc/passwd.json', '/a\\..\\b.js', '/%00.html', '/%', '/assets', '/a.ts', '/..', '//etc/hosts'])('%j is not served', (path) => {
    expect(resolveAsset('/app/out', path)).toBeUndefined()
  })
})
