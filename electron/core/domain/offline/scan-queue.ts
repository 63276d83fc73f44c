/** Scans that a station keeps while the server is away (domain.md 4.4): on the disk before anybody is answered, in the station's own folder. */
import { closeSync, existsSync, fdatasyncSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../../db/sync-files.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { refuse } from '../../kit/refusal.ts'
import { readLines, toLine, type KeptScan } from './queue-lines.ts'

/** Below the station's own folder. */
export const offlineFolder = 'offline'

export const queueLimits = { scans: 100_000, days: 7 } as const
const dayMs = 86_400_000
/** A file is taken away once all of it is entered: small enough that little is entered twice after a crash. */
const scansPerFile = 1_000

interface QueueFile {
  readonly path: string
  readonly first: number
  /** Of those that it holds, the ones not yet entered. */
  readonly waiting: Map<string, KeptScan>
  readonly lost: readonly number[]
  lines: number
  bytes: number
}

/** A scan that was answered and cannot be read any more. */
export interface LostScan {
  readonly n: number
  /** Name of the file that held it; it stays beside the queue for who wants to look. */
  readonly file: string
  /** When those next to it in the queue were made, by the station's clock. */
  readonly after: string | null
  readonly before: string | null
}

export interface ScanQueue {
  /**
   * Writes one down; when it returns, it is on the disk. Refuses `offline_queue_full` and `offline_too_long`; throws the
   * system's error where it cannot be written, and it is not in the queue then.
   */
  append(scan: Omit<KeptScan, 'n'>, now: Date): KeptScan
  /** Those not yet entered, in the order in which they were kept. */
  waiting(): KeptScan[]
  size(): number
  oldest(): KeptScan | undefined
  /** Undefined = it is not in the queue. */
  find(id: string): KeptScan | undefined
  /** They are entered: they leave the queue, and their files once all of each is. */
  remove(ids: readonly string[]): void
  lost(): readonly LostScan[]
  /** What was lost is written down elsewhere. */
  forgetLost(): void
  close(): void
}

const fileName = (first: number): string => `scans-${String(first).padStart(12, '0')}.log`
const isFile = /^scans-(\d{12})\.log$/

/** Opens the queue in `folder`, which is made if need be. What a crash left half written is cut off; what is damaged is told by `lost()`. */
export function openScanQueue({ folder, log, perFile = scansPerFile, limits = queueLimits }: { folder: string; log: Log; perFile?: number; limits?: { scans: number; days: number } }): ScanQueue {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = readdirSync(folder)
    .flatMap((name) => {
      const first = isFile.exec(name)?.[1]
      return first === undefined ? [] : [openFile(join(folder, name), Number(first), log)]
    })
    .toSorted((a, b) => a.first - b.first)
  let next = Math.max(1, ...files.map(({ first, lines }) => first + lines))
  let lost = files.flatMap((file) => lostOf(file))
  let active: { file: QueueFile; handle: number } | undefined

  function toAppendTo(): { file: QueueFile; handle: number } {
    if (active !== undefined && active.file.lines < perFile) return active
    closeActive()
    const last = files.at(-1)
    if (last !== undefined && last.lines < perFile && last.lost.length === 0) return (active = { file: last, handle: openSync(last.path, 'r+') })
    const file: QueueFile = { path: join(folder, fileName(next)), first: next, waiting: new Map(), lost: [], lines: 0, bytes: 0 }
    const handle = openSync(file.path, 'wx', 0o600)
    syncFolder(folder)
    files.push(file)
    return (active = { file, handle })
  }
  function closeActive(): void {
    if (active !== undefined) closeSync(active.handle)
    active = undefined
  }

  /** What could not be written whole must not stand before what comes next. After a failed flush nothing of this handle is trusted. */
  function takeBack({ file, handle }: { file: QueueFile; handle: number }): void {
    try {
      ftruncateSync(handle, file.bytes)
    } catch (error) {
      log.error('offline.not_taken_back', errorFields(error))
    }
    closeActive()
  }

  function discard(file: QueueFile): void {
    if (active?.file === file) closeActive()
    // Damaged lines may hold what a person can still make out.
    if (file.lost.length > 0) renameSync(file.path, freeName(`${file.path}.damaged`))
    else rmSync(file.path, { force: true })
    files.splice(files.indexOf(file), 1)
  }

  const oldest = (): KeptScan | undefined => {
    for (const { waiting } of files) for (const scan of waiting.values()) return scan
    return undefined
  }
  const size = (): number => files.reduce((sum, { waiting }) => sum + waiting.size, 0)

  return {
    append(asked, now) {
      if (size() >= limits.scans) throw refuse('offline_queue_full', { count: limits.scans })
      const first = oldest()
      if (first !== undefined && now.getTime() - new Date(first.at).getTime() > limits.days * dayMs) throw refuse('offline_too_long', { days: limits.days })
      const target = toAppendTo()
      const scan = { ...asked, n: next }
      const line = Buffer.from(toLine(scan))
      try {
        for (let done = 0; done < line.length; ) done += writeSync(target.handle, line, done, line.length - done, target.file.bytes + done)
        fdatasyncSync(target.handle)
      } catch (error) {
        takeBack(target)
        throw error
      }
      target.file.bytes += line.length
      target.file.lines += 1
      target.file.waiting.set(scan.id, scan)
      next += 1
      return scan
    },
    waiting: () => files.flatMap(({ waiting }) => [...waiting.values()]),
    size,
    oldest,
    find(id) {
      for (const { waiting } of files) {
        const scan = waiting.get(id)
        if (scan !== undefined) return scan
      }
      return undefined
    },
    remove(ids) {
      for (const id of ids) for (const file of files) if (file.waiting.delete(id)) break
      const gone = files.filter(({ waiting }) => waiting.size === 0)
      for (const file of gone) discard(file)
      if (gone.length > 0) syncFolder(folder)
    },
    lost: () => lost,
    forgetLost() {
      lost = []
      // A file of which nothing but damage is left would tell of it again at every start.
      for (const file of files.filter(({ waiting, lost: damaged }) => waiting.size === 0 && damaged.length > 0)) discard(file)
    },
    close: closeActive,
  }
}

function openFile(path: string, first: number, log: Log): QueueFile {
  const bytes = readFileSync(path)
  const { scans, lost, wholeBytes } = readLines(bytes, first)
  if (wholeBytes < bytes.length) {
    log.warn('offline.torn_end', { bytes: bytes.length - wholeBytes })
    truncateSync(path, wholeBytes)
  }
  if (lost.length > 0) log.error('offline.damaged', { lost: lost.length })
  return { path, first, waiting: new Map(scans.map((scan) => [scan.id, scan])), lost, lines: scans.length + lost.length, bytes: wholeBytes }
}

function lostOf({ path, lost, waiting }: QueueFile): LostScan[] {
  const scans = [...waiting.values()]
  return lost.map((n) => ({ n, file: path, after: scans.findLast((scan) => scan.n < n)?.at ?? null, before: scans.find((scan) => scan.n > n)?.at ?? null }))
}

function freeName(path: string): string {
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? path : `${path}-${copy}`
    if (!existsSync(name)) return name
  }
}
