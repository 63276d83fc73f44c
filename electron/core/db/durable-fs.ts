/** PGlite's file layer, made to keep what it acknowledged through a power cut (design.md F2). */
import { constants, fdatasyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

interface Stream {
  /** The native file descriptor: files and folders have one, a terminal has none. */
  readonly nfd?: number
  readonly node: { readonly mode: number }
}
interface EmscriptenModule {
  readonly NODEFS: { readonly stream_ops: Record<string, unknown> & { fsync?: (stream: Stream) => number } }
}
type Init = Awaited<ReturnType<NodeFS['init']>>

/** WASI's number for EIO: what PostgreSQL is told of a failed flush, whatever the machine called it. */
const inputOutputError = 29
const isFolder = (mode: number): boolean => (mode & constants.S_IFMT) === constants.S_IFDIR

/** Answers an error's number: an exception thrown through WebAssembly would leave PostgreSQL half-way in its critical section. */
function flush({ nfd, node }: Stream): number {
  // PostgreSQL flushes folders too, so that renamed WAL files keep their names; Windows keeps folders by itself and refuses.
  if (nfd === undefined || (process.platform === 'win32' && isFolder(node.mode))) return 0
  try {
    fdatasyncSync(nfd)
    return 0
  } catch {
    return inputOutputError
  }
}

/**
 * Emscripten's NODEFS has no `fsync`, so PostgreSQL's flushes end in nothing. This adds it, after NODEFS is mounted and
 * before PostgreSQL starts. A hook that sits wrong is silent while `show fsync` says on: durable-fs.fault.test.ts
 * counts the system calls instead of believing the setting.
 */
class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): Promise<Init> {
    const { emscriptenOpts } = await super.init(...args)
    const addFsync = (module: unknown): void => {
      ;(module as EmscriptenModule).NODEFS.stream_ops.fsync = flush
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } }
  }
}

/** Without `-F`, which switches fsync off; `fsync` because Emscripten's `fdatasync` system call does nothing. */
const durableParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=fsync']

/** Opens, or creates, a cluster whose every commit is on the disk when it is acknowledged. */
export const openDurableEngine = (folder: string): Promise<PGlite> => PGlite.create({ fs: new DurableNodeFS(folder), startParams: durableParams })
