import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Long enough for a download on an ordinary line to begin and, when it cannot, short enough to wait for. */
const patienceMs = 20_000

function installed(folder: string): string | undefined {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : undefined
}

/** Runs the package’s own download, quietly and for a bounded time. `npx install-electron` has all the time it needs. */
function download(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill(), patienceMs)
    const done = (): void => {
      clearTimeout(timer)
      resolve()
    }
    child.once('error', done)
    child.once('exit', done)
  })
}

/** Electron's program, downloaded when it is not there yet; undefined when it cannot be had. `ELECTRON_EXE` names another one. */
export async function findElectron(root: string): Promise<string | undefined> {
  const given = process.env['ELECTRON_EXE']
  if (given !== undefined && given !== '') return given
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'install.js'))) return undefined
  const found = installed(folder)
  if (found !== undefined) return found
  process.stderr.write('Looking for Electron…\n')
  await download(folder)
  return installed(folder)
}
