/**
 * Starts a core on a folder with a planned move, and is killed in the middle of it: `node move-killed.ts <folder> <file> <which>`
 * dies before the `which`-th time that a file of this name takes its place by its name. For planned-move.fault.test.ts.
 */
import fs, { type PathLike } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, join } from 'node:path'

const [folder = '', file = '', which = '1'] = process.argv.slice(2)
let left = Number(which)
const rename = fs.renameSync
fs.renameSync = (from: PathLike, to: PathLike): void => {
  // What becomes a backup is called after the time.
  const name = basename(String(to)).replace(/^.*-replaced$/, 'replaced')
  // The engine's own files have such names too.
  if (name === file && !join(String(to), '..').includes('pgdata') && (left -= 1) === 0) process.kill(process.pid, 'SIGKILL')
  rename(from, to)
}
syncBuiltinESMExports()

const { createCore } = await import('../../electron/core/app/core.ts')
const { silentLog } = await import('../../electron/core/kit/log.ts')
await (await createCore({ dataDir: folder, host: 'test', version: 'test', log: silentLog })).close()
