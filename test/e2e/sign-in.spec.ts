/** Who may do what, at the desk and past it (domain.md 4.22; issue 3, “Show”). */
import { expect, type Page } from '@playwright/test'
import { journeyStart, newDataDir, startHost, type Host } from './support/host.ts'
import { administrator, importRoll, setUp, signIn, signInAs } from './support/people.ts'
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

const rail = (page: Page) => page.getByRole('navigation', { name: 'Rooms' })

test('the administrator gives a badge holder a level and a code; they choose a PIN, and are refused what is not theirs, here and past the window', async ({ browser }) => {
  await setUp(host)
  const page = await openWindow(browser, host, 'desk')
  await expect(rail(page).getByRole('button', { name: 'Admin' })).toBeVisible()
  await test.step('locked, the desk shows who is inside and nothing else', async () => {
    await page.getByRole('banner').getByRole('button', { name: /Boss/ }).click()
    await page.getByRole('menuitem', { name: 'Lock the desk' }).click()
    await expect(rail(page).getByRole('button', { name: 'Members' })).toBeHidden()
    await expect(host.call('members.list')).rejects.toThrow(/forbidden/)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('dialog').getByLabel('PIN').fill(administrator.pin)
    expect(await violations(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
    await expect(rail(page).getByRole('button', { name: 'Members' })).toBeVisible()
  })

  const memberId = await test.step('a member of level 2 with a badge and a set-up code', async () => {
    const csv = 'SN,RANK,LAST NAME,FIRST NAME,DEPT\nV200002,S1,Deck,Dana,DECK\n'
    await importRoll(host, csv)
    const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list', { search: 'Deck' })
    const id = members[0]?.id ?? ''
    await host.call('badges.enrol', { memberId: id, serial: '04DEC0DE02' })
    await host.call('accounts.setLevel', { memberIds: [id], level: 2 })
    return id
  })
  const { code } = await host.call<{ code: string }>('accounts.issueSetupCode', { member: memberId })

  await test.step('they sign in for the first time', async () => {
    await page.getByRole('banner').getByRole('button', { name: /Boss/ }).click()
    await page.getByRole('menuitem', { name: 'Someone else signs in' }).click()
    await page.getByRole('button', { name: 'I have a set-up code' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign in for the first time' })
    await dialog.getByLabel('Or type the badge’s number').fill('04DEC0DE02')
    await dialog.getByLabel('Set-up code').fill(code)
    await dialog.getByLabel('New PIN', { exact: true }).fill('839201')
    await dialog.getByLabel('New PIN again').fill('839201')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('banner').getByRole('button', { name: /Deck/ })).toBeVisible()
  })

  await test.step('level 2 sees its rooms, and no other; the host refuses a call that is sent past the window', async () => {
    await expect(rail(page).getByRole('button', { name: 'Members' })).toBeVisible()
    await expect(rail(page).getByRole('button', { name: 'Admin' })).toBeHidden()
    await expect(rail(page).getByRole('button', { name: 'Reports' })).toBeHidden()
    for (const name of ['accounts.list', 'audit.list', 'readers.ports']) await expect(host.call(name)).rejects.toThrow(/forbidden|call_unknown/)
    await expect(host.call('accounts.setLevel', { memberIds: [memberId], level: 5 })).rejects.toThrow(/forbidden/)
    expect(await host.call('members.list')).toMatchObject({ total: 2 })
  })

  await test.step('five wrong PINs lock the badge; a badge still counts; a restart does not clear it', async () => {
    await page.getByRole('banner').getByRole('button', { name: /Deck/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    let waited = Date.parse(journeyStart) + 600_000
    for (const seconds of [1, 2, 4, 8, 0]) {
      await expect(host.call('accounts.signIn', { serial: administrator.serial, pin: '111112' })).rejects.toThrow(/sign_in_wrong/)
      if (seconds > 0) {
        await expect(host.call('accounts.signIn', administrator)).rejects.toThrow(/sign_in_wait/)
        await host.call('dev.setClock', { now: new Date((waited += seconds * 3000)).toISOString() })
      }
    }
    await expect(host.call('accounts.signIn', administrator)).rejects.toThrow(/sign_in_locked/)
    expect(await host.call('dev.scan', { serial: administrator.serial })).toMatchObject({ outcome: 'member_in' })
    await host.kill()
    host = await startHost(data.path, ['--dev'])
    await expect(host.call('accounts.signIn', administrator)).rejects.toThrow(/sign_in_locked/)
    await host.call('dev.setClock', { now: new Date(waited + 16 * 60_000).toISOString() })
    expect(await host.call('accounts.signIn', administrator)).toMatchObject({ level: 5 })
  })
})

test('a badge held to the reader names who signs in; with the PIN they are inside as well, which can be taken back (domain.md 4.2)', async ({ browser }) => {
  await setUp(host)
  await host.call('accounts.signOut')
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await expect(dialog.getByText(/Hold your badge/)).toBeVisible()
  await expect.poll(async () => (await host.call<{ outcome: string }>('dev.scan', { serial: administrator.serial })).outcome).toBe('sign_in_badge')
  await expect(dialog.getByText('Badge …EE01 read')).toBeVisible()
  expect(await host.call('presence.now')).toMatchObject({ people: [] })
  await dialog.getByLabel('PIN', { exact: true }).fill(administrator.pin)
  await dialog.getByLabel('PIN', { exact: true }).press('Enter')
  await expect(page.getByRole('banner').getByRole('button', { name: /Boss/ })).toBeVisible()
  await expect(page.getByText('PO1 Boss, A is now counted as inside as well.')).toBeVisible()
  expect(await host.call('presence.now')).toMatchObject({ people: [{ displayName: 'PO1 Boss, A' }] })
  await page.keyboard.press('Control+z')
  await expect.poll(() => host.call('presence.now')).toMatchObject({ people: [] })
  await page.getByRole('banner').getByRole('button', { name: /Boss/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await signIn(page)
})

test('on the demonstration desk one chooses whom to be', async ({ browser }) => {
  await host.stop()
  host = await startHost(`${data.path}-demo`, ['--dev', '--demo'])
  const page = await openWindow(browser, host, 'desk')
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  await page.getByRole('button', { name: 'Quartermaster' }).click()
  await expect(rail(page).getByRole('button', { name: 'Members' })).toBeVisible()
  await expect(rail(page).getByRole('button', { name: 'Admin' })).toBeHidden()
  await signInAs(host, 5)
  await expect(rail(page).getByRole('button', { name: 'Admin' })).toBeVisible()
})
