/** A reader is told how it spells numbers, with cards that are known (hardware.md 3.1). */
import { expect } from '@playwright/test'
import { startSerialRig, type SerialRig } from '../rigs/serial-rig.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { wedge } from './support/wedge.ts'
import { openWindow } from './support/windows.ts'

let host: Host
let rig: SerialRig
const data = newDataDir()
test.beforeAll(async () => {
  rig = await startSerialRig()
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  await host.call('readers.add', { path: rig.path, name: 'Jetty reader', stationId: 'front-door', protocol: 'line' })
})
test.beforeEach(() => signInAs(host, 5))
test.afterAll(async () => {
  await host.stop()
  await rig.stop()
  data.remove()
})

const line = (text: string): Promise<unknown> => rig.send([Buffer.from(`${text}\r`)])

test('two known cards tell how a serial reader spells numbers; from then on its cards are those of every other reader', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Readers', exact: true }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Jetty reader' })).toContainText('Ready')
  await page.getByRole('button', { name: 'Calibrate…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Calibrate a reader with known cards' })
  const reader = dialog.getByRole('combobox', { name: 'Reader', exact: true })
  await expect(reader).toBeFocused()
  await expect(reader).toHaveValue(/reader/)
  const find = dialog.getByRole('button', { name: 'Find the spelling' })
  await expect(find).toBeDisabled()

  await test.step('a number that is the same from both ends leaves a doubt, in words', async () => {
    await line('A1B2B2A1')
    const first = dialog.getByRole('group', { name: 'First card' })
    await expect(first.getByText('A1B2B2A1')).toBeVisible()
    await first.getByLabel('Number printed on it').fill('A1B2B2A1')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Several spellings fit')).toContainText('The number is the same from both ends')
    expect(await violations(page)).toEqual([])
  })

  await test.step('a second card settles it, and it is saved from the keyboard', async () => {
    await line('17C25900')
    const second = dialog.getByRole('group', { name: 'Second card' })
    await expect(second.getByText('17C25900')).toBeVisible()
    await second.getByLabel('Number printed on it').fill('0005882391')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('One spelling fits.')).toBeVisible()
    await expect(dialog.getByRole('radio', { name: 'Hexadecimal, 32 bits, last byte first, 125 kHz (EM4100)' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Save' }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Saved.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('what is read is shown as it came, and as the number that the card has everywhere', async () => {
    await page.getByRole('button', { name: 'Look at what readers send…' }).click()
    await line('17C25900')
    const newest = page.getByRole('list', { name: 'What was read, newest first' }).getByRole('listitem').first()
    await expect(newest).toContainText('Badge em4100:0059C217')
    await expect(newest).toContainText('the reader sent 17C25900')
  })
})

test('a keyboard reader is calibrated at its station, and no badge counts meanwhile', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Readers', exact: true }).click()
  await page.getByRole('button', { name: 'Calibrate…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Calibrate a reader with known cards' })
  await dialog.getByRole('combobox', { name: 'Reader', exact: true }).selectOption({ label: 'Keyboard readers at Desk' })
  const { today } = await host.call<{ today: number }>('presence.activity')
  const first = dialog.getByRole('group', { name: 'First card' })
  await first.getByLabel('Number printed on it').fill('089,49687')
  await wedge(page, '0005882391')
  await expect(first.getByText('0005882391')).toBeVisible()
  await expect(first.getByLabel('Number printed on it')).toHaveValue('089,49687')
  await dialog.getByRole('button', { name: 'Find the spelling' }).click()
  await expect(dialog.getByText('0005882391 → em4100:0059C217')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Saved.')).toBeVisible()
  expect((await host.call<{ today: number }>('presence.activity')).today).toBe(today)
  expect(await host.call('presence.scan', { serial: '0005882391', stationId: 'desk' })).toMatchObject({ serialTail: 'C217' })
  await dialog.getByRole('button', { name: 'Take numbers as they are' }).click()
  await expect.poll(async () => (await host.call<{ profiles: { owner: { kind: string } }[] }>('readers.profiles')).profiles.map(({ owner }) => owner.kind)).toEqual(['reader'])
})
