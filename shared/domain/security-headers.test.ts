import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'

const directives = (connect?: string[]): Map<string, string> =>
  new Map((securityHeaders(connect)['content-security-policy'] ?? '').split('; ').map((text) => [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)]))

test('a page may run and show only what came with it', () => {
  const policy = directives()
  expect(policy.get('default-src')).toBe("'none'")
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src']) expect(policy.get(name)).toBe("'self'")
  for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy.get(name)).toBe("'none'")
  expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:/)
})

test('a host adds what its pages connect to, and loosens nothing else', () => {
  const open = directives(['ws://127.0.0.1:4180'])
  expect(open.get('connect-src')).toBe("'self' ws://127.0.0.1:4180")
  open.delete('connect-src')
  const closed = directives()
  closed.delete('connect-src')
  expect(open).toEqual(closed)
})

test('types are not guessed, pages are not shared, addresses are not told', () => {
  expect(securityHeaders()).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer' })
})
