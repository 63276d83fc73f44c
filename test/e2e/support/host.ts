/** Starts the real browser host as a process of its own, and kills it as the bad days do. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { layPreparedDesk } from './prepared-desk.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export interface Host {
  readonly url: string
  readonly token: string
  readonly process: ChildProcess
  /** Address of a window, token included. */
  window(name?: 'desk' | 'kiosk' | 'wall', extra?: string): string
  /** Calls the contract; throws with the refusal's words when it is refused. */
  call<T = Record<string, unknown>>(name: string, input?: unknown): Promise<T>
  /** SIGKILL: no goodbye, as a power button does it. */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

export const newDataDir = (): { path: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-e2e-'))
  return { path: join(folder, 'desk'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const exited = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** Wednesday 25 November 2026, 12:30 in Winnipeg: what a journey sees must not depend on the hour at which it runs. */
export const journeyStart = '2026-11-25T18:30:00.000Z'

/** With `--dev` and `--demo` alone a new desk is one that was started before; with anything else it is laid out as on a unit's first day. */
export async function startHost(dataDir: string, given: readonly string[] = []): Promise<Host> {
  const isAtStart = given.includes('--dev') && !given.includes('--now')
  const args = isAtStart ? [...given, '--now', journeyStart] : given
  if (isAtStart && given.every((arg) => arg === '--dev' || arg === '--demo') && !existsSync(dataDir)) await layPreparedDesk(given.includes('--demo') ? 'demo' : 'empty', dataDir)
  const child = spawn(process.execPath, [join(root, 'out/main/headless.js'), '--data', dataDir, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const ready = await new Promise<{ url: string; token: string }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as { url: string; token: string }))
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}:\n${complaints}`)))
  })
  const { url, token } = ready
  return {
    url,
    token,
    process: child,
    window: (name = 'desk', extra = '') => `${url}/?window=${name}${extra}#token=${token}`,
    async call<T>(name: string, input: unknown = {}): Promise<T> {
      const response = await fetch(`${url}/call/${name}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(input) })
      const result = (await response.json()) as { ok: true; value: T } | { ok: false; error: { code: string; message: string } }
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
      return result.value
    },
    async kill() {
      child.kill('SIGKILL')
      await exited(child)
    },
    async stop() {
      child.kill('SIGTERM')
      return exited(child)
    },
  }
}
