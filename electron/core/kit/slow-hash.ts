/** PINs, exit codes and set-up codes are kept only as these (trust.md 4.3). */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
/** N=2^15, r=8, p=3: some 290 ms here, off the main thread (trust.md, figures to beat). */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 }

/** `scrypt$15$8$3$salt$hash`: carries its own cost, so that it can grow later. */
export async function slowHash(secret: string): Promise<string> {
  const salt = randomBytes(32)
  const hash = await derive(secret, salt, 32, cost)
  return ['scrypt', '15', '8', '3', salt.toString('base64url'), hash.toString('base64url')].join('$')
}

const ourForm = /^scrypt\$\d{1,2}\$\d{1,2}\$\d{1,2}\$[\w-]{16,}\$[\w-]{43}$/

/** No secret's: compared with where there is none, so that the answer takes as long (issue 3: timing tells nothing). */
const nobodys = ['scrypt', '15', '8', '3', Buffer.alloc(32).toString('base64url'), Buffer.alloc(32).toString('base64url')].join('$')

/** False for another secret, for a hash that is none, and for null, each after the same work. Compares in constant time. */
export async function matchesHash(secret: string, stored: string | null): Promise<boolean> {
  const isOurs = stored !== null && ourForm.test(stored)
  const [, log2N, r, p, salt = '', hash = ''] = (isOurs ? stored : nobodys).split('$')
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(secret, Buffer.from(salt, 'base64url'), expected.length, { N: 2 ** Number(log2N), r: Number(r), p: Number(p), maxmem: cost.maxmem })
  return timingSafeEqual(given, expected) && isOurs
}
