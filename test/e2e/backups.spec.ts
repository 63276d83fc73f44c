/** Backups by an administrator at the desk: one more, a second place, and the way back (screens.md 5.4, W-19; trust.md 3.1). */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, setUp, signIn } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

const passphrase = 'seven ships sailed at dawn'
let host: Host
const data = newDataDir()
const stick = join(dirname(data.path), 'stick')
test.beforeAll(async () => {
  host = await startHost(data.path)
  await setUp(host)
  mkdirSync(stick)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const openBackups = async (page: Page, room = 'Admin', tab = 'Backups'): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('button', { name: tab, exact: true }).click()
}

test('made now, carried to a stick behind a passphrase, looked into, restored by a word and the PIN, and there after the start', async ({ browser }) => {
  test.slow()
  let page = await openWindow(browser, host, 'desk')
  await openBackups(page)

  await test.step('one more, opened and compared', async () => {
    await expect(page.getByText('There is no proved backup yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText(/^Backed up: [\d,]+ rows, opened and compared\.$/)).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('table', { name: 'On this PC' }).getByRole('row', { name: /Asked for.*Yes/ })).toBeVisible()
  })

  await test.step('the whole desk as SQL: a wrong name is refused in words, then it is written', async () => {
    const file = join(dirname(data.path), 'desk.sql')
    await page.getByRole('button', { name: 'Export the desk…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export as SQL' })
    await dialog.getByLabel('File').fill('desk.txt')
    await dialog.getByLabel('Your PIN').fill(administrator.pin)
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog.getByText('That is not a whole path of a file that ends in “.sql” or “.sql.gz”.')).toBeVisible()
    await dialog.getByLabel('File').fill(file)
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(page.getByText(/^Exported: [\d,]+ rows, .* to .*desk\.sql$/)).toBeVisible({ timeout: 90_000 })
    expect(existsSync(file)).toBe(true)
  })

  await test.step('a second place: a short passphrase is seen, the PIN is asked for, and no name leaves in the clear', async () => {
    await page.getByRole('button', { name: 'Choose a second place…' }).click()
    const dialog = page.getByRole('dialog', { name: 'A second place for backups' })
    await dialog.getByLabel('Folder').fill(stick)
    await dialog.getByLabel('Passphrase', { exact: true }).fill('too short')
    await expect(dialog.getByText('Too short')).toBeVisible()
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await expect(dialog.getByText('Strong')).toBeVisible()
    await dialog.getByLabel('Passphrase again').fill(passphrase)
    await dialog.getByText('I have written the passphrase down').click()
    await dialog.getByLabel('Your PIN').fill(administrator.pin)
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Use this place' }).click()
    await expect(dialog).toBeHidden({ timeout: 30_000 })
    await expect(page.getByText('In order', { exact: true })).toBeVisible({ timeout: 60_000 })
    const [place = ''] = readdirSync(stick)
    const [file = ''] = readdirSync(join(stick, place))
    expect(file).toMatch(/-asked\.sentinel$/)
    expect(readFileSync(join(stick, place, file)).includes('A100001')).toBe(false)
  })

  await test.step('what came since is what would be lost', async () => {
    await host.call('stations.create', { id: 'side-door', name: 'Side door' })
    await page.getByRole('table', { name: 'In the second place' }).getByRole('button', { name: /^Restore the backup of/ }).click()
    const dialog = page.getByRole('dialog', { name: /^Restore the backup of/ })
    await dialog.getByLabel('Passphrase of this backup').fill('another one altogether')
    await dialog.getByLabel('Passphrase of this backup').press('Enter')
    await expect(dialog.getByText('That passphrase does not open this backup. Nothing was changed.')).toBeVisible({ timeout: 60_000 })
    await dialog.getByLabel('Passphrase of this backup').fill(passphrase)
    await dialog.getByRole('button', { name: 'Look into it' }).click()
    await expect(dialog.getByText(/^The desk would lose what was recorded since: 0 movements, \d+ acts in all\.$/)).toBeVisible({ timeout: 60_000 })
    expect(await violations(page)).toEqual([])
  })

  await test.step('restored: the station added since is gone, and the desk as it was is kept', async () => {
    const dialog = page.getByRole('dialog', { name: /^Restore the backup of/ })
    await expect(dialog.getByRole('button', { name: 'Restore and start again' })).toBeDisabled()
    await dialog.getByLabel('Type RESTORE to go on').fill('restore')
    await dialog.getByLabel('Your PIN').fill(administrator.pin)
    await dialog.getByRole('button', { name: 'Restore and start again' }).click()
    await expect(dialog.getByText(/^The backup is ready\./)).toBeVisible({ timeout: 90_000 })
    await page.close()
    await host.stop()
    host = await startHost(data.path)
    page = await openWindow(browser, host, 'desk', { viewport: { width: 1280, height: 800 } })
    await signIn(page)
    const { stations } = await host.call<{ stations: { id: string }[] }>('stations.list')
    expect(stations.map(({ id }) => id)).not.toContain('side-door')
    await openBackups(page)
    await expect(page.getByRole('table', { name: 'On this PC' }).getByRole('row', { name: /Replaced by a restore/ })).toBeVisible()
    await expect(page.getByRole('table', { name: 'On this PC' }).getByRole('row', { name: /Before a restore.*Yes/ })).toBeVisible()
    await page.close()
  })
})

test('the section in French and in the dark', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await openBackups(page, 'Gestion', 'Sauvegardes')
  await expect(page.getByRole('heading', { name: 'Sauvegardes', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sauvegarder maintenant' })).toBeVisible()
  expect(await violations(page)).toEqual([])
})
