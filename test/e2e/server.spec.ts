/** From a desk's own folder to a PostgreSQL server by the wizard, a second PC that joins it and leaves again, and the way back (issue 8.1). */
import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import pg from 'pg'
import { startPostgres, type PostgresServer } from '../rigs/postgres-server.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, setUp, signIn } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

const password = 'p@ss/word'
const [data, second] = [newDataDir(), newDataDir()]
let postgres: PostgresServer
let host: Host
let other: Host | undefined

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  postgres = await startPostgres()
  await postgres.createDatabase('desk')
  const client = new pg.Client({ connectionString: await postgres.createDatabase('theirs') })
  await client.connect()
  await client.query('create table theirs (n int)')
  await client.end()
  host = await startHost(data.path)
  await setUp(host)
})
test.afterAll(async () => {
  await other?.stop()
  await host.stop()
  await postgres.stop()
  data.remove()
  second.remove()
})

async function openServer(browser: Browser, at: Host, options: Parameters<typeof openWindow>[3] & { signsIn?: boolean } = {}): Promise<Page> {
  const page = await openWindow(browser, at, 'desk', options)
  if (options.signsIn === true) await signIn(page)
  const isFrench = options.language === 'fr'
  await page.getByRole('navigation').getByRole('button', { name: isFrench ? 'Gestion' : 'Admin', exact: true }).click()
  await page.getByRole('button', { name: isFrench ? 'Serveur' : 'Server', exact: true }).click()
  return page
}
async function fill(dialog: Locator, port: number, database: string): Promise<void> {
  await dialog.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await dialog.getByLabel('Port').fill(String(port))
  await dialog.getByLabel('Database', { exact: true }).fill(database)
  await dialog.getByLabel('User', { exact: true }).fill('sentinel')
  await dialog.getByLabel('Password', { exact: true }).fill(password)
}
const look = (dialog: Locator) => dialog.getByRole('button', { name: 'Look there' }).click()

