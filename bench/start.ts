/** From the command line to the first answer, and what it costs to stay. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { round } from './measure.ts'

const root = join(import.meta.dirname, '..')

/** How it ends: as a person quits it, or as the power does it. */
type Ending = 'SIGTERM' | 'SIGKILL'

interface Start {
  readonly ms: number
  readonly residentMb: number
}

async function startOnce(dataDir: string, ending: Ending = 'SIGTERM'): Promise<Start> {
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
  child.kill(ending)
  await ended
  return { ms, residentMb: residentKb / 1024 }
}

const times = 5

/** The median of a few starts, each after an ending of this kind. */
async function startsAfter(dataDir: string, ending: Ending): Promise<Start> {
  const first = await startOnce(dataDir, ending)
  const starts: Start[] = []
  for (let index = 0; index < times; index += 1) starts.push(await startOnce(dataDir, ending))
  return starts.toSorted((a, b) => a.ms - b.ms)[Math.floor(times / 2)] ?? first
}

/** One first start on an empty folder, and the median of five on a filled one: closed well each time, and killed each time. */
export async function measureStart(filled: string, empty: string): Promise<Record<string, number>> {
  const first = await startOnce(empty)
  const again = await startsAfter(filled, 'SIGTERM')
  const afterKill = await startsAfter(filled, 'SIGKILL')
  return { 'first start ms': round(first.ms, 0), 'cold start to ready ms': round(again.ms, 0), 'start after a bad end to ready ms': round(afterKill.ms, 0), 'resident MB after 20 snapshots': round(again.residentMb, 0) }
}
