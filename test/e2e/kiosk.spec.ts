/** The kiosk: keyboard readers, the rush, and the way out (screens.md W-4, W-15, 5.1). */
import { expect } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { wedge } from './support/wedge.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
let serials: string[]

test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
  serials = badges.map(({ serial }) => serial)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const today = async (): Promise<number> => (await host.call<{ today: number }>('presence.activity')).today

test('a keyboard reader needs no field: the badge counts once, and the refusal says what to do', async ({ browser }) => {
  const kiosk = await openWindow(browser, host, 'kiosk')
  await expect(kiosk.getByRole('heading').first()).toBeVisible()
  await wedge(kiosk, '1234567890')
  await expect(kiosk.getByRole('alert')).toContainText('Badge not known')
  const { items } = await host.call<{ items: { serialTail: string | null }[] }>('presence.activity')
  expect(items.filter(({ serialTail }) => serialTail === '7890')).toHaveLength(1)
})

test('on the desk a badge leaves nothing behind in the field that has the focus, and submits nothing', async ({ browser }) => {
  const desk = await openWindow(browser, host, 'desk')
  const find = desk.getByLabel('Find a person who is inside')
  await find.fill('trem')
  await find.press('End')
  await desk.waitForTimeout(300)
  await wedge(desk, '9876543210')
  await expect(desk.getByRole('region', { name: 'Activity' })).toContainText('Badge …3210')
  await expect(find).toHaveValue('trem')
})

test('a person’s typing stays typing', async ({ browser }) => {
  const desk = await openWindow(browser, host, 'desk')
  const find = desk.getByLabel('Find a person who is inside')
  const before = await host.call<{ items: unknown[] }>('presence.activity', { limit: 100 })
  await find.pressSequentially('tremblay', { delay: 60 })
  await find.press('Enter')
  await expect(find).toHaveValue('tremblay')
  expect(await host.call('presence.activity', { limit: 100 })).toEqual(before)
})

test('in a rush every card is shown or in the strip, and every scan counts', async ({ browser }) => {
  const kiosk = await openWindow(browser, host, 'kiosk')
  await expect(kiosk.getByRole('heading').first()).toBeVisible()
  const before = await today()
  const members = serials.slice(0, 8)
  const outcomes = await Promise.all(members.map((serial) => host.call<{ outcome: string }>('dev.scan', { serial })))
  expect(outcomes.every(({ outcome }) => /^member_(in|out)$/.test(outcome))).toBe(true)
  expect(await today()).toBe(before + 8)
  await expect(kiosk.getByRole('list', { name: 'Last scans' }).getByRole('img')).toHaveCount(5)
})

test('the kiosk is opened from the desk with a code, and left with that code only', async ({ browser }) => {
  const desk = await openWindow(browser, host, 'desk')
  await desk.getByRole('button', { name: 'Open kiosk' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Open the kiosk' })
  const code = dialog.getByLabel('Exit code, 6 to 12 digits')
  await code.fill('111111')
  await dialog.getByRole('button', { name: 'Open kiosk' }).click()
  await expect(dialog).toContainText('too easy to guess')
  await code.fill('472905')
  const opened = desk.context().waitForEvent('page')
  await dialog.getByRole('button', { name: 'Open kiosk' }).click()
  const kiosk = await opened
  await expect(kiosk.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Close kiosk' })).toBeVisible()

  await kiosk.keyboard.press('Control+Alt+Shift+KeyK')
  const panel = kiosk.getByRole('dialog', { name: 'Leave the kiosk' })
  const enter = async (digits: string): Promise<void> => {
    for (const digit of digits) await panel.getByRole('button', { name: digit, exact: true }).click()
    await panel.getByRole('button', { name: 'Leave' }).click()
  }
  await enter('472906')
  await expect(panel.getByRole('alert')).toContainText('That is not the exit code')
  await enter('472905')
  await expect(kiosk.getByText('The kiosk is closed')).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Open kiosk' })).toBeVisible()
})

test('the kiosk’s rights do not reach what the desk may do', async ({ browser }) => {
  const kiosk = await openWindow(browser, host, 'kiosk')
  const answer = await kiosk.evaluate(async (token) => {
    const response = await fetch('/call/members.list', { method: 'POST', headers: { authorization: `Bearer ${token}`, 'x-sentinel-window': 'kiosk' }, body: '{}' })
    return response.json() as Promise<unknown>
  }, host.token)
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})
