/** The first day of a real desk: roll, badge, scans, export, and a power button in the middle of it (issue 2, “Show”). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { rdm6300Frame } from '../rigs/serial-frames.ts'
import { startSerialRig, type SerialRig } from '../rigs/serial-rig.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, signIn } from './support/people.ts'
import { test } from './support/test.ts'

const rolls = join(import.meta.dirname, '..', 'fixtures', 'rolls')
const badge = rdm6300Frame({ version: 0x0f, number: 0x0059c217 })
const stranger = rdm6300Frame({ version: 0x0f, number: 0x00abcdef })

let rig: SerialRig
let host: Host
const data = newDataDir()

test.beforeAll(async () => {
  rig = await startSerialRig()
  host = await startHost(data.path, ['--reader', `serial:${rig.path}?name=Front&station=front-door`])
})
test.afterAll(async () => {
  await host.stop()
  await rig.stop()
  data.remove()
})

const readerReady = async (): Promise<void> => {
  await expect.poll(async () => (await host.call<{ readers: { state: string }[] }>('readers.list')).readers.map((reader) => reader.state)).toEqual(['ready'])
}
const room = (page: Page, name: string) => page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name }).click()
/** Holding a badge up again counts once the reader's hold and the duplicate window are over. */
const wait = (page: Page): Promise<void> => page.waitForTimeout(2200)

