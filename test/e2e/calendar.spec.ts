/** Events that bring a watch, and the holidays of a year (domain.md 4.10, 4.18; screens.md 1.11). */
import { expect } from '@playwright/test'
import { addDays } from '../../shared/domain/civil-date.ts'
import { mondayOf } from '../../shared/domain/operational-week.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { openSchedule, takeFirst, weekdayDay } from './support/schedule.ts'
import { test } from './support/test.ts'
import { openWindow } from './support/windows.ts'

let host: Host
let nextWeek: string
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  const { operationalDate } = await host.call<{ operationalDate: string }>('system.status')
  nextWeek = addDays(mondayOf(operationalDate), 7)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

test('an event with a watch is planned, staffed and taken on; its night joins the week', async ({ browser }) => {
  await signInAs(host, 4)
  const page = await openWindow(browser, host, 'desk')
  await openSchedule(page)
  await page.getByRole('group', { name: 'What to show' }).getByRole('button', { name: 'Events', exact: true }).click()
  await page.getByRole('button', { name: 'Plan an event' }).click()
  const form = page.getByRole('dialog', { name: 'Plan an event' })
  await form.getByLabel('Title').fill('Gala de l’unité')
  await form.getByLabel('Kind').selectOption({ label: 'VIP Visit' })
  await expect(form.getByLabel('A Duty Watch is required')).toBeChecked()
  await form.getByLabel('Date').fill('2026-02-30')
  await form.getByLabel('From').fill('18:00')
  await expect(form.getByLabel('To')).toHaveValue('20:00')
  await form.getByRole('button', { name: 'Plan it' }).click()
  await expect(form.getByText('Such as 2026-12-05.')).toBeVisible()
  const friday = addDays(nextWeek, 4)
  await form.getByLabel('Date').fill(friday)
  await form.getByRole('button', { name: 'Plan it' }).click()

  const event = page.getByRole('dialog', { name: 'Gala de l’unité' })
  await event.getByRole('button', { name: 'Assign Quartermaster' }).click()
  const picker = page.getByRole('dialog', { name: 'Quartermaster, Gala de l’unité' })
  await expect(picker.getByRole('searchbox')).toBeFocused()
  await expect(picker.getByRole('option').first()).toBeVisible()
  await takeFirst(page)
  await expect(picker).toBeHidden()
  await expect(event.getByText('to confirm')).toBeVisible()
  await event.getByRole('button', { name: 'Plan', exact: true }).click()
  await expect(event.getByText('Planned', { exact: true })).toBeVisible()
  await expect(event.getByRole('button', { name: 'It has begun' })).toHaveCount(0)
  await event.getByRole('button', { name: 'Open the week' }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^${weekdayDay(friday)}, 18:00 · Gala`) })).toBeVisible()
  await page.getByRole('button', { name: 'Month', exact: true }).click()
  const day = page.getByRole('button', { name: /Gala de l’unité/ })
  await day.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await expect(day).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Duty Watch: 18:00')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // The month and the quarter go on paper too.
  for (const view of ['Month', 'Quarter']) {
    await page.getByRole('button', { name: view, exact: true }).click()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.print-sheet')).toContainText('Gala de l’unité')
    await page.emulateMedia({ media: 'screen' })
  }
})

test('an administrator takes the usual holidays of a year, without those the unit does not keep', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation').getByRole('button', { name: 'Admin', exact: true }).click()
  await page.getByRole('button', { name: 'Holidays', exact: true }).click()
  for (let year = 0; year < 3; year += 1) await page.getByRole('button', { name: 'The year after' }).click()
  await expect(page.getByText(/^No holidays in \d{4} yet$/)).toBeVisible()
  await page.getByRole('button', { name: /^The usual ones/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Easter Monday/).uncheck()
  await dialog.getByRole('button', { name: /^Add \d+ holidays$/ }).click()
  await expect(dialog).toBeHidden()
  const table = page.getByRole('region', { name: 'Holidays' })
  await expect(table.getByRole('row', { name: /Louis Riel Day/ })).toContainText('Manitoba')
  await expect(table.getByRole('row', { name: /Easter Monday/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Delete Boxing Day', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(table.getByRole('row', { name: /^\w+ 26 Dec.*Boxing Day/ })).toHaveCount(0)
})
