/** A list of attendees, from the stick to the door (domain.md 4.9 Import). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
let eventId: string
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  eventId = (await host.call<{ id: string }>('events.create', { name: 'PLQ, serial 7', code: 'PLQ-7', startDate: '2026-11-20', endDate: '2026-12-18' })).id
  await host.call('events.activate', { eventId })
  await host.call('events.addAttendee', { eventId, name: 'Bélanger, Émilie', organization: '38 CBG', role: 'Participant' })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const csv = ['Full name;Grade;Agency;Attendee type;Valid from;Until', 'Emilie BELANGER;Cpl;17 Wing;Participant;;', 'Okafor, Chidi;Pte;38 CBG;Participant;2026-11-24;2026-11-28', 'Nguyễn, Thị Minh Khai;;RCMP;Juror;;', 'Nobody;;;Staff;;', 'Late, Larry;;RCMP;Staff;2027-01-10;'].join('\r\n')
const file = { name: 'attendees.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'utf8') }

async function openImport(page: Page, words: { room: string; open: string }): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: words.room, exact: true }).click()
  await page.getByRole('row', { name: /PLQ, serial 7/ }).click()
  await page.getByRole('button', { name: words.open, exact: true }).click()
}
const rowOf = (page: Page, name: RegExp) => page.getByRole('row', { name })

test('columns are known by their headings; errors come first and are left out or corrected; who is there already is changed; then all of it is imported', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk')
  await openImport(page, { room: 'Events', open: 'Import list…' })
  await expect(page.getByRole('heading', { name: /^Import attendees/ })).toBeFocused()
  expect(await violations(page), 'choose').toEqual([])
  await page.getByLabel('File with attendees').setInputFiles(file)
  await expect(rowOf(page, /Nobody/)).toContainText('The column Agency is empty.')
  await expect(rowOf(page, /Late, Larry/)).toContainText('Their days would end before they begin')
  await expect(rowOf(page, /BELANGER/)).toContainText('Left as they are')
  expect(await violations(page), 'preview').toEqual([])
  await expect(page.getByRole('button', { name: /^Import \d/ })).toBeDisabled()
  for (const row of [5, 6]) await page.getByRole('checkbox', { name: `Leave out row ${row}`, exact: true }).check()
  await page.getByLabel('What becomes of Emilie BELANGER').selectOption('Change them')
  await expect(page.getByText('2 new · 1 changed · 0 left as they are · 2 left out')).toBeVisible()
  await expect(page.getByLabel('Juror means')).toHaveValue('')
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await expect(page.getByLabel('Read Agency as')).toHaveValue('organization')
  expect(await violations(page), 'columns').toEqual([])
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await page.getByRole('button', { name: 'Import 3 attendees' }).click()
  await expect(page.getByText('The attendees are imported')).toBeVisible()
  await expect(page.getByText('New roles of this event: Juror')).toBeVisible()
  expect(await violations(page), 'done').toEqual([])
  await page.getByRole('button', { name: 'Back to the event' }).press('Enter')
  await expect(rowOf(page, /Okafor, Chidi/)).toBeVisible()
  expect(await host.call('events.attendees', { eventId })).toMatchObject({ total: 3, attendees: [{ name: 'Bélanger, Émilie', rank: 'Cpl', organization: '17 Wing' }, { name: 'Nguyễn, Thị Minh Khai', role: 'Juror' }, { name: 'Okafor, Chidi', accessStart: '2026-11-24', accessEnd: '2026-11-28' }] })
})

test('the same file again imports nothing, and says so; what is no list is refused in words, in French and in the dark', async ({ browser }) => {
  const page = await openWindow(browser, host, 'desk', { theme: 'dark', language: 'fr' })
  await openImport(page, { room: 'Activités', open: 'Importer une liste…' })
  await page.getByLabel('Fichier des participants').setInputFiles({ ...file, buffer: Buffer.from('\u0089PNG\0\0') })
  await expect(page.getByRole('alert').filter({ hasText: 'Le fichier n’a pas pu être lu' })).toBeVisible()
  await page.getByLabel('Fichier des participants').setInputFiles({ ...file, buffer: Buffer.from(csv.split('\r\n').slice(0, 4).join('\r\n')) })
  await expect(page.getByText('Rien à importer : tous ceux du fichier sont sur la liste.')).toBeVisible()
  expect(await violations(page)).toEqual([])
})
