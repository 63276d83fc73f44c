/** The kiosk in a rush and at night: short cards, a longer strip, sounds that are lowered (issue 5.4; screens.md P0-1, P1-2, 5.1). */
import { expect } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
let serials: string[]
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  serials = (await host.call<{ badges: { serial: string }[] }>('dev.badges')).badges.map(({ serial }) => serial)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

test('twelve scans in a minute make the cards short and the strip long; every scan stays in it, and can be taken back', async ({ browser }) => {
  const kiosk = await openWindow(browser, host, 'kiosk', { viewport: { width: 1280, height: 800 } })
  await expect(kiosk.getByText('Ready', { exact: true }).first()).toBeVisible()
  const strip = kiosk.getByRole('list', { name: 'Last scans' })
  for (const serial of serials.slice(0, 11)) await host.call('dev.scan', { serial })
  await expect(strip.getByRole('img')).toHaveCount(5)
  await host.call('dev.scan', { serial: serials[11] })
  await expect(kiosk.getByText('Rush: short cards')).toBeVisible()
  await expect(strip.getByRole('img')).toHaveCount(10)
  expect(await strip.getByRole('button', { name: /^Undo: / }).count()).toBeGreaterThan(0)
  await strip.getByRole('button', { name: /^Undo: / }).last().click()
  await expect(kiosk.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  expect(await violations(kiosk)).toEqual([])
})

test('the quartermaster chooses pace, sounds and quiet hours of a station; its kiosk follows at once', async ({ browser }) => {
  const desk = await openWindow(browser, host, 'desk')
  const kiosk = await openWindow(browser, host, 'kiosk')
  await desk.getByRole('navigation').getByRole('button', { name: 'Readers' }).click()
  await desk.getByRole('button', { name: 'Kiosk pace and sound…' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Kiosk pace and sound' })
  await dialog.getByRole('button', { name: 'Fast' }).click()
  await dialog.getByRole('slider', { name: 'Out' }).fill('40')
  await dialog.getByRole('checkbox', { name: 'Lower every sound at certain hours' }).check()
  await dialog.getByLabel('From').fill('21:30')
  await dialog.getByRole('button', { name: 'Try the sound: Error' }).click()
  expect(await violations(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Saved')
  await expect(kiosk.getByText('Rush: short cards')).toBeVisible()
  expect(await host.call('kiosk.settings', { stationId: 'desk' })).toMatchObject({ version: 1, settings: { pace: 'fast', volumes: { in: 100, out: 40 }, quiet: { isOn: true, from: '21:30', to: '06:00', percent: 20 } } })
  await dialog.getByRole('button', { name: 'Normal' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(kiosk.getByText('Rush: short cards')).toBeHidden()
})
