import { expect, type Page } from '@playwright/test'

/** The room by its key, once the window is there. */
export async function openSchedule(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').getByRole('button', { name: /^(Schedule|Horaire)$/ })).toBeVisible()
  await page.keyboard.press('F10')
  await expect(page.getByRole('heading', { name: /^(Schedule|Horaire)$/ })).toBeVisible()
}

/** Down to the first of whom the picker offers, and Enter once it is there. */
export async function takeFirst(page: Page): Promise<void> {
  const field = page.getByRole('dialog').getByRole('searchbox')
  // A key in the instant in which the list is drawn does nothing yet: as a person does, press again.
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(field).toHaveAttribute('aria-activedescendant', /./, { timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Enter')
}

/** “Fri 4”: as the schedule’s nights are named. @param date a civil date */
export const weekdayDay = (date: string): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric' }).format(new Date(`${date}T00:00:00Z`)).replace(',', '')
