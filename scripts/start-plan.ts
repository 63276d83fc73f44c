/** What `npm start` does, decided from facts. Pure. */
import { join } from 'node:path'

export interface StartFacts {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly root: string
  readonly asRoot: boolean
  readonly argv: readonly string[]
}

/** Where the window's host can show itself. */
export const hasDisplay = ({ platform, env }: Pick<StartFacts, 'platform' | 'env'>): boolean =>
  platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((display) => display !== undefined && display !== '')

/** Electron's own folder for Sentinel, so that both hosts open the same desk; the demonstration has one of its own in the checkout. */
export function profileFolder({ platform, env, home, root, argv }: StartFacts): string {
  if (argv.includes('--demo')) return join(root, '.demo-data')
  const base = { win32: env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), darwin: join(home, 'Library', 'Application Support') }[platform as string]
  return join(base ?? env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Sentinel Duty Desk')
}

/** A demonstration has badges but no reader, so it brings the simulated one. */
const hostArguments = (argv: readonly string[]): string[] => (argv.includes('--demo') && !argv.includes('--dev') ? ['--dev', ...argv] : [...argv])

/** What Electron is started with. */
export function electronArguments(facts: StartFacts): string[] {
  // Chromium's own sandbox refuses to run as root; our windows keep theirs.
  const sandbox = facts.platform === 'linux' && facts.asRoot ? ['--no-sandbox'] : []
  return [facts.root, ...sandbox, `--profile=${profileFolder(facts)}`, ...hostArguments(facts.argv)]
}

/** What the browser host is started with. */
export const browserArguments = (facts: StartFacts, port: number): string[] => [
  join(facts.root, 'out', 'main', 'headless.js'),
  '--data',
  join(profileFolder(facts), 'desk'),
  ...(facts.argv.includes('--port') ? [] : ['--port', String(port)]),
  ...hostArguments(facts.argv),
]

/** One plain sentence for a person who expected a window. */
export const sentences = {
  noElectron: 'Electron’s program could not be downloaded on this machine, so Sentinel opens in your browser instead.',
  noDisplay: 'This session has no display (DISPLAY is not set), so Sentinel opens in a browser instead of its own window.',
  cannotRun: 'Electron’s program does not run on this machine, so Sentinel opens in your browser instead.',
  asRoot: 'You are root, so Electron runs without Chromium’s own sandbox; use an ordinary account for a real desk.',
} as const

/** What is printed when the browser host is ready. */
export const readyText = (url: string, token: string): string =>
  `\nSentinel is running. Open this address:\n\n  ${url}/#token=${token}\n\nKiosk window:\n\n  ${url}/?window=kiosk#token=${token}\n\nStop it with Ctrl+C.\n`