test('the wizard says what is wrong, what is there and what will happen; the next start carries the record, and says so', async ({ browser }) => {
  const page = await openServer(browser, host)
  await expect(page.getByText('In this PC’s own folder', { exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Use a server…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Use a PostgreSQL server' })

  await test.step('what is missing, and what does not answer, is said', async () => {
    await expect(dialog.getByLabel('Server', { exact: true })).toBeFocused()
    await look(dialog)
    await expect(dialog.getByText('Needed.')).toHaveCount(3)
    await fill(dialog, 1, 'desk')
    await look(dialog)
    await expect(dialog.getByRole('alert')).toContainText('sentinel@127.0.0.1:1/desk does not answer')
    expect(await violations(page)).toEqual([])
  })

  await test.step('a database of somebody else’s is left alone', async () => {
    await fill(dialog, postgres.port, 'theirs')
    await look(dialog)
    await expect(dialog.getByRole('heading', { name: 'What was found there' })).toBeFocused()
    await expect(dialog.getByRole('alert')).toContainText('Have another one made')
    await expect(dialog.getByRole('button', { name: 'Next' })).toBeHidden()
    await dialog.getByRole('button', { name: 'Back' }).click()
  })

  await test.step('an empty one is filled at the next start, once it was named and the PIN given', async () => {
    // As whoever looks after the server sends it.
    await dialog.getByLabel('Server', { exact: true }).fill(`postgres://sentinel:${encodeURIComponent(password)}@127.0.0.1:${postgres.port}/desk`)
    await expect(dialog.getByLabel('Database', { exact: true })).toHaveValue('desk')
    await dialog.getByLabel('Database', { exact: true }).press('Enter')
    await expect(dialog.getByText('This PC’s record can be carried there.')).toBeVisible()
    await expect(dialog.getByText('is empty', { exact: true })).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByLabel('Code of this PC’s station').fill('front-desk')
    const go = dialog.getByRole('button', { name: 'Carry it and start again' })
    await dialog.getByLabel('Your PIN').fill(administrator.pin)
    await expect(go).toBeDisabled()
    await dialog.getByLabel('Type the database’s name, desk, to go on').fill('desk')
    expect(await violations(page)).toEqual([])
    await go.click()
    await expect(dialog.getByText(/^Stop Sentinel and start it again/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('alert', { name: 'Waits for the next start' })).toContainText(`The record will be carried to sentinel@127.0.0.1:${postgres.port}/desk.`)
    expect(await violations(page)).toEqual([])
    expect(await page.content()).not.toContain(password)
    await page.context().close()
  })

  await test.step('the next start is on the server, with everybody who was there', async () => {
    await host.stop()
    host = await startHost(data.path)
    const after = await openServer(browser, host, { signsIn: true })
    await expect(after.getByText(new RegExp(`^Moved to sentinel@127\\.0\\.0\\.1:${postgres.port}/desk and compared: [\\d,]+ rows in \\d+ tables\\.$`))).toBeVisible()
    await expect(after.getByText('On a PostgreSQL server', { exact: true })).toBeVisible()
    await expect(after.getByText('(front-desk)')).toBeVisible()
    expect(await violations(after)).toEqual([])
    expect(JSON.stringify(await host.call('audit.list', { limit: 50 }))).not.toContain('p@ss')
    await after.context().close()
  })
})

test('a second PC joins under a code of its own; what it cannot be is said; then the record comes back', async ({ browser }) => {
  test.slow()
  other = await startHost(second.path)
  await setUp(other, '04C0FFEE02')
  const page = await openServer(browser, other)
  await page.getByRole('button', { name: 'Use a server…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Use a PostgreSQL server' })
  await fill(dialog, postgres.port, 'desk')
  await look(dialog)
  await expect(dialog.getByText('This PC can work on that record, together with the other stations.')).toBeVisible()
  await expect(dialog.getByText('HMCS Example')).toBeVisible()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByLabel('Code of this PC’s station').fill('front-desk')
  await expect(dialog.getByText('A station of this code is at work now. Choose another.')).toBeVisible()
  await dialog.getByLabel('Code of this PC’s station').fill('rear-door')
  await dialog.getByLabel('Type the database’s name, desk, to go on').fill('desk')
  await dialog.getByLabel('Your PIN').fill(administrator.pin)
  await dialog.getByRole('button', { name: 'Join and start again' }).click()
  await expect(dialog.getByText(/^Stop Sentinel and start it again/)).toBeVisible()
  await page.context().close()
  await other.stop()
  other = await startHost(second.path)

  await test.step('in French and in the dark: joined, and its own record kept', async () => {
    // The administrator of the server's record.
    await other?.call('accounts.signIn', administrator)
    const joined = await openServer(browser, other as Host, { language: 'fr', theme: 'dark' })
    await expect(joined.getByText(/^Ce PC travaille sur les données de sentinel@/)).toBeVisible()
    await expect(joined.getByText('Porte arrière (rear-door)')).toBeVisible()
    expect(await violations(joined)).toEqual([])
    await joined.getByRole('button', { name: 'Revenir aux données de ce PC…' }).click()
    expect(await violations(joined)).toEqual([])
    await joined.context().close()
  })

  await test.step('the record comes back only when no other station works on it', async () => {
    await host.call('accounts.signIn', administrator).catch(() => {})
    const first = await openServer(browser, host)
    await first.getByRole('button', { name: 'Bring the record back…' }).click()
    const back = first.getByRole('dialog', { name: /^Bring the record back from/ })
    await back.getByLabel('Type the database’s name, desk, to go on').fill('desk')
    await back.getByLabel('Your PIN').fill(administrator.pin)
    await back.getByRole('button', { name: 'Bring it back and start again' }).click()
    await expect(back.getByRole('alert')).toContainText('Other stations work on that record at this moment: rear-door.')
    expect(await violations(first)).toEqual([])
    await other?.stop()
    await back.getByRole('button', { name: 'Bring it back and start again' }).click()
    await expect(first.getByRole('alert', { name: 'Waits for the next start' })).toContainText('The record will be brought back')
    await first.context().close()
    await host.stop()
    host = await startHost(data.path)
    const here = await openServer(browser, host, { signsIn: true })
    await expect(here.getByText(/^Brought back from sentinel@.* and compared: [\d,]+ rows in \d+ tables\.$/)).toBeVisible()
    await expect(here.getByText('In this PC’s own folder', { exact: true })).toBeVisible()
  })
})
