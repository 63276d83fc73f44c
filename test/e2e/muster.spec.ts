/** Emergency muster at the desk (screens.md P0-7, 5.2; trust.md on muster; issue 6.4): one key, a tap a person, and nothing lost. */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { pdfText } from '../../electron/core/domain/documents/testing/read-pdf.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, importRoll, setUp, signIn } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { wedge } from './support/wedge.ts'
import { openWindow } from './support/windows.ts'

const names = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Bélanger']
const serials: Readonly<Record<string, string>> = { Alpha: '9000000001', Bravo: '9000000002', Charlie: '9000000003', Delta: '9000000004', Echo: '9000000005', Bélanger: '9000000006' }

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  await setUp(host)
  await importRoll(host, ['SN,RANK,LAST NAME,FIRST NAME,DEPT', ...names.map((name, index) => `V30000${index},S1,${name},Test,${index < 3 ? 'OPS' : 'DECK'}`)].join('\n'))
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list', { limit: 50 })
  for (const { id, lastName } of members) if (serials[lastName] !== undefined) await host.call('badges.enrol', { memberId: id, serial: serials[lastName] })
  for (const serial of Object.values(serials)) await host.call('dev.scan', { serial })
  await host.call('accounts.signOut', {})
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

/** The desk itself lies hidden beneath. */
const figures = (page: Page) => page.getByRole('region', { name: /^(How it stands|Où on en est)$/ })
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const safeButton = (page: Page, name: string) => row(page, name).locator('button[aria-pressed]').first()
const isSafe = async (page: Page, name: string): Promise<void> => {
  await expect(safeButton(page, name)).toHaveAttribute('aria-pressed', 'true')
}
/** Who has been accounted for, as the core has it. */
async function accounted(): Promise<number | undefined> {
  const { open } = await host.call<{ open: { accounted: number } | null }>('muster.state')
  return open?.accounted
}
/** A person’s pace: faster, it would be a reader’s. */
const typing = { delay: 80 }
const holdF12 = async (page: Page, ms: number): Promise<void> => {
  await page.keyboard.down('F12')
  await page.waitForTimeout(ms)
  await page.keyboard.up('F12')
}

