/** A desk that has been started once before, laid where a journey wants it: its first start costs more than most journeys. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..', '..')
const cache = join(root, 'node_modules/.cache/sentinel')

/** Some minutes before the journeys begin, so that its clock is not set back when it is opened again. */
const preparedAt = '2026-11-25T18:25:00.000Z'

export type Kind = 'empty' | 'demo'
const argsOf: Record<Kind, readonly string[]> = { empty: ['--dev'], demo: ['--dev', '--demo'] }

/** Changes with the build that made it. */
let build: string | undefined
function buildOf(): string {
  if (build !== undefined) return build
  const hash = createHash('sha256')
  for (const file of globSync('out/main/**/*.js', { cwd: root }).toSorted()) hash.update(file).update(readFileSync(join(root, file)))
  return (build = hash.digest('hex').slice(0, 16))
}

async function prepare(kind: Kind, place: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const scratch = mkdtempSync(join(cache, 'desk-'))
  const child = spawn(process.execPath, [join(root, 'out/main/headless.js'), '--data', join(scratch, 'desk'), '--now', preparedAt, ...argsOf[kind]], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended.then(([code]) => Promise.reject(new Error(`the desk to be prepared ended with ${String(code)}`)))])
  child.kill('SIGTERM')
  await ended
  try {
    renameSync(scratch, place)
  } catch (error) {
    // The other worker was first: both are whole.
    rmSync(scratch, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}

/** Lays it at `dataDir`, which is not there yet, with what a desk keeps beside its folder. */
export async function layPreparedDesk(kind: Kind, dataDir: string): Promise<void> {
  const name = `prepared-${kind}-${buildOf()}`
  const place = join(cache, name)
  if (!existsSync(place)) {
    // Never one of this build: the other worker may be copying it by now.
    for (const old of globSync(`prepared-${kind}-*`, { cwd: cache })) if (old !== name) rmSync(join(cache, old), { recursive: true, force: true })
    await prepare(kind, place)
  }
  cpSync(join(place, 'desk'), dataDir, { recursive: true })
  cpSync(join(place, 'desk.sentinel.json'), `${dataDir}.sentinel.json`)
}
