/** The roll as an administrator keeps it (issue 3; screens.md 1.9, P1-4). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
const people = [
  ['V200001', 'PO2', 'Abel', 'OPS'],
  ['V200002', 'S1', 'Béland', 'DECK'],
  ['V200003', 'CPO1', 'Cyr', 'DECK'],
  ['V200004', 'A/SLt', 'Dubé', 'OPS'],
] as const
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  await setUp(host)
  for (const [serviceNumber, rank, lastName, division] of people) await host.call('members.create', { serviceNumber, rank, lastName, firstName: 'Test', division })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const names = async (page: Page): Promise<string[]> => (await page.locator('button[data-member]').allInnerTexts()).map((text) => text.split(',')[0] ?? '')

test('filtered, sorted by seniority, edited, changed many at once, and not archived while inside', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Members' }).click()

  await test.step('senior first, an officer before a chief; and the other way round', async () => {
    await expect(page.getByText('5 members')).toBeVisible()
    expect(await names(page)).toEqual(['Dubé', 'Cyr', 'Boss', 'Abel', 'Béland'])
    await page.getByRole('columnheader', { name: 'Rank' }).getByRole('button').click()
    await expect.poll(() => names(page)).toEqual(['Béland', 'Abel', 'Boss', 'Cyr', 'Dubé'])
  })

  await test.step('narrowed to a division, which is still so after a look elsewhere', async () => {
    await page.getByLabel('Division', { exact: true }).selectOption('DECK')
    await expect.poll(() => names(page)).toEqual(['Béland', 'Cyr'])
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Desk' }).click()
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Members' }).click()
    await expect.poll(() => names(page)).toEqual(['Béland', 'Cyr'])
    expect(await violations(page)).toEqual([])
  })

  await test.step('both get a tag in one act', async () => {
    await page.getByRole('checkbox', { name: 'Choose everyone shown' }).check()
    await page.getByRole('button', { name: 'Change all of them' }).click()
    await page.getByRole('dialog').getByLabel('Add a tag').selectOption({ label: 'VIP' })
    await page.getByRole('dialog').getByRole('button', { name: 'Change 2 members' }).click()
    await expect(page.getByRole('row', { name: /Béland/ })).toContainText('VIP')
    await page.getByRole('button', { name: 'Clear filters' }).click()
  })

  await test.step('a profile is opened and edited; what is wrong is said at the field', async () => {
    await page.getByRole('button', { name: 'Béland, Test' }).click()
    const profile = page.getByRole('dialog', { name: 'S1 Test Béland' })
    await expect(profile.getByText('Quartermaster')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await profile.getByRole('button', { name: 'Edit' }).click()
    const form = page.getByRole('dialog', { name: 'Edit S1 Béland, T' })
    await form.getByLabel('E-mail').fill('nobody')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Such as name@example.ca.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await form.getByLabel('E-mail').fill('t.beland@example.ca')
    await form.getByLabel('Rank').selectOption('MS')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog', { name: 'MS Test Béland' })).toContainText('t.beland@example.ca')
  })

  await test.step('who is inside is not archived; who is out is, and can come back', async () => {
    const profile = page.getByRole('dialog')
    const { members } = await host.call<{ members: { id: string }[] }>('members.list', { search: 'beland' })
    await host.call('badges.enrol', { memberId: members[0]?.id, serial: '04AAAA0001' })
    await host.call('dev.scan', { serial: '04AAAA0001' })
    await profile.getByRole('button', { name: 'Archive' }).click()
    await profile.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click()
    await expect(profile.getByRole('alert')).toContainText('is in the building')
    await page.waitForTimeout(2100)
    await host.call('dev.scan', { serial: '04AAAA0001' })
    await profile.getByRole('button', { name: 'Archive' }).click()
    await profile.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click()
    await profile.getByRole('button', { name: 'Restore to the roll' }).click()
    await expect(profile.getByRole('button', { name: 'Edit' })).toBeVisible()
    expect(await host.call('badges.list', { outstanding: true })).toMatchObject({ total: 1 })
  })
})
