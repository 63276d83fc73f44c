/** The checklist, the duty log and the day sheet (domain.md 4.12.6 ▶; screens.md P0-2.5, P0-5.3, W-9, W-18). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 2)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})


/** By its key, once the window is there. */
async function openLog(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').getByRole('button', { name: /^(Duty log|Journal)$/ })).toBeVisible()
  await page.keyboard.press('F8')
}

test('rounds are ticked and taken back with a reason; calls and temperatures are written, corrected and taken out; the day goes on paper', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk')
  await page.evaluate(() => Object.assign(window, { printed: 0, print: () => ((window as unknown as { printed: number }).printed += 1) }))
  await openLog(page)
  await expect(page.getByRole('heading', { name: 'Duty log' })).toBeVisible()
  await expect(page.getByLabel('What is to be known')).toBeFocused()
  const log = page.getByRole('region', { name: 'Log', exact: true })
  const dialog = page.getByRole('dialog')

  await test.step('a tick says who and when, and is a line of the log; taken back, both stay', async () => {
    await page.getByRole('checkbox', { name: 'Alarm disarmed' }).click()
    await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible()
    await expect(log).toContainText('Alarm disarmed')
    await page.getByRole('checkbox', { name: 'Alarm disarmed' }).click()
    await dialog.getByLabel('Why?').fill('The wrong panel')
    await dialog.getByRole('button', { name: 'Take back' }).click()
    await expect(page.getByText(/^0 of \d+ done$/)).toBeVisible()
    await expect(log).toContainText(/taken out by .*The wrong panel/)
  })

  await test.step('an item that asks for a temperature gets one', async () => {
    const fridge = page.getByRole('checkbox', { name: 'Galley fridge' }).first()
    await fridge.click()
    await dialog.getByRole('button', { name: 'Tick' }).click()
    await expect(dialog.getByText('A number between −60 and 100.')).toBeVisible()
    await dialog.getByLabel('°C').fill('3,5')
    await dialog.getByRole('button', { name: 'Tick' }).click()
    await expect(dialog).toBeHidden()
    await expect(fridge).toBeChecked()
    await expect(log).toContainText('3.5 °C')
  })

  await test.step('a phone call with who and what about, by the keyboard; without a caller it is not written', async () => {
    await page.getByRole('button', { name: 'Phone call' }).click()
    await page.getByLabel('What it was about').fill('Dentelle will be late: the bus')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Please fill this in.')).toBeVisible()
    await page.getByLabel('Who called').fill('S1 Dentelle')
    await page.getByRole('combobox', { name: 'About' }).selectOption({ label: 'Absence' })
    await page.getByLabel('Who called').press('Enter')
    await expect(log).toContainText('Dentelle will be late: the bus')
    await expect(log).toContainText('S1 Dentelle · Absence')
    await expect(page.getByLabel('What it was about')).toHaveValue('')
    expect(await violations(page)).toEqual([])
  })

  await test.step('corrected, the old words stay; taken out, it is struck through', async () => {
    await log.getByRole('button').first().click()
    await page.getByRole('menuitem', { name: 'Correct…' }).click()
    await dialog.getByLabel('What it was about').fill('Dentelle will not come: the bus')
    await dialog.getByLabel('Why?').fill('Misheard')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(log).toContainText(/Dentelle will not come.*corrected by .*Misheard. It read: Dentelle will be late/s)
    await log.getByRole('button').first().click()
    await page.getByRole('menuitem', { name: 'Take out…' }).click()
    await dialog.getByLabel('Why?').fill('Another unit’s member')
    await dialog.getByRole('button', { name: 'Take out…' }).click()
    await expect(log.locator('.line-through').first()).toContainText('Dentelle will not come')
  })

  await test.step('the sheet: one page, with what was corrected, black on white', async () => {
    await page.keyboard.press('Control+p')
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('.print-sheet')
    for (const words of ['HMCS Example', 'Day sheet', 'Alarm disarmed', '3.5 °C', 'Another unit’s member', 'Signature']) await expect(sheet).toContainText(words)
    expect((await page.pdf({ format: 'Letter' })).length).toBeGreaterThan(5_000)
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('another day is read, not ticked; words are found in all days', async () => {
    await page.getByRole('button', { name: 'The day before' }).click()
    await expect(page.getByRole('checkbox', { name: 'Alarm disarmed' })).toBeDisabled()
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByRole('textbox', { name: 'Search all days' }).fill('dentelle')
    await expect(page.getByText('No entry has these words.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Search all days' }).fill('galley 3.5')
    const found = page.getByRole('region', { name: 'Search all days' }).getByRole('listitem')
    await expect(found).toHaveCount(1)
    await found.getByRole('button', { name: /^\w+ 25 Nov/ }).click()
    await expect(log).toContainText('Galley fridge')
  })

  await test.step('the daily page stands beside the checklist', async () => {
    await page.getByRole('button', { name: 'Daily page' }).click()
    await expect(page.getByText('Stay reachable, and within 30 minutes of the unit.')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
})

test('in French and in the dark', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await openLog(page)
  await expect(page.getByRole('checkbox', { name: 'Alarme désarmée' })).toBeVisible()
  await page.getByRole('button', { name: 'Température', exact: true }).click()
  await page.getByRole('button', { name: 'Inscrire' }).click()
  await expect(page.getByText('Un nombre entre −60 et 100.')).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('an administrator writes the daily page; the checklist of today is another one at once, and what was ticked stays', async ({ browser }) => {
  await signInAs(host, 5)
  await host.call('dutyLog.tick', { key: 'lights' })
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation').getByRole('button', { name: 'Admin', exact: true }).click()
  await page.getByRole('button', { name: 'Daily page', exact: true }).click()
  await page.getByRole('button', { name: 'Another item' }).first().click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Please fill this in.')).toBeVisible()
  await page.locator('[aria-invalid=true]').fill('Boiler room')
  await page.getByRole('button', { name: 'Move up: Boiler room' }).click()
  await page.getByRole('button', { name: 'Take away: Lights on' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').getByText('Saved')).toBeVisible()
  await page.keyboard.press('F8')
  await page.getByRole('button', { name: 'Checklist', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Boiler room' }).click()
  await expect(page.getByRole('checkbox', { name: 'Boiler room' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Lights on' })).toBeChecked()
})
