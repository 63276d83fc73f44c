/** An alert comes from a real scan, is seen and heard at once, and somebody answers for it (domain.md 4.11; screens.md W-1, 1.3). */
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
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

for (const look of [{ theme: 'light', language: 'en' }, { theme: 'dark', language: 'fr' }] as const) {
  test(`an unknown badge is called at the desk, counted, and acknowledged with a note: ${look.language}, ${look.theme}`, async ({ browser }) => {
    const words = look.language === 'en' ? { alerts: 'Alerts', unknown: 'Unknown badge', times: '2 times', acknowledge: 'Acknowledge', byName: /by name/, note: /What did you do/, all: 'All alerts', past: 'Past' } : { alerts: 'Alertes', unknown: 'Insigne inconnu', times: '2 fois', acknowledge: 'Prendre en charge', byName: /par le nom/, note: /Qu’avez-vous fait/, all: 'Toutes les alertes', past: 'Passées' }
    await host.call('accounts.signOut')
    const page = await openWindow(browser, host, 'desk', look)
    const panel = page.getByRole('region', { name: words.alerts })
    await expect(panel).toBeHidden()
    // Whoever sits at the desk is to know, signed in or not; to answer for it one signs in.
    await host.call('dev.scan', { serial: 'DEADBEEF' })
    await host.call('dev.scan', { serial: 'DEADBEEF' })
    await expect(panel).toContainText(words.unknown)
    await expect(panel).toContainText('…BEEF')
    await expect(panel).toContainText(words.times)
    await expect(panel.getByRole('button', { name: new RegExp(`^${words.acknowledge}`) })).toBeHidden()
    await signInAs(host, 2)
    await expect(panel.getByRole('button', { name: words.all })).toBeVisible()
    await expect(host.call('alerts.acknowledge', { alertIds: ['7b1f5c1e-1df6-4d7e-9a55-2c7d0f1b8a01'] })).rejects.toThrow(/forbidden/)
    await signInAs(host, 4)

    const dialog = page.getByRole('dialog')
    await panel.getByRole('button', { name: words.byName }).click()
    await expect(dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await panel.getByRole('button', { name: new RegExp(`^${words.acknowledge}`) }).click()
    await dialog.getByLabel(words.note).fill('A visitor’s bus pass')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(panel).toBeHidden()

    await host.call('dev.scan', { serial: 'CAFEBABE' })
    await panel.getByRole('button', { name: words.all }).click()
    await dialog.getByRole('button', { name: words.past }).click()
    await expect(dialog).toContainText('A visitor’s bus pass')
    await page.keyboard.press('Escape')
    const { alerts } = await host.call<{ alerts: { id: string }[] }>('alerts.active')
    await host.call('alerts.acknowledge', { alertIds: alerts.map(({ id }) => id) })
    await expect(panel).toBeHidden()
  })
}
