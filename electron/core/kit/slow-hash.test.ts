import * as crypto from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { matchesHash, slowHash } from './slow-hash.ts'

vi.mock('node:crypto', async (original) => {
  const actual = await original<typeof crypto>()
  return { ...actual, scrypt: vi.fn<typeof crypto.scrypt>(actual.scrypt) }
})
const scrypt = vi.mocked(crypto.scrypt)
/** What each derivation cost: its parameters and the length of what it made. */
const work = (): unknown[] => scrypt.mock.calls.map(([, , length, options]) => [length, options])
const once = [[32, { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 }]]
beforeEach(() => void scrypt.mockClear())

describe('a slow hash (trust.md 4.3: salted, memory-hard, 32 bytes of salt)', () => {
  test('carries its cost and its own salt, and never the secret', async () => {
    const [first, second] = [await slowHash('472905'), await slowHash('472905')]
    expect(first).toMatch(/^scrypt\$15\$8\$3\$[\w-]{43}\$[\w-]{43}$/)
    expect(first).not.toBe(second)
    expect(`${first}${second}`).not.toContain('472905')
  })

  test('matches its own secret only', async () => {
    const stored = await slowHash('472905')
    expect(await matchesHash('472905', stored)).toBe(true)
    expect(await matchesHash('472906', stored)).toBe(false)
    expect(await matchesHash('', stored)).toBe(false)
  })

  test.each([
    ['a hash that another secret made', 'scrypt$15$8$3$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA$BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA'],
    ['no hash at all', null],
    ['an empty one', ''],
    ['one of another kind', '$2b$12$abcdefghijklmnopqrstuv'],
    ['one that was cut off', 'scrypt$15$8$3$AAAA'],
  ])('%s is answered no, after the same work', async (_what, stored) => {
    expect(await matchesHash('472905', stored)).toBe(false)
    expect(work()).toEqual(once)
  })

  test('nothing is a secret of the hash that stands for none', async () => {
    for (const secret of ['', '0', '000000', '\0'.repeat(32)]) expect(await matchesHash(secret, null)).toBe(false)
  })
})
