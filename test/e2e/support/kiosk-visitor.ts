/** A visitor’s fingers at the kiosk. */
import { expect, type Page } from '@playwright/test'

/** Touches the keys of the keyboard on the screen. */
export async function tapKeys(page: Page, text: string): Promise<void> {
  const keyboard = page.getByRole('group', { name: /^(Keyboard on the screen|Clavier à l’écran)$/ })
  for (const key of text) await keyboard.getByRole('button', { name: key === ' ' ? /^(Space|Espace)$/ : key, exact: true }).tap()
}

export const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).tap()

/** All that a finger must hit is 56 px and more each way, and the keys stand 8 px apart (screens.md 5.3). */
export async function expectTargets(page: Page, step: string): Promise<void> {
  const sizes = await page.locator('[data-visitor] :is(button, input)').evaluateAll((targets) =>
    targets.map((target) => {
      const { width, height } = target.getBoundingClientRect()
      return { name: target.getAttribute('aria-label') ?? target.textContent ?? '', least: Math.min(width, height) }
    }),
  )
  expect(sizes.length, step).toBeGreaterThan(0)
  expect(sizes.filter(({ least }) => least < 56), step).toEqual([])
}
