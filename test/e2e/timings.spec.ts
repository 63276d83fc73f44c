/** The unit, its timings and its attendance rules, as an administrator keeps them (domain.md 1.1, 1.2, 3.5, 5.7). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
const monday = '2026-11-23T20:00:00.000Z'
const start = async (): Promise<void> => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await host.call('dev.setClock', { now: monday })
}
test.beforeAll(start)
test.afterAll(async () => {
  await host.stop()
  data.remove()
})
test.beforeEach(() => signInAs(host, 5))

const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
async function openSection(page: Page, section: string, room = 'Admin'): Promise<void> {
  await go(page, room)
  await go(page, section)
  await expect(page.locator('form h2')).toBeVisible()
}
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
const nights = (page: Page) => page.getByRole('complementary').getByRole('listitem')

interface TimingsAnswer {
  timings: { operational: { dutyWatchRules: { name: string; endTime: string }[]; lockupWarningTime: string } }
  version: number
  source: string
}

test('an administrator adds a monthly rule, sees its nights, saves it; it is there after a restart', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openSection(page, 'Timings')
  await expect(page.getByText('Nobody has saved timings yet')).toBeVisible()
  await expect(nights(page)).toHaveText([/^Tue 24 Nov19:00 until it ends/, /^Thu 26 Nov/, /^Tue 1 Dec/, /^Thu 3 Dec/, /^Tue 8 Dec/, /^Thu 10 Dec/])

  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Mess dinner')
  await page.getByLabel('Which of the month').selectOption('last')
  await page.getByLabel('Weekday').selectOption('Friday')
  await page.getByLabel('Starts').fill('1730')
  await page.getByLabel('Until it ends').uncheck()
  await page.getByLabel('Ends', { exact: true }).fill('1.30')
  await page.getByLabel('Ends', { exact: true }).press('Tab')
  await expect(page.getByText('Last Friday of the month · 17:30–01:30 the next morning')).toBeVisible()
  await expect(nights(page).nth(2)).toHaveText(/^Fri 27 Nov17:30–01:30newMess dinner$/)
  await expect(page.getByText('Not saved yet')).toBeVisible()

  await page.getByLabel('Ends', { exact: true }).fill('05:00')
  await page.getByLabel('Ends', { exact: true }).press('Tab')
  await expect(page.getByText('It must end after it starts, before the day turns over.')).toBeVisible()
  await save(page)
  await expect(page.getByLabel('Ends', { exact: true })).toBeFocused()
  await page.getByLabel('Ends', { exact: true }).fill('0130')
  // Enter in a field saves, and the field is brought to its form first.
  await page.getByLabel('Ends', { exact: true }).press('Enter')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.getByText('Nobody has saved timings yet')).toBeHidden()
  await expect(nights(page).nth(2)).toHaveText(/^Fri 27 Nov17:30–01:30Mess dinner$/)
  await page.context().close()

  await host.stop()
  await start()
  await signInAs(host, 5)
  const again = await openWindow(browser, host, 'desk')
  await openSection(again, 'Timings')
  await expect(again.getByText('Last Friday of the month · 17:30–01:30 the next morning')).toBeVisible()
  const change = again.getByRole('button', { name: 'Change Mess dinner' })
  await change.click()
  await expect(again.getByLabel('Ends', { exact: true })).toHaveValue('01:30')
  await change.click()
  await expect(again.getByLabel('Ends', { exact: true })).toBeHidden()
  await again.getByRole('button', { name: 'Delete Mess dinner' }).click()
  await expect(again.getByText('Last Friday of the month')).toBeHidden()
  await again.getByRole('button', { name: 'Discard changes' }).click()
  await expect(again.getByText('Last Friday of the month')).toBeVisible()
  expect(await host.call<TimingsAnswer>('settings.timings')).toMatchObject({ source: 'stored', version: 1, timings: { operational: { dutyWatchRules: [{}, {}, { name: 'Mess dinner', endTime: '01:30' }] } } })
  await again.context().close()
})

test('another rollover makes another today, and says what that changes', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openSection(page, 'Timings')
  const rollover = page.getByLabel('The day turns over at')
  await rollover.fill('25:00')
  await rollover.press('Tab')
  await expect(page.getByText('Give a time of day, such as 19:00.')).toBeVisible()
  await expect(page.getByText('1 field to correct')).toBeVisible()
  await rollover.fill('2200')
  await rollover.press('Tab')
  await expect(page.getByText('Saving makes today another day: it was Mon 23 Nov.')).toBeVisible()
  await expect(page.getByRole('note')).toContainText('the day they count to is worked out anew')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(rollover).toHaveValue('03:00')
})

test('what is not saved is asked about before it is lost', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openSection(page, 'Attendance rules')
  await page.getByLabel('Warning below, in percent').fill('45')
  await expect(page.getByText('It must be lower than the warning.')).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' })
  await go(page, 'Members')
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page.getByLabel('Warning below, in percent')).toHaveValue('45')
  await page.keyboard.press('F9')
  await dialog.getByRole('button', { name: 'Keep editing' }).click()
  await go(page, 'Unit')
  await dialog.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByRole('heading', { name: 'Unit', exact: true })).toBeVisible()
  expect(await host.call('settings.reports')).toMatchObject({ settings: { thresholds: { warningThreshold: 75 } } })
})

test('of two who edit the second is told, and loses nothing but the race', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openSection(page, 'Timings')
  await page.getByLabel('Remind of lockup at').fill('21:30')
  const { timings, version } = await host.call<TimingsAnswer>('settings.timings')
  await host.call('settings.updateTimings', { basedOn: version, timings: { ...timings, operational: { ...timings.operational, lockupWarningTime: '20:15' } } })
  await expect(page.getByRole('region', { name: 'Administration' }).getByRole('alert')).toContainText('Somebody else saved these settings meanwhile.')
  await save(page)
  await expect(page.getByLabel('Remind of lockup at')).toHaveValue('21:30')
  expect((await host.call<TimingsAnswer>('settings.timings')).timings.operational.lockupWarningTime).toBe('20:15')
  await page.getByRole('button', { name: 'Load theirs' }).click()
  await expect(page.getByLabel('Remind of lockup at')).toHaveValue('20:15')
  await page.getByLabel('Remind of lockup at').fill('21:45')
  await save(page)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('the unit’s name and zone are on every window at once; its papers keep their lines', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  const other = await openWindow(browser, host, 'desk', { language: 'fr' })
  await openSection(page, 'Unit')
  await page.getByLabel('Name of the unit').fill('')
  await save(page)
  await expect(page.getByText('Give the unit a name.')).toBeVisible()
  await page.getByLabel('Name of the unit').fill('NCSM Exemple-sur-Mer')
  await page.getByLabel('Address').fill('1, rue du Port\nVille-Exemple')
  await page.getByLabel('Classification line').fill('NON CLASSIFIÉ')
  await page.getByLabel('Time zone').selectOption('America/Toronto')
  await expect(page.getByRole('note')).toContainText('every window shows the time of the new zone')
  await save(page)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(other.getByRole('banner')).toContainText('NCSM Exemple-sur-Mer')
  expect(await host.call('system.status')).toMatchObject({ unit: { name: 'NCSM Exemple-sur-Mer', zone: 'America/Toronto', rollover: '03:00' } })
  expect(await host.call('settings.unit')).toMatchObject({ unit: { address: '1, rue du Port\nVille-Exemple', classification: 'NON CLASSIFIÉ', phone: null } })
})

test('a person of level 2 finds no way there, and is refused when sent directly', async ({ browser }) => {
  const { timings, version } = await host.call<TimingsAnswer>('settings.timings')
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk')
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Members' })).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Admin' })).toHaveCount(0)
  await expect(host.call('settings.updateTimings', { basedOn: version, timings })).rejects.toThrow('forbidden')
  await expect(host.call('settings.updateUnit', { basedOn: 1, unit: {} })).rejects.toThrow('forbidden')
  await expect(host.call('settings.reports')).rejects.toThrow('forbidden')
  expect(await host.call<TimingsAnswer>('settings.timings')).toMatchObject({ version })
})

for (const { theme, language, room, sections, add, end } of [
  { theme: 'light', language: 'en', room: 'Admin', sections: ['Unit', 'Timings', 'Attendance rules'], add: 'Add a rule', end: 'Lockup is overdue at' },
  { theme: 'dark', language: 'fr', room: 'Gestion', sections: ['Unité', 'Horaires', 'Assiduité'], add: 'Ajouter une règle', end: 'Fermeture en retard à' },
] as const)
  test(`everybody can read and reach them: ${theme}, ${language} (screens.md 5.6)`, async ({ browser }) => {
    const page = await openWindow(browser, host, 'desk', { theme, language })
    const [unit, timings, attendance] = sections
    await openSection(page, unit, room)
    expect(await violations(page), unit).toEqual([])
    await openSection(page, attendance, room)
    expect(await violations(page), attendance).toEqual([])
    await openSection(page, timings, room)
    await page.getByRole('button', { name: add }).click()
    await page.getByLabel(end).fill('04:00')
    await page.getByLabel(end).press('Tab')
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1)
    expect(await violations(page), timings).toEqual([])
    await go(page, unit)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'dialog').toEqual([])
  })
