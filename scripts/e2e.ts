/** `npm run test:e2e`: the journeys in a real browser, against the built application. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { installMissing, testNeeds } from './linux-packages.ts'

const root = join(import.meta.dirname, '..')
installMissing(testNeeds)
buildIfStale()
const { status } = spawnSync(join(root, 'node_modules', '.bin', 'playwright'), ['test', '--project=journeys', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
