/** Training night: a hundred people at one reader while a visitor writes at the same screen (issue 5; screens.md P0-1, P1-2, 5.1, W-11). */
import { expect, type Page } from '@playwright/test'
import { rdm6300Frame, serialOf, type EmCard } from '../rigs/serial-frames.ts'
import { startSerialRig, type SerialRig } from '../rigs/serial-rig.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { importRoll, setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { openWindow } from './support/windows.ts'

const people = 100
/** A hundred in half a minute: twice as fast as they must be. */
const gapMs = 300

let host: Host
let rig: SerialRig
const data = newDataDir()
const cardOf = (index: number): EmCard => ({ version: 1, number: 0x0059c000 + index })
const nameOf = (index: number): string => `Rushing${String(index).padStart(3, '0')}`

test.beforeAll(async () => {
  rig = await startSerialRig()
  host = await startHost(data.path, ['--dev', '--reader', `serial:${rig.path}`])
  await setUp(host)
  await importRoll(host, ['SN,RANK,LAST NAME,FIRST NAME,DEPT', ...Array.from({ length: people }, (_, index) => `V${100_000 + index},S1,${nameOf(index)},Test,OPS`)].join('\n'))
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list', { sort: 'name', limit: 200 })
  for (const { id, lastName } of members.filter((member) => member.lastName.startsWith('Rushing'))) await host.call('badges.enrol', { memberId: id, serial: serialOf(cardOf(Number(lastName.slice(7)))) })
})
test.afterAll(async () => {
  await host.stop()
  await rig.stop()
  data.remove()
})

/** Notes every name that stands on a card or in the strip, as soon as it is drawn. */
async function watchNames(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>()
    const look = (): void => {
      for (const [name] of document.body.innerText.matchAll(/Rushing\d{3}/g)) seen.add(name)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    Object.assign(window, { namesSeen: () => [...seen] })
  })
  return () => page.evaluate(() => (window as unknown as { namesSeen(): string[] }).namesSeen())
}

test('a hundred people scan while a visitor types: a hundred movements, none twice, every card shown, and the form as it was left', async ({ browser }) => {
  const page = await openWindow(browser, host, 'kiosk')
  await expect(page.getByText('Ready', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: /^Visitor: sign in/ }).click()
  await page.getByRole('button', { name: 'Museum', exact: true }).click()
  await page.getByRole('button', { name: 'Civilian', exact: true }).click()
  const first = page.getByRole('textbox', { name: 'First name', exact: true })
  const last = page.getByRole('textbox', { name: 'Last name', exact: true })
  await expect(first).toBeFocused()
  const names = await watchNames(page)

  const order = Array.from({ length: people }, (_, index) => index)
  const sending = rig.send(order.map((index) => rdm6300Frame(cardOf(index))), { gapMs })
  await page.keyboard.type('Marie-Ève Geneviève Antoinette', { delay: 250 })
  await last.click()
  await page.keyboard.type('Bélanger-Desrosiers de la Tour', { delay: 250 })
  await sending

  await expect.poll(async () => (await host.call<{ counts: { members: number } }>('presence.now')).counts.members).toBe(people)
  await expect.poll(async () => (await names()).length).toBe(people)
  expect((await names()).toSorted()).toEqual(order.map(nameOf))
  const { items } = await host.call<{ items: { memberId: string; direction: string; person: { id: string } }[] }>('history.list', { limit: 200, direction: 'in', method: 'badge' })
  expect(items).toHaveLength(people)
  expect(new Set(items.map(({ person }) => person.id)).size).toBe(people)
  await expect(first).toHaveValue('Marie-Ève Geneviève Antoinette')
  await expect(last).toHaveValue('Bélanger-Desrosiers de la Tour')
  await expect(last).toBeFocused()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'You are signed in' }).filter({ hasText: 'museum' })).toBeVisible()
  expect((await host.call<{ counts: { members: number; visitors: number } }>('presence.now')).counts).toMatchObject({ members: people, visitors: 1 })
})
