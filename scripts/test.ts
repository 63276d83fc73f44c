/** `npm test`: everything, in order. Ends with one line of counts; a test that was skipped is a failure. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build-if-stale.ts'
import { installMissing, testNeeds } from './linux-packages.ts'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

const root = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'sentinel-test-'))
/** Hundreds of processes are started, and killed: each would work out the same thousand modules anew, a third of a start. */
const compiled = join(root, 'node_modules', '.cache', 'sentinel', 'compiled')
const bin = (name: string): string => join(root, 'node_modules', '.bin', name)
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
/** Each step's seconds: the whole is to stay short enough to be run before each change (CONTRIBUTING.md). */
const took: string[] = []

/** Runs one step with its output on ours; a step that fails without counts counts as one failure. */
function step(name: string, command: string, args: readonly string[], counts?: () => Counts, env: Record<string, string> = {}): void {
  process.stdout.write(`\n── ${name} ──\n`)
  const start = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env } })
  const found = counts?.() ?? { passed: 0, failed: 0, skipped: 0 }
  if (status !== 0 && found.failed === 0) found.failed = 1
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += found[key]
  took.push(`${name} ${Math.round((performance.now() - start) / 1_000)} s`)
}

const readJson = (file: string): Record<string, unknown> | undefined => {
  try {
    return JSON.parse(readFileSync(join(scratch, file), 'utf8')) as Record<string, unknown>
  } catch {
    return undefined
  }
}

/** @param project `*` stands for whatever its name goes on with @param more what else vitest is told */
function vitest(project: string, more: readonly string[] = []): void {
  const file = `${project.replace('*', '')}.json`
  step(`vitest: ${project}`, bin('vitest'), ['run', ...more, '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${join(scratch, file)}`], () => {
    const { numPassedTests: passed = 0, numFailedTests: failed = 0, numPendingTests: pending = 0, numTodoTests: todo = 0 } = (readJson(file) ?? {}) as Record<string, number>
    return { passed, failed, skipped: pending + todo }
  })
}

/** @param script what runs the Playwright project of this name */
function playwright(project: string, script: string): void {
  const file = `${project}.json`
  step(project, process.execPath, [join(root, script), '--reporter=list,json'], () => {
    const { expected = 0, unexpected = 0, skipped = 0, flaky = 0 } = (readJson(file)?.['stats'] ?? {}) as Record<string, number>
    if (flaky > 0) process.stdout.write(`\n${flaky} of ${project} passed only at the second try: they are named above as flaky, and want a look.\n`)
    return { passed: expected + flaky, failed: unexpected, skipped }
  }, { PLAYWRIGHT_JSON_OUTPUT_NAME: join(scratch, file) })
}

installMissing(testNeeds)
// More checkers than cores would each work out the same types.
step('types', bin('tsc'), ['-p', '.', '--checkers', '2'])
step('lint', bin('oxlint'), ['--deny-warnings'])
vitest('layers')
// With what it reaches: below the thresholds of vitest.config.ts it fails.
vitest('unit*', ['--coverage'])
// What only a server does, and that its schema is ours; every service on a server is `npm run test:server`.
vitest('server', ['.server.test.ts'])
vitest('faults')
buildIfStale()
playwright('journeys', 'scripts/e2e.ts')
playwright('electron', 'scripts/electron-tests.ts')

rmSync(scratch, { recursive: true, force: true })
if (total.skipped > 0) process.stdout.write(`\n${total.skipped} tests were SKIPPED: a skipped test proves nothing, so this counts as a failure.\n`)
process.stdout.write(`\n${took.join(' · ')}\n`)
process.stdout.write(`\n${total.passed} passed, ${total.failed + total.skipped} failed\n`)
process.exitCode = total.failed + total.skipped > 0 || total.passed === 0 ? 1 : 0
