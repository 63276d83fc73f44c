/** Visitors at the kiosk by themselves (screens.md 1.5, P0-3, W-8, W-11, W-16, 5.3; domain.md 4.8, scenario 26). */
import { expect, type Page } from '@playwright/test'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { tap, tapKeys } from './support/kiosk-visitor.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { wedge } from './support/wedge.ts'
import { openWindow } from './support/windows.ts'

interface Visit {
  readonly displayName: string
  readonly method: string
  readonly organization: string | null
  readonly details: string | null
  readonly visitType: { readonly code: string }
  readonly host: { readonly displayName: string; readonly isInside: boolean } | null
  readonly event: { readonly name: string } | null
}

/** In digits: a keyboard reader types them. */
const serialOf = (index: number): string => `900000000${index}`

let host: Host
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  for (const [index, lastName] of ['Early', 'Prompt', 'Late'].entries()) {
    const { id } = await host.call<{ id: string }>('members.create', { serviceNumber: `V99000${index}`, rank: 'S1', lastName, firstName: 'Test', division: 'OPS' })
    await host.call('badges.enrol', { memberId: id, serial: serialOf(index) })
  }
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

const visits = async (): Promise<Visit[]> => (await host.call<{ visits: Visit[] }>('visitors.inside')).visits
const movements = async (): Promise<number> => (await host.call<{ today: number }>('presence.activity')).today
/** Somebody on the roll who has not come today. */
async function absentHost(): Promise<{ id: string; displayName: string }> {
  const { people } = await host.call<{ people: { id: string }[] }>('presence.now')
  const inside = new Set(people.map(({ id }) => id))
  for (const search of ['tr', 'le', 'ma', 'be']) {
    const found = (await host.call<{ people: { id: string; displayName: string }[] }>('visitors.hosts', { search, limit: 20 })).people.find(({ id }) => !inside.has(id))
    if (found !== undefined) return found
  }
  throw new Error('everybody is inside')
}
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const start = (page: Page): Promise<void> => page.getByRole('button', { name: /^Visitor: sign in/ }).click()
async function toIdentity(page: Page): Promise<void> {
  await start(page)
  await page.getByRole('button', { name: 'Museum', exact: true }).click()
  await page.getByRole('button', { name: 'Civilian', exact: true }).click()
  await expect(field(page, 'First name')).toBeFocused()
}

