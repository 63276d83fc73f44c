/** Runs a rig of test/rigs/ in a process of its own, which a test can stop and kill. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findAppRoot } from '../../kit/app-root.ts'

export type Engine = 'durable' | 'default'

const rig = (name: string): string => join(findAppRoot(), 'test/rigs', name)

export interface Writer {
  readonly child: ChildProcess
  /** What it has printed up to now. */
  readonly lines: () => string[]
  /** The number of the last row that it has acknowledged. */
  readonly acknowledged: () => number
  readonly waitFor: (line: RegExp) => Promise<string>
  /** Lets it write. */
  readonly go: () => void
  /** Stops it where it is: it neither writes nor answers any more. */
  readonly freeze: () => Promise<void>
  /** Also when it has ended by itself: removes the file it printed into. */
  readonly kill: () => Promise<void>
  readonly exited: Promise<number | null>
}

interface WriterOptions {
  readonly engine: Engine
  readonly dataDir: string
  readonly rows?: number
  readonly bytes?: number
  /** A command, such as strace, that runs node. */
  readonly under?: readonly string[]
}

export const startWriter = ({ engine, dataDir, rows = Infinity, bytes = 20, under = [] }: WriterOptions): Writer => startRig('db-writer.ts', [engine, dataDir, String(rows), String(bytes)], under)

/** A rig prints into a file: an acknowledgement that was given is there even when nobody was reading. */
export function startRig(name: string, rigArgs: readonly string[], under: readonly string[] = []): Writer {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-rig-'))
  const path = join(folder, 'stdout.txt')
  let printed: string[] | undefined
  const output = openSync(path, 'w')
  const [command = '', ...args] = [...under, process.execPath, rig(name), ...rigArgs]
  const child = spawn(command, args, { stdio: ['pipe', output, output] })
  closeSync(output)
  child.stdin?.on('error', () => {})
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const lines = (): string[] => printed ?? readFileSync(path, 'utf8').split('\n').slice(0, -1)
  return {
    child,
    lines,
    acknowledged: () => Number(lines().findLast((line) => line.startsWith('ack '))?.split(' ')[1] ?? 0),
    async waitFor(pattern) {
      for (;;) {
        const found = lines().find((line) => pattern.test(line))
        if (found !== undefined) return found
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the writer ended without ${pattern}: ${lines().slice(-12).join('\n')}`)
        await sleep(5)
      }
    },
    go: () => void child.stdin?.write('go\n'),
    async freeze() {
      child.kill('SIGSTOP')
      while (!/^State:\s+T/m.test(readFileSync(`/proc/${child.pid}/status`, 'utf8'))) await sleep(1)
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
      printed = lines()
      rmSync(folder, { recursive: true, force: true })
    },
    exited,
  }
}

export interface Count {
  readonly rows: number
  readonly highest: number
  /** To open, count and close. */
  readonly ms: number
}

/** Opens the database in a process of its own and counts the rows of the writers. */
export const countRows = (engine: Engine, dataDir: string): Count => askRig<Count>('db-count.ts', [engine, dataDir])

/** Runs a rig to its end and answers the JSON that it prints. */
export function askRig<T>(name: string, args: readonly string[]): T {
  // A machine with ten times its load needs minutes for what takes a second.
  const { stdout, stderr, status, signal, error } = spawnSync(process.execPath, [rig(name), ...args], { encoding: 'utf8', timeout: 240_000 })
  if (stdout.trim() === '') throw new Error(`${name} printed nothing; it ended with ${signal ?? status}: ${error?.message ?? ''} ${stderr.slice(0, 2000)}`)
  return JSON.parse(stdout) as T
}
