/** `npm run screenshots`: desk and kiosk of the demo unit, in both sizes and themes, into docs/screenshots/. */
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import playwright from '../playwright.config.ts'
import { startHost, type Host } from '../test/e2e/support/host.ts'
import { buildIfStale } from './build-if-stale.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots')
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const themes = ['light', 'dark'] as const

async function shoot(browser: Browser, host: Host, window: 'desk' | 'kiosk', theme: string, viewport: { width: number; height: number }): Promise<void> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('sentinel.preferences', JSON.stringify({ theme: chosen, language: 'en' })), theme)
  const page = await context.newPage()
  await page.goto(host.window(window))
  if (window === 'desk') await page.getByRole('grid').waitFor()
  else {
    await page.waitForLoadState('networkidle')
    // The strip shows the last five; the last one scanned is on the card when the shutter falls.
    const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
    for (const { serial } of badges.slice(0, 5).toReversed()) await host.call('dev.scan', { serial, stationId: 'front-door' })
    await page.waitForTimeout(400)
  }
  await page.screenshot({ path: join(folder, `${window}-${viewport.width}x${viewport.height}-${theme}.png`) })
  await context.close()
  // Past the duplicate window, so that the next picture shows movements again.
  await new Promise((resolve) => setTimeout(resolve, 2100))
}

buildIfStale()
mkdirSync(folder, { recursive: true })
const data = join(tmpdir(), `sentinel-screenshots-${process.pid}`)
const host = await startHost(join(data, 'desk'), ['--dev', '--demo', '--station', 'front-door'])
await host.call('dev.signInAs', { level: 5 })
const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
try {
  for (const window of ['desk', 'kiosk'] as const) for (const viewport of sizes) for (const theme of themes) await shoot(browser, host, window, theme, viewport)
} finally {
  await browser.close()
  await host.stop()
  rmSync(data, { recursive: true, force: true })
}
