/** Two kiosks at two doors at once: each is its own door's, and so is every movement (issue 5.4; domain.md 3.5). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { wedge } from './support/wedge.ts'

let host: Host
const data = newDataDir()
let badges: { serial: string; label: string }[]
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo', '--station', 'front-door'])
  await signInAs(host, 5)
  badges = (await host.call<{ badges: { serial: string; label: string }[] }>('dev.badges')).badges
  await host.call('stations.create', { id: 'boat-shed', name: 'Boat shed', nameFr: 'Hangar à bateaux' })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const names = (page: Page) => page.getByRole('list', { name: 'Last scans' }).getByRole('img')

test('each shows its own door’s name and its own cards; movements carry the door at which they were made', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const [front, rear] = [await context.newPage(), await context.newPage()]
  await front.goto(host.window('kiosk', '&station=front-door'))
  await rear.goto(host.window('kiosk', '&station=boat-shed'))
  await expect(front.getByText('Front door', { exact: true })).toBeVisible()
  await expect(rear.getByText('Boat shed', { exact: true })).toBeVisible()
  await Promise.all([
    ...badges.slice(0, 3).map(({ serial }) => host.call('dev.scan', { serial, stationId: 'front-door' })),
    ...badges.slice(3, 5).map(({ serial }) => host.call('dev.scan', { serial, stationId: 'boat-shed' })),
  ])
  await expect(names(front)).toHaveCount(3)
  await expect(names(rear)).toHaveCount(2)
  // A keyboard reader at the second door counts there too.
  await wedge(rear, '5550001234')
  await expect(rear.getByRole('alert')).toContainText('Badge not known')
  await expect(names(rear)).toHaveCount(3)
  await expect(names(front)).toHaveCount(3)
  const { items } = await host.call<{ items: { stationId: string; stationName: string; serialTail: string | null }[] }>('presence.activity', { limit: 6 })
  expect(items.map(({ stationId }) => stationId).toSorted()).toEqual([...Array.from({ length: 3 }, () => 'boat-shed'), ...Array.from({ length: 3 }, () => 'front-door')])
  expect(items.find(({ serialTail }) => serialTail === '1234')).toMatchObject({ stationName: 'Boat shed' })
})

test('the desk opens a kiosk for another door', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const desk = await context.newPage()
  await desk.goto(host.window('desk'))
  await desk.getByRole('button', { name: 'Open kiosk' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Open the kiosk' })
  await dialog.getByLabel('Which door it stands at').selectOption('Boat shed')
  const opened = context.waitForEvent('page')
  await dialog.getByRole('button', { name: 'Open kiosk' }).click()
  const kiosk = await opened
  await expect(kiosk.getByText('Boat shed', { exact: true })).toBeVisible()
  expect(await host.call('kiosk.state')).toEqual({ open: true, hasCode: false, stationId: 'boat-shed' })
  await desk.getByRole('button', { name: 'Close kiosk' }).click()
  await expect(desk.getByRole('button', { name: 'Open kiosk' })).toBeVisible()
})
