/** Stations and levels as an administrator meets them (domain.md 3.5, 4.22 ▶, 5.7; screens.md 1.12, W-12, W-13, W-14). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo', '--station', 'front-door'])
})
test.beforeEach(() => signInAs(host, 5))
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
const open = async (page: Page, room: string, section: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('navigation').getByRole('button', { name: section, exact: true }).click()
}

test('a station is renamed in its row, and the desk, the kiosk and the activity show the new name at once', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  const kiosk = await openWindow(browser, host, 'kiosk')
  const french = await openWindow(browser, host, 'kiosk', { language: 'fr' })
  await expect(kiosk.getByText('Front door')).toBeVisible()
  const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
  await host.call('dev.scan', { serial: badges[0]?.serial })

  await open(page, 'Admin', 'Stations and readers')
  await expect(row(page, 'Front door')).toContainText('This desk')
  await expect(row(page, 'Front door')).toContainText('Simulated reader')
  await page.getByRole('button', { name: 'Rename Front door' }).click()
  const name = page.getByLabel('Name in English')
  await expect(name).toBeFocused()
  await name.fill('Rear door')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Another station is called “Rear door”.')).toBeVisible()
  await name.fill('Main gate')
  await page.getByLabel('Name in French').fill('Entrée principale')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Rename Main gate' })).toBeFocused()
  await expect(row(page, 'Main gate')).toContainText('Entrée principale')

  await expect(kiosk.getByText('Main gate')).toBeVisible()
  await expect(french.getByText('Entrée principale')).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Desk', exact: true }).click()
  // The bar has room for it on a larger screen.
  await page.setViewportSize({ width: 1920, height: 1080 })
  await expect(page.getByRole('banner').getByText('Main gate')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Activity' }).getByRole('listitem').first()).toContainText('Main gate')
})

test('a station is added, put in order by the keyboard, switched off and deleted; one with history says why it stays', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await open(page, 'Admin', 'Stations and readers')
  await page.getByRole('button', { name: 'Add station' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name in English').fill('Jetty (east)')
  await expect(dialog.getByLabel('Code', { exact: true })).toHaveValue('jetty-east')
  await dialog.getByLabel('Code', { exact: true }).fill('rear-door')
  await expect(dialog.getByText('Another station has this code.')).toBeVisible()
  await dialog.getByLabel('Code', { exact: true }).fill('jetty-east')
  await dialog.getByRole('button', { name: 'Add station' }).click()
  await expect(dialog).toBeHidden()
  const codes = () => page.locator('tbody td.font-mono').allTextContents()
  await expect.poll(codes).toEqual(['front-door', 'rear-door', 'jetty-east'])

  const rename = page.getByRole('button', { name: 'Rename Jetty (east)' })
  await rename.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rename).toBeFocused()
  await expect.poll(codes).toEqual(['jetty-east', 'front-door', 'rear-door'])
  await page.keyboard.press('Enter')
  await page.getByLabel('Name in English').fill('Something else')
  await page.keyboard.press('Escape')
  await expect(rename).toBeFocused()

  await page.getByRole('button', { name: 'Switch Rear door off' }).click()
  await expect(row(page, 'Rear door')).toContainText('Switched off')
  await page.getByRole('button', { name: 'Switch Rear door on' }).click()
  await page.getByRole('button', { name: 'Why Rear door cannot be deleted' }).click()
  await expect(dialog).toContainText('It stands in the record.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Delete Jetty (east)' }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(row(page, 'Jetty (east)')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Stations and readers' })).toBeFocused()

  await page.getByRole('button', { name: 'Set up readers' }).click()
  await expect(page.getByRole('heading', { name: 'Badge readers' })).toBeVisible()
  // What is switched off is not offered, and a door that is new is named from its code.
  await host.call('stations.setActive', { id: 'rear-door', active: false })
  await page.getByRole('button', { name: 'Add reader' }).click()
  const stationField = dialog.getByRole('combobox', { name: 'Station' })
  await expect.poll(async () => stationField.getByRole('option').allTextContents()).toEqual([expect.stringMatching(/^(Front door|Main gate)$/), 'Another door…'])
  await stationField.selectOption('Another door…')
  await dialog.getByLabel('Door code').fill('boat-shed')
  await expect(dialog.getByText('Will be called “Boat Shed”')).toBeVisible()
  await host.call('stations.setActive', { id: 'rear-door', active: true })
})

test('who may do what stands in words, with the calls behind it, as the core answers them (screens.md W-12)', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await open(page, 'Admin', 'Levels')
  const mays = async (words: string): Promise<string[]> => (await page.getByRole('row').filter({ has: page.getByRole('button', { name: words, exact: true }) }).getByRole('cell').allTextContents()).map((text) => text.replace(/[^a-z]/g, ''))
  // Wall display, kiosk, desk with nobody signed in, levels 1 to 6, DDS at this moment, oneself.
  expect(await mays('Add, rename, order, switch off and delete stations')).toEqual(['no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'no', 'no'])
  expect(await mays('Correct and delete past movements')).toEqual(['no', 'no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'yes', 'no'])
  expect(await mays('Open a member’s profile; their own at any level')).toEqual(['no', 'no', 'no', 'no', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'yes'])
  await expect(page.getByText('stations.setActive')).toHaveCount(0)
  await page.getByRole('button', { name: 'Add, rename, order, switch off and delete stations' }).click()
  await expect(page.getByText('stations.setActive')).toBeVisible()
  await expect(page.getByText('Switches a station off, so that it is not offered any more, or on again.')).toBeVisible()
  await page.getByRole('button', { name: 'Show the calls behind it' }).click()
  await expect(page.getByText('members.archive')).toBeVisible()
})

test('somebody of level 2 has no Admin room, and its calls refuse them however they are made (screens.md W-13)', async ({ browser }) => {
  await host.call('dev.signInAs', { level: 2 })
  const page = await openWindow(browser, host, 'desk')
  const rail = page.getByRole('navigation', { name: 'Rooms' })
  await expect(rail.getByRole('button', { name: 'Members', exact: true })).toBeVisible()
  await expect(rail.getByRole('button', { name: 'Admin', exact: true })).toHaveCount(0)
  const answerOf = async (name: string, input: unknown): Promise<unknown> => {
    const response = await fetch(`${host.url}/call/${name}`, { method: 'POST', headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' }, body: JSON.stringify(input) })
    return response.json()
  }
  for (const [name, input] of [
    ['stations.create', { id: 'secret-door', name: 'Secret door' }],
    ['stations.update', { id: 'rear-door', name: 'Mine' }],
    ['stations.setActive', { id: 'rear-door', active: false }],
    ['stations.remove', { id: 'rear-door' }],
    ['accounts.list', {}],
    ['accounts.setLevel', { memberIds: ['7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'], level: 5 }],
    ['definitions.remove', { list: 'tags', key: 'x' }],
    ['readers.add', { path: '/dev/x', name: 'X', stationId: 'rear-door' }],
  ] as const)
    expect(await answerOf(name, input), name).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  const { stations } = await host.call<{ stations: { id: string; name: string }[] }>('stations.list')
  expect(stations.map(({ id }) => id)).not.toContain('secret-door')
  expect(stations.find(({ id }) => id === 'rear-door')).toMatchObject({ name: 'Rear door', isActive: true })
})

const sections = { en: ['Admin', ['Stations and readers', 'Levels']], fr: ['Gestion', ['Postes et lecteurs', 'Niveaux']] } as const
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'fr' },
] as const

for (const look of looks)
  test(`everybody can read and reach them: ${look.theme}, ${look.language} (screens.md 5.6)`, async ({ browser }) => {
    const page = await openWindow(browser, host, 'desk', look)
    const [room, names] = sections[look.language]
    for (const name of names) {
      await open(page, room, name)
      await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible()
      expect(await violations(page), name).toEqual([])
    }
    await page.locator('button[aria-expanded]').nth(3).click()
    expect(await violations(page), 'calls').toEqual([])
    await open(page, room, names[0])
    await page.locator('[data-control="rename rear-door"]').click()
    expect(await violations(page), 'renaming').toEqual([])
  })
