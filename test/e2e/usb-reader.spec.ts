/** A USB reader is added in the window, read, unplugged and plugged in again: on a made-up machine, by the real node-hid (hardware.md 3). */
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startHidRig, type HidRig } from '../rigs/hid-rig.ts'
import { h10301 } from '../rigs/vectors/hid-readers.ts'
import { journeyStart, newDataDir, type Host } from './support/host.ts'
import { setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

const headless = join(import.meta.dirname, '..', '..', 'out/main/headless.js')
const data = newDataDir()
let rig: HidRig
let host: Pick<Host, 'window' | 'call'>
test.beforeAll(async () => {
  rig = startHidRig('rfideas', [headless, '--data', data.path, '--dev', '--station', 'front-door', '--now', journeyStart])
  await expect.poll(() => rig.printed.length, { timeout: 180_000 }).toBeGreaterThan(0)
  const { url, token } = rig.printed[0] as { url: string; token: string }
  host = {
    window: (name = 'desk') => `${url}/?window=${name}#token=${token}`,
    async call<T>(name: string, input: unknown = {}): Promise<T> {
      const response = await fetch(`${url}/call/${name}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(input) })
      const result = (await response.json()) as { ok: boolean; value: T }
      expect(result).toMatchObject({ ok: true })
      return result.value
    },
  }
})
test.afterAll(async () => {
  await rig.stop()
  data.remove()
})

test('it is offered by name, added by a press, and its state and badges are shown', async ({ browser }) => {
  await setUp(host)
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation').getByRole('button', { name: 'Readers', exact: true }).click()
  await page.getByRole('button', { name: 'Add reader' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a reader' })
  await dialog.getByRole('button', { name: '0c27:3bfa RF IDeas badge reader likely a reader' }).click()
  await expect(dialog.getByLabel('Port or device')).toHaveValue('0c27:3bfa')
  await expect(dialog).toContainText('set it to SDK mode')
  // It sends nothing that could be set.
  await expect(dialog.getByLabel('What the reader sends')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel('Name', { exact: true }).fill('Front USB')
  await dialog.getByRole('button', { name: 'Add reader' }).click()
  await expect(dialog).toBeHidden()

  const row = page.getByRole('row').filter({ hasText: 'Front USB' })
  await expect(row).toContainText('Ready')
  await expect(row).toContainText('0c27:3bfa')
  await rig.tell(`card ${h10301.join(' ')}`)
  await expect(row.getByRole('cell').nth(5)).toHaveText('1')
  await rig.tell('mute')
  await expect(row).toContainText('It is plugged in but does not answer')
  await rig.tell('unplug')
  await expect(row).toContainText('Not plugged in')
  await rig.tell('plug')
  await expect(row).toContainText('Ready')

  await page.getByRole('button', { name: 'Add reader' }).click()
  await dialog.getByRole('button', { name: /RF IDeas/ }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Twin')
  await dialog.getByRole('button', { name: 'Add reader' }).click()
  await expect(dialog).toContainText('There is already a reader on 0c27:3bfa.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Remove Front USB' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(row).toHaveCount(0)
})
