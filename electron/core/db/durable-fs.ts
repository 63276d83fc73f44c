/** PGlite's file layer, made to keep what it acknowledged through a power cut (design.md F2). */
import { constants, fdatasyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { kindOfError } from './errors.ts'

interface Stream {
  /** The native file descriptor: files and folders have one, a terminal has none. */
  readonly nfd?: number
  readonly node: { readonly mode: number }
}
export interface EmscriptenModule {
  onAbort: () => void
  readonly NODEFS: {
    readonly stream_ops: Record<string, unknown> & { fsync?: (stream: Stream) => number }
    readonly node_ops: Record<string, unknown>
    realPath(node: unknown): string
    /** What PostgreSQL is told of a system's error: every call but `fsync` comes through here. */
    convertNodeCode(error: unknown): number
  }
}
type Init = Awaited<ReturnType<NodeFS['init']>>

/** WASI's number for EIO: what PostgreSQL is told of a failed flush, whatever the machine called it. */
const inputOutputError = 29
const isFolder = (mode: number): boolean => (mode & constants.S_IFMT) === constants.S_IFDIR

/** Answers an error's number: an exception thrown through WebAssembly would leave PostgreSQL half-way in its critical section. */
function flush({ nfd, node }: Stream, onFailed: (error: unknown) => void): number {
  // PostgreSQL flushes folders too, so that renamed WAL files keep their names; Windows keeps folders by itself and refuses.
  if (nfd === undefined || (process.platform === 'win32' && isFolder(node.mode))) return 0
  try {
    fdatasyncSync(nfd)
    return 0
  } catch (error) {
    onFailed(error)
    return inputOutputError
  }
}

/** It was not opened, and the disk had failed at something meanwhile: `code` is ENOSPC or EDQUOT where it was full, else EIO. */
export class DiskFailed extends Error {
  readonly code: string
  constructor(failure: unknown, opening: unknown) {
    super(`${opening instanceof Error ? opening.message : 'not opened'}; the disk failed before: ${failure instanceof Error ? failure.message : '?'}`)
    this.name = 'DiskFailed'
    this.code = kindOfError(failure) === 'disk_full' ? (failure as NodeJS.ErrnoException).code ?? 'ENOSPC' : 'EIO'
  }
}

/** PostgreSQL gave up (a PANIC): what it had in memory may not be believed or written any more; only a new process helps. */
export class EngineAborted extends Error {
  constructor() {
    super('PostgreSQL gave up; the process must be started anew')
    this.name = 'EngineAborted'
  }
}

/**
 * PGlite 0.5.16 swallows the abort and calls PostgreSQL again for the same message, for ever: the whole process stands
 * still, no timer runs. Seen after a failed flush. What its loop calls is made to throw, even out of its `catch`.
 */
function seal(module: EmscriptenModule): void {
  const giveUp = (): never => {
    throw new EngineAborted()
  }
  Object.assign(module, Object.fromEntries(['stackRestore', '_PostgresMainLoopOnce', '_pgl_run_atexit_funcs'].map((name) => [name, giveUp])))
}

/**
 * Emscripten's NODEFS has no `fsync`, so PostgreSQL's flushes end in nothing. This adds it, after NODEFS is mounted and
 * before PostgreSQL starts. A hook that sits wrong is silent while `show fsync` says on: durable-fs.fault.test.ts
 * counts the system calls instead of believing the setting.
 */
class DurableNodeFS extends NodeFS {
  /** The first thing that the disk could not do; PGlite says only that it failed. */
  failure: unknown
  private readonly observe: (module: EmscriptenModule) => void
  constructor(folder: string, observe: (module: EmscriptenModule) => void) {
    super(folder)
    this.observe = observe
  }
  override async init(...args: Parameters<NodeFS['init']>): Promise<Init> {
    const { emscriptenOpts } = await super.init(...args)
    const prepare = (raw: unknown): void => {
      const module = raw as EmscriptenModule
      const note = (error: unknown): void => {
        this.failure ??= error
      }
      const convert = module.NODEFS.convertNodeCode
      module.NODEFS.convertNodeCode = (error) => {
        // A file that is not there is looked for all the time.
        if (['io', 'disk_full'].includes(kindOfError(error))) note(error)
        return convert(error)
      }
      module.NODEFS.stream_ops.fsync = (stream) => flush(stream, note)
      module.onAbort = () => seal(module)
      this.observe(module)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), prepare] } }
  }
}

/**
 * Without `-F`, which switches fsync off; `fsync` because Emscripten's `fdatasync` system call does nothing. Nobody
 * replicates from a desk: with origins kept, each checkpoint writes a new file for them, and PostgreSQL gives up where there is no room for it.
 */
const durableParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'max_active_replication_origins=0']

/**
 * Opens, or creates, a cluster whose every commit is on the disk when it is acknowledged. Rejects with DiskFailed where the
 * disk is at fault, else with what PGlite says.
 * @param observe of tests: puts itself between PostgreSQL and its files, once they are made to keep
 */
export async function openDurableEngine(folder: string, observe: (module: EmscriptenModule) => void = () => {}): Promise<PGlite> {
  const fs = new DurableNodeFS(folder, observe)
  try {
    return await PGlite.create({ fs, startParams: durableParams })
  } catch (error) {
    throw fs.failure === undefined ? error : new DiskFailed(fs.failure, error)
  }
}
