/** The gateway from the screen that turns it on to the screens elsewhere: real TLS, a real second browser, one key each (issue 8.3, 8.4; domain.md 4.22 devices). */
import { createServer, type AddressInfo } from 'node:net'
import { expect, type Browser, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { importRoll, setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
const serials = { long: '7700000001', short: '7700000002', accents: '7700000003' } as const
/** Links by the view they open, as the screen gave them. */
const links: Record<string, string> = {}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  await setUp(host)
  await importRoll(host, 'SN,RANK,LAST NAME,FIRST NAME,DEPT\nV200001,PO2,Achterberg-Desrosiers-Kowalczyk,Test,OPS\nV200002,S1,Li,Xu,DECK\nV200003,LCdr,Étienne-Bélanger,Zoé,LOG\n')
  const { members } = await host.call<{ members: { id: string; serviceNumber: string }[] }>('members.list')
  for (const [index, serial] of Object.values(serials).entries()) await host.call('badges.enrol', { memberId: members.find(({ serviceNumber }) => serviceNumber === `V20000${index + 1}`)?.id, serial })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

async function openSection(browser: Browser, options: Parameters<typeof openWindow>[3] = {}): Promise<Page> {
  const desk = await openWindow(browser, host, 'desk', options)
  const isFrench = options.language === 'fr'
  await desk.getByRole('navigation').getByRole('button', { name: isFrench ? 'Gestion' : 'Admin', exact: true }).click()
  await desk.getByRole('button', { name: isFrench ? 'Passerelle' : 'Gateway', exact: true }).click()
  return desk
}

/** A browser elsewhere, that has never seen this desk. */
async function openElsewhere(browser: Browser, link: string, phone = false): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, reducedMotion: 'reduce', ...(phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : { viewport: { width: 1920, height: 1080 } }) })
  const page = await context.newPage()
  await page.goto(link)
  return page
}

async function makeKey(desk: Page, name: string, kind: string): Promise<string> {
  await desk.getByRole('button', { name: 'New key…' }).click()
  await desk.getByLabel('Where it will be used').fill(name)
  await desk.getByLabel('What it is for').selectOption({ label: kind })
  await desk.getByRole('button', { name: 'Make the key' }).click()
  const made = desk.getByRole('dialog', { name: `The key of ${name}` })
  await expect(made.getByText('This is the only time that it is shown.')).toBeVisible()
  const link = await made.getByLabel('Link that opens the screen', { exact: true }).inputValue()
  await expect(made.getByRole('img', { name: 'Code of the link' })).toBeVisible()
  expect(await violations(desk)).toEqual([])
  await made.getByRole('button', { name: 'I have it' }).click()
  await expect(desk.getByRole('row', { name: new RegExp(name) })).toBeVisible()
  return link
}

test('off at first; a port that is taken is said in plain words; turned on, it shows its address and fingerprint', async ({ browser }) => {
  const desk = await openSection(browser)
  await expect(desk.getByText('Nothing of this desk is reached over the network.')).toBeVisible()
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  await desk.getByRole('button', { name: 'Turn on…' }).click()
  const where = desk.getByRole('dialog', { name: 'Where the gateway listens' })
  await where.getByLabel('Port').fill(String((taken.address() as AddressInfo).port))
  await where.getByRole('button', { name: 'Save and apply' }).click()
  await expect(desk.getByText(/is used by another program/)).toBeVisible()
  expect(await violations(desk)).toEqual([])
  await new Promise((resolve) => taken.close(resolve))
  await desk.getByRole('button', { name: 'Try again' }).click()
  await expect(desk.getByText('Listening', { exact: true })).toBeVisible()
  await desk.getByRole('button', { name: 'Change…' }).click()
  const port = await freePort()
  await where.getByLabel('Port').fill(String(port))
  await where.getByRole('button', { name: 'Save and apply' }).click()
  await expect(desk.getByLabel('Reached at', { exact: true })).toHaveValue(`https://127.0.0.1:${port}`)
  const { certificate } = await host.call<{ certificate: { fingerprint: string } }>('gateway.state')
  await expect(desk.getByText(certificate.fingerprint.slice(0, 11))).toBeVisible()
  links['wall'] = await makeKey(desk, 'Wall of the wardroom', 'Wall display')
  links['phone'] = await makeKey(desk, 'Phone of the DDS', 'Phone, or a program that follows who is inside')
})

test('the wall opens with its link once, keeps the key and not the address, and shows a scan at the desk by itself', async ({ browser }) => {
  const wall = await openElsewhere(browser, links['wall'] ?? '')
  await expect(wall.getByText('Live', { exact: true })).toBeVisible()
  await expect(wall.getByText('Nobody is in the building.')).toBeVisible()
  expect(new URL(wall.url()).hash).toBe('')
  await host.call('dev.scan', { serial: serials.long })
  const people = wall.getByRole('region', { name: 'In the building' }).getByRole('listitem')
  await expect(people).toHaveText([/PO2.*Achterberg-Desrosiers-Kowalczyk, T/])
  await host.call('dev.scan', { serial: serials.accents })
  await expect(people).toHaveCount(2)
  await wall.reload()
  await expect(people).toHaveCount(2)
  expect(await wall.evaluate(() => document.body.textContent)).not.toMatch(/OPS|LOG|\d\d:\d\d:\d\d/)
  expect(await violations(wall)).toEqual([])
  expect(await wall.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight)).toBe(true)
})

