import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSecretKey, redact, redacted } from './redact.ts'

describe('what is a secret is known by the exact words of its key (domain.md 4.23 ⚠)', () => {
  test.each(['pin', 'PIN', 'pinHash', 'pin_hash', 'newPIN', 'userPin2', 'password', 'passwords', 'Passphrase', 'access-token', 'sessionToken', 'tokens', 'secret', 'clientSecret', 'cookie', 'set-cookie', 'authorization', 'codeHash', 'api-key', 'apiKey', 'API_KEY', 'apikey', 'exitCode', 'setup_code', 'serial'])(
    '%s is one',
    (key) => expect(isSecretKey(key)).toBe(true),
  )
  test.each(['shipping', 'pinned', 'typing', 'pinnedBy', 'spinnaker', 'hashtag', 'secretary', 'tokenised', 'keys', 'key', 'code', 'shipToShore', 'passengers', 'serialTail', 'serviceNumber', 'opinion', 'api', ''])(
    '%s is none',
    (key) => expect(isSecretKey(key)).toBe(false),
  )
})

test('secrets go at any depth, in lists too; everything else stays, and that there was none is no secret', () => {
  expect(redact({ name: 'S1 Roy, A', before: { pinHash: null }, after: { pinHash: 'scrypt$1' }, list: [{ token: ['a', { b: 'c' }] }, 'plain', 3, true], at: new Date('2026-11-24T18:00:00Z') })).toEqual({
    name: 'S1 Roy, A',
    before: { pinHash: null },
    after: { pinHash: redacted },
    list: [{ token: redacted }, 'plain', 3, true],
    at: '2026-11-24T18:00:00.000Z',
  })
})

test('whatever is written: no secret survives, and without secret keys nothing is changed', () => {
  const secret = 'hunter2-hunter2'
  const plainKey = fc.constantFrom('shipping', 'pinned', 'typing', 'name', 'before', 'after', 'level')
  const secretKey = fc.constantFrom('pin', 'pinHash', 'password', 'apiKey', 'session_token', 'Cookie', 'authorization')
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
  const plain = fc.letrec((tie) => ({ node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(plainKey, tie('node'), { maxKeys: 3 })) })).node
  fc.assert(fc.property(plain, (value) => void expect(redact(value)).toEqual(value)))
  const withSecrets = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(plainKey, tie('node'), { maxKeys: 3 }), fc.tuple(secretKey, tie('node')).map(([key, inner]) => ({ [key]: [secret, inner], kept: inner }))),
  })).node
  fc.assert(fc.property(withSecrets, (value) => void expect(JSON.stringify(redact(value) ?? null)).not.toContain(secret)))
})
