/** Reports from choosing to paper (domain.md 4.20; screens.md 1.13, P1-3, 5.2 F9, 5.5). */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { badges, setUpDutyUnit } from './support/duty-unit.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { importRoll, signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
let idOf: (lastName: string) => string
const data = newDataDir()

/** More than a preview shows of a table, and enough that a PDF of them takes a while. */
const crowd = 300
const crowdCsv = (): string => ['SN,RANK,LAST NAME,FIRST NAME,DEPT', ...Array.from({ length: crowd }, (_, index) => `W${300_000 + index},S1,Équipage${String(index).padStart(3, '0')},Noëlle,LOG`)].join('\n')

test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  idOf = await setUpDutyUnit(host)
  await importRoll(host, `${crowdCsv()}\n`)
  await host.call('training.createYear', { name: '2026-2027', startDate: '2026-09-01', endDate: '2027-05-31', isCurrent: true })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const sheet = (page: Page) => page.getByRole('region', { name: /^(Preview of the report|Aperçu du rapport)$/ })
const list = (page: Page) => page.getByRole('listbox', { name: /^(Which report|Quel rapport)$/ })

/** By its key, once the window is there. */
async function openReports(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').getByRole('button', { name: /^(Reports|Rapports)$/ })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(list(page)).toBeVisible()
}

/** By the arrows from wherever the list stands. */
async function chooseByKeys(page: Page, name: string): Promise<void> {
  const option = list(page).getByRole('option', { name, exact: true })
  await page.keyboard.press('Home')
  await expect(async () => {
    if ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await expect(option).toHaveAttribute('aria-selected', 'true', { timeout: 50 })
  }).toPass({ intervals: [0] })
}

/** The file that a button hands over. */
async function exported(page: Page, format: 'PDF' | 'CSV' | 'XLSX'): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), page.getByRole('button', { name: `Export as ${format}` }).click()])
  await expect(page.getByRole('status').filter({ hasText: `Handed over as ${file.suggestedFilename()}` })).toBeVisible()
  return { name: file.suggestedFilename(), path: await file.path() }
}

test('an administrator previews by the keyboard and prints; what is missing, and what changed since, is said', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openWindow(browser, host, 'desk')
  await page.evaluate(() => Object.assign(window, { printed: 0, print: () => ((window as unknown as { printed: number }).printed += 1) }))
  await openReports(page)

  await test.step('F9, arrows, Enter: the roster as paper, and how much more the file has', async () => {
    await expect(list(page).getByRole('option').first()).toBeFocused()
    await chooseByKeys(page, 'Personnel roster')
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByRole('heading', { name: 'Personnel roster' })).toBeVisible()
    await expect(sheet(page)).toContainText('Équipage000')
    await expect(sheet(page)).toContainText(/\d+ more rows are in the file/)
    expect(await violations(page)).toEqual([])
  })

  await test.step('Ctrl+P prints the preview', async () => {
    await page.keyboard.press('Control+p')
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.print-sheet')).toContainText('Personnel roster')
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await expect(page.locator('.print-sheet')).toHaveCount(0)
  })

  await test.step('what is missing is said; other choices, other data: the preview says so', async () => {
    await page.getByRole('combobox', { name: 'Division' }).selectOption('DECK')
    await expect(page.getByText('The choices above have changed since.')).toBeVisible()
    await page.getByRole('button', { name: 'Preview again' }).click()
    await expect(sheet(page)).toContainText('Late')
    await expect(sheet(page)).not.toContainText('Équipage000')
    await host.call('members.archive', { memberId: idOf('Late') })
    await expect(page.getByText(/^The data have changed since/)).toBeVisible()
    await page.getByRole('button', { name: 'Preview again' }).click()
    await expect(sheet(page)).not.toContainText('Late')
    await list(page).getByRole('option', { name: 'BMQ course' }).click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Choose a course.' })).toBeVisible()
  })
})

test('the three files are what was asked for, and one that is cancelled is none; a preset is kept, changed, loaded and deleted', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openWindow(browser, host, 'desk')
  await openReports(page)
  await list(page).getByRole('option', { name: 'Personnel roster' }).click()

  await test.step('CSV and XLSX read back, PDF by its text', async () => {
    const csv = parse(readFileSync((await exported(page, 'CSV')).path), { bom: true, relax_column_count: true }) as string[][]
    expect(csv.filter((row) => row.some((cell) => cell.startsWith('Équipage')))).toHaveLength(crowd)
    const sheets = await readWorkbook((await exported(page, 'XLSX')).path)
    expect(JSON.stringify(sheets)).toContain('Équipage299')
    const pdf = await exported(page, 'PDF')
    const text = spawnSync('pdftotext', ['-layout', pdf.path, '-'], { encoding: 'utf8' }).stdout
    for (const words of ['HMCS Example', 'Personnel roster', 'Équipage000', 'Équipage299']) expect(text).toContain(words)
  })

  await test.step('one that is cancelled leaves nothing', async () => {
    await page.getByRole('button', { name: 'Export as PDF' }).click()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await expect(page.getByText('Cancelled: nothing was written.')).toBeVisible()
  })

  await test.step('training nights, kept under a name, changed over it, loaded, and deleted', async () => {
    await list(page).getByRole('option', { name: 'Training nights' }).click()
    const dialog = page.getByRole('dialog')
    await page.getByRole('combobox', { name: 'Period' }).selectOption('last_month')
    await page.getByRole('button', { name: 'Save…' }).click()
    await dialog.getByLabel('Name').fill('Tue report to CO')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    const saved = list(page).getByRole('option', { name: 'Tue report to CO' })
    await expect(saved).toHaveAttribute('aria-selected', 'true')

    // Somebody else is faster: what is typed stays, and a second Enter means it.
    await page.getByRole('button', { name: 'Save…' }).click()
    const { presets } = await host.call<{ presets: { id: string; updatedAt: string; report: object }[] }>('reports.presets')
    await host.call('reports.savePreset', { presetId: presets[0]?.id, basedOn: presets[0]?.updatedAt, name: 'Tue report to CO', report: presets[0]?.report, format: 'csv', language: 'en' })
    await dialog.getByRole('button', { name: 'Replace' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Somebody else has just changed “Tue report to CO”.')
    await expect(dialog.getByLabel('Name')).toHaveValue('Tue report to CO')
    await dialog.getByRole('button', { name: 'Replace' }).click()
    await expect(dialog).toBeHidden()

    await list(page).getByRole('option', { name: 'Parade state' }).click()
    await saved.click()
    await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('last_month')
    await page.getByRole('button', { name: 'Delete…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(saved).toHaveCount(0)
  })
})

test('in French and in the dark; the DDS sees only what is theirs, and saves none', async ({ browser }) => {
  await signInAs(host, 5)
  await host.call('accounts.setLevel', { memberIds: [idOf('Watch')], level: 2 })
  await host.call('dev.scan', { serial: badges.watch })
  await host.call('dds.set', { memberId: idOf('Watch') })
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await openReports(page)
  await expect(list(page).getByRole('option')).toHaveText(['État des présences', 'Présences du jour', 'Inventaire des insignes', 'Feuille du journal de service', 'Feuille de passation'])
  await expect(page.getByRole('button', { name: 'Enregistrer…' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Aperçu', exact: true }).click()
  await expect(sheet(page)).toContainText('Watch')
  expect(await violations(page)).toEqual([])
  await expect(host.call('reports.preview', { report: { kind: 'roster', divisionCode: null, sort: null } })).rejects.toThrow('forbidden')
})
