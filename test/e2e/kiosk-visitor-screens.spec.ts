/** The screens of a visitor at the kiosk: WCAG 2.2 A and AA, what a finger must hit, and what covers them (screens.md 5.3, 5.6, W-8, W-11). */
import { expect, type Page } from '@playwright/test'
import { setUpDutyUnit, badges } from './support/duty-unit.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { expectTargets } from './support/kiosk-visitor.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { wedge } from './support/wedge.ts'
import { openWindow, shownIn } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev'])
  await setUpDutyUnit(host)
  await host.call('badges.addToPool', { kind: 'visitor', badges: [{ serial: '7000000001', label: 'V-07' }, { serial: '7000000002', label: 'V-08' }] })
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const words = {
  en: { in: /^Visitor: sign in/, out: /^Visitor: leaving/, reasons: ['Recruitment', 'Contract work', 'Event', 'Museum', 'Meeting', 'Other'], military: 'Military', next: 'Continue', fields: ['Rank', 'Last name', 'First name or initials'], work: ['Company', 'What work'], plate: /^Add a licence plate/, signIn: 'Sign in', done: 'Done', cancel: 'Cancel', none: 'No visitor is signed in' },
  fr: { in: /^Visiteur : arrivée/, out: /^Visiteur : départ/, reasons: ['Recrutement', 'Travaux à contrat', 'Événement', 'Musée', 'Rencontre', 'Autre'], military: 'Militaire', next: 'Continuer', fields: ['Grade', 'Nom', 'Prénom ou initiales'], work: ['Entreprise', 'Quels travaux'], plate: /^Ajouter une plaque/, signIn: 'Inscrire mon arrivée', done: 'Terminé', cancel: 'Annuler', none: 'Aucun visiteur n’est inscrit' },
} as const

for (const look of [{ theme: 'light', language: 'en' }, { theme: 'dark', language: 'fr' }, { theme: 'contrast', language: 'en' }, { theme: 'night', language: 'fr' }] as const) {
  test(`every step, ${look.theme}, ${look.language}`, async ({ browser }) => {
    const say = words[look.language]
    const page = await openWindow(browser, host, 'kiosk', { ...look, viewport: { width: 1280, height: 800 } })
    const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click()
    const check = async (step: string): Promise<void> => {
      await expect(page.locator('[data-visitor]')).toBeVisible()
      expect(await violations(page), step).toEqual([])
      await expectTargets(page, step)
    }
    await press(say.out)
    await expect(page.getByText(say.none)).toBeVisible()
    await check('nobody to sign out')
    await press(say.cancel)
    const title = page.getByRole('heading', { level: 1 })
    for (const reason of say.reasons) {
      await press(say.in)
      await check('reason')
      const before = await title.textContent()
      await press(reason)
      await expect(title).not.toHaveText(before ?? '')
      await check(reason)
      await press(say.cancel)
    }
    await press(say.in)
    await press(say.reasons[1])
    await press(say.military)
    await press(say.next)
    await check('what is missing')
    for (const field of say.fields) await page.getByLabel(field, { exact: true }).fill('Roy')
    await press(say.next)
    for (const field of say.work) await page.getByLabel(field, { exact: true }).fill('Northern Elevators, a company with a name that is long enough to wrap more than once')
    await check('contract')
    await press(say.next)
    await check('review')
    await press(say.plate)
    await check('plate')
    await press(say.next)
    await press(say.signIn)
    await expect(page.getByRole('button', { name: say.done })).toBeVisible()
    await check('done')
    await press(say.done)
    await press(say.out)
    await page.getByRole('button', { name: /^R\. R\./ }).click()
    await check('is this you')
    await page.getByRole('button', { name: /^(Yes|Oui)/ }).click()
    await expect(page.getByRole('button', { name: say.done })).toBeVisible()
    await check('signed out')
  })
}

test('a larger screen grows the keys with it, 8 px apart and more', async ({ browser }) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 1920, height: 1080 }]) {
    const page = await openWindow(browser, host, 'kiosk', { viewport })
    await page.getByRole('button', { name: words.en.in }).click()
    await page.getByRole('button', { name: 'Meeting', exact: true }).click()
    const boxes = await page.getByRole('group', { name: 'Keyboard on the screen' }).getByRole('button').evaluateAll((keys) => keys.map((key) => key.getBoundingClientRect().toJSON() as DOMRect))
    expect(boxes).toHaveLength(4 * 13 + 5)
    expect(Math.min(...boxes.flatMap(({ width, height }) => [width, height]))).toBeGreaterThanOrEqual(56)
    for (const [index, key] of boxes.entries()) {
      const next = boxes[index + 1]
      if (next !== undefined && next.top === key.top) expect(next.left - key.right).toBeGreaterThanOrEqual(7.99)
    }
    expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeLessThan(viewport.height)
  }
})

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

test('what a member must answer covers the form; answered, the form is there as it was (W-11)', async ({ browser }) => {
  const page = await openWindow(browser, host, 'kiosk')
  await page.getByRole('button', { name: words.en.in }).click()
  await page.getByRole('button', { name: 'Other', exact: true }).click()
  const about = field(page, 'In a few words')
  await about.fill('Band practice')
  await about.press('Home')
  await wedge(page, badges.watch)
  await expect(page.getByRole('group', { name: 'Start of the day' })).toBeVisible()
  await expect(about).toBeHidden()
  await page.getByRole('button', { name: 'Not me' }).click()
  await expect(about).toHaveValue('Band practice')
  await expect(about).toBeFocused()
  await page.keyboard.press('A')
  await expect(about).toHaveValue('ABand practice')
})

test('a visitor signs out: by initials and the pass, never by name; or with the pass itself (W-8)', async ({ browser }) => {
  const { free } = await host.call<{ free: { badgeId: string; label: string }[] }>('visitors.passes')
  for (const [index, lastName] of ['Bélanger', 'Quesnel'].entries()) {
    await host.call('visitors.signIn', { requestId: crypto.randomUUID(), visitType: 'guest', firstName: 'Émilie', lastName, purpose: 'information', badgeId: free[index]?.badgeId })
  }
  const page = await openWindow(browser, host, 'kiosk')
  await page.getByRole('button', { name: words.en.out }).click()
  await expect(page.getByText('or hold your pass to the reader')).toBeVisible()
  const hour = (await shownIn(page, '2026-11-24T18:30:00Z')).slice(0, 3)
  await expect(page.getByRole('button', { name: new RegExp(`^É\\. Q\\. since ${hour}\\d\\d · pass V-08$`) })).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^É\\. B\\. since ${hour}\\d\\d · pass V-07$`) }).click()
  await expect(page.getByRole('heading', { name: 'Is this you?' })).toBeVisible()
  await expect(page.locator('[data-visitor]')).not.toContainText(/Bélanger|Émilie/)
  await page.getByRole('button', { name: 'Yes, but I do not have the pass' }).click()
  await expect(page.getByText('You are signed out')).toBeVisible()
  expect(await host.call('visitors.passes')).toMatchObject({ outstanding: [{ label: 'V-07', displayName: 'Bélanger, Émilie' }] })
  await page.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('button', { name: words.en.out }).click()
  await expect(page.getByRole('button', { name: /^É\. Q\./ })).toBeVisible()
  await wedge(page, '7000000002')
  await expect(page.locator('[data-outcome=visitor_out]')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Who is leaving?' })).toBeHidden()
  expect(await host.call('visitors.passes')).toMatchObject({ free: [{ label: 'V-08' }, { label: 'V-07' }], outstanding: [{ label: 'V-07' }] })
})
