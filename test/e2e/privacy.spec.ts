/** Retention and the file of one person, by an administrator at the desk (trust.md 4.4). */
import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  const { id } = await host.call<{ id: string }>('visitors.signIn', { requestId: crypto.randomUUID(), visitType: 'guest', firstName: 'Émilie', lastName: 'Bélanger', organization: 'Elevators', purpose: 'other', details: 'Lift' })
  await host.call('visitors.signOut', { visitId: id })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

for (const [theme, language, room, tab, title] of [['light', 'en', 'Admin', 'Privacy', 'Privacy and retention'], ['dark', 'fr', 'Gestion', 'Vie privée', 'Vie privée et conservation']] as const) {
  test(`the section says what is due, and what visitors are told, ${theme}, ${language}`, async ({ browser }) => {
    const page = await openWindow(browser, host, 'desk', { theme, language })
    await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
    await page.getByRole('button', { name: tab, exact: true }).click()
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

test('less than two years is refused in words; a legal hold is saved, and nothing is due then', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation').getByRole('button', { name: 'Admin', exact: true }).click()
  await page.getByRole('button', { name: 'Privacy', exact: true }).click()
  const months = page.getByLabel('Months kept')
  await months.fill('12')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(months).toBeFocused()
  await expect(page.getByText('Give 24 to 120 months.').first()).toBeVisible()
  await months.fill('36')
  await page.getByText('Legal hold: keep everything').click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await host.call('visitors.retention')).toMatchObject({ settings: { visitMonths: 36, legalHold: true } })
})

test('the file of one visitor is exported from the details of a visit', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation').getByRole('button', { name: 'Visitors', exact: true }).click()
  await page.getByRole('tab', { name: /^Past visits/ }).or(page.getByRole('button', { name: /^Past visits/ })).click()
  await page.getByRole('button', { name: /Bélanger, Émilie/ }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Export this visitor’s file as CSV' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe('sentinel-visitor-belanger-emilie-elevators-2026-11-25.csv')
  expect(await readFile(await download.path(), 'utf8')).toContain('Bélanger')
})
