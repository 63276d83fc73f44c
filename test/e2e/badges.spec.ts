/** A lost badge and its replacement, as an administrator does it (issue 3, “Show”; domain.md 8, scenarios 5–9). */
import { expect } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const lost = '04AAAA0001'
const fresh = '04BBBB0002'

test('a badge is reported lost, its scan is refused, another takes its place by being held up, and opens the door', async ({ browser }) => {
  await setUp(host)
  const { id } = await host.call<{ id: string }>('members.create', { serviceNumber: 'V200002', rank: 'S1', firstName: 'Dana', lastName: 'Loser', division: 'OPS' })
  await host.call('badges.enrol', { memberId: id, serial: lost })
  expect(await host.call('dev.scan', { serial: lost })).toMatchObject({ outcome: 'member_in' })

  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Badges' }).click()
  await page.getByRole('row', { name: /Loser/ }).getByRole('button', { name: 'Open badge …0001' }).click()
  const dialog = page.getByRole('dialog', { name: 'Badge …0001' })
  await dialog.getByRole('button', { name: 'Report lost' }).click()
  await expect(dialog.getByText('Lost', { exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])

  await page.waitForTimeout(2100)
  expect(await host.call('dev.scan', { serial: lost })).toMatchObject({ outcome: 'inactive_badge', person: null })

  await dialog.getByRole('button', { name: 'Replace' }).click()
  await page.getByRole('button', { name: 'Hold up the new badge' }).click()
  await expect(page.getByText('Hold the new badge to a reader')).toBeVisible()
  expect(await host.call('dev.scan', { serial: fresh })).toMatchObject({ outcome: 'badge_enrolled' })
  await expect(page.getByText(/has the badge now/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()

  await expect(page.getByRole('row', { name: /Loser/ })).toContainText('…0002')
  expect(await host.call('dev.scan', { serial: fresh })).toMatchObject({ outcome: 'member_out', person: { lastName: 'Loser' } })
  expect(await host.call('dev.scan', { serial: lost })).toMatchObject({ outcome: 'inactive_badge' })
  // The desk still sees whose it was.
  const { items } = await host.call<{ items: { outcome: string; person: { lastName: string } | null }[] }>('presence.activity')
  expect(items.filter(({ outcome }) => outcome === 'inactive_badge').map(({ person }) => person?.lastName)).toEqual(['Loser', 'Loser'])

  await page.getByRole('button', { name: 'Out of use 1' }).click()
  await page.getByRole('button', { name: 'Open badge …0001' }).click()
  await expect(page.getByRole('dialog')).toContainText('S1 Loser, D')
})
