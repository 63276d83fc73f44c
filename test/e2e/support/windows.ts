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

/**
 * `HH:MM` of an instant on the unit's clock as this browser knows its zone: Chromium 156.0.8078.108 has Winnipeg at UTC−5 from
 * November 2026 on, Node 24.21 (2026c) at UTC−6, and a window shows the times of its own zone data.
 */
export const shownIn = (page: Page, instant: string): Promise<string> =>
  page.evaluate((at) => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Winnipeg', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at)), instant)
