/** A station whose server is away (domain.md 4.4 ▶, 4.25 ▶; issue 8): kept, said so, entered, and looked through. */
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

const away = (isAway: boolean): Promise<unknown> => host.call('dev.serverAway', { away: isAway })
const scan = (serial: string): Promise<{ outcome: string; direction: string; person: { displayName: string; lastName: string } }> => host.call('dev.scan', { serial })

test('the server goes away and comes back: desk and kiosk say so, nobody is lost, and what differs is looked through', async ({ browser }) => {
  const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
  const [first = '', second = ''] = badges.map(({ serial }) => serial)
  const desk = await openWindow(browser, host, 'desk', { viewport: { width: 1280, height: 800 } })
  const kiosk = await openWindow(browser, host, 'kiosk', { viewport: { width: 1280, height: 800 }, language: 'fr' })
  await expect(desk.getByText('All 47')).toBeVisible()
  await expect(kiosk.getByRole('heading').first()).toBeVisible()
  const before = await scan(first)
  expect(['member_in', 'member_out']).toContain(before.outcome)

  await test.step('away: since when and how many, in colour, shape and word', async () => {
    await away(true)
    await expect(desk.getByText(/^Server away since \d\d:\d\d/)).toBeVisible()
    await expect(desk.locator('[data-offline=away]')).toContainText('Badges are kept here until it is back. Everything else waits: use paper.')
    await expect(kiosk.locator('[data-offline=away]')).toContainText('Serveur absent depuis')
    // Nothing else of the desk calls it broken.
    await expect(desk.getByText('Scans are not recorded')).toBeHidden()
  })

  await test.step('a badge is greeted by name and direction, and marked as not entered', async () => {
    // Past the bounce of the scan before: this one is foretold from before it, and is wrong.
    const told = await scan(second)
    expect(told.outcome).toMatch(/^kept_(in|out)$/)
    await expect(kiosk.getByRole('heading', { name: new RegExp(told.person.lastName) })).toBeVisible()
    await expect(kiosk.getByText('Gardé, pas encore inscrit')).toBeVisible()
    await expect(kiosk.locator('[data-offline=away]')).toContainText('1 passage est gardé ici')
    await expect(desk.locator('[data-offline=away]')).toContainText('1 scan is kept here, and entered once it is back.')
    expect((await scan('04DEADBEEF')).outcome).toBe('kept_unknown')
    await expect(kiosk.getByText('Cette porte ne connaît pas l’insigne.')).toBeVisible()
    expect(await violations(kiosk)).toEqual([])
    expect(await violations(desk)).toEqual([])
  })

  await test.step('everything else is refused in words', async () => {
    await expect(host.call('visitors.signIn', { visitType: 'guest', lastName: 'Guest', organization: 'Example', purpose: 'other' })).rejects.toThrow(/database_away|invalid_input/)
  })

  await test.step('back: entered at once, in the activity and in the record', async () => {
    await away(false)
    await expect(desk.locator('[data-offline=away]')).toBeHidden()
    await expect(kiosk.locator('[data-offline]')).toBeHidden()
    await expect.poll(() => host.call<{ kept: number }>('offline.status')).toMatchObject({ kept: 0, away: false })
    await expect(desk.getByRole('region', { name: 'Activity' })).toContainText('Badge …BEEF')
  })
})

test('what was told at the door and what the record says differ: the desk looks it through, and marks it as seen by name', async ({ browser }) => {
  const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
  const serial = badges[0]?.serial ?? ''
  const desk = await openWindow(browser, host, 'desk', { viewport: { width: 1280, height: 800 } })
  await expect(desk.getByText('All 47')).toBeVisible()
  // At once: the station has not learnt yet that this person moved.
  const { direction, person } = await scan(serial)
  await away(true)
  await host.call('dev.setClock', { now: '2026-11-25T19:30:00.000Z' }).catch(() => {})
  const told = await scan(serial)
  expect(told.direction).toBe(direction)
  await away(false)

  await desk.getByRole('button', { name: 'Look through…' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Kept scans to look at' })
  const row = dialog.getByRole('listitem').filter({ hasText: person.displayName })
  await expect(row).toContainText('The person was told the other direction.')
  expect(await violations(desk)).toEqual([])
  await row.getByRole('button', { name: 'Seen' }).click()
  await expect(dialog.getByText('Nothing to look at')).toBeVisible()
  await dialog.getByRole('radio', { name: 'Seen too' }).or(dialog.getByRole('button', { name: 'Seen too' })).first().click()
  await expect(dialog.getByText(/^Seen by /)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(desk.locator('[data-offline]')).toBeHidden()
})
