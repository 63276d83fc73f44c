/** Attendance, recruit courses and excused absences at the desk, by the keyboard alone (domain.md 4.19 ▶; screens.md P1-2, P1-3, 5.6; scenarios 32, 33). */
import { expect, type Browser, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { importRoll, setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow, shownIn } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  await setUp(host)
  await importRoll(host, 'SN,RANK,LAST NAME,FIRST NAME,DEPT\nV200002,PO2,Watch,Wes,OPS\nV200003,S1,Éclair,Dana,DECK\nV200004,S1,Late,Lou,DECK\nV200005,S3,de Repentigny-Gauthier-Beauharnois,Marie-Ève,OPS\n')
  const { members } = await host.call<{ members: { id: string; lastName: string }[] }>('members.list')
  const idOf = (name: string): string => members.find(({ lastName }) => lastName === name)?.id ?? ''
  // They are not new: their figures are given.
  for (const { id: memberId } of members) {
    const { updatedAt: basedOn } = await host.call<{ updatedAt: string }>('members.get', { memberId })
    await host.call('members.update', { memberId, basedOn, changes: { joinedOn: '2020-09-01' } })
  }
  await host.call('training.createYear', { name: '2026–2027', startDate: '2026-10-20', endDate: '2027-05-31', dayExceptions: [{ date: '2026-11-17', type: 'cancelled_training', note: 'Boiler' }], isCurrent: true })
  // Éclair came at 18:40 for 19:00 each night (Winnipeg is at UTC−6); Late only to the last.
  const stay = (name: string, day: string) => host.call('history.record', { memberId: idOf(name), reason: 'paper list', entries: [{ direction: 'in', at: `2026-11-${day}T00:40:00.000Z` }, { direction: 'out', at: `2026-11-${day}T04:10:00.000Z` }] })
  for (const day of ['04', '11', '25']) await stay('Éclair', day)
  await stay('Late', '25')
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

async function openTraining(browser: Browser, section: string, options: Parameters<typeof openWindow>[3] = {}): Promise<Page> {
  const page = await openWindow(browser, host, 'desk', options)
  await page.getByRole('navigation').getByRole('button', { name: /^(Training|Instruction)$/ }).press('Enter')
  await page.getByRole('button', { name: section, exact: true }).press('Enter')
  return page
}
const unit = (page: Page) => page.getByRole('grid', { name: /^(Attendance|Présences)$/ })
/** Moves to the row of this name and opens it, as the keyboard does. */
async function openRow(page: Page, name: RegExp): Promise<void> {
  await unit(page).focus()
  await page.keyboard.press('Home')
  await expect(async () => {
    const picked = unit(page).locator('[aria-selected=true]')
    if (!name.test((await picked.textContent()) ?? '')) await page.keyboard.press('ArrowDown')
    await expect(picked).toContainText(name, { timeout: 300 })
  }).toPass({ timeout: 10_000 })
  await page.keyboard.press('Enter')
}

test('Command reads what a figure is made of; an absence that is excused raises it', async ({ browser }) => {
  const page = await openTraining(browser, 'Attendance')
  const row = (name: RegExp) => unit(page).getByRole('row', { name })
  await expect(row(/Éclair/)).toContainText('60.0 %')
  await expect(row(/Late/)).toContainText('Critical')
  await expect(page.getByText('5 nights so far, 20 Oct 2026 to 31 May 2027')).toBeVisible()
  expect(await violations(page)).toEqual([])

  await test.step('sorts by the figure, finds without accents, narrows to a flag and to a division', async () => {
    const heading = unit(page).getByRole('columnheader', { name: 'Attendance' })
    await heading.getByRole('button').press('Enter')
    await expect(heading).toHaveAttribute('aria-sort', 'ascending')
    await heading.getByRole('button').press('Enter')
    await expect(unit(page).getByRole('row').nth(1)).toContainText('Éclair')
    const search = page.getByRole('searchbox', { name: 'Find in attendance' })
    // Filled, not typed: an Enter after typed letters could be a keyboard reader’s.
    await search.fill('eclair')
    await expect(unit(page).getByRole('row')).toHaveCount(2)
    await search.fill('')
    const critical = page.getByRole('button', { name: /^Critical/ })
    await critical.press('Enter')
    await expect(row(/Éclair/)).toBeHidden()
    await critical.press('Enter')
    const deck = page.getByRole('button', { name: /Deck, 2 people/ })
    await deck.press('Enter')
    await expect(unit(page).getByRole('row')).toHaveCount(3)
    await deck.press('Enter')
  })

  await test.step('33: who came at 18:40 for 19:00 counts; 32: a cancelled night is not asked of anybody', async () => {
    await openRow(page, /Éclair/)
    const panel = page.getByRole('complementary').filter({ hasText: 'What the figure is made of' })
    await expect(panel.getByText('3 of 5 = 60.0 %')).toBeVisible()
    await expect(panel.getByRole('row', { name: /Tue 24 Nov/ })).toContainText('Counted')
    await expect(panel.getByRole('row', { name: /Tue 24 Nov/ })).toContainText(`Was inside when it began at ${await shownIn(page, '2026-11-25T01:00:00Z')}, and stayed 190 min`)
    await expect(panel.getByRole('row', { name: /Tue 17 Nov/ })).toContainText('Training was cancelled. “Boiler”')
    await expect(panel.getByRole('row', { name: /Tue 20 Oct/ })).toContainText('Missed')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(unit(page)).toBeFocused()
  })

  await test.step('a night is excused from where it is seen, and the figure rises', async () => {
    await openRow(page, /Late/)
    const nights = page.getByRole('grid', { name: 'Nights of the period' })
    await expect(nights.getByRole('row', { name: /Tue 10 Nov/ })).toContainText('Was not inside.')
    await nights.focus()
    for (let night = 0; night < 2; night += 1) await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Excuse…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Excuse an absence' })
    await expect(dialog.getByLabel('First day')).toHaveValue('2026-11-10')
    // The last day follows the first while they are the same.
    await dialog.getByLabel('First day').fill('2026-10-20')
    await expect(dialog.getByLabel('Last day')).toHaveValue('2026-10-20')
    await dialog.getByLabel('Last day').fill('2026-11-10')
    await dialog.getByLabel('Note').fill('Shift work')
    await dialog.getByLabel('Note').press('Enter')
    await expect(dialog).toBeHidden()
    // 1 of 5 was a percentage; 1 of 1 is too little for one.
    await expect(nights.getByRole('row', { name: /Tue 10 Nov/ })).toContainText('Excused')
    await expect(row(/Late/)).toContainText('1 of 1')
  })

  await test.step('it stands among the absences, and is taken back and given again', async () => {
    await page.getByRole('button', { name: 'Absences', exact: true }).press('Enter')
    const absences = page.getByRole('table', { name: 'Excused absences' })
    await expect(absences.getByRole('row', { name: /Late/ })).toContainText('Shift work')
    expect(await violations(page)).toEqual([])
    await absences.getByRole('button', { name: /^Take back/ }).press('Enter')
    await expect(page.getByText('Nobody is excused')).toBeVisible()
    await page.getByRole('button', { name: 'Excuse again' }).press('Enter')
    await expect(absences.getByRole('row', { name: /Late/ })).toBeVisible()
  })
})

test('a course is added, two recruits are put on it, and one withdraws', async ({ browser }) => {
  const page = await openTraining(browser, 'Recruit courses')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'New course' }).press('Enter')
  await dialog.getByLabel('Name', { exact: true }).press('Enter')
  await expect(dialog.getByText('A course has a name.')).toBeVisible()
  await dialog.getByLabel('Name', { exact: true }).fill('BMQ 2601')
  await dialog.getByLabel('First day').fill('2026-10-03')
  await dialog.getByLabel('Last day').fill('2027-03-28')
  await dialog.getByLabel('Last day').press('Enter')
  await expect(page.getByText('Nobody is on this course')).toBeVisible()
  await page.getByRole('button', { name: 'Add recruits' }).first().press('Enter')
  for (const [letters, name] of [['eclair', 'Éclair'], ['repentigny', 'Repentigny']] as const) {
    const field = dialog.getByRole('combobox')
    await field.pressSequentially(letters, { delay: 90 })
    await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible()
    await field.press('ArrowDown')
    await field.press('Enter')
    await expect(dialog.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  }
  await dialog.getByLabel('On it since').fill('2026-10-03')
  // Pressed by the mouse: an Enter this soon after typed letters could be a keyboard reader’s.
  await dialog.getByRole('button', { name: 'Add 2 people' }).click()
  const people = page.getByRole('grid', { name: 'People on BMQ 2601' })
  await expect(people.getByRole('row')).toHaveCount(3)
  await people.focus()
  await page.keyboard.press('Home')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Change…' }).press('Enter')
  await dialog.getByLabel('State').selectOption('withdrawn')
  await dialog.getByLabel('Last day').press('Enter')
  await expect(people.getByRole('row', { name: /Withdrew/ })).toBeVisible()

  await test.step('a course with a history is not deleted but put out of use', async () => {
    await page.getByRole('button', { name: 'Delete…' }).press('Enter')
    await dialog.getByRole('button', { name: 'Delete', exact: true }).press('Enter')
    await dialog.getByRole('button', { name: 'Mark as not in use' }).press('Enter')
    await expect(page.getByText('Not in use', { exact: true })).toBeVisible()
  })
})

test('French, in the dark, with a long name, breaks nothing', async ({ browser }) => {
  const page = await openTraining(browser, 'Présences', { theme: 'dark', language: 'fr' })
  await openRow(page, /Repentigny/)
  await expect(page.getByText('0 sur 5 = 0,0 %')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Absences', exact: true }).press('Enter')
  await expect(page.getByRole('table', { name: 'Absences excusées' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Cours de recrues', exact: true }).press('Enter')
  const courses = page.getByRole('grid', { name: 'Cours de recrues' })
  await courses.getByRole('row', { name: /BMQ 2601/ }).click()
  await expect(page.getByRole('heading', { name: /BMQ 2601/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
})
