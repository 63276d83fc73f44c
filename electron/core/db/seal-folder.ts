/** A backup's folder as one sealed file elsewhere, and back. */
import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { packFolder, unpackFolder } from './pack.ts'
import { beginSealed, readSealedHeader, seal, unseal, Unsealable, type FileKey, type SealLock } from './sealed.ts'
import { syncFolder } from './sync-files.ts'

export const partial = '.part'
/** Quick rather than small: an empty database is mostly zeros. */
const gzipLevel = 3
/** Of files: as big as a disk reads at once. */
const readBytes = 256 * 1024

/** The bytes of a stream as they pass. */
async function* hashed(source: AsyncIterable<Buffer>, hash: { update(part: Buffer): unknown }): AsyncGenerator<Buffer> {
  for await (const part of source) {
    hash.update(part)
    yield part
  }
}

/** What a file holds, as it was packed. */
async function* contentOf(path: string, key: FileKey, from: number): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    const sealed = handle.createReadStream({ start: from, autoClose: false, highWaterMark: readBytes }) as AsyncIterable<Buffer>
    const plain = Readable.from(unseal(key, sealed))
    const gunzip = createGunzip()
    // A pipe does not carry errors on.
    plain.once('error', (error) => gunzip.destroy(error))
    yield* plain.pipe(gunzip) as AsyncIterable<Buffer>
  } finally {
    await handle.close()
  }
}

/**
 * Packs, seals, flushes, opens what was written again and compares it; only then the file has its name. Rejects with the
 * file system's error (ENOSPC, EROFS, EACCES, ENOENT) or with Unsealable, and leaves nothing then that has the name.
 * @returns bytes of the file
 */
export async function sealFolder(folder: string, target: string, lock: SealLock, about: unknown): Promise<number> {
  const part = `${target}${partial}`
  const { header, key } = beginSealed(lock, about)
  try {
    const handle = await open(part, 'w', 0o600)
    const written = createHash('sha256')
    try {
      await handle.writeFile(header)
      const packed = Readable.from(hashed(packFolder(folder), written))
      const gzip = createGzip({ level: gzipLevel })
      packed.once('error', (error) => gzip.destroy(error))
      for await (const chunk of seal(key, packed.pipe(gzip) as AsyncIterable<Buffer>)) await handle.writeFile(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const read = createHash('sha256')
    for await (const content of contentOf(part, key, header.length)) read.update(content)
    if (!read.digest().equals(written.digest())) throw new Unsealable('damaged')
    await rename(part, target)
    try {
      syncFolder(dirname(target))
    } catch {
      // Some disks of the network cannot flush a folder: the file itself is there.
    }
    const done = await open(target, 'r')
    try {
      return (await done.stat()).size
    } finally {
      await done.close()
    }
  } catch (error) {
    // What cannot be taken away either is on a disk that is gone.
    await rm(part, { force: true }).catch(() => {})
    throw error
  }
}

/** Opens a sealed file into `target`, which must not exist. Rejects with Unsealable, NotAFolder or the file system's error; what it wrote is then for the caller to remove. */
export async function unsealFolder(path: string, passphrase: string, target: string): Promise<void> {
  const handle = await open(path, 'r')
  let header
  try {
    header = await readSealedHeader(handle)
  } finally {
    await handle.close()
  }
  const key = await header.unlock(passphrase)
  await unpackFolder(contentOf(path, key, header.bytes), target)
}
