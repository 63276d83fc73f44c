/** Rosters as a planner keeps them, by the keyboard alone; a member who confirms (domain.md 4.13; screens.md 1.11). */
import { expect, type Page } from '@playwright/test'
import { addDays } from '../../shared/domain/civil-date.ts'
import { mondayOf } from '../../shared/domain/operational-week.ts'
import { newDataDir, startHost, type Host } from './support/host.ts'
import { signInAs } from './support/people.ts'
import { openSchedule, takeFirst, weekdayDay } from './support/schedule.ts'
import { test } from './support/test.ts'
import { violations } from './support/violations.ts'
import { openWindow } from './support/windows.ts'

interface Roster {
  role: string
  scheduleId: string | null
  status: string
  assignments: { id: string; positionId: string | null; status: string; member: { id: string; displayName: string } }[]
  overrides: { kind: string }[]
}
interface Week {
  weekStart: string
  nights: { date: string }[]
  rosters: Roster[]
}

let host: Host
let nextWeek: string
const data = newDataDir()
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  host = await startHost(data.path, ['--dev', '--demo'])
  await signInAs(host, 5)
  const { operationalDate } = await host.call<{ operationalDate: string }>('system.status')
  nextWeek = addDays(mondayOf(operationalDate), 7)
  // The demonstration has planned it already: here a person does.
  for (const { scheduleId } of (await weekOf(nextWeek)).rosters) {
    await host.call('schedule.revertToDraft', { scheduleId })
    await host.call('schedule.removeRoster', { scheduleId })
  }
})
test.afterAll(async () => {
  await host.stop()
  data.remove()
})

async function weekOf(date: string): Promise<Week> {
  const { weeks } = await host.call<{ weeks: Week[] }>('schedule.weeks', { date, count: 1 })
  const [week] = weeks
  if (week === undefined) throw new Error('no week')
  return week
}
const rosterOf = async (role: string): Promise<Roster> => {
  const roster = (await weekOf(nextWeek)).rosters.find((one) => one.role === role)
  if (roster === undefined) throw new Error(`no roster of ${role}`)
  return roster
}
const dayMonth = (date: string): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(new Date(`${date}T00:00:00Z`))

/** Tab until the focus is on the control of this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    const here = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    if (typeof name === 'string' ? here.startsWith(name) : name.test(here)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${String(name)}`)
}

/** The menu of what has the focus, with the focus on its first act. */
async function openMenu(page: Page): Promise<void> {
  // An Enter within half a second of a digit outside a field would be a reader’s.
  await page.waitForTimeout(600)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
}

interface Person {
  id: string
  displayName: string
  serviceNumber: string
}

/** Types a service number into the picker that is open and takes who is found. */
async function pick(page: Page, { displayName, serviceNumber }: Person): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  // As a person types: a burst would be a badge.
  await page.keyboard.type(serviceNumber, { delay: 90 })
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByRole('option')).toContainText(displayName)
  await takeFirst(page)
  await expect(dialog).toBeHidden()
}

/** Somebody who could have the seat: qualified and free, or free and not qualified. */
async function somebody(role: string, positionId: string | null, qualified: boolean, except: readonly Person[] = []): Promise<Person> {
  const { candidates } = await host.call<{ candidates: (Person & { qualified: boolean; warnings: unknown[] })[] }>('schedule.candidates', { seat: { of: 'roster', role, date: nextWeek, positionId }, limit: 100 })
  const found = candidates.find((one) => one.qualified === qualified && one.warnings.length === (qualified ? 0 : 1) && !except.some(({ id }) => id === one.id))
  if (found === undefined) throw new Error(`nobody for ${role}`)
  return found
}
const named = ({ displayName }: Person, words = ''): RegExp => new RegExp(`${displayName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${words}`)

