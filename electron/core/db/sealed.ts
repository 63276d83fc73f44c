/**
 * A file that only a passphrase opens (decision 019). Sealing needs a public key alone, so that the desk makes backups by
 * itself and keeps nothing that opens them:
 *
 *   passphrase ─scrypt─→ X25519 private key; its public key is the lock.
 *   A file: magic, length and JSON of the header, SHA-256 of these, HMAC of these, then chunks.
 *   A key of its own for each file: X25519 of a fresh key pair with the lock, through HKDF-SHA256, bound to the header.
 *   Chunks of 256 KiB by AES-256-GCM; the nonce is the chunk's number and whether it is the last, so that a flipped bit,
 *   a chunk out of its place and an end that is missing are each found.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, scrypt, timingSafeEqual, type KeyObject, type ScryptOptions } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import * as v from 'valibot'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
const magic = Buffer.from('SentinelBackup1\n')
const chunkBytes = 256 * 1024
const tagBytes = 16
const maxHeaderBytes = 64 * 1024
/** N=2^17, r=8, p=1: 128 MB and some 400 ms for each guess. A header that asks for more than 1 GB is nobody's. */
const cost = { log2N: 17, r: 8, p: 1 }
/** PKCS#8 of an X25519 key, before its 32 bytes. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex')

const Text = v.pipe(v.string(), v.regex(/^[\w-]{16,200}$/))
const Cost = v.object({ log2N: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(20)), r: v.literal(8), p: v.literal(1), salt: Text })
export const SealLock = v.object({ scrypt: Cost, /** SPKI, base64url. */ publicKey: Text })
/** What seals, and opens nothing. */
export type SealLock = v.InferOutput<typeof SealLock>

export type UnsealProblem = 'not_a_backup' | 'damaged' | 'wrong_passphrase'

/** The file cannot be opened. Nothing of it may be used, not what came before the fault either. */
export class Unsealable extends Error {
  readonly problem: UnsealProblem

  constructor(problem: UnsealProblem) {
    super(`the sealed file was not opened: ${problem}`)
    this.name = 'Unsealable'
    this.problem = problem
  }
}

/** One passphrase, however a keyboard composes its letters. */
const normal = (passphrase: string): string => passphrase.trim().normalize('NFKC')

async function privateKeyOf(passphrase: string, { log2N, r, p, salt }: SealLock['scrypt']): Promise<KeyObject> {
  const seed = await derive(normal(passphrase), Buffer.from(salt, 'base64url'), 32, { N: 2 ** log2N, r, p, maxmem: 2 ** log2N * r * 128 * 2 })
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
}

const wire = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64url')
const fromWire = (text: string): KeyObject => createPublicKey({ key: Buffer.from(text, 'base64url'), type: 'spki', format: 'der' })

/** A new lock of this passphrase. Takes half a second, off the main thread. */
export async function makeLock(passphrase: string): Promise<SealLock> {
  const scryptCost = { ...cost, r: 8 as const, p: 1 as const, salt: randomBytes(32).toString('base64url') }
  return { scrypt: scryptCost, publicKey: wire(createPublicKey(await privateKeyOf(passphrase, scryptCost))) }
}

/** Whether the passphrase opens what this lock seals. */
export const opensLock = async (passphrase: string, lock: SealLock): Promise<boolean> => wire(createPublicKey(await privateKeyOf(passphrase, lock.scrypt))) === lock.publicKey

/** Of one file: seals and opens its chunks. */
export interface FileKey {
  readonly content: Buffer
}

interface Keys extends FileKey {
  readonly mac: Buffer
}

const keysOf = (shared: Buffer, publicKey: string, digest: Buffer): Keys => {
  const key = (use: string): Buffer => Buffer.from(hkdfSync('sha256', shared, digest, Buffer.from(`sentinel backup 1 ${use} ${publicKey}`), 32))
  return { content: key('content'), mac: key('header') }
}

const Header = v.object({ scrypt: Cost, ephemeral: Text, about: v.unknown() })

export interface SealedHeader {
  /** What the file tells of itself to whoever has it: no names. */
  readonly about: unknown
  /** Where its chunks begin. */
  readonly bytes: number
  /** Rejects with Unsealable. */
  readonly unlock: (passphrase: string) => Promise<FileKey>
}

