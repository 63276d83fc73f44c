import { defineConfig } from 'vitest/config'

const servicesOnServer = ['electron/core/domain/**/*.test.ts']

const shared = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    allowOnly: false,
    // Database workers hold about 260 MB each; two cores gain nothing from more.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['electron/**/*.test.ts', 'shared/**/*.test.ts', 'renderer/src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/{shell,browser-host}/**/*.test.ts', 'test/contract*.test.ts'],
          exclude: ['**/*.fault.test.ts', '**/*.server.test.ts', 'node_modules/**'],
        },
      },
      // The same services on a PostgreSQL server, and what only a server does (decision 020).
      { test: { ...shared, testTimeout: 60_000, name: 'server', include: [...servicesOnServer, 'electron/**/*.server.test.ts'], exclude: ['**/*.fault.test.ts', 'node_modules/**'], env: { SENTINEL_TEST_ENGINE: 'server' }, globalSetup: ['electron/core/db/testing/server-setup.ts'] } },
      // Real processes are killed and real disks are cut off: slow, and nothing else may use the machine's loop devices.
      { test: { ...shared, name: 'faults', include: ['electron/**/*.fault.test.ts'], testTimeout: 300_000 } },
      { test: { ...shared, name: 'layers', include: ['test/architecture.test.ts'] } },
    ],
  },
})