test('by touch alone: a meeting, a name with accents, and a host who is not in the building (scenario 26)', async ({ browser }) => {
  const who = await absentHost()
  const letters = /[A-Z][a-z]+(?=,|$)/.exec(who.displayName.normalize('NFD').replace(/\p{M}/gu, ''))?.[0].slice(0, 4).toUpperCase() ?? ''
  const page = await openWindow(browser, host, 'kiosk', { touch: true })
  await page.getByRole('button', { name: /^Visitor: sign in/ }).tap()
  await tap(page, 'Meeting')
  await expect(page.getByText('Step 2 of 5')).toBeVisible()
  await tapKeys(page, letters[0] ?? '')
  await expect(page.getByText('Type at least two letters')).toBeVisible()
  await tapKeys(page, letters.slice(1))
  await page.getByRole('list', { name: 'People of that name' }).getByRole('button', { name: who.displayName, exact: true }).tap()
  await tap(page, 'Civilian')
  await tap(page, 'Continue')
  await expect(page.getByText('Please give your first name.')).toBeVisible()
  await expect(page.getByText('Please give your last name.')).toBeVisible()
  await tapKeys(page, 'ÉMILI')
  await tapKeys(page, 'X')
  await tap(page, 'Delete')
  await tapKeys(page, 'E')
  await tap(page, 'Next field')
  await tapKeys(page, "BÉLANGER-L'AMI")
  await tap(page, 'Continue')
  await expect(page.getByText(`You are Émilie Bélanger-L'Ami and have come to see ${who.displayName}.`)).toBeVisible()
  await expect(page.getByText('It is kept for two years at least.')).toBeVisible()
  await page.getByRole('button', { name: /^Add a licence plate/ }).tap()
  await tapKeys(page, 'ABC 123')
  await tap(page, 'Continue')
  await expect(page.getByRole('button', { name: /Licence plate ABC 123/ })).toBeVisible()
  await tap(page, 'Sign in')
  const done = page.getByRole('status').filter({ hasText: 'You are signed in' })
  await expect(done).toContainText(`say that you have come to see ${who.displayName}.`)
  await expect(done).toContainText(`${who.displayName} is not in the building at the moment.`)
  expect(await visits()).toMatchObject([{ displayName: "Bélanger-L'Ami, Émilie", method: 'kiosk', visitType: { code: 'guest' }, host: { displayName: who.displayName, isInside: false } }])
  await tap(page, 'Done')
  await expect(page.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible()
})

test('by the keyboard alone: a contractor, with accents from the keys of a French keyboard', async ({ browser }) => {
  const page = await openWindow(browser, host, 'kiosk')
  const tile = page.getByRole('button', { name: /^Visitor: sign in/ })
  await expect(tile).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(tile).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Recruitment', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Civilian', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Contract work', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(field(page, 'First name')).toBeFocused()
  const keys = await page.context().newCDPSession(page)
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'É', code: 'Slash', text: 'É' })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'É', code: 'Slash' })
  await page.keyboard.type('lise', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(field(page, 'Last name')).toBeFocused()
  await page.keyboard.type('van der Berg', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(field(page, 'Company')).toBeFocused()
  await page.keyboard.type('Northern Elevators', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Please say what work it is.')).toBeVisible()
  await page.keyboard.type('Lift 2', { delay: 60 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused()
  // An Enter that comes at once after typing might be a reader’s.
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByText('Report to the Quartermaster at the duty desk.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  expect((await visits())[0]).toMatchObject({ displayName: 'van der Berg, Élise', organization: 'Northern Elevators', details: 'Lift 2', visitType: { code: 'contractor' } })
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused()
})

test('members go on scanning while a visitor writes: the field keeps its text, its caret and the focus (W-11)', async ({ browser }) => {
  const page = await openWindow(browser, host, 'kiosk')
  await toIdentity(page)
  const first = field(page, 'First name')
  await first.fill('Ren')
  await first.press('Home')
  const before = await movements()
  const card = page.getByRole('status').filter({ hasText: 'Welcome aboard' })
  for (const [index, name] of ['S1 Early, Test', 'S1 Prompt, Test', 'S1 Late, Test'].entries()) {
    await wedge(page, serialOf(index))
    await expect(card).toContainText(name)
    await expect(card.getByRole('button', { name: /^Undo/ })).toBeVisible()
    await expect.poll(movements).toBe(before + index + 1)
    await expect(first).toHaveValue('Ren')
    await expect(first).toBeFocused()
  }
  await wedge(page, '1234567890')
  await expect(page.getByRole('alert').filter({ hasText: 'Badge not known' })).toBeVisible()
  await expect(first).toHaveValue('Ren')
  await page.keyboard.press('K')
  await expect(first).toHaveValue('KRen')
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
  await page.getByRole('button', { name: /^Français/ }).click()
  await expect(page.getByRole('heading', { name: 'Qui êtes-vous ?' })).toBeVisible()
  await expect(field(page, 'Prénom')).toHaveValue('KRen')
})

test('after a minute without a touch it asks, and then clears everything; a member’s badge is no sign of the visitor (W-11, 5.3)', async ({ browser }) => {
  const page = await openWindow(browser, host, 'kiosk')
  await expect(page.getByRole('button', { name: /^Visitor: sign in/ })).toBeVisible()
  await page.clock.install()
  await toIdentity(page)
  const first = field(page, 'First name')
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await first.fill('René')
  await page.clock.fastForward(50_000)
  await wedge(page, '1234567890')
  await expect(page.getByRole('alert').filter({ hasText: 'Badge not known' })).toBeVisible()
  await page.clock.fastForward(11_000)
  await expect(question).toBeVisible()
  expect(await violations(page)).toEqual([])
  await expect(question.getByRole('button', { name: 'Go on' })).toBeFocused()
  await question.getByRole('button', { name: 'Go on' }).click()
  await expect(first).toHaveValue('René')
  await expect(first).toBeFocused()

  await page.clock.fastForward(61_000)
  await expect(question).toBeVisible()
  await page.clock.fastForward(16_000)
  await expect(page.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible()
  await toIdentity(page)
  await expect(first).toHaveValue('')

  await test.step('what a visitor is told in the end goes by itself as well', async () => {
    await first.fill('Anne')
    await field(page, 'Last name').fill('Roy')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('say that you have come to see the museum.')).toBeVisible()
    expect((await visits())[0]).toMatchObject({ displayName: 'Roy, Anne', details: 'Museum' })
    await page.clock.fastForward(16_000)
    await expect(page.getByRole('heading', { name: 'Hold your badge to the reader' })).toBeVisible()
  })
})

test('an event is chosen from those that are on today; where there is none, it is written', async ({ browser }) => {
  const page = await openWindow(browser, host, 'kiosk')
  await start(page)
  await page.getByRole('button', { name: 'Event', exact: true }).click()
  await expect(page.getByText('No event is on today.')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()

  const { id } = await host.call<{ id: string }>('events.create', { name: 'Court martial', code: 'CM-1', startDate: '2026-11-20', endDate: '2026-12-20' })
  await host.call('events.activate', { eventId: id })
  await start(page)
  await page.getByRole('button', { name: 'Event', exact: true }).click()
  await page.getByRole('button', { name: 'Court martial', exact: true }).click()
  await page.getByRole('button', { name: 'Military', exact: true }).click()
  for (const [name, text] of [['Rank', 'Maj'], ['Last name', 'Roy'], ['First name or initials', 'P'], ['Unit', '38 CBG']] as const) await field(page, name).fill(text)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByText('You are Maj P Roy, 38 CBG and have come for the event: Court martial.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('You are signed in')).toBeVisible()
  expect((await visits())[0]).toMatchObject({ displayName: 'Maj Roy, P', visitType: { code: 'military' }, event: { name: 'Court martial' } })
})
