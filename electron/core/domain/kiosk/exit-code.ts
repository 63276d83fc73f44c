import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
/** N=2^15, r=8, p=3: some 290 ms here, off the main thread (trust.md, figures to beat). */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 }

/** `scrypt$15$8$3$salt$hash`: carries its own cost, so that it can grow later. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(32)
  const hash = await derive(code, salt, 32, cost)
  return ['scrypt', '15', '8', '3', salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** False for another code, and for a hash that is none. Compares in constant time. */
export async function matchesCode(code: string, stored: string): Promise<boolean> {
  const [scheme, log2N, r, p, salt = '', hash = ''] = stored.split('$')
  if (scheme !== 'scrypt' || salt === '' || hash === '') return false
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(code, Buffer.from(salt, 'base64url'), expected.length, { N: 2 ** Number(log2N), r: Number(r), p: Number(p), maxmem: cost.maxmem })
  return timingSafeEqual(given, expected)
}
