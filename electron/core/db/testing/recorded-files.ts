/**
 * Records what PostgreSQL does to its files, and builds the states in which a power cut could leave them (trust.md 3.4, tool B):
 * what was flushed is there, and of what was not each sector is there or not. Files and names are told apart, as a disk does.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Random } from '../../../../test/rigs/whole-desk/random.ts'
import type { EmscriptenModule } from '../durable-fs.ts'

type Change =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'size'; readonly file: number; readonly size: number }
  | { readonly kind: 'flush'; readonly file: number }
  | { readonly kind: 'make'; readonly file: number; readonly path: string; readonly isFolder: boolean }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
  /** So many acts had been acknowledged. */
  | { readonly kind: 'acknowledged'; readonly acts: number }

interface FileNode {
  readonly parent: FileNode
  readonly name: string
}
type Operations = Record<string, (...args: never[]) => unknown>

export interface Recording {
  /** Give it to `openDurableEngine`. */
  readonly observe: (module: EmscriptenModule) => void
  readonly acknowledge: (acts: number) => void
  readonly flushes: () => number
  /** Places in the recording at which the power may go: right after each flush, and right before the next. */
  readonly moments: () => number[]
  /**
   * Writes a state of the disk at `moment` into `target`, and answers how many acts had been acknowledged by then.
   * `lying` = flushes did nothing, to prove that the test can fail.
   */
  readonly crashAt: (moment: number, target: string, random: Random, flushing?: 'honest' | 'lying') => number
}