test('a roll is imported, a badge enrolled by scanning it, people come and go, the day is exported, and a killed host loses nothing', async ({ browser }) => {
  const desk = await (await browser.newContext({ locale: 'en-CA' })).newPage()
  const complaints: string[] = []
  desk.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await desk.goto(host.window('desk'))

  await test.step('the empty desk asks for its unit and its first administrator, and for nothing that is built in', async () => {
    await expect(desk.getByRole('heading', { name: 'Set up this desk' })).toBeVisible()
    await desk.getByLabel('Name of the unit').fill('HMCS Journey')
    await desk.getByRole('button', { name: 'Next' }).click()
    await desk.getByLabel('Service number').fill('A100 001')
    await desk.getByLabel('Rank').selectOption('PO1')
    await desk.getByLabel('Last name').fill('Boss')
    await desk.getByLabel('First name').fill('Ada')
    await desk.getByRole('button', { name: 'Next' }).click()
    await desk.getByLabel('Or type the badge’s number').fill(administrator.serial)
    await desk.getByLabel('New PIN', { exact: true }).fill('123456')
    await expect(desk.getByText(/Too easy to guess/)).toBeVisible()
    await desk.getByLabel('New PIN', { exact: true }).fill(administrator.pin)
    await desk.getByLabel('New PIN again').fill(administrator.pin)
    await desk.getByRole('button', { name: 'Set up and sign in' }).click()
    await expect(desk.getByRole('dialog', { name: 'HMCS Journey is set up' })).toBeVisible()
    await desk.getByRole('button', { name: 'Import the nominal roll' }).click()
  })

  await test.step('a roll with a bad row is previewed, and refused until it is corrected', async () => {
    await desk.getByLabel('Nominal roll file').setInputFiles(join(rolls, 'roll-120-bad-row.csv'))
    await expect(desk.getByRole('tab', { name: 'New 119' })).toBeVisible()
    const row = desk.getByRole('row', { name: /^58 / })
    await expect(row).toContainText('“PO3” is not a rank')
    await expect(desk.getByRole('button', { name: 'Import 119 members' })).toBeDisabled()
    await expect(desk.getByText('1 row has an error')).toBeVisible()
    expect(await host.call('members.list')).toMatchObject({ total: 1 })
  })

  await test.step('the corrected file is imported, accents and blank cells and all', async () => {
    await desk.getByRole('button', { name: 'Choose another file' }).click()
    await desk.getByLabel('Nominal roll file').setInputFiles(join(rolls, 'roll-120.csv'))
    await desk.getByRole('button', { name: 'Import 120 members' }).click()
    await desk.getByRole('dialog', { name: 'Import roll-120.csv?' }).getByRole('button', { name: 'Import' }).click()
    await expect(desk.getByText('The roll is imported')).toBeVisible()
    await desk.getByRole('button', { name: 'Back to the members' }).click()
    await expect(desk.getByText('121 members')).toBeVisible()
  })

  const kiosk = await (await browser.newContext({ locale: 'en-CA' })).newPage()
  await kiosk.goto(host.window('kiosk'))
  await expect(kiosk.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible()

  await test.step('a badge becomes a member’s by being held to the serial reader', async () => {
    await readerReady()
    await desk.getByLabel('Search the roll').fill('arsenault eloise')
    await desk.getByRole('button', { name: /^Enrol badge for S3 Arsenault/ }).click()
    await expect(desk.getByText('Hold the new badge to a reader')).toBeVisible()
    await rig.send([badge])
    await expect(desk.getByText(/has the badge now/)).toBeVisible()
    await expect(kiosk.getByText('Badge enrolled').first()).toBeVisible()
    await desk.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  })

  await test.step('the badge signs its holder in: the kiosk says so, the desk lists them', async () => {
    await room(desk, 'Desk')
    await wait(kiosk)
    await rig.send([badge])
    const card = kiosk.locator('[data-outcome=member_in]')
    await expect(card).toContainText('S3 Arsenault, Éloïse')
    await expect(card).toContainText('Welcome aboard')
    await expect(desk.getByRole('row', { name: /Arsenault/ })).toContainText('OPS')
    await expect(desk.getByText('1 member · 0 visitors')).toBeVisible()
  })

  await test.step('and out again, without a trace of red', async () => {
    await wait(kiosk)
    await rig.send([badge])
    await expect(kiosk.locator('[data-outcome=member_out]')).toContainText('S3 Arsenault, Éloïse')
    await expect(kiosk.getByRole('alert')).toHaveCount(0)
    await expect(desk.getByText('Nobody is inside')).toBeVisible()
  })

  await test.step('a stranger’s badge is refused in words, on the kiosk and on the desk', async () => {
    await rig.send([stranger])
    await expect(kiosk.getByRole('alert')).toContainText('Please see the duty desk')
    await expect(desk.getByRole('region', { name: 'Activity' })).toContainText('Badge …CDEF')
  })

  await test.step('a reader that is unplugged is said at once, and works again when it is back', async () => {
    await rig.unplug()
    await expect(desk.getByText('0 of 1 readers ready').first()).toBeVisible()
    await expect(kiosk.getByText('Reader unplugged').first()).toBeVisible()
    await rig.plug()
    await readerReady()
    await wait(kiosk)
    await rig.send([badge])
    await expect(kiosk.locator('[data-outcome=member_in]')).toBeVisible()
  })

  await test.step('the day is exported, and read back exactly', async () => {
    await room(desk, 'Reports')
    await desk.getByRole('option', { name: 'Day as CSV' }).click()
    const download = desk.waitForEvent('download')
    await desk.getByRole('button', { name: 'Export CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^sentinel-day-\d{4}-\d\d-\d\d\.csv$/)
    const text = readFileSync(await file.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.filter((row) => row['List'] === 'Movement').map((row) => row['Direction'])).toEqual(['In', 'Out', 'In'])
    expect(rows.filter((row) => row['List'] === 'Inside').map((row) => row['Last name'])).toEqual(['Arsenault'])
  })

  await test.step('killed without warning, the desk says so; started again, everything is there', async () => {
    await room(desk, 'Desk')
    await host.kill()
    await expect(desk.getByRole('alert')).toContainText('This window has lost Sentinel')
    host = await startHost(data.path, ['--reader', `serial:${rig.path}?name=Front&station=front-door`])
    await desk.goto('about:blank')
    await desk.goto(host.window('desk'))
    await expect(desk.getByRole('row', { name: /Arsenault/ })).toBeVisible()
    await expect(host.call('members.list')).rejects.toThrow(/forbidden/)
    await signIn(desk)
    expect(await host.call('members.list')).toMatchObject({ total: 121 })
    // Three scans, and the administrator, who came in by signing in.
    expect(await host.call('presence.activity')).toMatchObject({ today: 4 })
    await readerReady()
    await kiosk.goto('about:blank')
    await kiosk.goto(host.window('kiosk'))
    await expect(kiosk.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible()
    await rig.send([badge])
    await expect(kiosk.locator('[data-outcome=member_out]')).toBeVisible()
  })

  expect(complaints.filter((text) => !/ERR_CONNECTION_REFUSED|WebSocket|Failed to fetch|Failed to load resource/.test(text))).toEqual([])
})
