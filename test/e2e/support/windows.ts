import type { Browser, Page } from '@playwright/test'
import type { Host } from './host.ts'

interface Options {
  readonly theme?: 'light' | 'dark' | 'night' | 'contrast'
  readonly language?: 'en' | 'fr'
  readonly viewport?: { width: number; height: number }
  /** A screen that is touched. */
  readonly touch?: boolean
}

/** Opens a window of the host as somebody with these preferences would. */
export async function openWindow(browser: Browser, host: Pick<Host, 'window'>, name: 'desk' | 'kiosk' | 'wall', { theme = 'light', language = 'en', viewport, touch = false }: Options = {}): Promise<Page> {
  const context = await browser.newContext({ ...(viewport && { viewport }), hasTouch: touch, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('sentinel.preferences', JSON.stringify(chosen)), { theme, language })
  const page = await context.newPage()
  await page.goto(host.window(name))
  return page
}