test('the phone finds somebody without accents, narrows by its counts, and shows a muster in figures', async ({ browser }) => {
  const phone = await openElsewhere(browser, links['phone'] ?? '', true)
  const people = phone.getByRole('region', { name: 'Inside' }).getByRole('listitem')
  await expect(people).toHaveCount(2)
  await expect(people.filter({ hasText: 'Étienne' })).toContainText(/LOG · since \d\d:\d\d · /)
  await phone.getByRole('searchbox').fill('etienne')
  await expect(people).toHaveText([/Étienne-Bélanger/])
  await phone.getByRole('button', { name: 'Clear the search' }).click()
  await phone.getByRole('button', { name: /0.*Visitors/ }).click()
  await expect(people).toHaveCount(0)
  await phone.getByRole('button', { name: /2.*Members/ }).click()
  await expect(people).toHaveCount(2)
  const targets = await phone.locator('button, input').evaluateAll((found) => found.map((one) => ({ what: one.getAttribute('aria-label') ?? one.textContent, height: one.closest('label')?.offsetHeight ?? (one as HTMLElement).offsetHeight, width: (one as HTMLElement).offsetWidth })))
  expect(targets.filter(({ height, width }) => height < 44 || width < 44)).toEqual([])
  for (const theme of ['light', 'dark'] as const) {
    expect(await violations(phone), theme).toEqual([])
    await phone.getByRole('button', { name: theme === 'light' ? 'Dark' : 'Light' }).click()
  }
  const { musterId } = await host.call<{ musterId: string }>('muster.start', { requestId: crypto.randomUUID(), kind: 'drill' })
  await expect(phone.getByRole('region', { name: 'A muster is open' })).toContainText('0 of 2')
  await phone.getByRole('button', { name: 'Passer au français' }).click()
  await expect(phone.getByRole('region', { name: 'Un rassemblement est ouvert' })).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await host.call('muster.close', { musterId, reason: 'Drill of the test' })
  await expect(phone.getByRole('region', { name: 'Un rassemblement est ouvert' })).toBeHidden()
})

test('without the network a screen says as of when it shows what it shows, and is live again by itself', async ({ browser }) => {
  const wall = await openElsewhere(browser, links['wall'] ?? '')
  await expect(wall.getByText('Live', { exact: true })).toBeVisible()
  await wall.context().setOffline(true)
  await expect(wall.getByText(/^No connection: this is as of \d\d:\d\d:\d\d/)).toBeVisible()
  await wall.context().setOffline(false)
  await expect(wall.getByText('Live', { exact: true })).toBeVisible()
})

test('a key that is revoked shuts its screen, which says why; the other goes on', async ({ browser }) => {
  const [wall, phone] = [await openElsewhere(browser, links['wall'] ?? ''), await openElsewhere(browser, links['phone'] ?? '', true)]
  await expect(wall.getByRole('listitem').filter({ hasText: 'Étienne' })).not.toHaveCount(0)
  const desk = await openSection(browser)
  await desk.getByRole('button', { name: 'Revoke Wall of the wardroom' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(desk.getByRole('row', { name: /Wall of the wardroom/ })).toContainText(/revoked .* by PO1 Boss, A/)
  await expect(wall.getByRole('alert')).toContainText('That key was revoked.')
  await expect(wall.getByText('Étienne')).toHaveCount(0)
  expect(await wall.evaluate(() => localStorage.getItem('sentinel.key.wall'))).toBeNull()
  await expect(phone.getByText('Live', { exact: true })).toBeVisible()
  // The way back: a new key, pasted.
  const { key } = await host.call<{ key: string }>('gateway.createKey', { name: 'Wall again', scopes: ['wall'], stationId: 'desk', days: 7 })
  await wall.getByLabel('Key').fill('sdk_mistyped')
  await wall.getByRole('button', { name: 'Open' }).click()
  await expect(wall.getByText('This desk does not know that key.', { exact: false })).toBeVisible()
  expect(await violations(wall)).toEqual([])
  await wall.getByLabel('Key').fill(key)
  await wall.getByRole('button', { name: 'Open' }).click()
  await expect(wall.getByRole('listitem').filter({ hasText: 'Étienne' })).not.toHaveCount(0)
})

for (const look of [{ theme: 'light', language: 'fr' }, { theme: 'dark', language: 'en' }] as const)
  test(`the section is accessible, ${look.theme}, ${look.language}`, async ({ browser }) => {
    const desk = await openSection(browser, look)
    await expect(desk.getByRole('row', { name: /Wall of the wardroom/ })).toBeVisible()
    expect(await violations(desk)).toEqual([])
    await desk.getByRole('button', { name: look.language === 'fr' ? 'Nouvelle clé…' : 'New key…' }).click()
    await desk.getByLabel(look.language === 'fr' ? 'À quoi elle sert' : 'What it is for').selectOption('rights')
    expect(await violations(desk)).toEqual([])
  })