test('a planner drafts a week, is warned, swaps two, publishes, changes one night and prints, by the keyboard alone', async ({ browser }) => {
  await signInAs(host, 4)
  const { roles } = await host.call<{ roles: { code: string; positions: { id: string; code: string }[] }[] }>('schedule.roles')
  const seats = new Map(roles.flatMap(({ positions }) => positions).map(({ id, code }) => [code, id]))
  const page = await openWindow(browser, host, 'desk')
  await page.evaluate(() => Object.assign(window, { printed: 0, print: () => ((window as unknown as { printed: number }).printed += 1) }))
  await openSchedule(page)
  const week = dayMonth(nextWeek)
  const column = page.getByRole('region').filter({ has: page.getByText('Next week', { exact: true }) }).last()
  await expect(column.getByText('Not begun')).toHaveCount(2)

  // The first name begins the roster.
  const dds = await somebody('DDS', null, true)
  await tabTo(page, `Assign Duty Day Staff, week of ${week}`)
  await page.keyboard.press('Enter')
  await pick(page, dds)
  await expect(column.getByRole('button', { name: named(dds, '.*to confirm') })).toBeFocused()
  await expect(column.getByText('Draft', { exact: true })).toHaveCount(1)

  const chosen = [dds]
  for (const [seat, qualified] of [['SWK', true], ['QM', true], ['BM', false]] as const) {
    const person = await somebody('DUTY_WATCH', seats.get(seat) ?? null, qualified, chosen)
    chosen.push(person)
    await tabTo(page, `Assign ${seat}, week of ${week}`)
    await page.keyboard.press('Enter')
    await pick(page, person)
    await expect(column.getByRole('button', { name: named(person) })).toBeFocused()
  }
  const [, , qm = dds, bm = dds] = chosen
  await expect(column.getByText('Does not hold BM')).toBeVisible()

  // Swap the two: what was fine is not any more, and it is said in place.
  await openMenu(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Swap/ })).toBeVisible()
  for (let presses = 0; presses < 12 && !(await page.evaluate((name) => document.activeElement?.textContent?.includes(name) ?? false, qm.displayName)); presses += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('have swapped.')).toBeVisible()
  const roster = await rosterOf('DUTY_WATCH')
  const seatOf = ({ id }: Person) => roster.assignments.find(({ member }) => member.id === id)?.positionId
  expect([seatOf(bm), seatOf(qm)]).toEqual([seats.get('QM'), seats.get('BM')])

  // DSWK and both sentries are missing: it says so before it is published all the same.
  await tabTo(page, 'Publish')
  await page.keyboard.press('Enter')
  await expect(column.getByText('Published')).toHaveCount(1)
  await tabTo(page, 'Publish')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Publish Duty Watch, week of ${week}` })
  await expect(dialog).toContainText('DSWK (Deputy Senior Watchkeeper)')
  await expect(dialog).toContainText('APS (Access Point Sentry), 2 places')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(column.getByText('Published')).toHaveCount(2)

  // One night somebody else stands.
  const night = (await weekOf(nextWeek)).nights[0]?.date ?? ''
  await column.getByRole('group', { name: /^Night of the week/ }).getByRole('button').first().focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, named(bm, '.*to confirm'))
  await openMenu(page)
  await page.keyboard.press('Enter')
  const standIn = await somebody('DUTY_WATCH', seats.get('QM') ?? null, true, chosen)
  await pick(page, standIn)
  await expect(column.getByText(`for ${bm.displayName}`)).toBeVisible()
  expect((await rosterOf('DUTY_WATCH')).overrides).toMatchObject([{ kind: 'replace', nightDate: night }])

  // Print: one page of both weeks, with names, black on white.
  await page.keyboard.press('Control+p')
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  await expect(sheet).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  for (const words of ['HMCS Example', 'Duty schedule', dds.displayName, standIn.displayName, `${weekdayDay(night)} differs`]) await expect(sheet).toContainText(words)
  expect(await sheet.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(document.body).backgroundColor])).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  expect((await page.pdf({ format: 'Letter' })).length).toBeGreaterThan(5_000)
})

test('a member confirms their own duty', async ({ browser }) => {
  await signInAs(host, 2)
  const { session } = await host.call<{ session: { memberId: string; displayName: string } }>('accounts.state')
  await signInAs(host, 5)
  const [assignment] = (await rosterOf('DDS')).assignments.filter(({ status }) => status !== 'released')
  await host.call('schedule.reassign', { assignmentId: assignment?.id, memberId: session.memberId })
  await signInAs(host, 2)
  const page = await openWindow(browser, host, 'desk')
  await openSchedule(page)
  const mine = page.getByRole('region', { name: 'Your duties' })
  await expect(mine).toContainText(`DDS: week of ${dayMonth(nextWeek)}. Will you be there?`)
  await mine.getByRole('button', { name: /^I will be there/ }).click()
  await expect(mine).toBeHidden()
  await expect(page.getByRole('region', { name: 'Duty Day Staff' }).filter({ hasText: session.displayName })).toContainText('confirmed')
  // The one who had it before stays known, and nothing here can be changed at this level.
  await expect(page.getByRole('button', { name: /Publish|Back to draft|Begin|Assign/ })).toHaveCount(0)
})

test('a quartermaster is refused, whatever the window shows', async () => {
  await signInAs(host, 2)
  const { assignments, scheduleId } = await rosterOf('DUTY_WATCH')
  const [first] = assignments
  for (const [name, input] of [
    ['schedule.createRoster', { role: 'DDS', date: addDays(nextWeek, 70) }],
    ['schedule.assign', { scheduleId, positionId: first?.positionId, memberId: first?.member.id }],
    ['schedule.publish', { scheduleId }],
    ['schedule.revertToDraft', { scheduleId }],
    ['schedule.swap', { first: first?.id, second: first?.id }],
    ['schedule.removeAssignment', { assignmentId: first?.id }],
    ['schedule.addOverride', { kind: 'remove', scheduleId, nightDate: nextWeek, positionId: first?.positionId, baseMemberId: first?.member.id }],
    ['calendar.createEvent', { title: 'X', typeId: null, eventDate: nextWeek, startTime: null, endTime: null, location: null, organizer: null }],
    ['calendar.addHoliday', { date: nextWeek, name: 'X' }],
  ] as const)
    await expect(host.call(name, input), name).rejects.toThrow(/forbidden/)
  await expect(host.call('schedule.confirm', { assignmentId: first?.id })).rejects.toThrow(/duty_not_yours/)
})

for (const { theme, language } of [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'fr' },
] as const)
  test(`everybody can read and reach it: ${theme}, ${language} (screens.md 5.6)`, async ({ browser }) => {
    await signInAs(host, 5)
    const page = await openWindow(browser, host, 'desk', { theme, language })
    // In the room: the rail has an “Events” of its own.
    const press = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
    const isFrench = language === 'fr'
    await openSchedule(page)
    for (const view of isFrench ? ['Semaine', 'Mois', 'Trimestre', 'Activités'] : ['Week', 'Month', 'Quarter', 'Events']) {
      await press(view)
      await page.waitForTimeout(500)
      expect(await violations(page), view).toEqual([])
    }
    await press(isFrench ? 'Planifier une activité' : 'Plan an event')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'event form').toEqual([])
    await page.keyboard.press('Escape')
    await press(isFrench ? 'Semaine' : 'Week')
    await press(isFrench ? 'Une semaine plus tard' : 'A week later')
    await press(isFrench ? /^Affecter/ : /^Assign/)
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    // The list of an Autocomplete is scrolled from the field above it, by arrows: axe looks for a stop of its own.
    expect((await violations(page)).filter((line) => !line.startsWith('scrollable-region-focusable')), 'picker').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByRole('navigation').getByRole('button', { name: isFrench ? 'Gestion' : 'Admin', exact: true }).click()
    for (const section of isFrench ? ['Jours fériés', 'Services et activités'] : ['Holidays', 'Duties and events']) {
      await press(section)
      await page.waitForTimeout(500)
      expect(await violations(page), section).toEqual([])
    }
  })
