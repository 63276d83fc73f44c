/** Events of temporary access at the desk, by the keyboard alone (domain.md 4.9 ▶, 4.5 ▶; screens.md 1.11, P0-3, 5.2; scenario 28). */
import { expect, type Browser, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow, shownIn } from './support/windows.ts'

const badges = [
  { serial: 'EE000001', label: 'E-01' },
  { serial: 'EE000002', label: 'E-02' },
] as const

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  await host.call('badges.addToPool', { kind: 'event', badges })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

/** The events' room once the window takes keys. */
async function openEvents(browser: Browser, options: Parameters<typeof openWindow>[3] = {}): Promise<Page> {
  const page = await openWindow(browser, host, 'desk', options)
  await page.getByRole('navigation').getByRole('button', { name: /^(Events|Activités)$/ }).press('Enter')
  await expect(page.getByRole('heading', { name: /^(Events|Activités)$/ })).toBeVisible()
  return page
}
const people = (page: Page) => page.getByRole('grid', { name: 'People of PLQ, serial 7' })
const personRow = (page: Page, name: string) => people(page).getByRole('row', { name: new RegExp(name) })
/** Finds somebody and opens what can be done with them, as the desk does it: Ctrl+F, a few letters, down, Enter. */
async function openPerson(page: Page, letters: string, name: string): Promise<void> {
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find among the people of this event' })
  await expect(field).toBeFocused()
  await field.pressSequentially(letters, { delay: 90 })
  await expect(people(page).getByRole('row')).toHaveCount(2)
  await expect(personRow(page, name)).toBeVisible()
  await field.press('Enter')
  await expect(people(page)).toBeFocused()
  // An Enter right after letters might be a keyboard reader's: as a person does, press again.
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
}
async function clearSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox', { name: 'Find among the people of this event' })).toHaveValue('')
}

