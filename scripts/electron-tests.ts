/** `npm run test:electron`: the built shell in its own windows. ELECTRON_EXE names Electron's program; without it our stand-in is used, and says so. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { installMissing, testNeeds } from './linux-packages.ts'
import { hasDisplay } from './start-plan.ts'

const root = join(import.meta.dirname, '..')
// Not through `.bin`: on Windows that is a script, which cannot be spawned.
const playwright = [process.execPath, join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--project=electron', ...process.argv.slice(2)]
installMissing(testNeeds)
buildIfStale()
const [command = '', ...args] = hasDisplay({ platform: process.platform, env: process.env }) ? playwright : ['xvfb-run', '-a', '-s', '-screen 0 1280x800x24', ...playwright]
const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
