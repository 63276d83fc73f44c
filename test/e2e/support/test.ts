import { test as base } from '@playwright/test'

/** A test that leaves no window open: those of a worker's earlier tests would draw, ring and reconnect until its end. */
export const test = base.extend<{ closeWindows: undefined }>({
  closeWindows: [
    async ({ browser }, use) => {
      await use(undefined)
      for (const context of browser.contexts()) await context.close()
    },
    { auto: true },
  ],
})
