/** A desk on the double for the shell's tests: one folder a file, and what they ask of it. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runOnDouble, type DoubleRun } from '../rigs/electron-double/run.ts'

export type Answer = { ok: true; value: Record<string, unknown> } | { ok: false; error: { code: string } }

export const deskPage = 'app://sentinel/index.html?window=desk'
export const kioskPage = 'app://sentinel/index.html?window=kiosk'
/** Somebody who may open the kiosk: the first time they set the desk up, later they sign in. */
export const administrator = { serial: '04C0FFEE01', pin: '472905' }

export interface ShellBench {
  readonly folder: string
  /** One desk for all: the first start creates its database, which takes seconds; every later one opens it. */
  readonly profile: string
  start(...given: Parameters<typeof runOnDouble>): DoubleRun
  /** Ends every run that was started, as a crash would. */
  endAll(): Promise<void>
  /** Removes the folder. */
  remove(): void
}

export function createShellBench(): ShellBench {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sentinel-shell-')))
  const runs: DoubleRun[] = []
  return {
    folder,
    profile: join(folder, 'desk'),
    start(...given) {
      const run = runOnDouble(...given)
      runs.push(run)
      return run
    },
    async endAll() {
      for (const { process, ended } of runs.splice(0)) {
        process.kill('SIGKILL')
        await ended
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export const pageOf = async (run: DoubleRun, url: string, times = 1): Promise<number> => (await run.until('loaded', { url }, times))['window'] as number
export const call = (run: DoubleRun, window: number | undefined, name: string, input: unknown = {}, frame?: object): Promise<Answer> => run.order<Answer>('invoke', window, name, input, frame)

export async function signIn(run: DoubleRun, desk: number): Promise<void> {
  const set = await call(run, desk, 'accounts.setUp', {
    unit: { name: 'HMCS Example', zone: 'America/Winnipeg', rollover: '03:00' },
    administrator: { serviceNumber: 'A100001', rank: 'PO1', firstName: 'Ada', lastName: 'Boss' },
    ...administrator,
  })
  if (!set.ok) await call(run, desk, 'accounts.signIn', administrator)
}

export const events = (run: DoubleRun): string[] => run.log().map((line) => line.event)