test('an administrator begins an event, puts people on its list, opens it; a badge that is lent opens the door; closing it names what is out', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openEvents(browser)
  const dialog = page.getByRole('dialog')
  const toast = page.getByRole('status')

  await test.step('an empty list offers the next act; what is missing is said where it is missing', async () => {
    await expect(page.getByText('No event yet')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'New event' }).first().press('Enter')
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('An event has a name.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByLabel('Name', { exact: true }).fill('PLQ, serial 7')
    await expect(dialog.getByLabel('Code')).toHaveValue('PLQ-SERIAL-7')
    await dialog.getByLabel('Last day').fill('2026-11-24')
    await expect(dialog.getByText('It would end before it begins.')).toBeVisible()
    await dialog.getByLabel('Last day').fill('2026-11-27')
    for (const role of ['Candidate', 'Assessor']) {
      await dialog.getByPlaceholder('Such as Assessor').fill(role)
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('listitem').filter({ hasText: role })).toBeVisible()
    }
    await dialog.getByLabel('Code').press('Enter')
    await expect(page.getByRole('heading', { name: 'PLQ, serial 7' })).toBeVisible()
    await expect(page.getByText('Draft')).toBeVisible()
  })

  await test.step('people are added one after the other, of the same organization and role', async () => {
    await page.getByRole('button', { name: 'Add person' }).first().press('Enter')
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await dialog.getByLabel('Name', { exact: true }).fill('Bélanger, Émilie')
    await dialog.getByLabel('Rank').fill('MCpl')
    await dialog.getByLabel('Organization').fill('38 CBG')
    await dialog.getByLabel('Role').selectOption('Assessor')
    await dialog.getByRole('button', { name: 'Add, then another' }).press('Enter')
    await expect(dialog.getByText('MCpl Bélanger, Émilie is on the list')).toBeVisible()
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('')
    await expect(dialog.getByLabel('Organization')).toHaveValue('38 CBG')
    await expect(dialog.getByLabel('Role')).toHaveValue('Assessor')
    await dialog.getByLabel('Name', { exact: true }).fill('Roy, Pat')
    await dialog.getByRole('button', { name: 'Add, then another' }).press('Enter')
    await expect(dialog.getByText('Roy, Pat is on the list')).toBeVisible()
    await dialog.getByLabel('Name', { exact: true }).fill('Late, Lou')
    await dialog.getByLabel('May come from').fill('2026-11-26')
    await dialog.getByLabel('Name', { exact: true }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(people(page).getByRole('row')).toHaveCount(4)
  })

  await test.step('nobody gets in by a draft; opened, it shows so in colour, shape and word', async () => {
    await page.getByRole('button', { name: 'Open to people' }).press('Enter')
    await expect(toast.filter({ hasText: 'PLQ, serial 7 is open: its people get in on their days' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Close…' })).toBeVisible()
  })

  await test.step('found without accents, lent a badge; held to the reader it lets her in, and the monitor says so at once', async () => {
    await openPerson(page, 'belanger', 'MCpl Bélanger, Émilie')
    await expect(dialog.getByText('Neither came nor went yet.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Lend a badge…' }).press('Enter')
    const lending = page.getByRole('dialog', { name: 'A badge for MCpl Bélanger, Émilie' })
    await expect(lending.getByLabel('Badge')).toBeFocused()
    await expect(lending.getByLabel('Badge')).toHaveValue(/./)
    await lending.getByRole('button', { name: 'Lend', exact: true }).press('Enter')
    await expect(toast.filter({ hasText: 'MCpl Bélanger, Émilie has the badge E-01' })).toBeVisible()
    expect(await host.call('dev.scan', { serial: badges[0].serial })).toMatchObject({ outcome: 'attendee_in', person: { displayName: 'MCpl Bélanger, Émilie' } })
    await expect(personRow(page, 'Bélanger')).toContainText(`In${(await shownIn(page, '2026-11-25T18:30:00Z')).slice(0, 3)}`)
    await expect(personRow(page, 'Bélanger')).toContainText('Takes part')
    await expect(page.getByLabel('The event in numbers')).toContainText('Inside1')
    await clearSearch(page)
  })

  await test.step('whoever may not come today is refused in words', async () => {
    await openPerson(page, 'late', 'Late, Lou')
    await dialog.getByRole('button', { name: 'Sign in' }).press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('Late, Lou may come from 2026-11-26 to 2026-11-27 only.')
    await page.keyboard.press('Escape')
    await clearSearch(page)
  })

  await test.step('what the list is narrowed to is still there on return', async () => {
    await page.getByLabel('Inside only').check()
    await expect(people(page).getByRole('row')).toHaveCount(2)
    await page.getByRole('navigation').getByRole('button', { name: 'Desk' }).press('Enter')
    await page.getByRole('navigation').getByRole('button', { name: 'Events' }).press('Enter')
    await expect(page.getByLabel('Inside only')).toBeChecked()
    await expect(people(page).getByRole('row')).toHaveCount(2)
    await page.getByLabel('Inside only').uncheck()
  })

  await test.step('she stands among everybody, and goes from there; her event is a press away', async () => {
    const inside = page.getByRole('grid', { name: 'Inside now' })
    const openHer = async (): Promise<void> => {
      await page.getByRole('navigation').getByRole('button', { name: 'Desk' }).press('Enter')
      await page.getByRole('button', { name: 'Attendees 1' }).press('Enter')
      await inside.getByRole('row', { name: /Bélanger, Émilie/ }).getByRole('button').last().click()
    }
    await openHer()
    await dialog.getByRole('button', { name: 'Open their event' }).press('Enter')
    await expect(people(page)).toBeVisible()
    await openHer()
    await dialog.getByRole('button', { name: 'Sign out' }).press('Enter')
    await expect(inside.getByRole('row', { name: /Bélanger, Émilie/ })).toBeHidden()
    await page.keyboard.press('Control+z')
    await expect(toast.filter({ hasText: 'Taken back: MCpl Bélanger, Émilie' })).toBeVisible()
    await expect(inside.getByRole('row', { name: /Bélanger, Émilie/ })).toBeVisible()
  })

  await test.step('closing says first, and afterwards, who is inside and which badge is out', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Events' }).press('Enter')
    await page.getByRole('button', { name: 'Statistics' }).press('Enter')
    await expect(page.getByRole('region', { name: 'Statistics' })).toContainText('Wed 25 Nov1 person')
    await page.getByRole('button', { name: 'Close…' }).press('Enter')
    await expect(dialog).toContainText('3 people lose access at once.')
    await expect(dialog.getByRole('list', { name: 'Badges that are out' })).toContainText('E-01 · MCpl Bélanger, Émilie')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Close the event' }).press('Enter')
    const result = page.getByRole('dialog', { name: 'PLQ, serial 7 is closed' })
    await expect(result).toContainText('3 people lost access.')
    await expect(result.getByRole('list', { name: /Still inside/ })).toContainText('MCpl Bélanger, Émilie')
    await expect(result.getByRole('list', { name: 'Badges to ask back' })).toContainText('E-01 · Bélanger, Émilie, 38 CBG')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Add person' })).toBeHidden()
  })

  await test.step('out always: the badge still lets her leave; it is asked back until it comes', async () => {
    expect(await host.call('dev.scan', { serial: badges[0].serial })).toMatchObject({ outcome: 'attendee_out' })
    await host.call('dev.setClock', { now: '2026-11-25T19:00:00.000Z' })
    expect(await host.call('dev.scan', { serial: badges[0].serial })).toMatchObject({ outcome: 'event_closed' })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid', { name: 'Events' })).toBeFocused()
    await expect(page.getByRole('row', { name: /PLQ, serial 7/ })).toContainText('Over')
    await page.getByRole('button', { name: 'Badges', exact: true }).last().press('Enter')
    await page.getByRole('button', { name: 'The badge E-01 is back' }).press('Enter')
    await expect(page.getByText('Every badge came back')).toBeVisible()
    await expect(page.getByText('2 badges free')).toBeVisible()
  })
})

test('the desk signs people in and out, takes it back, and lets them go for good; it neither begins nor closes anything', async ({ browser }) => {
  await signInAs(host, 5)
  const event = await host.call<{ id: string }>('events.create', { name: 'Inspection', code: 'INSP', startDate: '2026-11-24', endDate: '2026-11-27' })
  await host.call('events.activate', { eventId: event.id })
  const { id } = await host.call<{ id: string }>('events.addAttendee', { eventId: event.id, name: 'Okafor, Ngozi', rank: 'Maj', organization: 'CFINTCOM', role: 'Staff' })
  const { free } = await host.call<{ free: { badgeId: string }[] }>('events.badges')
  await host.call('events.lendBadge', { attendeeId: id, badgeId: free[0]?.badgeId })
  await signInAs(host, 2)
  const page = await openEvents(browser)
  const dialog = page.getByRole('dialog')
  const toast = page.getByRole('status')
  const list = page.getByRole('grid', { name: 'Events' })
  const table = page.getByRole('grid', { name: 'People of Inspection' })
  await expect(page.getByRole('button', { name: 'New event' })).toBeHidden()
  await list.focus()
  await expect(list.getByRole('row', { name: /Inspection/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(table).toBeFocused()
  for (const name of ['Close…', 'Add person', 'More']) await expect(page.getByRole('button', { name })).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Sign in' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(toast.filter({ hasText: 'Maj Okafor, Ngozi is signed in' })).toBeVisible()
  await expect(table.getByRole('row', { name: /Okafor/ })).toContainText(`In${(await shownIn(page, '2026-11-25T19:00:00Z')).slice(0, 3)}`)
  await page.keyboard.press('Control+z')
  await expect(table.getByRole('row', { name: /Okafor/ })).toContainText('never here')
  await expect(table).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Leaves for good…' }).press('Enter')
  await dialog.getByLabel('The badge E-01 was handed back').uncheck()
  await dialog.getByRole('button', { name: 'Leaves for good' }).press('Enter')
  await expect(toast.filter({ hasText: 'Maj Okafor, Ngozi has left for good; the badge E-01 is still out' })).toBeVisible()
  await expect(table.getByRole('row', { name: /Okafor/ })).toContainText('Left for good')
  await expect(table).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Badge came back' }).press('Enter')
  await expect(toast.filter({ hasText: 'The badge E-01 is back' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
})

test('a visitor comes for an event that is on, and the visit says so', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openEvents(browser)
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('F3')
  await dialog.getByLabel('Last name').fill('Guest')
  await dialog.getByLabel('For the event').selectOption('Inspection')
  await expect(dialog.getByLabel('What it is about')).toHaveValue('Inspection')
  await dialog.getByLabel('Phone').press('Enter')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('F4')
  await page.getByRole('button', { name: 'Guest', exact: true }).press('Enter')
  await expect(dialog.getByText('For the event')).toBeVisible()
  await expect(dialog).toContainText('Inspection')
})

test('with nobody signed in events are neither read nor changed, whatever the window shows', async () => {
  await host.call('accounts.signOut')
  for (const name of ['events.list', 'events.badges']) await expect(host.call(name), name).rejects.toThrow(/forbidden/)
  await expect(host.call('events.create', { name: 'X', code: 'X', startDate: '2026-11-25', endDate: '2026-11-25' })).rejects.toThrow(/forbidden/)
})

for (const [theme, language] of [['light', 'en'], ['dark', 'fr'], ['light', 'fr'], ['dark', 'en']] as const)
  test(`everybody can read and reach it: ${theme}, ${language} (screens.md 5.6)`, async ({ browser }) => {
    await signInAs(host, 5)
    const page = await openEvents(browser, { theme, language })
    const words = language === 'en' ? { badges: 'Badges', events: 'Events', add: 'Add person', stats: 'Statistics', close: 'Close…' } : { badges: 'Insignes', events: 'Activités', add: 'Inscrire', stats: 'Statistiques', close: 'Terminer…' }
    await expect(page.getByRole('row', { name: /Inspection/ })).toBeVisible()
    expect(await violations(page), 'list').toEqual([])
    await page.getByRole('main').getByRole('button', { name: words.badges, exact: true }).press('Enter')
    await expect(page.getByRole('main').getByRole('button', { name: words.badges, exact: true })).toHaveAttribute('aria-pressed', 'true')
    expect(await violations(page), 'badges').toEqual([])
    await page.getByRole('main').getByRole('button', { name: words.events, exact: true }).press('Enter')
    await page.getByRole('row', { name: /Inspection/ }).click()
    await expect(page.getByRole('row', { name: /Okafor/ })).toBeVisible()
    expect(await violations(page), 'people').toEqual([])
    await page.getByRole('row', { name: /Okafor/ }).click()
    await expect(page.getByRole('dialog', { name: /Okafor/ })).toBeVisible()
    expect(await violations(page), 'person').toEqual([])
    await page.keyboard.press('Escape')
    for (const name of [words.add, words.close]) {
      await page.getByRole('button', { name, exact: true }).press('Enter')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await page.getByRole('button', { name: words.stats, exact: true }).press('Enter')
    await expect(page.getByRole('region', { name: words.stats })).toBeVisible()
    expect(await violations(page), 'statistics').toEqual([])
  })
