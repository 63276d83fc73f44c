import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const sources = ['electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*', 'resources/**/*', 'package-lock.json', 'electron.vite.config.ts']
const products = ['out/main/headless.js', 'out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

const changedAt = (path: string): number => statSync(join(root, path)).mtimeMs

/** Builds the application when a product is missing or older than a source. Its own output goes to stderr: stdout is the host's. */
export function buildIfStale(): void {
  // A build that was made to be packaged has no simulation (domain.md 4.24).
  const forCheckout = globSync('out/main/chunks/simulation-*.js', { cwd: root }).length > 0
  if (forCheckout && products.every((path) => existsSync(join(root, path)))) {
    const oldest = Math.min(...products.map(changedAt))
    const newest = Math.max(...globSync(sources, { cwd: root }).filter((path) => !path.endsWith('.test.ts')).map(changedAt))
    if (newest <= oldest) return
  }
  process.stderr.write('Building Sentinel…\n')
  execFileSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--mode', 'checkout', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', process.stderr, process.stderr] })
}
