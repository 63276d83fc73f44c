/** The weekly change-over on the first working day: nobody has the duty by the calendar alone (domain.md 4.12.3; screens.md P1-1; scenario 24). */
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

/** DDS of the week of this date, published. */
async function roster(date: string, memberId: string): Promise<void> {
  const { scheduleId } = await host.call<{ scheduleId: string }>('schedule.createRoster', { role: 'DDS', date })
  await host.call('schedule.assign', { scheduleId, positionId: null, memberId })
  await host.call('schedule.publish', { scheduleId })
}

test('outgoing stays until both badges are held up; then duty and lockup are with incoming, with what is still open', async ({ browser }) => {
  const idOf = await setUpDutyUnit(host)
  await roster('2026-11-25', idOf('Boss'))
  await roster('2026-11-30', idOf('Watch'))
  await host.call('dev.scan', { serial: administrator.serial })
  await host.call('dds.accept', {})
  await host.call('dev.setClock', { now: '2026-11-30T13:35:00Z' })
  await host.call('accounts.signIn', administrator)
  await host.call('dev.scan', { serial: 'DEADBEEF' })

  const page = await openWindow(browser, host, 'desk')
  const strip = (name: string) => page.getByRole('region', { name, exact: true })
  await test.step('the banner says whom the duty waits for; who had it opens, and still has it', async () => {
    await expect(strip('DDS')).toContainText('PO1 Boss, A')
    await expect(strip('DDS')).toContainText('waits for PO2 Watch, W')
    await page.keyboard.press('F7')
    await page.getByRole('region', { name: 'Lockup' }).getByRole('button', { name: 'Open the building' }).click()
    await expect(page.getByText('Weekly hand-over: PO1 Boss, A → PO2 Watch, W')).toBeVisible()
  })

  await test.step('incoming arrives by badge, and the hand-over is completed', async () => {
    expect(await host.call('dev.scan', { serial: badges.watch })).toMatchObject({ outcome: 'member_in' })
    await page.getByRole('button', { name: 'Complete the hand-over…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Weekly hand-over' })
    await expect(dialog.getByRole('combobox', { name: /^To/ })).toContainText('PO2 Watch, W')
    await expect(dialog.getByText('Still open, and goes over with the duty')).toBeVisible()
    expect(await violations(page)).toEqual([])
    // One is signed in, the other held up their badge at this reader within the minute: both have agreed.
    await dialog.getByRole('button', { name: 'Hold up badges' }).click()
    await expect(dialog).toBeHidden()
  })

  await test.step('duty and lockup are with incoming, who cannot leave with them; outgoing may go', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Desk', exact: true }).click()
    await expect(strip('DDS')).toContainText('PO2 Watch, W')
    await expect(strip('DDS')).not.toContainText('waits for')
    await expect(strip('Lockup')).toContainText('PO2 Watch, W')
    // A second scan within two seconds is a repeat.
    const scan = async (serial: string) => (await host.call<{ outcome: string }>('dev.scan', { serial })).outcome
    await expect.poll(() => scan(badges.watch)).toBe('lockup_held')
    expect(await scan(administrator.serial)).toBe('member_out')
  })
})
