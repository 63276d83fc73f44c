/** WCAG 2.2 A and AA on every screen, in both languages and all themes (screens.md 5.6). */
import { join } from 'node:path'
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
  await signInAs(host, 5)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const rooms = { en: ['Desk', 'Members', 'History', 'Badges', 'Reports', 'Readers', 'Admin', 'Duty', 'Duty log', 'Events', 'Training'], fr: ['Poste', 'Membres', 'Historique', 'Insignes', 'Rapports', 'Lecteurs', 'Gestion', 'Service', 'Journal', 'Activités', 'Instruction'] }
const importWords = { en: ['Import nominal roll', 'Nominal roll file'], fr: ['Importer le rôle nominatif', 'Fichier du rôle nominatif'] }
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'fr' },
  { theme: 'night', language: 'en' },
  { theme: 'contrast', language: 'fr' },
] as const

for (const look of looks) {
  test(`the desk and its rooms, ${look.theme}, ${look.language}`, async ({ browser }) => {
    const page = await openWindow(browser, host, 'desk', look)
    await expect(page.getByRole('grid')).toBeVisible()
    for (const name of rooms[look.language]) {
      await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
      await page.waitForTimeout(400)
      expect(await violations(page), name).toEqual([])
    }
    await page.getByRole('navigation').getByRole('button', { name: rooms[look.language][1] ?? '', exact: true }).click()
    const [button = '', field = ''] = importWords[look.language]
    await page.getByRole('button', { name: button }).click()
    await page.getByLabel(field).setInputFiles(join(import.meta.dirname, '../fixtures/rolls/roll-120-bad-row.csv'))
    await expect(page.getByText('roll-120-bad-row.csv').first()).toBeVisible()
    expect(await violations(page), 'import preview').toEqual([])
  })

  test(`the kiosk, ${look.theme}, ${look.language}`, async ({ browser }) => {
    const page = await openWindow(browser, host, 'kiosk', look)
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await violations(page), 'idle').toEqual([])
    const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
    for (const serial of [badges[0]?.serial, badges[0]?.serial, 'DEADBEEF']) {
      const { outcome } = await host.call<{ outcome: string }>('dev.scan', { serial })
      await expect(page.locator(`[data-outcome=${outcome}]`)).toBeVisible()
      expect(await violations(page), outcome).toEqual([])
    }
    await page.keyboard.press('Control+Alt+Shift+KeyK')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'exit panel').toEqual([])
  })
}

test('what a finger must hit on the kiosk is at least 56 px high (screens.md 5.3)', async ({ browser }) => {
  await signInAs(host, 5)
  await host.call('kiosk.open', { exitCode: '472905' })
  const page = await openWindow(browser, host, 'kiosk')
  await expect(page.getByRole('heading').first()).toBeVisible()
  await page.keyboard.press('Control+Alt+Shift+KeyK')
  await expect(page.getByRole('dialog').getByRole('button', { name: '7', exact: true })).toBeVisible()
  const heights = await page.getByRole('button', { includeHidden: true }).evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(12)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(56)
  await host.call('kiosk.leave', { exitCode: '472905' })
})