/** The beginning of a new file, and the key of its chunks. `about` is readable without the passphrase. */
export function beginSealed(lock: SealLock, about: unknown): { readonly header: Buffer; readonly key: FileKey } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const json = Buffer.from(JSON.stringify({ scrypt: lock.scrypt, ephemeral: wire(publicKey), about }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const plain = Buffer.concat([magic, length, json])
  const digest = createHash('sha256').update(plain).digest()
  const keys = keysOf(diffieHellman({ privateKey, publicKey: fromWire(lock.publicKey) }), lock.publicKey, digest)
  return { header: Buffer.concat([plain, digest, createHmac('sha256', keys.mac).update(plain).digest()]), key: keys }
}

/** Reads the beginning of a file. Rejects with Unsealable `not_a_backup` or `damaged`. */
export async function readSealedHeader(handle: FileHandle): Promise<SealedHeader> {
  const at = async (position: number, bytes: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, position)
    return buffer.subarray(0, bytesRead)
  }
  const start = await at(0, magic.length + 4)
  if (!start.subarray(0, magic.length).equals(magic)) throw new Unsealable('not_a_backup')
  const size = start.length < magic.length + 4 ? 0 : start.readUInt32BE(magic.length)
  if (size === 0 || size > maxHeaderBytes) throw new Unsealable('damaged')
  const json = await at(start.length, size)
  const sums = await at(start.length + size, 64)
  const plain = Buffer.concat([start, json])
  const digest = createHash('sha256').update(plain).digest()
  if (sums.length < 64 || !digest.equals(sums.subarray(0, 32))) throw new Unsealable('damaged')
  const { scrypt: scryptCost, ephemeral, about } = parseHeader(json)
  return {
    about,
    bytes: plain.length + 64,
    async unlock(passphrase) {
      const privateKey = await privateKeyOf(passphrase, scryptCost)
      const keys = keysOf(diffieHellman({ privateKey, publicKey: fromWire(ephemeral) }), wire(createPublicKey(privateKey)), digest)
      const mac = createHmac('sha256', keys.mac).update(plain).digest()
      if (!timingSafeEqual(mac, sums.subarray(32))) throw new Unsealable('wrong_passphrase')
      return keys
    },
  }
}

function parseHeader(json: Buffer) {
  try {
    const header = v.parse(Header, JSON.parse(json.toString()))
    fromWire(header.ephemeral)
    return header
  } catch {
    throw new Unsealable('damaged')
  }
}

const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 4, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Pieces of `size` bytes, and whether it is the last: that one has from 0 to `size`. */
async function* piecesOf(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let held: Buffer[] = []
  let bytes = 0
  for await (const part of source) {
    held.push(part)
    bytes += part.length
    // More than a piece: what is cut off here is not the last.
    if (bytes <= size) continue
    const all = Buffer.concat(held, bytes)
    let from = 0
    for (; bytes - from > size; from += size) yield { piece: all.subarray(from, from + size), isLast: false }
    held = [all.subarray(from)]
    bytes -= from
  }
  yield { piece: Buffer.concat(held, bytes), isLast: true }
}

/** Seals a stream, chunk by chunk. */
export async function* seal(key: FileKey, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let index = 0
  for await (const { piece, isLast } of piecesOf(source, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key.content, nonceOf(index, isLast), { authTagLength: tagBytes })
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

/** Opens what `seal` made. Rejects with Unsealable `damaged` at the first chunk that is not as it was, or not where it was. */
export async function* unseal(key: FileKey, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let index = 0
  for await (const { piece, isLast } of piecesOf(source, chunkBytes + tagBytes)) {
    if (piece.length < tagBytes) throw new Unsealable('damaged')
    const decipher = createDecipheriv('aes-256-gcm', key.content, nonceOf(index, isLast), { authTagLength: tagBytes })
    decipher.setAuthTag(piece.subarray(-tagBytes))
    const plain = decipher.update(piece.subarray(0, -tagBytes))
    try {
      decipher.final()
    } catch {
      throw new Unsealable('damaged')
    }
    yield plain
    index += 1
  }
}