test('an emergency from the key to the report', async ({ browser }) => {
  let page = await openWindow(browser, host, 'desk')
  await expect(page.getByRole('row').filter({ hasText: 'Alpha' })).toBeVisible()

  await test.step('F12 let go too early begins nothing, and neither does a keyboard reader', async () => {
    await page.keyboard.down('F12')
    await expect(page.getByText('Keep holding F12')).toBeVisible()
    await page.keyboard.up('F12')
    await expect(page.getByText('Keep holding F12')).toBeHidden()
    await wedge(page, '1111111111', { key: 'F12', windowsVirtualKeyCode: 123 })
    await expect(page.getByText('Keep holding F12')).toBeHidden()
    // Longer than it would have to be held.
    await page.waitForTimeout(2_200)
    expect(await accounted()).toBeUndefined()
  })

  await test.step('held over an open dialog, with nobody signed in, it freezes the list; the paper is handed over at once', async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    const [paper] = await Promise.all([page.waitForEvent('download'), holdF12(page, 2_200)])
    expect(pdfText(readFileSync(await paper.path()))).toContain('Bélanger')
    await expect(page.getByRole('heading', { name: 'EMERGENCY MUSTER' })).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(figures(page).getByText('0 of 6', { exact: true })).toBeVisible()
    await expect(figures(page).getByText('6 missing', { exact: true })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  await test.step('a tap says safe and stays where it was; another takes it back; undo too', async () => {
    // In the page itself: the rows settle after a while, and a busy machine would look too late.
    const [before, after] = await page.evaluate(async () => {
      const rows = () => [...document.querySelectorAll('#roll-call [data-part=missing] button[aria-pressed]:first-child b')].map((name) => name.textContent)
      const order = rows()
      const alpha = [...document.querySelectorAll<HTMLElement>('#roll-call button')].find((button) => button.textContent.includes('Alpha'))
      alpha?.click()
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return [order, rows()]
    })
    expect(before).toContain('Alpha')
    expect(after).toEqual(before)
    await isSafe(page, 'Alpha')
    await expect.poll(accounted).toBe(1)
    await safeButton(page, 'Alpha').click()
    await expect.poll(accounted).toBe(0)
    await page.keyboard.press('Control+z')
    await expect.poll(accounted).toBe(1)
  })

  await test.step('letters find, Enter marks, Alt+F says that somebody needs assistance, Alt+E that they are on duty', async () => {
    const field = page.getByRole('combobox', { name: 'Find somebody on the list' })
    await expect(field).toBeFocused()
    await page.keyboard.type('belan', typing)
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('')
    await isSafe(page, 'Bélanger')
    await page.keyboard.type('echo', typing)
    await page.keyboard.press('Alt+e')
    await page.keyboard.type('delta', typing)
    await page.keyboard.press('Alt+f')
    await expect.poll(accounted).toBe(4)
    await expect(figures(page).getByText('1 needs assistance')).toBeVisible()
    // They come to the top once nobody taps any more.
    await expect(page.getByRole('row').nth(1)).toContainText('Delta')
    await page.getByRole('button', { name: 'Where?: S1 Delta, Test' }).click()
    await page.getByLabel('Where, and what they need').fill('Second floor')
    await page.keyboard.press('Enter')
    await expect(row(page, 'Delta')).toContainText('Second floor')
  })

  await test.step('a badge at a muster point flips the row and moves nobody; the kiosk says where to go, and names nobody else', async () => {
    await page.getByRole('button', { name: 'Muster points…' }).click()
    await page.getByRole('dialog').getByRole('checkbox').first().check()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '1 muster point…' })).toBeVisible()
    const kiosk = await openWindow(browser, host, 'kiosk')
    await expect(kiosk.getByText('EMERGENCY: muster in progress')).toBeVisible()
    await expect(kiosk.getByText('Allez au point de rassemblement', { exact: false })).toBeVisible()
    expect(await violations(kiosk)).toEqual([])
    await wedge(page, serials['Bravo'] ?? '')
    await isSafe(page, 'Bravo')
    await expect(kiosk.getByText('Bravo', { exact: false }).first()).toBeVisible()
    expect(await kiosk.locator('body').textContent()).not.toContain('Charlie')
    await kiosk.close()
    expect((await host.call<{ counts: { members: number } }>('presence.now')).counts.members).toBe(6)
  })

  await test.step('a power cut in the middle loses no tap, and the desk comes back to the roll call by itself', async () => {
    await safeButton(page, 'Alpha').click()
    await safeButton(page, 'Alpha').click()
    await expect.poll(accounted).toBe(5)
    await host.kill()
    host = await startHost(data.path, ['--dev'])
    page = await openWindow(browser, host, 'desk')
    await expect(figures(page).getByText('5 of 6', { exact: true })).toBeVisible()
    for (const name of ['Alpha', 'Bravo', 'Bélanger']) await isSafe(page, name)
    await expect(row(page, 'Delta')).toContainText('Second floor')
  })

  await test.step('somebody who is not on the list is added in one step', async () => {
    await page.getByRole('button', { name: 'Add a person…' }).click()
    await page.getByLabel('Last name').fill('Œuvray')
    await page.keyboard.press('Enter')
    await expect(figures(page).getByText('6 of 7', { exact: true })).toBeVisible()
    await expect(row(page, 'Œuvray')).toContainText('Not on the list')
  })

  await test.step('whoever steps aside finds the desk as it was, and the way back on every room', async () => {
    await page.getByRole('button', { name: /^To the desk/ }).click()
    const bar = page.getByRole('region', { name: 'A muster is open' })
    await expect(bar).toContainText('EMERGENCY MUSTER 6 of 7')
    await page.getByRole('button', { name: 'Readers', exact: true }).click()
    await bar.getByRole('button', { name: 'Back to the roll call' }).click()
    await expect(figures(page).getByText('6 of 7', { exact: true })).toBeVisible()
  })

  await test.step('it is closed by somebody who signs in, with a reason for who is missing; the report names them', async () => {
    await page.getByRole('button', { name: 'Close the muster…' }).click()
    await signIn(page, administrator)
    const dialog = page.getByRole('dialog', { name: 'Close the emergency muster' })
    await expect(dialog.getByText('1 person is still missing')).toBeVisible()
    await expect(dialog.getByText('S1 Charlie, Test')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close the muster' }).click()
    await expect(dialog.getByText('Say why.')).toBeVisible()
    await dialog.getByLabel('Why it is closed all the same').fill('Reached by phone at home.')
    await dialog.getByRole('button', { name: 'Close the muster' }).click()
    await expect(page.getByRole('heading', { name: 'Emergency muster, closed' })).toBeVisible()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the report as PDF' }).click()])
    const text = pdfText(readFileSync(await file.path()))
    for (const words of ['Charlie', 'Reached by phone at home.', 'Œuvray']) expect(text).toContain(words)
    await page.getByRole('button', { name: 'Back to the desk' }).click()
    await expect(page.getByRole('region', { name: 'A muster is open' })).toBeHidden()
  })
})

