/** How Sentinel itself is doing, as an administrator sees it: its log, its measures, and a file for whoever helps (issue 8). */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path)
  await setUp(host)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const open = async (page: Page, room = 'Admin', tab = 'System'): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('button', { name: tab, exact: true }).click()
}

test('the log is narrowed by level, words and act, goes on by itself, and the file holds nobody', async ({ browser }) => {
  test.slow()
  const page = await openWindow(browser, host, 'desk')
  await open(page)

  await test.step('measures are there, or say when they will be', async () => {
    await expect(page.getByRole('heading', { name: 'System' })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  await test.step('the log: a start stands in it; words and levels narrow it', async () => {
    await page.getByRole('button', { name: 'Log', exact: true }).click()
    await expect(page.getByRole('row', { name: /Notice core\.ready/ })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Words in the log' }).fill('nothing says this')
    await expect(page.getByText('No such line')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Words in the log' }).fill('')
    await page.getByRole('button', { name: 'Detail', exact: true }).click()
    // What comes meanwhile moves the lines: whoever looks for one holds them.
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    const number = (await page.getByRole('button', { name: /^Only act / }).first().innerText()).trim()
    await page.getByRole('button', { name: `Only act ${number}`, exact: true }).first().click()
    await expect(page.getByRole('button', { name: `Act ${number}: show all again` })).toBeVisible()
    await expect(page.getByRole('button', { name: new RegExp(`^Only act (?!${number})`) })).toHaveCount(0)
    await expect(page.getByRole('button', { name: `Only act ${number}`, exact: true }).first()).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  await test.step('the file is shown before it is saved, and names nobody', async () => {
    await page.getByRole('button', { name: 'Diagnostics file', exact: true }).click()
    const shown = page.getByRole('region', { name: 'What is in the file' })
    await expect(shown).toContainText('"schema"')
    expect(await violations(page)).toEqual([])
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save file…' }).click()
    const saved = readFileSync(await (await waiting).path(), 'utf8')
    expect(saved).toContain('sentinel_calls_total')
    for (const secret of ['Boss', 'A100001', administrator.serial, administrator.pin]) expect(saved).not.toContain(secret)
    await expect(page.getByText(/^Saved: sentinel-diagnostics-/)).toBeVisible()
  })
})
