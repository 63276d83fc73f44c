/** Visitors at the desk by the keyboard alone (domain.md 4.8; screens.md P0-3, W-2, W-8, W-22; scenarios 26, 27). */
import { expect, type Browser, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

const passes = [
  { serial: 'CAFE0001', label: 'V-01' },
  { serial: 'CAFE0002', label: 'V-02' },
] as const

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  await host.call('badges.addToPool', { kind: 'visitor', badges: passes })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const grid = (page: Page) => page.getByRole('grid', { name: 'Inside now' })
const inside = async (): Promise<string[]> => (await host.call<{ visits: { displayName: string }[] }>('visitors.inside')).visits.map(({ displayName }) => displayName)
/** The desk’s window once it takes keys. */
async function openDesk(browser: Browser, options: Parameters<typeof openWindow>[3] = {}): Promise<Page> {
  const page = await openWindow(browser, host, 'desk', options)
  await expect(page.getByRole('navigation').getByRole('button', { name: /^(Visitors|Visiteurs)$/ })).toBeVisible()
  return page
}

test('a visitor comes, is among those inside, goes with the pass, and comes again with what they said the last time', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openDesk(browser)
  const dialog = page.getByRole('dialog')

  await test.step('F3: what is missing is said; the kind of visit asks for what it needs', async () => {
    await page.keyboard.press('F3')
    await expect(dialog.getByLabel('Been here before?')).toBeFocused()
    await dialog.getByLabel('Kind of visit').selectOption({ label: 'Contractor' })
    await dialog.getByLabel('Last name').press('Enter')
    for (const words of ['Whoever comes has a name.', 'Who sends them?', 'Choose whom they come to see, or say what it is about.']) await expect(dialog.getByText(words)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByLabel('Last name').fill('Bélanger-Ouellet')
    await dialog.getByLabel('First name').fill('Émilie')
    await dialog.getByLabel('Company').fill('Northern Elevators')
    await dialog.getByLabel('What it is about').fill('Lift inspection')
    await expect(dialog.getByLabel('Pass')).toHaveValue(/./)
    await dialog.getByLabel('Phone').press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Bélanger-Ouellet, Émilie is signed in · pass V-01')).toBeVisible()
  })

  await test.step('she stands among everybody, counted apart, with her pass', async () => {
    await page.getByRole('button', { name: /^Visitors 1$/ }).click()
    const row = grid(page).getByRole('row', { name: /Bélanger-Ouellet/ })
    await expect(row).toContainText('Visitor V-01')
    await expect(row).toContainText('Northern Elevators')
    await expect(page.getByRole('list', { name: 'Activity' }).getByRole('listitem').first()).toContainText('Bélanger-Ouellet, Émilie')
  })

  await test.step('F4: signed out, and taken back with Ctrl+Z', async () => {
    await page.keyboard.press('F4')
    await page.getByRole('button', { name: 'Sign out Bélanger-Ouellet, Émilie' }).press('Enter')
    await expect(dialog.getByLabel('The pass V-01 was handed back')).toBeChecked()
    await dialog.getByRole('button', { name: 'Sign out', exact: true }).press('Enter')
    await expect(page.getByText('No visitor is in the building')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('Taken back: Bélanger-Ouellet, Émilie')).toBeVisible()
    expect(await inside()).toEqual(['Bélanger-Ouellet, Émilie'])
  })

  await test.step('the pass held to the reader signs her out, and is free again', async () => {
    expect(await host.call('dev.scan', { serial: passes[0].serial })).toMatchObject({ outcome: 'visitor_out', person: { displayName: 'Bélanger-Ouellet, Émilie' } })
    await expect(page.getByText('No visitor is in the building')).toBeVisible()
    await page.getByRole('button', { name: 'Passes', exact: true }).click()
    await expect(page.getByText('2 passes free')).toBeVisible()
  })

  await test.step('back again: two letters, arrow, Enter, Enter', async () => {
    await page.keyboard.press('F3')
    await expect(dialog.getByLabel('Been here before?')).toBeFocused()
    await page.keyboard.type('belang', { delay: 90 })
    await expect(page.getByRole('option', { name: /Bélanger-Ouellet, Émilie · Northern Elevators/ })).toBeVisible()
    await expect(async () => {
      await page.keyboard.press('ArrowDown')
      await expect(dialog.getByLabel('Been here before?')).toHaveAttribute('aria-activedescendant', /./, { timeout: 1_000 })
    }).toPass()
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('Company')).toHaveValue('Northern Elevators')
    await expect(dialog.getByLabel('What it is about')).toHaveValue('Lift inspection')
    await dialog.getByLabel('Phone').press('Enter')
    await expect(dialog).toBeHidden()
    expect(await inside()).toEqual(['Bélanger-Ouellet, Émilie'])
  })

  await test.step('without the pass coming back she is out, and the pass is looked for until it is', async () => {
    await page.keyboard.press('F4')
    await page.getByRole('button', { name: 'Sign out Bélanger-Ouellet, Émilie' }).press('Enter')
    await dialog.getByLabel('The pass V-01 was handed back').uncheck()
    await expect(dialog.getByText('It stays on the list of passes that are out until it comes back.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Passes', exact: true }).click()
    await page.getByRole('button', { name: 'The pass V-01 is back' }).click()
    await expect(page.getByText('Every pass came back')).toBeVisible()
  })
})

