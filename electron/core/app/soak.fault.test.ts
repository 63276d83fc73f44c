/** Two hours of `npm run soak`: the day runs, its record is whole, and nothing is left behind by an hour’s work. Whether memory grows only the whole day shows. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findAppRoot } from '../kit/app-root.ts'

interface Hour {
  readonly acts: number
  readonly handles: number
  readonly listeners: number
}

test('two hours of a desk at work: no listener more after the second than after the first, and no handle an act', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(findAppRoot(), 'bench/soak.ts'), '2'], { encoding: 'utf8', timeout: 280_000, killSignal: 'SIGKILL' })
  expect(status, `${stdout}\n${stderr}`).toBe(0)
  const [first, second] = stdout.split('\n').flatMap((line) => (line.startsWith('hour ') ? [JSON.parse(line.slice(line.indexOf('{'))) as Hour] : []))
  process.stdout.write(`soak: ${JSON.stringify([first, second])}\n`)
  expect(second?.acts).toBeGreaterThan(200)
  expect(second?.listeners).toBe(first?.listeners)
  // A timer or two may happen to run; one left behind by every act would be hundreds.
  expect(second?.handles).toBeLessThan((first?.handles ?? 0) + 20)
})
