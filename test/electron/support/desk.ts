/** Starts the built application in a window: in Electron where ELECTRON_EXE names its program, otherwise in our stand-in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..', '..')
export const program = process.env['ELECTRON_EXE'] ?? join(root, 'test/rigs/electron-stand-in/electron')

export type Answer<T = Record<string, unknown>> = { ok: true; value: T } | { ok: false; error: { code: string } }
export type Kind = 'desk' | 'kiosk' | 'wall'
export interface Desk {
  readonly app: ElectronApplication
  /** The newest window of this kind, once its page is there. */
  page(kind?: Kind): Promise<Page>
  /** Calls the contract as that window does, whatever comes of it. */
  answer<T>(name: string, input?: unknown, page?: Page): Promise<Answer<T>>
  /** Throws when it is refused. */
  call<T = Record<string, unknown>>(name: string, input?: unknown): Promise<T>
  /** Runs in the page that its window shows now, by way of main: it works for one whose renderer has crashed and come back. */
  inWindow<T>(kind: Kind, expression: string): Promise<T>
  /** Quits as the menu does. Answers the code of the end. */
  quit(): Promise<number | null>
}

export const newProfile = (): { path: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-electron-'))
  return { path: join(folder, 'profile'), remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

export const switchesFor = (profile: string, given: readonly string[] = []): string[] => [root, `--profile=${profile}`, ...given]

let said = false
/** Every run says what it ran on, so that nobody takes one for the other. */
async function sayRuntime(app: ElectronApplication): Promise<void> {
  if (said) return
  said = true
  const { electron = '', chrome = '', node = '' } = await app.evaluate(() => process.versions as Record<string, string>)
  const name = electron.endsWith('-stand-in') ? `Sentinel's stand-in (${electron}), which is NOT Electron,` : `Electron ${electron}`
  process.stdout.write(`Runtime: ${name} with Chromium ${chrome} and Node ${node}\n`)
}

export async function startDesk(profile: string, given: readonly string[] = ['--demo', '--dev']): Promise<Desk> {
  const app = await _electron.launch({ executablePath: program, args: switchesFor(profile, given), cwd: root, timeout: 120_000 })
  await sayRuntime(app)
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve))
  const open = (kind: Kind): Page | undefined => app.windows().findLast((page) => page.url().includes(`window=${kind}`))
  const desk: Desk = {
    app,
    async page(kind = 'desk') {
      await expect.poll(() => open(kind)?.evaluate(() => document.readyState), { timeout: 120_000 }).toBe('complete')
      return open(kind) as Page
    },
    async answer<T>(name: string, input: unknown = {}, page?: Page) {
      return (page ?? (await desk.page())).evaluate(async ([call, value]) => window.sentinel?.invoke(call as string, value), [name, input] as const) as Promise<Answer<T>>
    },
    async call<T>(name: string, input: unknown = {}) {
      const answer = await desk.answer<T>(name, input)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
      return answer.value
    },
    inWindow: <T>(kind: Kind, expression: string) =>
      app.evaluate(({ BrowserWindow }, [wanted, code]) => {
        const window = BrowserWindow.getAllWindows().findLast(({ webContents }) => webContents.getURL().includes(`window=${wanted}`))
        return window?.webContents.executeJavaScript(code)
      }, [kind, expression] as const) as Promise<T>,
    async quit() {
      // The answer may be cut off by the end itself.
      await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {})
      return ended
    },
  }
  return desk
}