test('a drill says that it is one, in words, in both languages, and is kept apart from emergencies', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await page.getByRole('button', { name: 'Urgence', exact: true }).click()
  const dialog = page.getByRole('dialog')
  // Whoever signed in at the desk to close the emergency came in with it.
  await expect(dialog.getByRole('button', { name: /^Urgence/ })).toBeFocused()
  await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /^Exercice/ }).click()])
  await expect(page.getByRole('heading', { name: /EXERCICE.*non une urgence/ })).toBeVisible()
  await expect(figures(page).getByText('0 sur 7', { exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])

  await page.getByRole('group', { name: 'Par division' }).getByRole('button', { name: /OPS/ }).click()
  await page.getByRole('button', { name: 'Les 3 montrés sont en sécurité…' }).click()
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toContainText('EXERCICE')
  await page.getByRole('button', { name: 'Oui, les 3 sont en sécurité' }).click()
  await expect(figures(page).getByText('3 sur 7', { exact: true })).toBeVisible()
  await expect(page.getByText('3 personnes notées')).toBeVisible()

  const wall = await openWindow(browser, host, 'wall', { theme: 'dark', language: 'fr' })
  await host.call('wall.open', {})
  await expect(wall.getByText('EXERCICE : rassemblement en cours')).toBeVisible()
  await expect(wall.getByText('3 sur 7')).toBeVisible()
  for (const name of names) expect(await wall.locator('body').textContent()).not.toContain(name)
  expect(await violations(wall)).toEqual([])

  await page.getByRole('group', { name: 'Par division' }).getByRole('button', { name: /DECK/ }).click()
  await page.getByRole('button', { name: 'Les 3 montrés sont en sécurité…' }).click()
  await page.getByRole('button', { name: 'Oui, les 3 sont en sécurité' }).click()
  await page.getByRole('group', { name: 'Par division' }).getByRole('button', { name: /^Tous/ }).click()
  await safeButton(page, 'Boss').click()
  await expect(figures(page).getByText('Personne ne manque').first()).toBeVisible()
  await page.getByRole('button', { name: 'Clore l’exercice…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clore l’exercice' }).click()
  await expect(page.getByRole('heading', { name: /Exercice, clos/ })).toBeVisible()
  await page.getByRole('button', { name: 'Revenir au poste' }).click()
  await page.getByRole('button', { name: 'Appel', exact: true }).click()
  const past = page.getByRole('grid', { name: 'Rassemblements et exercices' })
  await expect(past.getByRole('row').nth(1)).toContainText('Exercice')
  await expect(past.getByRole('row').nth(2)).toContainText('Urgence')
  expect(await violations(page)).toEqual([])
})
