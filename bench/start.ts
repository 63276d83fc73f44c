/** From the command line to the first answer, and what it costs to stay. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { round } from './measure.ts'

const root = join(import.meta.dirname, '..')

interface Start {
  readonly ms: number
  readonly residentMb: number
}

async function startOnce(dataDir: string): Promise<Start> {
  const begin = performance.now()
  const child = spawn(process.execPath, [join(root, 'out/main/headless.js'), '--data', dataDir], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error('the host ended before it was ready')))
  })
  const ms = performance.now() - begin
  const { url, token } = JSON.parse(ready) as { url: string; token: string }
  for (let index = 0; index < 20; index += 1) await fetch(`${url}/call/presence.now`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' }).then((response) => response.text())
  const residentKb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  return { ms, residentMb: residentKb / 1024 }
}

/** One first start on an empty folder, and the median of five on a filled one. */
export async function measureStart(filled: string, empty: string): Promise<Record<string, number>> {
  const first = await startOnce(empty)
  const again: Start[] = []
  for (let index = 0; index < 5; index += 1) again.push(await startOnce(filled))
  const median = again.toSorted((a, b) => a.ms - b.ms)[2] ?? first
  return { 'first start ms': round(first.ms, 0), 'cold start to ready ms': round(median.ms, 0), 'resident MB after 20 snapshots': round(median.residentMb, 0) }
}