test('who is expected is signed in with one press; a host who is away is said (scenario 26)', async ({ browser }) => {
  await signInAs(host, 2)
  const { members } = await host.call<{ members: { lastName: string; displayName: string; serviceNumber: string }[] }>('members.list', { present: false, statuses: ['active'], limit: 1 })
  const [away] = members
  if (away === undefined) throw new Error('everybody is inside')
  const page = await openDesk(browser)
  const dialog = page.getByRole('dialog')
  await page.getByRole('navigation').getByRole('button', { name: 'Visitors' }).click()
  await page.getByRole('button', { name: 'Expected', exact: true }).click()
  await page.getByRole('button', { name: 'Expect somebody' }).first().click()
  await dialog.getByLabel('At', { exact: true }).fill('13:30')
  await dialog.getByLabel('Last name').fill('Roy')
  await dialog.getByLabel('To see').pressSequentially(away.serviceNumber, { delay: 90 })
  await page.getByRole('option', { name: away.displayName }).click()
  await dialog.getByRole('button', { name: 'Write down' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: /Today 13:30 Roy/ })).toContainText(away.displayName)
  await page.getByRole('button', { name: 'Sign in Roy, who is expected' }).click()
  await expect(dialog.getByLabel('Last name')).toHaveValue('Roy')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(`${away.displayName} is not in the building`)).toBeVisible()
  await expect(page.getByText('has come')).toBeVisible()
  await page.getByRole('button', { name: /^Inside/ }).click()
  await expect(page.getByRole('row', { name: /Roy/ })).toContainText('not in the building')
  await page.getByRole('button', { name: 'Roy', exact: true }).click()
  await expect(dialog).toContainText('V-01')
})

test('what was said of a visit is corrected, and never over somebody else’s correction (4.8); its pass is followed in the badges’ room (4.5 ▶)', async ({ browser }) => {
  await signInAs(host, 5)
  const { free } = await host.call<{ free: { badgeId: string; label: string }[] }>('visitors.passes')
  const [pass] = free
  if (pass === undefined) throw new Error('no pass is free')
  const said = { visitType: 'guest', firstName: 'Ana', purpose: 'information' }
  const { id: visitId, updatedAt } = await host.call<{ id: string; updatedAt: string }>('visitors.signIn', { requestId: crypto.randomUUID(), ...said, lastName: 'Kowalchuk', badgeId: pass.badgeId })
  const page = await openDesk(browser)
  const dialog = page.getByRole('dialog')
  await page.getByRole('navigation').getByRole('button', { name: 'Visitors' }).click()
  const open = async (name: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click()
    await dialog.getByRole('button', { name: 'Correct…' }).click()
    await expect(dialog.getByLabel('Last name')).toHaveValue(/./)
  }

  await test.step('what is missing is said; what somebody else changed meanwhile stays', async () => {
    await open('Kowalchuk, Ana')
    await dialog.getByLabel('Last name').fill('')
    await dialog.getByLabel('Last name').press('Enter')
    await expect(dialog.getByText('Whoever comes has a name.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByLabel('Last name').fill('Wrong')
    await host.call('visitors.update', { visitId, basedOn: updatedAt, ...said, lastName: 'Kowalczuk', notes: null })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByText('Somebody else has changed this visit meanwhile.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  await test.step('as it stands now it is corrected', async () => {
    await open('Kowalczuk, Ana')
    await dialog.getByLabel('Last name').fill('Kowalczyk')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('The visit of Kowalczyk, Ana is corrected')).toBeVisible()
  })

  await test.step('her pass is with her; left with it, it is missed, and nobody is offered it first', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Badges' }).click()
    await page.getByRole('button', { name: /^To lend/ }).click()
    await expect(page.getByRole('row', { name: new RegExp(pass.label) })).toContainText('Kowalczyk, Ana since')
    await host.call('visitors.signOut', { visitId, passReturned: false })
    await page.getByRole('button', { name: /^Outstanding/ }).click()
    await expect(page.getByRole('row', { name: new RegExp(pass.label) })).toContainText('Outstanding from Kowalczyk, Ana')
    await page.keyboard.press('F3')
    await expect(dialog.getByLabel('Pass').getByRole('option', { name: `${pass.label} (not handed back)` })).toBeAttached()
    await expect(dialog.getByLabel('Pass')).not.toHaveValue(pass.badgeId)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: `Open badge ${pass.label}` }).click()
    await dialog.getByRole('button', { name: 'It came back' }).click()
    await expect(dialog.getByText('Outstanding from')).toBeHidden()
  })
})

test('with nobody signed in visits are neither read nor lent passes, whatever the window shows', async () => {
  await host.call('accounts.signOut')
  for (const [name, input] of [['visitors.inside', {}], ['visitors.history', {}], ['visitors.returning', { search: 'roy' }], ['visitors.passes', {}]] as const) await expect(host.call(name, input), name).rejects.toThrow(/forbidden/)
  await expect(host.call('visitors.signIn', { requestId: crypto.randomUUID(), visitType: 'guest', lastName: 'X', purpose: 'information', notes: 'x' })).rejects.toThrow(/forbidden/)
})

for (const [theme, language] of [['light', 'en'], ['dark', 'fr']] as const)
  test(`everybody can read and reach it: ${theme}, ${language} (screens.md 5.6)`, async ({ browser }) => {
    await signInAs(host, 2)
    const page = await openDesk(browser, { theme, language })
    const words = language === 'en' ? { room: 'Visitors', sections: [/^Inside/, 'Expected', 'Past visits', 'Passes'] } : { room: 'Visiteurs', sections: [/^À l’intérieur/, 'Attendus', 'Visites passées', 'Laissez-passer'] }
    await page.getByRole('navigation').getByRole('button', { name: words.room }).click()
    for (const section of words.sections) {
      await page.getByRole('button', { name: section, exact: true }).click()
      await expect(page.getByRole('button', { name: section, exact: true })).toHaveAttribute('aria-pressed', 'true')
      expect(await violations(page), String(section)).toEqual([])
    }
    await page.keyboard.press('F3')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
