/** The record, corrected, completed by hand and taken back (issue: history; domain.md 4.2, scenarios 5, 9, 29; screens.md P0-4, W-9, W-17). */
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { foldText } from '../../shared/domain/fold-text.ts'
import { journeyStart, newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

let host: Host
const data = newDataDir()
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

interface Person {
  id: string
  displayName: string
  lastName: string
  firstName: string
}
const inside = async (): Promise<string[]> => (await host.call<{ people: { id: string }[] }>('presence.now')).people.map(({ id }) => id)

const room = (page: Page, name: string): Promise<void> => page.getByRole('navigation').first().getByRole('button', { name, exact: true }).click()
const section = (page: Page, name: string): Promise<void> => page.getByRole('navigation', { name: 'Parts of the history' }).getByRole('button', { name }).click()
/** An instant as the fields want it, by the page's own knowledge of the zone. */
const typed = (page: Page, at: number): Promise<{ date: string; time: string }> =>
  page.evaluate((instant) => {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Winnipeg', dateStyle: 'short' }).format(instant)
    return { date: parts, time: new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Winnipeg', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant) }
  }, at)

test('an administrator gives a forgotten sign-out its true time; the original stays to be seen', async ({ browser }) => {
  await signInAs(host, 5)
  const page = await openWindow(browser, host, 'desk')
  await room(page, 'History')
  await section(page, 'Missed check-outs')
  const { items } = await host.call<{ items: { originalCheckinAt: string; person: Person; checkout: { movementId: string } }[] }>('history.missedCheckouts', { openOnly: true })
  const [missed, second, third] = items
  if (missed === undefined || second === undefined || third === undefined) throw new Error('nobody forgot')
  const cameIn = new Date(missed.originalCheckinAt).getTime()
  const { time: trueTime } = await typed(page, cameIn + 30 * 60_000)

  await test.step('what breaks the order is refused in words: what the window knows at once, the rest by the core', async () => {
    await page.getByRole('button', { name: `Set time for ${missed.person.displayName}` }).first().click()
    const dialog = page.getByRole('dialog', { name: `Correct a movement of ${missed.person.displayName}` })
    const save = dialog.getByRole('button', { name: 'Correct', exact: true })
    await dialog.getByRole('button', { name: 'In', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('signed in twice running')
    await expect(save).toBeDisabled()
    await dialog.getByRole('button', { name: 'Out', exact: true }).click()
    const early = await typed(page, cameIn - 5 * 60_000)
    await dialog.getByLabel('Date').fill(early.date)
    await dialog.getByLabel('Time').fill(early.time)
    await expect(save).toBeDisabled()
    await dialog.getByLabel('Reason', { exact: true }).fill('Said so on the phone')
    if (await save.isEnabled()) await save.click()
    await expect(dialog.getByRole('alert')).toContainText('twice running')
    const left = await typed(page, cameIn + 30 * 60_000)
    await dialog.getByLabel('Date').fill(left.date)
    await dialog.getByLabel('Time').fill(left.time)
    await save.click()
    await expect(dialog).toBeHidden()
  })

  await test.step('the list says both times, and leads to what happened', async () => {
    await page.getByRole('checkbox', { name: 'Only without the true time' }).uncheck()
    // Once the list is there that has the corrected one, too.
    const row = page.getByRole('row', { name: new RegExp(missed.person.lastName) }).filter({ hasText: trueTime }).first()
    await row.getByRole('button').first().click()
    const panel = page.getByRole('complementary')
    await expect(panel.getByRole('listitem').first()).toContainText('Original')
    await expect(panel.getByRole('listitem').last()).toContainText('Corrected to')
    await expect(panel.getByRole('listitem').last()).toContainText('Said so on the phone')
    const { chain } = await host.call<{ chain: { id: string; voided: boolean }[] }>('history.get', { movementId: missed.checkout.movementId })
    expect(chain.map(({ voided }) => voided)).toEqual([true, false])
  })

  await test.step('two more get theirs at once, with one note', async () => {
    await section(page, 'Missed check-outs')
    const bar = page.getByRole('button', { name: 'Set the time for 2' })
    for (const { person } of [second, third]) await page.getByRole('checkbox', { name: `Choose ${person.displayName}` }).first().check()
    await page.getByLabel('Left at').fill('2359')
    await expect(bar).toBeDisabled()
    await page.getByLabel('Note').fill('All left with the band')
    await bar.click()
    await expect(bar).toBeHidden()
    const { items: open } = await host.call<{ items: { checkout: { movementId: string } }[] }>('history.missedCheckouts', { openOnly: true })
    expect(open.some(({ checkout }) => [second, third].some((given) => given.checkout.movementId === checkout.movementId))).toBe(false)
  })
})

test('a quartermaster signs somebody in who forgot the badge, and takes it back with Ctrl+Z: presence follows at once', async ({ browser }) => {
  await signInAs(host, 2)
  const { members } = await host.call<{ members: Person[] }>('members.list', { present: false, limit: 500 })
  const person = members.find(({ lastName }) => /^[A-Z]?\p{L}*[éèëç]\p{L}*$/u.test(lastName))
  if (person === undefined) throw new Error('nobody has an accent')
  const page = await openWindow(browser, host, 'desk')
  const row = page.getByRole('grid', { name: 'Inside now' }).getByRole('row', { name: `${person.lastName}, ${person.firstName}` })
  await expect(page.getByRole('grid')).toBeVisible()

  await page.keyboard.press('F5')
  const dialog = page.getByRole('dialog', { name: 'In or out by name' })
  await dialog.getByLabel('Person').pressSequentially(foldText(`${person.lastName} ${person.firstName}`), { delay: 30 })
  await page.getByRole('option', { name: person.displayName }).click()
  await expect(dialog.getByRole('button', { name: 'In', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await dialog.getByRole('button', { name: 'Forgot the badge' }).click()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await page.getByLabel('Find a person who is inside').fill(person.lastName)
  await expect(row).toBeVisible()
  expect(await inside()).toContain(person.id)

  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(`Taken back: ${person.displayName}`)).toBeVisible()
  await expect(row).toBeHidden()
  expect(await inside()).not.toContain(person.id)
  const { items } = await host.call<{ items: { ended: { kind: string } | null; entered: { reason: string } | null }[] }>('history.list', { memberId: person.id, includeVoided: true, limit: 1 })
  expect(items).toMatchObject([{ ended: { kind: 'undo' }, entered: { reason: 'Forgot the badge' } }])
})

test('somebody of level 2 who asks the host itself for a correction is refused', async () => {
  await signInAs(host, 2)
  const { items } = await host.call<{ items: { id: string; at: string }[] }>('history.list', { limit: 1 })
  const correction = { movementId: items[0]?.id, direction: 'in', at: items[0]?.at, reason: 'x' }
  await expect(host.call('history.correct', correction)).rejects.toThrow(/^forbidden/)
  await expect(host.call('history.correctMany', { movements: [{ movementId: items[0]?.id, at: items[0]?.at }], reason: 'x' })).rejects.toThrow(/^forbidden/)
  await expect(host.call('history.remove', { movementId: items[0]?.id, reason: 'x' })).rejects.toThrow(/^forbidden/)
  await expect(host.call('history.export', { filters: {}, format: 'csv' })).rejects.toThrow(/^forbidden/)
})

test('a name is found without its accents, the list goes on as one scrolls, and the export says the same', async ({ browser }) => {
  await signInAs(host, 4)
  const page = await openWindow(browser, host, 'desk')
  await room(page, 'History')
  const list = page.getByRole('grid', { name: 'Movements' })

  await test.step('the end of the page is not the end of the record; a row opens with Enter and closes with Esc', async () => {
    await expect(page.getByText('100 shown, more below')).toBeVisible()
    await list.focus()
    await page.keyboard.press('End')
    await expect(page.getByText('200 shown, more below')).toBeVisible()
    await page.keyboard.press('PageUp')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary')).toContainText('What happened to it')
    await expect(page.getByRole('complementary')).toContainText('An administrator or the DDS can correct it.')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary')).toBeHidden()
  })

  await test.step('narrowed, still so after a look elsewhere, and saved', async () => {
    const { members } = await host.call<{ members: Person[] }>('members.list', { limit: 500 })
    const person = members.find(({ lastName }) => /[éèëç]/.test(lastName))
    if (person === undefined) throw new Error('nobody has an accent')
    await page.getByLabel('Search the history').fill(foldText(person.lastName))
    await page.getByLabel('In or out').selectOption('out')
    await expect(list.getByRole('row').nth(1)).toContainText(person.lastName)
    await room(page, 'Desk')
    await room(page, 'History')
    await expect(page.getByLabel('Search the history')).toHaveValue(foldText(person.lastName))
    await expect(page.getByLabel('In or out')).toHaveValue('out')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export what is shown as CSV' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    const { items } = await host.call<{ items: { person: { lastName: string } }[] }>('history.list', { search: person.lastName, direction: 'out', limit: 200 })
    expect(rows.map((row) => row['Last name'])).toEqual(items.map((item) => item.person.lastName))
    expect(new Set(rows.map((row) => row['Direction']))).toEqual(new Set(['Out']))
    await expect(page.getByText(`${rows.length} movements exported`)).toBeVisible()
  })

  await test.step('nothing found says what to do', async () => {
    await page.getByLabel('Search the history').fill('zzzz')
    await page.getByRole('button', { name: 'Show everything' }).click()
    await expect(page.getByText('100 shown, more below')).toBeVisible()
  })

  await test.step('what changes meanwhile is said, and does not move the list', async () => {
    const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
    await host.call('dev.scan', { serial: badges[0]?.serial })
    await expect(page.getByText('The record has changed.')).toBeVisible()
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(page.getByText('The record has changed.')).toBeHidden()
  })
})

test('at the kiosk and in the activity a scan is taken back for ten seconds, by whoever sees it (scenario 9)', async ({ browser }) => {
  await signInAs(host, 2)
  const { badges } = await host.call<{ badges: { serial: string }[] }>('dev.badges')
  const kiosk = await openWindow(browser, host, 'kiosk')
  const desk = await openWindow(browser, host, 'desk')
  await expect(kiosk.getByRole('heading').first()).toBeVisible()
  await expect(desk.getByRole('grid')).toBeVisible()
  for (const [index, window] of [kiosk, desk].entries()) {
    const before = (await inside()).toSorted()
    const { outcome, person } = await host.call<{ outcome: string; person: Person }>('dev.scan', { serial: badges[index + 1]?.serial })
    await expect(kiosk.locator(`[data-outcome=${outcome}]`)).toBeVisible()
    expect((await inside()).toSorted()).not.toEqual(before)
    await window.getByRole('button', { name: new RegExp(`^Undo.*${person.lastName}`) }).first().click()
    await expect(window.getByText('Taken back').first()).toBeVisible()
    expect((await inside()).toSorted()).toEqual(before)
  }
})

test('who has been inside for long is signed out with a note only; the desk says nothing when nobody is (scenario 29)', async ({ browser }) => {
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk')
  await expect(page.getByRole('grid')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Inside for long' })).toBeHidden()
  await room(page, 'History')
  await section(page, 'Inside for long')
  await expect(page.getByText('Nobody has been inside for that long')).toBeVisible()
  const { members } = await host.call<{ members: Person[] }>('members.list', { present: false, limit: 500, sort: 'serviceNumber' })
  // Somebody who has not been here today came three hours ago without a badge.
  const latest = await Promise.all(members.map(({ id }) => host.call<{ items: { at: string }[] }>('history.list', { memberId: id, limit: 1 })))
  const three = new Date(journeyStart).getTime() - 3 * 3_600_000
  const person = members.find((_, index) => new Date(latest[index]?.items[0]?.at ?? 0).getTime() < three)
  if (person === undefined) throw new Error('everybody was here today')
  await host.call('history.record', { memberId: person.id, entries: [{ direction: 'in', at: new Date(three).toISOString() }], reason: 'Forgot the badge' })
  await page.getByLabel('Longer than (hours)').fill('1')
  await expect(page.getByRole('checkbox', { name: `Choose ${person.displayName}` })).toBeVisible()
  await room(page, 'Desk')
  await page.getByRole('region', { name: 'Inside for long' }).getByRole('button', { name: 'Look' }).click()
  await page.getByRole('checkbox', { name: `Choose ${person.displayName}` }).check()
  const save = page.getByRole('button', { name: 'Sign 1 out' })
  await expect(save).toBeDisabled()
  await page.getByLabel('Note').fill('Seen leaving by the rear door')
  await save.click()
  await expect(page.getByRole('checkbox', { name: `Choose ${person.displayName}` })).toBeHidden()
  expect(await inside()).not.toContain(person.id)
})

for (const look of [
  { theme: 'light', language: 'en', words: ['History', 'Missed check-outs', 'Inside for long', 'Change…', 'Delete…'] },
  { theme: 'dark', language: 'fr', words: ['Historique', 'Sorties oubliées', 'Présents depuis longtemps', 'Modifier…', 'Supprimer…'] },
] as const) {
  test(`no barrier in the history and its dialogs, ${look.theme}, ${look.language}`, async ({ browser }) => {
    await signInAs(host, 5)
    const page = await openWindow(browser, host, 'desk', look)
    const [history, missed, stale, change, remove] = look.words
    await expect(page.getByRole('grid')).toBeVisible()
    await page.getByRole('grid').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'actions').toEqual([])
    await page.keyboard.press('Escape')
    await room(page, history)
    await page.getByRole('grid').getByRole('row').nth(2).click()
    for (const name of [change, remove]) {
      await page.getByRole('button', { name }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await expect(page.getByRole('complementary')).toBeVisible()
    expect(await violations(page), 'details').toEqual([])
    for (const name of [missed, stale]) {
      await page.getByRole('navigation').nth(1).getByRole('button', { name }).click()
      if (name === stale) await page.getByRole('spinbutton').fill('1')
      await page.waitForTimeout(500)
      const boxes = page.getByRole('table').getByRole('checkbox')
      if ((await boxes.count()) > 1) await boxes.nth(1).check()
      expect(await violations(page), name).toEqual([])
    }
  })
}
