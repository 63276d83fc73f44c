/** A disk of its own, in an image file, that a test can fill or cut off (trust.md 3.3, 3.4 A and F). Linux, as root. */
import { execFileSync } from 'node:child_process'
import { closeSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kindOfError } from '../errors.ts'

const run = (command: string, ...args: string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    throw new Error('this test needs root on Linux, a free loop device, and e2fsprogs (mkfs.ext4): it makes a disk to spoil', { cause: error })
  }
}

export interface ScratchDisk {
  /** Where it is mounted. */
  readonly path: string
  /** Mounts what the disk holds at this moment, as after a power cut, and answers where; the next cut unmounts it. */
  cut(): string
  /** Writes everything that is still in memory. */
  sync(): void
  remount(mode: 'ro' | 'rw'): void
  /** To the last block, but for `left` bytes, with a file called `filler`. */
  fill(left?: number): void
  /** Takes that file away again. */
  empty(): void
  /** Pulled out, as a stick is: the folder that it was mounted at is empty. */
  unplug(): void
  plug(): void
  dispose(): void
}

/** With `commit=300` nothing reaches the disk by itself for five minutes: what was not flushed is lost for certain. */
export function createScratchDisk(megabytes: number): ScratchDisk {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-disk-'))
  const [image, copy, path, after] = ['disk.img', 'cut.img', 'mounted', 'after-cut'].map((name) => join(folder, name)) as [string, string, string, string]
  const unmount = (point: string): void => {
    try {
      // Lazily: an engine that gave up keeps its files open until its process ends.
      execFileSync('umount', ['-l', '-d', point], { stdio: 'ignore' })
    } catch {
      // It was not mounted.
    }
  }
  const mount = (): void => void run('mount', '-o', 'loop,commit=300', image, path)
  const dispose = (): void => {
    unmount(after)
    unmount(path)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    mkdirSync(path)
    mkdirSync(after)
    run('truncate', '-s', `${megabytes}M`, image)
    run('mkfs.ext4', '-q', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0', image)
    mount()
  } catch (error) {
    dispose()
    throw error
  }
  return {
    path,
    cut() {
      unmount(after)
      run('cp', '--sparse=always', image, copy)
      run('mount', '-o', 'loop', copy, after)
      return after
    },
    sync: () => void run('sync', '-f', path),
    unplug: () => unmount(path),
    plug: mount,
    fill: (left = 0) => fillUp(join(path, 'filler'), left),
    empty: () => rmSync(join(path, 'filler'), { force: true }),
    remount: (mode) => void run('mount', '-o', `remount,${mode}`, path),
    dispose,
  }
}

function fillUp(path: string, left: number): void {
  const file = openSync(path, 'w')
  // What a file system had put aside for itself is free once the file is on the disk: so again, in smaller pieces.
  for (const bytes of [64 * 1024, 4096, 512]) {
    const piece = Buffer.alloc(bytes, 1)
    try {
      while (writeSync(file, piece) === bytes);
    } catch (error) {
      if (kindOfError(error) !== 'disk_full') throw error
    }
    fsyncSync(file)
  }
  ftruncateSync(file, Math.max(0, fstatSync(file).size - left))
  closeSync(file)
}