/** @param folder as it is; @param base a copy of it from before the recording began */
export function recordFiles(folder: string, base: string): Recording {
  const changes: Change[] = []
  const files = new Map<string, number>()
  const originals = new Map<number, string>()
  let next = 1
  const fileAt = (path: string): number => {
    const known = files.get(path)
    if (known !== undefined) return known
    files.set(path, next)
    originals.set(next, path)
    return next++
  }

  function observe({ NODEFS }: EmscriptenModule): void {
    const pathOf = (node: unknown): string => relative(folder, NODEFS.realPath(node))
    const streams = NODEFS.stream_ops as unknown as Operations
    const nodes = NODEFS.node_ops as unknown as Operations
    /** Records once the operation has gone well. */
    const after = (operations: Operations, name: string, record: (...args: never[]) => void): void => {
      const original = operations[name]
      if (original === undefined) throw new Error(`NODEFS has no ${name}`)
      operations[name] = (...args) => {
        const result: unknown = original(...args)
        record(...args)
        return result
      }
    }
    after(streams, 'write', (stream: { node: FileNode }, buffer: Int8Array, offset: number, length: number, position: number) =>
      changes.push({ kind: 'write', file: fileAt(pathOf(stream.node)), at: position, bytes: Buffer.from(Uint8Array.from(buffer.subarray(offset, offset + length))) }),
    )
    after(streams, 'fsync', ({ node }: { node: FileNode }) => changes.push({ kind: 'flush', file: fileAt(pathOf(node)) }))
    after(nodes, 'setattr', (node: FileNode, { size }: { size?: number }) => size !== undefined && changes.push({ kind: 'size', file: fileAt(pathOf(node)), size }))
    after(nodes, 'mknod', (parent: FileNode, name: string) => {
      const path = join(pathOf(parent), name)
      files.delete(path)
      const file = fileAt(path)
      originals.delete(file)
      changes.push({ kind: 'make', file, path, isFolder: statSync(join(folder, path)).isDirectory() })
    })
    const rename = nodes['rename'] as unknown as (node: FileNode, parent: FileNode, name: string) => void
    nodes['rename'] = ((node: FileNode, parent: FileNode, name: string) => {
      const [from, to] = [pathOf(node), join(pathOf(parent), name)]
      const file = fileAt(from)
      rename(node, parent, name)
      files.delete(from)
      files.set(to, file)
      changes.push({ kind: 'rename', from, to })
    }) as unknown as Operations[string]
    for (const name of ['unlink', 'rmdir'])
      after(nodes, name, (parent: FileNode, child: string) => {
        const path = join(pathOf(parent), child)
        fileAt(path)
        files.delete(path)
        changes.push({ kind: 'remove', path })
      })
  }

  function crashAt(moment: number, target: string, random: Random, flushing: 'honest' | 'lying' = 'honest'): number {
    const past = changes.slice(0, moment)
    const flushed = new Map<number, number>()
    let lastFlush = 0
    if (flushing === 'honest')
      for (const [index, change] of past.entries())
        if (change.kind === 'flush') {
          flushed.set(change.file, index)
          lastFlush = index
        }
    // Names are kept in their order, up to some moment after the last flush.
    const named = lastFlush + random.below(past.length - lastFlush + 1)
    // A disk that had time for nothing, for half, or for nearly all of it.
    const kept = random.pick([0, 0.5, 0.9]) ?? 0
    const sector = random.pick([512, 4096]) ?? 512

    rmSync(target, { recursive: true, force: true })
    cpSync(base, target, { recursive: true })
    const contents = new Map<number, Content>()
    const names = new Map<string, number>()
    for (const [file, path] of originals) names.set(path, file)
    const contentOf = (file: number): Content => {
      const known = contents.get(file)
      if (known !== undefined) return known
      const original = originals.get(file)
      const read = growing(original === undefined ? Buffer.alloc(0) : readOr(join(base, original)))
      contents.set(file, read)
      return read
    }
    const gone: string[] = []
    for (const [index, change] of past.entries()) {
      const isSafe = 'file' in change && index < (flushed.get(change.file) ?? -1)
      if (change.kind === 'write') {
        const { at, bytes, file } = change
        for (let start = 0; start < bytes.length; ) {
          const end = Math.min(bytes.length, start + sector - ((at + start) % sector))
          if (isSafe || random.next() < kept) {
            contentOf(file).put(bytes.subarray(start, end), at + start)
          }
          start = end
        }
      } else if (change.kind === 'size') {
        if (isSafe || index <= named) contentOf(change.file).resize(change.size)
      } else if (index > named) continue
      else if (change.kind === 'make') {
        names.set(change.path, change.file)
        if (change.isFolder) mkdirSync(join(target, change.path), { recursive: true })
        else contentOf(change.file)
      } else if (change.kind === 'rename') {
        const file = names.get(change.from)
        names.delete(change.from)
        gone.push(change.from)
        if (file !== undefined) {
          contentOf(file)
          names.set(change.to, file)
        }
      } else if (change.kind === 'remove') {
        names.delete(change.path)
        gone.push(change.path)
      }
    }
    for (const path of gone) if (!names.has(path)) rmSync(join(target, path), { recursive: true, force: true })
    for (const [path, file] of names) {
      const content = contents.get(file)
      if (content === undefined || isFolder(join(target, path))) continue
      mkdirSync(dirname(join(target, path)), { recursive: true })
      writeFileSync(join(target, path), content.bytes())
    }
    return past.reduce((acts, change) => (change.kind === 'acknowledged' ? change.acts : acts), 0)
  }

  return {
    observe,
    acknowledge: (acts) => void changes.push({ kind: 'acknowledged', acts }),
    flushes: () => changes.filter(({ kind }) => kind === 'flush').length,
    moments: () => changes.flatMap(({ kind }, index) => (kind === 'flush' ? [index, index + 1] : kind === 'acknowledged' ? [index + 1] : [])),
    crashAt,
  }
}

interface Content {
  put(bytes: Buffer, at: number): void
  resize(size: number): void
  bytes(): Buffer
}

/** A file that grows by small pieces to many megabytes without being copied for each. */
function growing(original: Buffer): Content {
  let buffer = original
  let length = original.length
  const resize = (size: number): void => {
    if (size > buffer.length) buffer = Buffer.concat([buffer], Math.max(size, buffer.length * 2))
    if (size < length) buffer.fill(0, size, length)
    length = size
  }
  return {
    resize,
    put(bytes, at) {
      if (at + bytes.length > length) resize(at + bytes.length)
      bytes.copy(buffer, at)
    },
    bytes: () => buffer.subarray(0, length),
  }
}

function readOr(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
