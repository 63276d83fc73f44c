import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How long we look for the place that Electron is downloaded from… */
const reachMs = 20_000
/** …and how long the download, some 120 MB, may take once it is found. */
const downloadMs = 600_000

function installed(folder: string): string | undefined {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return undefined
  const path = join(folder, 'dist', readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : undefined
}

/** Where the package downloads from: GitHub, or the mirror that its environment names. */
export function downloadAddress(version: string, env: Readonly<Record<string, string | undefined>>): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/download/'
  return new URL(`v${version}/SHASUMS256.txt`, mirror.endsWith('/') ? mirror : `${mirror}/`).href
}

async function canReach(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachMs) })).ok
  } catch {
    return false
  }
}

/** Runs the package's own download, which checks what it gets, quietly. */
function download(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' })
    const timer = setTimeout(() => child.kill(), downloadMs)
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
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  if (!(await canReach(downloadAddress(version, process.env)))) return undefined
  process.stderr.write('Downloading Electron, once: some 120 MB…\n')
  await download(folder)
  return installed(folder)
}
