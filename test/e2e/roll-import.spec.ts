/** A nominal roll comes on a stick (domain.md 4.7; screens.md 1.9): columns said, errors left out, imported, undone, imported again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Download, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { setUp } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

const rolls = join(import.meta.dirname, '..', 'fixtures', 'rolls')
let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path)
  await setUp(host)
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const lastNames = ["D'AMOURS", 'BÉLANGER', 'MACLEOD', 'ST-ONGE', 'VAN DER BERG', 'ÉMOND', "O'NEIL", 'ÇELIK', 'RICHARD-DE LA DURANTAYE', 'LÉVESQUE']
const firstNames = ['ZOÉ', 'FRANÇOIS', 'MARIE-ÈVE', 'ANNE', 'JOËL', 'SIOBHAN', 'BENOÎT', 'AURÉLIE', 'LUC', 'NOAH']
const heading = ['SN', 'RANK', 'LAST NAME', 'FIRST NAME', 'DEPT', 'EMAIL', 'MESS']
/** Invented people, as a spreadsheet in Winnipeg exports them. */
const person = (index: number): string[] => [
  `V${40_000_000 + index * 37}`,
  ['S3', 'S2', 'S1', 'MS', 'PO2'][index % 5] ?? '',
  lastNames[index % 10] ?? '',
  firstNames[Math.floor(index / 10) % 10] ?? '',
  index % 50 === 7 ? 'DIVING' : (['OPS', 'DECK', 'LOG', 'TRG'][index % 4] ?? ''),
  index % 3 === 0 ? `member${index}@example.org` : '',
  index % 2 === 0 ? 'Junior Ranks' : '',
]
const people = Array.from({ length: 500 }, (_, index) => person(index))
/** Row 12 has no rank that exists, row 102 no address, row 302 the number of row 2, row 402 no first name. */
const wrong = people.map((cells, index) => {
  const [column, value] = ({ 10: [1, 'PO7'], 100: [5, 'nobody'], 300: [0, people[0]?.[0] ?? ''], 400: [3, ''] } as Record<number, [number, string]>)[index] ?? [-1, '']
  return cells.map((cell, at) => (at === column ? value : cell))
})
const file = (name: string, rows: readonly (readonly string[])[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(stringify([heading, ...rows], { bom: true, record_delimiter: '\r\n' })) })

const total = async (): Promise<number> => (await host.call<{ total: number }>('members.list', { limit: 1 })).total
const openWizard = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: 'Members' }).click()
  await page.getByRole('button', { name: 'Import nominal roll' }).first().click()
}
const choose = (page: Page, chosen: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) => page.getByLabel('Nominal roll file').setInputFiles(chosen)
const tab = (page: Page, name: string) => page.getByRole('tab', { name })
const rowsOf = async (download: Download): Promise<string[][]> => parse(readFileSync(await download.path(), 'utf8'), { bom: true })

