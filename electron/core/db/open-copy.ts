/**
 * A copy of the cluster while people go on scanning: PostgreSQL's own base backup, as pg_basebackup makes it. Files are
 * copied as they are, torn pages and all; the write-ahead log from the beginning of the copy to its end mends them when
 * the copy is opened. It holds everything that was acknowledged before it ended.
 */
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { constants, copyFile, mkdir, open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database, Tx } from './database.ts'

const segmentBytes = 16n * 1024n * 1024n
/** Files under way at once: enough to keep a disk busy, few enough that a scan's own write is not last in the row. */
const atOnce = 4

/** What PostgreSQL makes anew when it opens, and the log, which is copied last. */
const leftOut = /^(?:pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^(?:postmaster\.(?:pid|opts)|backup_label.*|tablespace_map.*)$/
const control = 'global/pg_control'

/** The log was cleared away while it was copied: the copy could not be opened. Try again. */
export class LogCutOff extends Error {
  constructor() {
    super('the write-ahead log was cut off while it was copied')
    this.name = 'LogCutOff'
  }
}

/** Names of the log's segments from the first address to the last, both included. Pure; addresses as PostgreSQL writes them, `0/2000028`. */
export function segmentsBetween(from: string, to: string): string[] {
  const address = (text: string): bigint => {
    const [high = '0', low = '0'] = text.split('/')
    return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
  }
  const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0')
  const perFile = (1n << 32n) / segmentBytes
  const names: string[] = []
  // The end is where the next record would begin: on a border nothing of the segment after it was written.
  for (let segment = address(from) / segmentBytes; segment <= (address(to) - 1n) / segmentBytes; segment += 1n) names.push(`${hex(1n)}${hex(segment / perFile)}${hex(segment % perFile)}`)
  return names
}

/**
 * Copies the open cluster in `pgdata` to `target`, which must not exist, and flushes it. Rejects with LogCutOff, with the
 * file system's error (ENOSPC), or with the signal's reason; what it wrote is then for the caller to remove.
 * @param atEnd reads, in the same moment as the end of the copy, what the copy must hold
 */
export async function copyOpen<T>({ database, pgdata, target, signal }: { database: Database; pgdata: string; target: string; signal?: AbortSignal }, atEnd: (tx: Tx) => Promise<T>): Promise<T> {
  const [started] = await database.read(async (tx) => rowsOf<{ at: string }>(await tx.execute(sql`select pg_backup_start('sentinel', true)::text as at`)))
  try {
    await copyFiles(pgdata, target, signal)
  } catch (error) {
    await database.read((tx) => tx.execute(sql`select pg_backup_stop(false)`)).catch(() => {})
    throw error
  }
  // Nobody writes in between: the control file is whole, and what is counted is what the copy comes to.
  const ended = await database.read(async (tx) => {
    const found = await atEnd(tx)
    const [stop] = rowsOf<{ at: string; label: string }>(await tx.execute(sql`select lsn::text as at, labelfile as label from pg_backup_stop(false)`))
    copyFileSync(join(pgdata, control), join(target, control))
    return { at: stop?.at ?? '', label: stop?.label ?? '', found }
  })
  await mkdir(join(target, 'pg_wal'), { recursive: true, mode: 0o700 })
  for (const name of segmentsBetween(started?.at ?? '', ended.at)) {
    if (!existsSync(join(pgdata, 'pg_wal', name))) throw new LogCutOff()
    await copyWhole(join(pgdata, 'pg_wal', name), join(target, 'pg_wal', name))
  }
  writeFileSync(join(target, 'backup_label'), ended.label, { mode: 0o600 })
  signal?.throwIfAborted()
  return ended.found
}

const rowsOf = <R>(answer: unknown): R[] => (answer as { rows: R[] }).rows

async function copyFiles(pgdata: string, target: string, signal: AbortSignal | undefined): Promise<void> {
  const entries = await readdir(pgdata, { recursive: true, withFileTypes: true })
  const named = entries.map((entry) => ({ entry, path: relative(pgdata, join(entry.parentPath, entry.name)).replaceAll('\\', '/') }))
  await mkdir(target, { recursive: true, mode: 0o700 })
  // Empty folders too: PostgreSQL does not start without them.
  for (const { entry, path } of named) if (entry.isDirectory()) await mkdir(join(target, path), { recursive: true, mode: 0o700 })
  const files = named.flatMap(({ entry, path }) => (entry.isFile() && !leftOut.test(path) && path !== control ? [path] : []))
  const copyNext = async (): Promise<void> => {
    for (let path = files.pop(); path !== undefined; path = files.pop()) {
      signal?.throwIfAborted()
      await copyWhole(join(pgdata, path), join(target, path)).catch((error: NodeJS.ErrnoException) => {
        // A table that was dropped meanwhile: the log knows.
        if (error.code !== 'ENOENT') throw error
      })
    }
  }
  const stopAll = (error: unknown): never => {
    files.length = 0
    throw error
  }
  // All of them: what still wrote would stand in the way of whoever clears up after the first that failed.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, () => copyNext().catch(stopAll)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** On the disk when it resolves: a flush by the main thread would hold every scan up. */
async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
