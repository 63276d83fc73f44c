/** A visitor’s pass on paper, from the built host, by the keyboard (domain.md 4.8; screens.md P0-3, 5.5). */
import { readFileSync } from 'node:fs'
import { expect, type Browser, type Page } from '@playwright/test'
import { pdfFonts, pdfInfo, pdfText } from '../../electron/core/domain/documents/testing/read-pdf.ts'
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
  await signInAs(host, 5)
  await host.call('badges.addToPool', { kind: 'visitor', badges: [{ serial: 'CAFE0001', label: 'V-01' }] })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

async function openDesk(browser: Browser, options: Parameters<typeof openWindow>[3] = {}): Promise<Page> {
  const page = await openWindow(browser, host, 'desk', options)
  await expect(page.getByRole('navigation').getByRole('button', { name: /^(Visitors|Visiteurs)$/ })).toBeVisible()
  return page
}
/** The file that this act hands to the person. */
async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  const bytes = readFileSync(await file.path())
  return { name: file.suggestedFilename(), bytes, text: pdfText(bytes) }
}

test('signed in, printed with one press; a second one is asked about, and says that it is a copy', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openDesk(browser)
  const dialog = page.getByRole('dialog')

  await test.step('whoever was just signed in has a pass at hand', async () => {
    await page.keyboard.press('F3')
    await dialog.getByLabel('Kind of visit').selectOption({ label: 'Contractor' })
    await dialog.getByLabel('Last name').fill('Bélanger-Ouellet')
    await dialog.getByLabel('First name').fill('Émilie')
    await dialog.getByLabel('Company').fill('Northern Elevators')
    await dialog.getByLabel('What it is about').fill('Inspection de l’ascenseur')
    await dialog.getByLabel('Phone').press('Enter')
    await expect(dialog).toBeHidden()
    const { name, bytes, text } = await saved(page, () => page.getByRole('button', { name: 'Print pass' }).press('Enter'))
    expect(name).toMatch(/^sentinel-pass-2026-11-25-[0-9a-f]{8}\.pdf$/)
    for (const words of ['VISITOR · VISITEUR', 'Émilie', 'Bélanger- Ouellet', 'Northern Elevators', 'Inspection de l’ascenseur', 'V-01', '2026-11-25', '2026-11-26 03:00', 'Escort required', 'Escorte obligatoire']) expect(text).toContain(words)
    expect(text).not.toContain('COPY')
    expect(pdfInfo(bytes)).toMatchObject({ pages: 1, created: expect.stringMatching(/^2026-11-25T18:3/) })
    expect(pdfInfo(bytes).size.map(Math.round)).toEqual([176, 283])
    expect(pdfFonts(bytes).every(({ isEmbedded }) => isEmbedded)).toBe(true)
    await expect(page.getByText(`The pass of Bélanger-Ouellet, Émilie is ready to print: ${name}`)).toBeVisible()
  })

  await test.step('from the details it is asked for again, and the paper says so', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Visitors' }).press('Enter')
    await page.getByRole('button', { name: 'Bélanger-Ouellet, Émilie Northern Elevators' }).press('Enter')
    await dialog.getByRole('button', { name: 'Print pass' }).press('Enter')
    await expect(dialog.getByRole('heading')).toHaveText('Print the pass of Bélanger-Ouellet, Émilie again?')
    await expect(dialog.getByText('It was printed once already.')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
    await page.getByRole('button', { name: 'Bélanger-Ouellet, Émilie Northern Elevators' }).press('Enter')
    await dialog.getByRole('button', { name: 'Print pass' }).press('Enter')
    const { name, text } = await saved(page, () => dialog.getByRole('button', { name: 'Print copy 2' }).press('Enter'))
    expect(name).toMatch(/-2\.pdf$/)
    expect(text).toContain('COPY 2 · COPIE 2')
    await expect(dialog).toBeHidden()
  })
})

test('an administrator chooses on what it is printed, and the next one is; French comes first in a French window', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openDesk(browser, { language: 'fr', theme: 'dark' })
  await page.getByRole('navigation').getByRole('button', { name: 'Gestion' }).click()
  await page.getByRole('button', { name: 'Assiduité', exact: true }).click()
  await page.getByLabel('Laissez-passer de visiteur').selectOption({ label: 'Carte, 86 × 54 mm' })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'Visiteurs' }).click()
  await page.getByRole('button', { name: /^Bélanger-Ouellet, Émilie/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Imprimer le laissez-passer' }).click()
  expect(await violations(page)).toEqual([])
  const { bytes, text } = await saved(page, () => page.getByRole('dialog').getByRole('button', { name: 'Imprimer la copie 3' }).click())
  expect(pdfInfo(bytes).size.map(Math.round)).toEqual([243, 153])
  for (const words of ['VISITEUR · VISITOR', 'COPIE 3 · COPY 3', 'Escorte obligatoire · Escort required']) expect(text).toContain(words)
})

test('each print stands in the trail; nobody who has left gets one, and nobody gets one from a desk where nobody is signed in', async () => {
  await signInAs(host, 5)
  const { lines } = await host.call<{ lines: { details: { copy: number } }[] }>('audit.list', { actions: ['visitor_pass_print'] })
  expect(lines.map(({ details }) => details.copy)).toEqual([3, 2, 1])
  const { visits } = await host.call<{ visits: { id: string }[] }>('visitors.inside')
  const visitId = visits[0]?.id
  await host.call('visitors.signOut', { visitId })
  await expect(host.call('visitors.pass', { visitId, again: true })).rejects.toThrow(/visit_ended/)
  await host.call('accounts.signOut')
  await expect(host.call('visitors.pass', { visitId })).rejects.toThrow(/forbidden/)
})
