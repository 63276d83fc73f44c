import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NotAFolder, packFolder, unpackFolder } from './pack.ts'
import { sealFolder, unsealFolder } from './seal-folder.ts'
import { beginSealed, makeLock, opensLock, seal, unseal, Unsealable, type SealLock } from './sealed.ts'

const passphrase = 'seven ships sailed at dawn'
let lock: SealLock
beforeAll(async () => {
  lock = await makeLock(passphrase)
})
let root: string
let folder: string
let file: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sentinel-seal-'))
  folder = join(root, 'backup')
  file = join(root, 'stick.sealed')
  mkdirSync(join(folder, 'base/5'), { recursive: true })
  mkdirSync(join(folder, 'pg_notify'))
  writeFileSync(join(folder, 'PG_VERSION'), '18\n')
  writeFileSync(join(folder, 'empty'), '')
  // Cannot be pressed smaller, and spans chunks.
  writeFileSync(join(folder, 'base/5/1'), randomBytes(700_000))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const restored = (): string => join(root, 'restored')
const open = (with_ = passphrase): Promise<void> => unsealFolder(file, with_, restored())

describe('a sealed folder', () => {
  test('comes back as it was, empty folders and files too, with the passphrase alone', async () => {
    const bytes = await sealFolder(folder, file, lock, { kind: 'daily' })
    expect(readFileSync(file)).toHaveLength(bytes)
    await open()
    expect(readdirSync(restored(), { recursive: true }).toSorted()).toEqual(readdirSync(folder, { recursive: true }).toSorted())
    for (const name of ['PG_VERSION', 'empty', 'base/5/1']) expect(readFileSync(join(restored(), name)).equals(readFileSync(join(folder, name)))).toBe(true)
    expect(readdirSync(root).toSorted()).toEqual(['backup', 'restored', 'stick.sealed'])
  })

  test('does not open with another passphrase, and says so', async () => {
    await sealFolder(folder, file, lock, {})
    await expect(open('seven ships sailed at dusk')).rejects.toThrow(new Unsealable('wrong_passphrase'))
    // Typed with spaces around it, or with letters composed in another way, it is the same.
    await open(`  ${passphrase} `)
  })

  test('is refused wherever a bit of it is flipped', async () => {
    await sealFolder(folder, file, lock, { kind: 'daily' })
    const whole = readFileSync(file)
    const places = [0, 17, 40, 300, 420, 480, whole.length >> 1, whole.length - 1]
    for (const place of places) {
      const flipped = Buffer.from(whole)
      flipped[place] = (flipped[place] ?? 0) ^ 1
      writeFileSync(file, flipped)
      await expect(open(), `bit of byte ${place}`).rejects.toThrow(Unsealable)
      rmSync(restored(), { recursive: true, force: true })
    }
  })

  test('is refused when its end is missing, at any length and at a chunk’s border too', async () => {
    await sealFolder(folder, file, lock, {})
    const whole = readFileSync(file)
    const { header } = beginSealed(lock, {})
    const chunk = 256 * 1024 + 16
    for (const length of [0, 10, 19, 200, header.length, header.length + 5, header.length + chunk, header.length + 2 * chunk, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length))
      await expect(open(), `${length} bytes`).rejects.toThrow(Unsealable)
      rmSync(restored(), { recursive: true, force: true })
    }
  })

  test('shows nothing of what is in it', async () => {
    writeFileSync(join(folder, 'names'), 'Able Seaman Example '.repeat(500))
    await sealFolder(folder, file, lock, { kind: 'daily' })
    expect(readFileSync(file).includes('Example')).toBe(false)
    expect(readFileSync(file).includes('daily')).toBe(true)
  })
})

describe('chunks', () => {
  const streamOf = async function* (parts: readonly Buffer[]): AsyncGenerator<Buffer> {
    yield* parts
  }
  const collect = async (source: AsyncIterable<Buffer>): Promise<Buffer[]> => {
    const parts: Buffer[] = []
    for await (const part of source) parts.push(Buffer.from(part))
    return parts
  }

  test('of any stream, cut in any way, come back', async () => {
    const { key } = beginSealed(lock, {})
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: 8 }), fc.integer({ min: 1, max: 400_000 }), async (parts, cut) => {
        const plain = Buffer.concat(parts)
        const sealed = Buffer.concat(await collect(seal(key, streamOf(parts.map((part) => Buffer.from(part))))))
        const pieces = Array.from({ length: Math.ceil(sealed.length / cut) }, (_, index) => sealed.subarray(index * cut, (index + 1) * cut))
        expect(Buffer.concat(await collect(unseal(key, streamOf(pieces)))).equals(plain)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('in another order, twice, or with one left out are refused', async () => {
    const { key } = beginSealed(lock, {})
    const chunks = await collect(seal(key, streamOf([Buffer.alloc(1_000_000, 7)])))
    expect(chunks).toHaveLength(4)
    const [a, b, c, d] = chunks as [Buffer, Buffer, Buffer, Buffer]
    for (const wrong of [[b, a, c, d], [a, a, b, c, d], [a, c, d], [a, b, c], [d, a, b, c], [a, b, c, d, d]]) await expect(collect(unseal(key, streamOf(wrong)))).rejects.toThrow(new Unsealable('damaged'))
  })

  test('of one file do not fit another of the same lock', async () => {
    const sealed = await collect(seal(beginSealed(lock, {}).key, streamOf([Buffer.from('one')])))
    await expect(collect(unseal(beginSealed(lock, {}).key, streamOf(sealed)))).rejects.toThrow(new Unsealable('damaged'))
  })
})

test('a lock knows its passphrase, and two of the same passphrase are not alike', async () => {
  expect(await opensLock(passphrase, lock)).toBe(true)
  expect(await opensLock('another one altogether', lock)).toBe(false)
  expect((await makeLock(passphrase)).publicKey).not.toBe(lock.publicKey)
})

test('what would be written beside its folder is refused', async () => {
  const entry = async function* (path: string): AsyncGenerator<Buffer> {
    const json = Buffer.from(JSON.stringify({ path, size: 1 }))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(json.length)
    yield Buffer.concat([length, json, Buffer.from('x'), Buffer.alloc(4)])
  }
  for (const path of ['../x', '/x', 'a/../../x', 'a\\x', 'C:x', '.', '', 'a//b']) {
    await expect(unpackFolder(entry(path), restored()), path).rejects.toThrow(NotAFolder)
    rmSync(restored(), { recursive: true, force: true })
  }
  await unpackFolder(packFolder(folder), restored())
  await expect(unpackFolder(packFolder(folder), restored())).rejects.toThrow(/EEXIST/)
})
