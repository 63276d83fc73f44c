/** A folder as one stream, and back: for each entry the length of its JSON (4 bytes, big-endian), the JSON, and its bytes; at the end a length of 0. */
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import * as v from 'valibot'

/** A stream that is not a packed folder, or would write outside of the one it is unpacked into. */
export class NotAFolder extends Error {
  constructor(what: string) {
    super(`the packed folder cannot be used: ${what}`)
    this.name = 'NotAFolder'
  }
}

const Entry = v.object({ path: v.string(), /** Absent = a folder. */ size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) })
type Entry = v.InferOutput<typeof Entry>
const maxNameBytes = 8192

const framed = (entry: Entry): Buffer => {
  const json = Buffer.from(JSON.stringify(entry))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([length, json])
}

/** Streams a folder in which nothing changes meanwhile; in the order of names, so that the same folder is the same stream. */
export async function* packFolder(folder: string): AsyncGenerator<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const named = entries.map((entry) => ({ entry, path: relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/') })).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  for (const { entry, path } of named) {
    if (entry.isDirectory()) yield framed({ path })
    if (!entry.isFile()) continue
    const { size } = await stat(join(folder, path))
    yield framed({ path, size })
    let sent = 0
    if (size > 0) {
      for await (const part of createReadStream(join(folder, path), { end: size - 1 })) {
        sent += (part as Buffer).length
        yield part as Buffer
      }
    }
    if (sent !== size) throw new NotAFolder(`${path} changed while it was read`)
  }
  yield Buffer.alloc(4)
}

/** SECURITY: what was packed elsewhere must not write beside its folder, on Windows either. */
const isSafe = (path: string): boolean => path !== '' && !path.includes('\\') && !path.includes(':') && !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** Hands out a stream in the sizes that are asked for. */
function readerOf(source: AsyncIterable<Buffer>) {
  const iterator = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const fill = async (): Promise<void> => {
    const next = await iterator.next()
    if (next.done === true) throw new NotAFolder('it ends too early')
    held = next.value
  }
  return {
    /** From 1 to `most` bytes. */
    async some(most: number): Promise<Buffer> {
      while (held.length === 0) await fill()
      const part = held.subarray(0, most)
      held = held.subarray(part.length)
      return part
    },
    async exactly(bytes: number): Promise<Buffer> {
      const parts: Buffer[] = []
      for (let missing = bytes; missing > 0; ) {
        const part = await this.some(missing)
        parts.push(part)
        missing -= part.length
      }
      return Buffer.concat(parts)
    },
    /** Reads to the end, so that whatever guards the stream has seen all of it. */
    async rest(): Promise<number> {
      let bytes = held.length
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) bytes += next.value.length
      return bytes
    },
  }
}

/** Unpacks into `target`, which must not exist yet. Not flushed. Rejects with NotAFolder, or with what the stream rejects with; what it wrote is then for the caller to remove. */
export async function unpackFolder(source: AsyncIterable<Buffer>, target: string): Promise<void> {
  const reader = readerOf(source)
  await mkdir(dirname(target), { recursive: true })
  await mkdir(target, { mode: 0o700 })
  for (;;) {
    const length = (await reader.exactly(4)).readUInt32BE()
    if (length === 0) break
    if (length > maxNameBytes) throw new NotAFolder('an entry is too long')
    const parsed = v.safeParse(Entry, parse(await reader.exactly(length)))
    if (!parsed.success || !isSafe(parsed.output.path)) throw new NotAFolder('an entry has a name that is none')
    const { path, size } = parsed.output
    if (size === undefined) {
      await mkdir(join(target, path), { mode: 0o700 })
      continue
    }
    const handle = await open(join(target, path), 'wx', 0o600)
    try {
      for (let missing = size; missing > 0; ) {
        const part = await reader.some(missing)
        await handle.writeFile(part)
        missing -= part.length
      }
    } finally {
      await handle.close()
    }
  }
  if ((await reader.rest()) > 0) throw new NotAFolder('something follows its end')
}

const parse = (json: Buffer): unknown => {
  try {
    return JSON.parse(json.toString())
  } catch {
    return undefined
  }
}
