/** The way out of the kiosk by badge and PIN, and the test of its readers (screens.md W-15, 5.1; hardware.md 5). */
import { expect, type Page } from '@playwright/test'
import { rdm6300Frame, serialOf, withFlippedBit, type EmCard } from '../rigs/serial-frames.ts'
import { startSerialRig, type SerialRig } from '../rigs/serial-rig.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, importRoll, setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
let rig: SerialRig
const data = newDataDir()
const boss: EmCard = { version: 1, number: 0x00aa0001 }
const deck: EmCard = { version: 1, number: 0x00aa0002 }
/** A third, since the same badge within two seconds of its last scan counts once (domain.md 4.1). */
const engineer: EmCard = { version: 1, number: 0x00aa0003 }

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  rig = await startSerialRig()
  host = await startHost(data.path, ['--dev', '--reader', `serial:${rig.path}`])
  await setUp(host, serialOf(boss))
  await importRoll(host, 'SN,RANK,LAST NAME,FIRST NAME,DEPT\nV200003,S1,Deck,Dana,DECK\nV200004,S1,Engine,Eli,DECK\n')
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list')
  for (const [name, card] of [['Deck', deck], ['Engine', engineer]] as const) await host.call('badges.enrol', { memberId: members.find(({ lastName }) => lastName === name)?.id, serial: serialOf(card) })
})
test.afterAll(async () => {
  await host.stop()
  await rig.stop()
  data.remove()
})

const today = async (): Promise<number> => (await host.call<{ today: number }>('presence.activity')).today
const hold = (card: EmCard) => rig.send([rdm6300Frame(card)])
async function openPanel(page: Page) {
  await page.keyboard.press('Control+Alt+Shift+KeyK')
  const panel = page.getByRole('dialog', { name: 'Leave the kiosk' })
  await expect(panel).toBeVisible()
  return {
    panel,
    async enter(digits: string, button: string) {
      for (const digit of digits) await panel.getByRole('button', { name: digit, exact: true }).click()
      await panel.getByRole('button', { name: button, exact: true }).click()
    },
  }
}

test('a reader is tested behind badge and PIN: its bytes are shown, and nobody is signed in or out', async ({ browser }) => {
  await host.call('kiosk.open', {})
  const kiosk = await openWindow(browser, host, 'kiosk', { viewport: { width: 1280, height: 800 } })
  await expect(kiosk.getByText('Ready', { exact: true }).first()).toBeVisible()
  const before = await today()
  const { panel, enter } = await openPanel(kiosk)
  await expect(panel.getByRole('button', { name: '5', exact: true }), 'no code was chosen: there is no pad').toBeHidden()
  await hold(boss)
  await expect(panel).toContainText('PO1 Boss, A: enter your PIN.')
  expect(await violations(kiosk)).toEqual([])
  await enter(administrator.pin, 'Test readers')
  await expect(kiosk.getByRole('heading', { name: 'Reader test: nobody is signed in or out' })).toBeVisible()
  await hold(deck)
  await rig.send([withFlippedBit(rdm6300Frame(deck))])
  const list = kiosk.getByRole('list', { name: 'What was read, newest first' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText(`Badge …${serialOf(deck).slice(-4)}`)
  await expect(list).toContainText('Misread: ')
  await expect(list).toContainText('02 30 31 30 30 41 41')
  expect(await violations(kiosk)).toEqual([])
  expect(await today()).toBe(before)
  await kiosk.getByRole('button', { name: 'End the test' }).click()
  await hold(deck)
  await expect(kiosk.getByRole('heading', { name: 'S1 Deck, Dana' })).toBeVisible()
  expect(await today()).toBe(before + 1)
})

test('somebody else’s badge counts as always and shuts the panel; a wrong PIN is told; the right one leaves, and moves nobody', async ({ browser }) => {
  const kiosk = await openWindow(browser, host, 'kiosk')
  await expect(kiosk.getByText('Ready', { exact: true }).first()).toBeVisible()
  const before = await today()
  const first = await openPanel(kiosk)
  await hold(engineer)
  await expect(first.panel).toBeHidden()
  await expect.poll(today).toBe(before + 1)
  const { panel, enter } = await openPanel(kiosk)
  await hold(boss)
  await expect(panel).toContainText('enter your PIN')
  await enter('111999', 'Leave')
  await expect(panel.getByRole('alert')).toContainText('Badge and PIN do not match.')
  await expect(async () => {
    await enter(administrator.pin, 'Leave')
    await expect(kiosk.getByText('The kiosk is closed')).toBeVisible({ timeout: 1500 })
  }).toPass()
  expect(await today()).toBe(before + 1)
})

test('at the desk every reader’s bytes are shown while badges go on counting; an administrator sees the number whole', async ({ browser }) => {
  const desk = await openWindow(browser, host, 'desk')
  await desk.getByRole('navigation').getByRole('button', { name: 'Readers' }).click()
  await desk.getByRole('button', { name: 'Look at what readers send…' }).click()
  const dialog = desk.getByRole('dialog', { name: 'What the readers send' })
  await expect(dialog).toContainText('Nothing has been read yet')
  const before = await today()
  await hold(deck)
  await expect(dialog.getByRole('listitem')).toContainText(`Badge ${serialOf(deck)}`)
  expect(await violations(desk)).toEqual([])
  await expect.poll(today).toBe(before + 1)
})
