/** The duty and the building in a day (domain.md 4.12, 4.15; screens.md P0-2, P0-5, P0-6; scenarios 20, 22, 23). */
import { expect } from '@playwright/test'
import { badges, setUpDutyUnit } from './support/duty-unit.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeEach(async () => {
  host = await startHost(data.path, ['--dev'])
})
test.afterEach(async () => {
  await host.stop()
  data.remove()
})

const scan = (serial: string) => host.call<{ outcome: string; options: string[] }>('dev.scan', { serial })

test('the duty is accepted and opens the building; lockup changes hands with two badges; everybody is looked for, and the building is secured in one act', async ({ browser }) => {
  await setUpDutyUnit(host)
  const { watch, deck, late } = badges
  for (const serial of [administrator.serial, watch, deck]) await scan(serial)
  const page = await openWindow(browser, host, 'desk')
  const strip = (name: string) => page.getByRole('region', { name, exact: true })
  await expect(strip('Building')).toContainText('Secured')
  await expect(strip('DDS')).toContainText('Nobody')

  await test.step('who is signed in and qualified accepts; the building opens with it', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Duty', exact: true }).click()
    await page.getByRole('button', { name: 'Accept the duty' }).click()
    await expect(page.getByText('accepted the duty')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('navigation').getByRole('button', { name: 'Desk', exact: true }).click()
    await expect(strip('DDS')).toContainText('PO1 Boss, A')
    await expect(strip('Building')).toContainText('Open')
    await expect(strip('Lockup')).toContainText('PO1 Boss, A')
  })

  await test.step('the holder cannot leave (scenario 20)', async () => {
    expect(await scan(administrator.serial)).toMatchObject({ outcome: 'lockup_held', options: ['lock_up', 'hand_over'] })
  })

  await test.step('both badges, and lockup is with another (W-7)', async () => {
    for (const [key, part] of [['F6', 'Duty Day Staff'], ['F7', 'Lockup']] as const) {
      await page.keyboard.press(key)
      await expect(page.getByRole('region', { name: part })).toBeFocused()
    }
    await page.getByRole('button', { name: 'Hand lockup over…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hand lockup over' })
    await expect(dialog.getByRole('combobox', { name: /^To/ })).toContainText('PO2 Watch, W')
    await dialog.getByRole('button', { name: 'Hold up badges' }).click()
    await expect(dialog.getByText('badge, please')).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await scan(watch)).toMatchObject({ outcome: 'badge_proof' })
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('region', { name: 'Lockup' })).toContainText('PO2 Watch, W')
  })

  await test.step('back again without badges, with a reason', async () => {
    await page.getByRole('button', { name: 'Hand lockup over…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Without badges…' }).click()
    await dialog.getByLabel('Why without badges?').fill('Called away')
    await dialog.getByRole('button', { name: 'Hand over without badges' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Called away')).toBeVisible()
  })

  await test.step('whoever comes in meanwhile is on the list before anything is confirmed (scenario 22)', async () => {
    await page.getByRole('button', { name: 'Lock up…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Lock up' })
    await expect(dialog.getByText('2 people are still inside')).toBeVisible()
    await expect(dialog.getByText(/items of today’s checklist are not ticked/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Secure the building' })).toBeDisabled()
    await dialog.getByLabel('Everybody on the list was looked for').check()
    await scan(late)
    await expect(dialog.getByText('Somebody came or went.')).toBeVisible()
    await expect(dialog.getByText('3 people are still inside')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Secure the building' })).toBeDisabled()
    expect(await violations(page)).toEqual([])
    for (const name of ['PO2 Watch, W', 'S1 Deck, D', 'S1 Late, L']) await dialog.getByLabel(`Looked for: ${name}`).check()
    await dialog.getByRole('button', { name: 'Secure the building' }).click()
    await expect(page.getByRole('dialog', { name: 'The building is secured' })).toContainText('4 people were signed out')
    // And on paper.
    await page.emulateMedia({ media: 'print' })
    for (const words of ['HMCS Example', 'S1 Late, L', '4 people were signed out']) await expect(page.locator('.print-sheet')).toContainText(words)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('nobody is inside, and the building is secured', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Desk', exact: true }).click()
    await expect(strip('Building')).toContainText('Secured')
    await expect(strip('Inside')).toContainText('0 members')
    expect(await host.call('history.missedCheckouts')).toMatchObject({ total: 3 })
    // A badge that is still at the reader counts once; then the same person may come back.
    await expect.poll(async () => (await scan(deck)).outcome).toBe('member_in')
  })
})