test('five hundred members are imported without their errors, undone, and imported again corrected', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openWizard(page)

  await test.step('a file that is no roll is refused with what to do about it', async () => {
    await choose(page, join(rolls, 'password.xlsx'))
    await expect(page.getByText('it is protected by a password')).toBeVisible()
    expect(await violations(page)).toEqual([])
  })

  await test.step('headings that say little are matched by hand; what looks like a field is suggested', async () => {
    await choose(page, join(rolls, 'other-headers.csv'))
    await expect(page.getByText('Still needed: Service number (SN), Last name, First name, Department (division)')).toBeVisible()
    expect(await violations(page)).toEqual([])
    const readAs = (header: string) => page.getByLabel(`Read ${header} as`)
    await expect(readAs('Current rank')).toHaveValue('rank')
    for (const [header, field] of [['Member no.', 'Service number (SN)'], ['Family', 'Last name'], ['Given', 'First name'], ['Section', 'Department (division)']] as const) await readAs(header).selectOption({ label: field })
    await page.getByRole('button', { name: 'Show what would change' }).click()
    await expect(tab(page, 'New 3')).toBeVisible()
    // Back keeps what was said.
    await page.getByRole('button', { name: 'Columns' }).click()
    await expect(readAs('Family')).toHaveValue('lastName')
  })

  await test.step('of a roll with four errors each is named, with its row, and can be taken away as a file', async () => {
    await page.getByRole('button', { name: 'Choose another file' }).click()
    await choose(page, file('november.csv', wrong))
    await expect(tab(page, 'Errors 4')).toBeVisible()
    await expect(page.getByRole('row', { name: /^12 / })).toContainText('“PO7” is not a rank')
    await expect(page.getByRole('row', { name: /^302 / })).toContainText('stands in an earlier row')
    await expect(page.getByRole('button', { name: 'Import 496 members' })).toBeDisabled()
    expect(await violations(page)).toEqual([])
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Error file CSV' }).click()
    expect((await rowsOf(await saved)).map((cells) => cells.at(-2))).toEqual(['Row in the file', '12', '102', '302', '402'])
    expect(await total()).toBe(1)
  })

  await test.step('a division that the desk does not have is one that it has', async () => {
    await tab(page, 'Divisions 5').click()
    await page.getByLabel('DIVING means').selectOption({ label: 'DECK · Deck' })
    await tab(page, 'New 496').click()
    await expect(page.getByRole('row', { name: /^9 / })).toContainText('DECK')
  })

  await test.step('with the wrong rows left out, and one more, the core’s own counts are confirmed by keyboard', async () => {
    const leaveOut = page.getByRole('checkbox', { name: 'Leave out row 2', exact: true })
    await leaveOut.focus()
    await page.keyboard.press('Space')
    // Row 302 has its number: without row 2 it is right.
    await expect(tab(page, 'Errors 3')).toBeVisible()
    await expect(leaveOut).toBeFocused()
    await tab(page, 'Errors 3').click()
    await page.getByLabel('Leave out all rows with errors').check()
    await page.getByRole('button', { name: 'Import 496 members' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import november.csv?' })
    await expect(dialog.getByText('New members').locator('xpath=..')).toHaveText('New members496')
    await expect(dialog.getByText('Rows left out').locator('xpath=..')).toHaveText('Rows left out4')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.getByText('The roll is imported')).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await total()).toBe(497)
  })

  await test.step('undone, nobody of it is left', async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByRole('dialog', { name: 'Undo the import of november.csv?' }).getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByText('The import is undone')).toBeVisible()
    await expect(page.getByText('Members removed').locator('xpath=..')).toHaveText('Members removed496')
    expect(await total()).toBe(1)
  })

  await test.step('corrected, all of them are imported, and found on the roll', async () => {
    await page.getByRole('button', { name: 'Import another file' }).click()
    await choose(page, file('november-corrected.csv', people))
    await expect(tab(page, 'Errors 0')).toBeVisible()
    await page.getByRole('button', { name: 'Import 500 members' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText('Divisions created').locator('xpath=..')).toHaveText('Divisions created1')
    await page.getByRole('button', { name: 'Back to the members' }).click()
    await expect(page.getByText('501 members')).toBeVisible()
    await page.getByLabel('Search the roll').fill('maclEOD marie-eve')
    await expect(page.getByRole('button', { name: 'MacLeod, Marie-Ève' }).first()).toBeVisible()
    await page.getByLabel('Search the roll').fill('')
  })

  await test.step('next month’s roll shows what differs; whoever is missing is set inactive only when that is said', async () => {
    await openWizard(page)
    await expect(page.getByRole('region', { name: 'Latest import' })).toContainText('november-corrected.csv')
    await choose(page, file('december.csv', people.slice(1).map((cells, index) => (index === 0 ? cells.map((cell, at) => (at === 1 ? 'MS' : cell)) : index === 2 ? cells.map((cell, at) => (at === 5 ? '' : cell)) : cells))))
    await expect(tab(page, 'Changed 1')).toBeVisible()
    await tab(page, 'Changed 1').click()
    await page.getByRole('button', { name: 'Blank cells…' }).click()
    await page.getByRole('dialog').getByLabel('E-mail').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    await expect(tab(page, 'Changed 2')).toBeVisible()
    await expect(page.getByRole('row', { name: /member3@example.org/ })).toContainText('nothing')
    await tab(page, 'Missing from the file 2').click()
    await page.getByRole('checkbox', { name: "Set S3 D'Amours, Zoé inactive" }).check()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Changes CSV' }).click()
    expect((await rowsOf(await saved)).map((cells) => cells[0])).toEqual(['What', 'Changed', 'Changed', 'Not in the file, stays', 'Set inactive'])
    await page.getByRole('button', { name: 'Import 2 members' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText('The roll is imported')).toBeVisible()
  })

  await test.step('an undo that would go over a change made by hand is refused, and says whose', async () => {
    const { members } = await host.call<{ members: { id: string }[] }>('members.list', { search: 'V40000037' })
    const { updatedAt } = await host.call<{ updatedAt: string }>('members.get', { memberId: members[0]?.id })
    await host.call('members.update', { memberId: members[0]?.id, basedOn: updatedAt, changes: { notes: 'By hand' } })
    await page.getByRole('button', { name: 'Undo this import' }).click()
    const dialog = page.getByRole('dialog', { name: 'Undo the import of december.csv?' })
    await dialog.getByRole('button', { name: 'Undo the import' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Changed since the import: MS Bélanger, Zoé')
    expect(await violations(page)).toEqual([])
  })
})

test('a workbook, in French and in the dark', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await page.getByRole('navigation').getByRole('button', { name: 'Membres' }).click()
  await page.getByRole('button', { name: 'Importer le rôle nominatif' }).first().click()
  await page.getByLabel('Fichier du rôle nominatif').setInputFiles(join(rolls, 'workbook-two-sheets.xlsx'))
  await expect(page.getByRole('tab', { name: 'Nouveaux 2' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Colonnes' }).click()
  await expect(page.getByLabel('Feuille')).toHaveValue('Nominal roll')
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Feuille').selectOption('Cover')
  await expect(page.getByText(/Encore nécessaires/)).toBeVisible()
  await page.getByLabel('Feuille').selectOption('Nominal roll')
  await page.getByRole('button', { name: 'Montrer ce qui changerait' }).click()
  for (const [name, words] of [['Avis 1', 'commence comme une formule'], ['Divisions 2', 'Ce que dit la colonne'], ['Nouveaux 2', 'Bérubé, Hélène']] as const) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByText(words).first()).toBeVisible()
    expect(await violations(page), name).toEqual([])
  }
})
