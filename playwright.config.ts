import { defineConfig } from '@playwright/test'

export default defineConfig({
  projects: [
    { name: 'journeys', testDir: 'test/e2e' },
    // The shell: in Electron where ELECTRON_EXE says where it is, otherwise in our stand-in (test/rigs/electron-stand-in).
    { name: 'electron', testDir: 'test/electron' },
  ],
  testMatch: '*.spec.ts',
  // Generous: a busy machine is slow, and being slow is no failure. What hangs still ends.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: true,
  // On CI once more, and said so at the end (scripts/test.ts): a busy machine must not hide what 140 others showed. Here never: what is flaky is to be seen.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  use: {
    // Debian's Chromium: Playwright's own cannot be downloaded everywhere. Root has no sandbox to give it.
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--autoplay-policy=no-user-gesture-required'],
    },
    // What is not there to be pressed says so itself, long before the whole test gives up.
    actionTimeout: 60_000,
    viewport: { width: 1280, height: 800 },
    // Nothing is waited for that only moves.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
