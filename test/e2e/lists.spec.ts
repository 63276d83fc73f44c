/** The lists that an administrator keeps, as one keeps them (domain.md 4.17, 4.21; screens.md 1.12). */
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
  await signInAs(host, 5)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const choose = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click()
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
const names = (page: Page) => page.locator('tbody tr b').allTextContents()

async function openLists(page: Page, room: string, section: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('navigation').getByRole('button', { name: section, exact: true }).click()
}

test('an administrator adds a visit type, moves it by the keyboard, renames it and deletes it', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openLists(page, 'Admin', 'Lists')
  await choose(page, 'Visit types')

  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await dialog.getByLabel('Name in English').fill('Guest')
  await expect(dialog.getByLabel('Code', { exact: true })).toHaveValue('guest')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog.getByText('The code “guest” is on the list already.')).toBeVisible()
  await dialog.getByLabel('Name in English').fill('Family day')
  await dialog.getByLabel('Name in French').fill('Journée des familles')
  await dialog.getByLabel('Code', { exact: true }).fill('Family-Day')
  await expect(dialog.getByText('Kept as “family_day”')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add' }).click()
  await expect(dialog).toBeHidden()
  await expect(row(page, 'Family day')).toContainText('Journée des familles')
  await expect(row(page, 'Family day')).toContainText('family_day')

  const last = await names(page)
  const edit = page.getByRole('button', { name: 'Change Family day' })
  await edit.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => names(page)).toEqual([...last.slice(0, -3), 'Family day', ...last.slice(-3, -1)])
  await expect(edit).toBeFocused()
  await expect(page.getByText('Family day is now number 5 of 7.')).toBeAttached()
  const up = page.getByRole('button', { name: 'Move Family day up' })
  for (let place = 5; place > 1; place -= 1) await up.click()
  // At the top it has nothing to do, and keeps the focus.
  await page.keyboard.press('Enter')
  await expect(up).toBeFocused()
  await expect.poll(async () => (await host.call<{ visitTypes: { code: string }[] }>('definitions.read')).visitTypes[0]?.code).toBe('family_day')

  await edit.click()
  await dialog.getByLabel('Name in English').fill('Open house')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'Open house')).toContainText('family_day')
  await page.getByRole('button', { name: 'Delete Open house' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(row(page, 'Open house')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Visit types' })).toBeFocused()
})

test('what is in use, and what Sentinel relies on, says why it stays', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openLists(page, 'Admin', 'Lists')
  await page.getByRole('button', { name: 'Why Active cannot be deleted' }).click()
  await expect(page.getByRole('dialog')).toContainText('Sentinel relies on it.')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Change Active' }).click()
  await expect(page.getByRole('dialog')).toContainText('only its words and its colour can be changed')
  await page.keyboard.press('Escape')
  await choose(page, 'Divisions')
  await expect(row(page, 'Band')).toContainText('12')
  await page.getByRole('button', { name: 'Delete Band' }).click()
  await expect(page.getByRole('dialog')).toContainText('12 records carry it')
})

test('a dialog keeps what somebody else changed meanwhile, and says when the item is gone', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openLists(page, 'Admin', 'Lists')
  await choose(page, 'Trades')
  const { key } = await host.call<{ key: string }>('definitions.create', { list: 'trades', code: '00105', name: 'Boatswain' })
  const edit = page.getByRole('button', { name: 'Change Boatswain' })
  await edit.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name in French').fill('Manœuvrier')
  await host.call('definitions.update', { list: 'trades', key, name: 'Boatswain', description: 'Deck trade' })
  await expect(dialog.getByLabel('Description')).toHaveValue('Deck trade')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row(page, 'Boatswain')).toContainText('Manœuvrier')
  await expect(row(page, 'Boatswain')).toContainText('Deck trade')
  await edit.click()
  await host.call('definitions.remove', { list: 'trades', key })
  await expect(edit).toHaveCount(0)
  await dialog.getByLabel('Name in English').fill('Bosn')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('That item is not on the list any more.')
})

for (const { theme, language, lists, add } of [
  { theme: 'light', language: 'en', lists: ['Qualifications', 'Tags', 'Ranks', 'Trades', 'Member statuses'], add: 'Add' },
  { theme: 'dark', language: 'fr', lists: ['Qualifications', 'Étiquettes', 'Grades', 'Métiers', 'États des membres'], add: 'Ajouter' },
  { theme: 'night', language: 'en', lists: ['Tags', 'Ranks', 'Member statuses'], add: 'Add' },
  { theme: 'contrast', language: 'fr', lists: ['Étiquettes', 'Grades', 'États des membres'], add: 'Ajouter' },
] as const)
  test(`everybody can read and reach them: ${theme}, ${language} (screens.md 5.6)`, async ({ browser }) => {
    const page = await openWindow(browser, host, 'desk', { theme, language })
    await openLists(page, language === 'en' ? 'Admin' : 'Gestion', language === 'en' ? 'Lists' : 'Listes')
    for (const list of lists) {
      await choose(page, list)
      await expect(page.getByRole('heading', { name: list })).toBeVisible()
      expect(await violations(page), list).toEqual([])
    }
    await page.getByRole('button', { name: add, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'dialog').toEqual([])
  })
