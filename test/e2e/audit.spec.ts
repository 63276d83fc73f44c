/** The audit log, as an administrator reads it (domain.md 4.23, 5.7; screens.md 1.12 Logs, 5.4). */
import { readFileSync } from 'node:fs'
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
})
test.beforeEach(() => signInAs(host, 5))
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const words = {
  en: { room: 'Admin', section: 'Audit log', title: 'Audit log' },
  fr: { room: 'Gestion', section: 'Vérification', title: 'Journal de vérification' },
} as const
async function openLog(page: Page, language: 'en' | 'fr' = 'en'): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: words[language].room, exact: true }).click()
  await page.getByRole('navigation').getByRole('button', { name: words[language].section, exact: true }).click()
  await expect(page.getByRole('heading', { name: words[language].title })).toBeVisible()
}
/** Somebody goes from one division to another. */
async function changeSomebody(mess: string): Promise<{ name: string; before: string; after: string }> {
  const { members } = await host.call<{ members: { id: string; displayName: string; division: { code: string } | null }[] }>('members.list', { search: 'çelik' })
  const [member] = members
  if (member === undefined) throw new Error('nobody of that name')
  const { updatedAt } = await host.call<{ updatedAt: string }>('members.get', { memberId: member.id })
  const before = member.division?.code ?? '–'
  const after = before === 'DECK' ? 'OPS' : 'DECK'
  await host.call('members.update', { memberId: member.id, basedOn: updatedAt, changes: { division: after, mess } })
  return { name: member.displayName, before, after }
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Audit log' })
/** The lines in sight, without the heading. */
const lines = (page: Page) => grid(page).locator('[role=row][aria-selected]')
const panel = (page: Page, name: string) => page.getByRole('complementary', { name })

test('an administrator changes somebody, finds it by filter, sees what it was and is, and takes it along as a file', async ({ browser }) => {
  const { name, before, after } = await changeSomebody('Gunroom')
  const page = await openWindow(browser, host, 'desk')
  await openLog(page)
  await page.getByLabel('Area').selectOption('Members')
  await page.getByLabel('Action', { exact: true }).selectOption('Member changed')
  await page.getByLabel('Search the audit log').fill('celik')
  await expect(lines(page)).toHaveCount(1)
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible()
  await expect(lines(page).first()).toContainText(name)

  await test.step('by the keyboard: down into the list, Enter opens, Esc closes and gives the list back', async () => {
    await page.getByLabel('Search the audit log').press('ArrowDown')
    await expect(grid(page)).toBeFocused()
    await page.keyboard.press('Enter')
    const details = panel(page, 'Member changed')
    await expect(details.getByRole('row', { name: `Division ${before} ${after}` })).toBeVisible()
    await expect(details.getByRole('row', { name: /^Mess .*Gunroom$/ })).toBeVisible()
    await expect(details).toContainText('Administrator')
    await expect(details).not.toContainText('{')
    await page.keyboard.press('Escape')
    await expect(details).toBeHidden()
    await expect(grid(page)).toBeFocused()
  })

  await test.step('the filters are there on return', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Members', exact: true }).click()
    await openLog(page)
    await expect(page.getByLabel('Area')).toHaveValue('members')
    await expect(lines(page)).toHaveCount(1)
  })

  await test.step('the file holds what the list shows, in words, and the export is in the log', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export the audit log as CSV' }).click()])
    expect(download.suggestedFilename()).toMatch(/^sentinel-audit-\d{4}-\d{2}-\d{2}\.csv$/)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.split('\r\n').filter((row) => row !== '')).toHaveLength(2)
    expect(text).toContain(`Division: ${before} → ${after}`)
    await expect(page.getByText('1 entry exported')).toBeVisible()
    expect(await host.call('audit.list', { actions: ['export'], limit: 1 })).toMatchObject({ lines: [{ entityType: 'audit', details: { rows: 1, format: 'csv' } }] })
  })

  await test.step('from a line to everything about the person', async () => {
    await lines(page).first().click()
    await panel(page, 'Member changed').getByRole('button', { name: 'Everything about it' }).click()
    await expect(page.getByRole('button', { name: `About ${name}` })).toBeVisible()
    await expect(page.getByLabel('Search the audit log')).toHaveValue('')
    await expect(lines(page).filter({ hasText: 'Member changed' })).toHaveCount(1)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect(page.getByText(/^100 entries, more/)).toBeVisible()
  })
})

test('what is new is told and does not move the list; the arrows go from line to line while one is open', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openLog(page)
  await expect(lines(page).first()).toBeVisible()
  const first = await lines(page).first().textContent()
  await host.call('definitions.create', { list: 'messes', code: 'gunroom', name: 'Gunroom' })
  await host.call('dev.scan', { serial: 'DEADBEEF' })
  const news = page.getByRole('button', { name: /new entr(y|ies) – show/ })
  await expect(news).toHaveText('2 new entries – show', { timeout: 15_000 })
  expect(await lines(page).first().textContent()).toBe(first)
  await news.click()
  await expect(lines(page).first()).toContainText('Scan refused')
  await expect(news).toBeHidden()

  await lines(page).first().click()
  await expect(panel(page, 'Scan refused')).toContainText('Badge not known')
  await page.keyboard.press('ArrowDown')
  await expect(panel(page, 'Other lists – item added').getByRole('row', { name: 'Name Gunroom' })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByText(/^200 entries, more/)).toBeVisible()
})

test('nothing found says so, and shows everything again', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openLog(page)
  await page.getByLabel('Actor').fill('nobody of that name')
  await expect(page.getByText('No entry matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(lines(page).first()).toBeVisible()
})

test('below administrator there is no log: not in the window, and not for a call sent directly', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk')
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Admin', exact: true })).toBeHidden()
  for (const call of ['list', 'entity', 'news', 'stats', 'export'])
    await expect(host.call(`audit.${call}`, { entityType: 'member', entityId: 'x', after: 0, format: 'csv' }), call).rejects.toThrow(/^forbidden/)
})

for (const { theme, language } of [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'fr' },
] as const)
  test(`everybody can read it: ${theme}, ${language} (screens.md 5.6)`, async ({ browser }) => {
    await changeSomebody(`Mess ${theme}`)
    const page = await openWindow(browser, host, 'desk', { theme, language })
    await openLog(page, language)
    const rows = page.locator('[role=row][aria-selected]')
    await expect(rows.first()).toBeVisible()
    expect(await violations(page), 'list').toEqual([])
    await rows.filter({ hasText: language === 'en' ? 'Member changed' : 'Membre modifié' }).first().click()
    await expect(page.getByRole('complementary')).toBeVisible()
    expect(await violations(page), 'details').toEqual([])
    await page.getByRole('main').getByRole('searchbox').fill('zzzz')
    await expect(page.getByText(language === 'en' ? 'No entry matches' : 'Aucune inscription ne correspond')).toBeVisible()
    expect(await violations(page), 'nothing').toEqual([])
  })
