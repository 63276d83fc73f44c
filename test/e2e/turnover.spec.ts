/** The turn of the operational day with people inside: warned of, done, read in the morning (domain.md 4.16 ▶; screens.md W-24, P0-2.6). */
import { expect } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeEach(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
})
test.afterEach(async () => {
  await host.stop()
  data.remove()
})

/** 02:10 of the night after the demonstration's day in its zone, UTC−6; the day turns over at 03:00. */
const night = '2026-11-26T08:10:00Z'
const at = (now: string) => host.call('dev.setClock', { now })

test('whoever is inside at two in the morning is seen before the clock signs them out; what it did is read, and set right', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  const warning = page.getByText(/47 people are inside and the day turns over/)
  await expect(page.getByText('All 47')).toBeVisible()
  await expect(warning).toBeHidden()

  await test.step('warned in the last hour, in every room, with the list; put off for a while', async () => {
    await at(night)
    await page.reload()
    await expect(warning).toBeVisible()
    await page.getByRole('button', { name: 'Who is it?' }).click()
    const dialog = page.getByRole('dialog', { name: 'If the day turned over now' })
    await expect(dialog.getByRole('listitem')).toHaveCount(47)
    await expect(dialog.getByText(/lockup held by .*not secured/)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('button', { name: 'Remind me in 15 min' }).click()
    await expect(warning).toBeHidden()
  })

  await test.step('at 03:00 it is done, sessions and all, and the desk says so until somebody has read it', async () => {
    await at('2026-11-26T09:00:30Z')
    const card = page.getByRole('region', { name: 'Overnight' })
    await expect(card).toContainText('47 people were signed out')
    await expect(card).toContainText('The building was not secured')
    await expect(page.getByRole('banner').getByRole('button', { name: 'Sign in' })).toBeVisible()
    await signInAs(host, 5)
    await card.getByRole('button', { name: 'Read' }).click()
    const dialog = page.getByRole('dialog', { name: 'This morning' })
    await expect(dialog.getByRole('listitem')).toHaveCount(47)
    await expect(dialog.getByText('nobody has accepted the duty')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Give them their true times…' }).click()
    await expect(page.getByRole('button', { name: 'Missed check-outs', exact: true })).toHaveAttribute('aria-current', 'page')
    await page.getByRole('navigation').getByRole('button', { name: 'Desk', exact: true }).click()
    await expect(page.getByText('Nobody is inside')).toBeVisible()
    await expect(card).toBeHidden()
  })

  await test.step('an administrator sees the run itself', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Admin', exact: true }).click()
    await page.getByRole('button', { name: 'Background work', exact: true }).click()
    await expect(page.getByRole('row', { name: /Turn of the day/ }).first()).toContainText('47 signed out')
    expect(await violations(page)).toEqual([])
  })
})

test('in French and in the dark, a whole night later: closed when Sentinel was there again', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await at(night)
  await page.reload()
  await expect(page.getByText(/47 personnes sont à l’intérieur/)).toBeVisible()
  expect(await violations(page)).toEqual([])
  await at('2026-11-26T16:00:00Z')
  await signInAs(host, 5)
  await page.getByRole('region', { name: 'Cette nuit' }).getByRole('button', { name: 'Lire' }).click()
  await expect(page.getByRole('dialog')).toContainText('Sentinel était arrêté')
  expect(await violations(page)).toEqual([])
})
