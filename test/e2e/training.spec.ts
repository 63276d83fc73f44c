/** Training years, what each day is and why, and the crest of the unit (domain.md 4.18, screens.md 5.5, 5.6). */
import { deflateSync, crc32 } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { addDays } from '../../shared/domain/civil-date.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const section = (page: Page, name: string) => page.getByRole('group', { name: 'What to show of training' }).getByRole('button', { name, exact: true })
const enter = (page: Page, room: string) => page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()

test('an administrator adds a year with a stand-down, calls a night off by the keyboard, sees why, and takes it back', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openWindow(browser, host, 'desk')
  await enter(page, 'Training')
  await section(page, 'Training years').click()
  await page.getByRole('button', { name: 'Add a year' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a training year' })
  await expect(dialog.getByText('nothing is copied')).toBeVisible()
  const name = await dialog.getByLabel('Name').inputValue()
  await dialog.getByRole('button', { name: 'Add a year' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()

  await page.getByRole('button', { name: 'Add Christmas' }).click()
  // Who leads away is asked first.
  await section(page, 'Calendar').click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await page.getByRole('button', { name: 'Add a stand-down' }).click()
  const second = page.getByRole('group', { name: 'Stand-down 2' })
  await expect(page.getByText('3 fields to correct')).toBeVisible()
  await second.getByLabel('Name').fill('Unit leave')
  const christmas = await page.getByRole('group', { name: 'Stand-down 1' }).getByLabel('To').inputValue()
  await second.getByLabel('From').fill(christmas)
  await second.getByLabel('To').fill(christmas)
  await expect(page.getByText('Christmas and Unit leave overlap')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Training years' }).getByText(name)).toBeHidden()

  await section(page, 'Calendar').click()
  await page.getByRole('button', { name: 'Next training night' }).click()
  const cell = page.locator('[role=gridcell][aria-selected=true]')
  await expect(cell).toHaveAccessibleName(/Training 19:00/)
  const [date, panel] = [await cell.getAttribute('data-date'), page.getByRole('complementary')]
  await cell.focus()
  await page.keyboard.press('ArrowDown')
  await expect(cell).toBeFocused()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.locator(`[data-date="${date ?? ''}"]`)).toBeFocused()
  // The panel, and its first act.
  await page.keyboard.press('Enter')
  await expect(panel).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Note')).toBeFocused()
  await page.keyboard.type('Storm', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(panel.getByText('No training night: it is cancelled.')).toBeVisible()
  await expect(panel.getByText('Storm')).toBeVisible()
  await expect(cell).toHaveAccessibleName(/No training/)
  await page.keyboard.press('Control+z')
  await expect(panel.getByText('Training night, 19:00 to 22:10.')).toBeVisible()

  // A day that is nobody's choice says whose it is.
  const { days } = await host.call<{ days: { date: string; holiday: { name: string } | null; work: { why: string } }[] }>('training.calendar', { from: date, to: addDays(date ?? '', 399) })
  const holiday = days.find(({ work }) => work.why === 'statutory_holiday')
  await page.getByLabel('Go to').fill(holiday?.date ?? '')
  await expect(panel.getByText(new RegExp(`^No working day: .* is ${holiday?.holiday?.name ?? ''}\\.$`))).toBeVisible()
})

test('a quartermaster sees the days and the years and changes neither; dark and French', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await enter(page, 'Instruction')
  await expect(page.getByRole('columnheader', { name: 'lundi' })).toBeVisible()
  const sections = page.getByRole('group', { name: 'Ce qui est montré de l’instruction' })
  await expect(sections.getByRole('button')).toHaveText(['Calendrier', 'Cours de recrues', 'Années d’instruction'])
  await page.getByRole('button', { name: 'Soirée suivante' }).click()
  await expect(page.getByRole('complementary').getByText('Soirée d’instruction, de 19:00 à 22:10.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Annuler la soirée/ })).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Année d’instruction', exact: true }).click()
  await expect(page.getByRole('grid')).toHaveCount(12)
  expect(await violations(page)).toEqual([])
  await sections.getByRole('button', { name: 'Années d’instruction' }).click()
  await expect(page.getByRole('table', { name: 'Relâches' }).getByText('Christmas')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0)
})

/** A PNG of one grey. */
function png(side: number): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc((side + 1) * side, 120))), chunk('IEND', Buffer.alloc(0))])
}

test('the crest is set and removed; an SVG, and what is too large, are refused in words', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openWindow(browser, host, 'desk')
  await enter(page, 'Admin')
  await page.getByRole('button', { name: 'Unit', exact: true }).click()
  const give = (name: string, mimeType: string, buffer: Buffer) => page.getByLabel('Image of the crest').setInputFiles({ name, mimeType, buffer })
  await give('crest.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not an image that can be printed')
  await give('crest.png', 'image/png', Buffer.alloc(513 * 1024))
  await expect(page.getByRole('main').getByRole('alert')).toContainText('too large')
  await give('crest.png', 'image/png', png(120))
  await expect(page.getByRole('img', { name: 'Crest of the unit' })).toBeVisible()
  await expect(page.getByText('120 × 120 pixels, 1 KB')).toBeVisible()
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Remove the crest' }).click()
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Remove the crest' }).click()
  await expect(page.getByText('No crest')).toBeVisible()
})
