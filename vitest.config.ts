import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const servicesOnServer = ['electron/core/domain/**/*.test.ts']

const unit = ['electron/**/*.test.ts', 'shared/**/*.test.ts', 'scripts/**/*.test.ts', 'test/{shell,browser-host}/**/*.test.ts', 'test/contract*.test.ts']
const windows = ['renderer/src/**/*.test.{ts,tsx}']
const notUnit = ['**/*.fault.test.ts', '**/*.server.test.ts', 'node_modules/**']
/** Whoever puts something else in a module's place must not find it loaded, nor leave it to the next. */
const replacing = globSync(unit, { cwd: import.meta.dirname, exclude: ['node_modules/**'] }).filter((file) => readFileSync(join(import.meta.dirname, file), 'utf8').includes('vi.mock('))

/** What they count is the engine's own account of what was done, from its first day on. */
const counting = ['electron/core/db/housekeeping.test.ts', 'electron/core/domain/history/page.test.ts']
/** A badge must be heard within milliseconds: not in a process with the databases of a hundred files to look after. */
const prompt = ['electron/core/readers/drivers/serial.pty.test.ts']
const apart = [...replacing, ...counting, ...prompt]

// Generous: a busy machine is slow, and being slow is no failure. What hangs still ends.
const shared = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    allowOnly: false,
    // Database workers hold about 260 MB each; two cores gain nothing from more.
    maxWorkers: 2,
    // Asked for by `npm test`, and by `npm run test:unit -- --coverage`: of what the unit tests reach. Windows are shown by the journeys, processes and disks by the faults.
    coverage: {
      provider: 'v8',
      include: ['electron/core/**/*.ts', 'electron/gateway/**/*.ts', 'shared/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**', '**/migrations/**', '**/*-thread.ts', 'electron/core/db/server/**', 'electron/core/app/*-run.ts'],
      reporter: ['text-summary', 'json'],
      reportsDirectory: 'node_modules/.cache/sentinel/coverage',
      thresholds: { statements: 80, lines: 80, '**/queries.ts': { statements: 90, lines: 90 }, '**/service.ts': { statements: 85, lines: 85 }, '**/handlers/*.ts': { statements: 80, lines: 80 } },
    },
    projects: [
      // One process after another file: what is loaded, and the databases that are open, serve all of them.
      { test: { ...shared, name: 'unit', isolate: false, include: unit, exclude: [...notUnit, ...apart] } },
      { test: { ...shared, name: 'unit-apart', include: [...windows, ...apart], exclude: notUnit } },
      // The same services on a PostgreSQL server, and what only a server does (decision 020).
      { test: { ...shared, name: 'server', include: [...servicesOnServer, 'electron/**/*.server.test.ts'], exclude: ['**/*.fault.test.ts', 'node_modules/**'], env: { SENTINEL_TEST_ENGINE: 'server' }, globalSetup: ['electron/core/db/testing/server-setup.ts'] } },
      // Real processes are killed and real disks are cut off: slow, and nothing else may use the machine's loop devices.
      { test: { ...shared, name: 'faults', include: ['electron/**/*.fault.test.ts'], testTimeout: 300_000 } },
      { test: { ...shared, name: 'layers', include: ['test/architecture.test.ts'] } },
    ],
  },
})
